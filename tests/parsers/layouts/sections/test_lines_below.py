"""Lines below the grid of a form: which still tell of the form, and which do not."""

import pytest

from schema.catalogue import Code
from schema.table import PerformanceTable
from tests.parsers.layouts.reading_drawings import one, read

FORM = (
    "项目支出绩效目标表（2024年度）\n\n项目名称 | 公共自行车运营 | < | <\n"
    "一级指标 | 二级指标 | 三级指标 | 指标值\n"
    "产出指标 | 数量指标 | 运营站点 | ≥260个\n"
    "满意度指标 | 服务对象满意度指标 | 市民满意度 | ≥85%\n"
)
LINES = "预算金额：1500万元\n主管部门：某市水利局\n预算年度：2022年\n绩效目标：完成河道整治。\n自评得分：92"


def _told(table: PerformanceTable) -> tuple[object, ...]:
    return table.budget.total, table.department, table.fiscal_year, table.goal, table.score


@pytest.mark.parametrize(
    "heading",
    [
        "五、其他重要事项",
        "（二）第三方评价结果",
        "名词解释",
        "项目名称：老旧小区加装电梯补助",
        "经评价，该项目实施规范，群众反映良好，取得了预期成效。",
    ],
)
@pytest.mark.parametrize("mark", ["", " | < | < | <"])
def test_lines_behind_a_heading_or_another_project_are_not_the_forms(heading: str, mark: str) -> None:
    below = "".join(f"{line}{mark}\n" for line in [heading, *LINES.split("\n")])
    found = read(FORM + ("" if mark else "\n") + below)
    (table,) = found.tables
    assert (table.project_name, *_told(table)) == ("公共自行车运营", None, None, 2024, None, None)
    assert [field.label for field in table.fields] == ["项目名称"]
    assert bool(found.cells.reported) is bool(mark)


def test_a_heading_may_be_a_label_elsewhere() -> None:
    table = one(f"{FORM}\n2023年度项目情况\n{LINES}")
    assert _told(table) == (None, None, 2024, None, None)


def test_lines_right_below_fill_what_the_form_leaves_open() -> None:
    assert _told(one(f"{FORM}\n{LINES}")) == ("15000000", "某市水利局", 2024, "完成河道整治。", "92")


def test_lines_right_below_never_overrule_the_form() -> None:
    head = FORM.replace("一级", "年度目标 | 运营良好 | 预算金额 | 300万元\n主管部门 | 某市城管局 | < | <\n一级", 1)
    table = one(f"{head}\n{LINES}")
    assert _told(table) == ("3000000", "某市城管局", 2024, "运营良好", "92")
    assert [fund.stated for fund in table.funds] == ["300万元"]
    assert ("预算年度", "2022年") in [(field.label, field.text) for field in table.fields]


def test_behind_a_lone_label_of_the_foot_stands_what_others_said() -> None:
    table = one(f"{FORM}\n审核意见\n年度目标：同意\n评价等级：优")
    assert (table.goal, [(field.label, field.text) for field in table.fields[1:]]) == (None, [("评价等级", "优")])


def test_notes_and_page_numbers_end_nothing() -> None:
    lines = "备注：本表由单位填报。\n1.执行率按财政口径计算。\n— 12 —\n填报单位：某市城管局\n填报日期：2024年1月8日"
    assert one(f"{FORM}\n{lines}").agency == "某市城管局"


@pytest.mark.parametrize(
    "sentence",
    [
        "绩效目标：指预算资金预期达到的产出和效果。",
        "项目资金：是指为完成特定任务安排的资金。",
        "总体目标：指计划期内的目标。",
    ],
)
def test_what_explains_a_word_is_no_field(sentence: str) -> None:
    table = one(f"{FORM}\n{sentence}")
    assert (table.goal, table.funds, len(table.fields)) == (None, (), 1)


def test_a_goal_may_begin_as_an_explanation_does() -> None:
    assert one(f"{FORM}\n绩效目标：指导全县的农户用好补贴。").goal == "指导全县的农户用好补贴。"


def test_lines_below_one_form_are_not_the_head_of_the_next() -> None:
    second = FORM.replace("公共自行车运营", "图书更新")
    first, other = read(f"{FORM}\n五、其他\n{LINES}\n{second}").tables
    assert _told(first) == _told(other) == (None, None, 2024, None, None)


def test_a_paragraph_between_two_forms_of_a_sheet_is_no_indicator() -> None:
    said = "2.“图书更新”项目绩效自评综述：项目自评得分96分。全年预算数30万元，执行数30万元。 | < | < | <\n"
    sheet = FORM.replace("）\n\n", "） | < | < | <\n")
    drawn = sheet + said + sheet.replace("公共自行车运营", "图书更新")
    margin = "".join(f" | {line}\n" for line in drawn.strip().split("\n"))
    for drawing in (drawn, margin):
        found = read(drawing)
        assert [len(table.indicators) for table in found.tables] == [2, 2]
        assert [d.code for d in found.diagnostics] == [Code.UNUSED_CELL]


def test_the_number_of_the_annex_that_follows_says_nothing() -> None:
    sheet = FORM.replace("）\n\n", "） | < | < | <\n")
    found = read(f"{sheet}附件2 | < | < | <\n{sheet.replace('公共自行车运营', '图书更新')}")
    assert [len(table.indicators) for table in found.tables] == [2, 2]
    assert found.cells.reported == 0
