"""What a document says twice is counted once."""

from normalize.tables import normalize_tables
from parsers.layouts import Interpretation
from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

GRID = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 报告 | {}\n | 质量指标 | 合格率 | ≥95%"
FORM = f"2023年项目绩效目标表\n单位：万元\n项目名称 | 甲\n预算数 | 40\n{GRID.format('2份')}"
SUMMARY = """
2023年重点项目绩效目标汇总表
主管部门 | 项目名称 | 预算数（万元） | 绩效指标
某局 | 甲 | 40 | 数量指标：报告2份
某局 | 乙 | 30 | 数量指标：论坛1场
"""


def twice(found: Interpretation) -> list[str]:
    return [diagnostic.message("en") for diagnostic in found.diagnostics if diagnostic.code is Code.SAID_TWICE]


def test_the_same_form_printed_again_is_one_table_with_both_places() -> None:
    found = read(f"{FORM}\n\n{FORM}")
    (table,) = found.tables
    assert twice(found) == [
        "the performance table of '甲' stands at table 1 › 1 and at table 2 › 1 and says the same; it was counted once"
    ]
    assert [span.place for span in table.indicators[0].spans["value"]] == ["table 1", "table 2"]
    assert [span.place for span in table.spans["project_name"]] == ["table 1", "table 2"]
    assert found.cells.reported == 0


def test_a_form_and_its_line_in_a_summary_are_one_table_and_the_rest_of_the_summary_stays() -> None:
    for drawing in (f"{SUMMARY}\n{FORM}", f"{FORM}\n{SUMMARY}"):
        found = read(drawing)
        assert sorted((t.project_name, len(t.indicators), t.department) for t in found.tables) == [
            ("乙", 1, "某局"),
            ("甲", 2, "某局"),
        ]
        assert len(twice(found)) == 1


def test_other_contents_under_one_key_are_both_kept_and_told_apart() -> None:
    other = FORM.replace("2份", "3份")
    found = read(f"{FORM}\n\n{other}")
    tables, _ = normalize_tables(found.tables)
    assert (len(tables), len({table.key for table in tables}), twice(found)) == (2, 2, [])


def test_other_money_another_year_or_another_goal_is_another_table() -> None:
    for old, new in (("| 40", "| 41"), ("2023年", "2024年")):
        assert len(read(f"{FORM}\n\n{FORM.replace(old, new)}").tables) == 2
    goals = [FORM.replace("预算数", f"年度目标 | {goal}\n预算数") for goal in ("写报告", "办论坛")]
    assert len(read("\n\n".join(goals)).tables) == 2


def test_a_shorter_form_is_no_summary_of_a_longer_one() -> None:
    shorter = FORM.rsplit("\n", 1)[0]
    assert len(read(f"{FORM}\n\n{shorter}").tables) == 2


def test_forms_of_two_offices_with_one_project_name_stay_apart() -> None:
    offices = [FORM.replace("项目名称", f"项目单位 | {office}\n项目名称") for office in ("甲局", "乙局")]
    assert [table.agency for table in read("\n\n".join(offices)).tables] == ["甲局", "乙局"]


def test_tables_without_a_project_are_taken_together_only_where_all_is_equal() -> None:
    named = "部门整体绩效目标表\n{}\n" + GRID.format("2份")
    assert len(read(f"{named.format('部门名称 | 甲局')}\n\n{named.format('部门名称 | 甲局')}").tables) == 1
    assert len(read(f"{named.format('部门名称 | 甲局')}\n\n{named.format('备注 | 无')}").tables) == 2
