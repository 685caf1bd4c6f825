"""Headers that a page break cut, and labels at the foot of a page over what the next one begins with."""

import pytest

from parsers.layouts import Hints, interpret
from parsers.layouts.grids.rows import Row, Slot, rows_of
from parsers.layouts.sections.cut_headers import heads_values, rests_of_header
from schema.table import PerformanceTable
from tests.drawing import document
from tests.parsers.layouts.paged import paged
from tests.parsers.layouts.telling import lines


def rows(drawing: str) -> tuple[Row, ...]:
    return rows_of(document(drawing).grids[0])


def rests(above: Row, below: Row) -> list[str] | None:
    def over(slot: Slot) -> Slot | None:
        return above.at(slot.column)

    found = rests_of_header(above, below, over)
    return None if found is None else [f"{label.text}+{slot.text}" for label, slot in found.pairs]


HEADER = "一级指 | 二级指 | 三级指 | 年度指 | 分值"


def test_halves_that_make_labels_are_a_header() -> None:
    (above,), (below,) = rows(HEADER), rows("标 | 标 | 标 | 标值 |")
    assert rests(above, below) == ["一级指+标", "二级指+标", "三级指+标", "年度指+标值"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("一级指标 | 三级指标 | 指标值", "产出指标 | 培训人数 | ≥200人"),
        ("产出指标 | 培训人数 | ≥200人", " | 场次 | 次"),
        ("预期目标 | 实际完成情况 |", "完成任务。 | 已完成任务。 |"),
        ("一级指 | 三级指 | 指标值", "标 | 标 | ≥200人"),
        ("一级指标 | 三级指标 | 指标值", " | | 实际完成值 | 偏差原因"),
        ("绩效指标 | 群众满意度 | ≥92%", "项目名称 | 教育经费 |"),
    ],
    ids=["indicators", "the end of an indicator", "goals", "a value below a whole label", "more columns", "a project"],
)
def test_a_row_of_its_own_is_no_end_of_a_header(above: str, below: str) -> None:
    assert rests(rows(above)[0], rows(below)[0]) is None


def test_cells_below_part_of_a_label_are_its_parts() -> None:
    (above,), (below,) = rows("绩效 | 一级 | 偏差原因分析 | < | 备注"), rows("指标 | 指标 | 经费保障 | 其他 |")
    found = rests_of_header(above, below, lambda slot: above.at(slot.column))
    assert found is not None
    assert [slot.text for slot in found.parts] == ["经费保障", "其他"]


def test_labels_alone_in_a_row_head_what_stands_below_them() -> None:
    (goals,) = rows("年度目标 | 预期目标 | 实际完成情况")
    values = {slot.column: slot for slot in rows(" | 完成任务。 | 已完成任务。")[0].slots}
    assert heads_values(goals, values)
    assert not heads_values(rows("年度目标 | 完成宣传，提升 |")[0], {2: values[2]})


def one(drawing: str) -> PerformanceTable:
    found = interpret(paged(drawing), Hints(file_name="a.pdf"))
    assert found.cells.holds
    assert not found.cells.reported, list(lines(found))
    (table,) = found.tables
    return table


TITLE = "2024年项目支出绩效自评表\n"
HEAD = f"{TITLE}项目名称 | 专利转化 | < | < | <"


def test_a_header_whose_labels_are_cut_between_letters() -> None:
    table = one(f"{HEAD}\n{HEADER}\n\n标 | 标 | 标 | 标值 |\n产出指标 | 数量指标 | 培训人数 | ≥200人 | 10")
    assert [(i.level1, i.name, i.stated.value, i.weight) for i in table.indicators] == [
        ("产出指标", "培训人数", "≥200人", "10")
    ]


def test_a_header_of_two_rows_whose_second_the_break_cut_as_well() -> None:
    head = f"{TITLE}项目名称 | 专利转化 | < | < | < | <\n"
    header = "一级指标 | 三级指标 | 指标值 | 全年完成情 | 偏差原因分析 | <\n^ | ^ | ^ | ^ | 经费保障 | 硬件条件保"
    row = "产出指标 | 培训人数 | ≥200人 | 190人 | | 场地不足"
    (indicator,) = one(f"{head}{header}\n\n | | | 况 | | 障\n{row}").indicators
    assert (indicator.name, indicator.actual, indicator.deviation) == ("培训人数", "190人", "硬件条件保障：场地不足")


def test_the_end_of_a_label_may_read_as_a_value() -> None:
    (above,), (below,) = rows("三级指标 | 指标值 | 1－9月执行 | 硬件条件"), rows(" | | 情况 | 保障")
    assert rests(above, below) == ["1－9月执行+情况", "硬件条件+保障"]


def test_a_header_of_two_rows_cut_in_its_first() -> None:
    head = f"{TITLE}项目名称 | 专利转化 | < | < | < | < | <\n"
    above = "绩效 | 一级 | 三级 | 指标值 | 1-7 | 偏差原因分析 | <"
    below = "指标 | 指标 | 指标 | | 月完成情况 | 经费保障 | 其他\n^ | 产出指标 | 培训人数 | ≥200人 | 190人 | | 场地不足"
    (indicator,) = one(f"{head}{above}\n\n{below}").indicators
    assert (indicator.level1, indicator.name, indicator.actual) == ("产出指标", "培训人数", "190人")
    assert indicator.deviation == "其他：场地不足"


def test_a_header_over_amounts_that_is_cut_with_the_label_beside_it() -> None:
    head = f"{HEAD}\n项目资金 | 类别 | 年初预算 | 调整后预 | 1－9月"
    below = "（万元） | | 数 | 算数 | 执行数\n^ | 年度资金总额 | 26 | 24 | 17"
    rest = "一级指标 | 三级指标 | 指标值 | 实际完成值 | 备注\n产出指标 | 培训人数 | ≥200人 | 190人 |"
    table = one(f"{head}\n\n{below}\n{rest}")
    assert [(fund.role, fund.amount) for fund in table.funds] == [
        ("initial", "260000"),
        ("adjusted", "240000"),
        ("executed", "170000"),
    ]


GOALS = "年度总体目标 | 预期目标 | < | 实际完成情况 | <"
REST = "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值\n产出指标 | 数量指标 | 培训人数 | ≥200人 | 190人"


@pytest.mark.parametrize(
    ("labels", "values"),
    [(GOALS, ""), (GOALS.replace("年度总体目标", "年度总"), "体目标")],
    ids=["between the rows", "in the label beside them"],
)
def test_goals_on_the_page_after_their_labels(labels: str, values: str) -> None:
    table = one(f"{HEAD}\n{labels}\n\n{values} | 完成年度任务。 | < | 已完成年度任务。 | <\n{REST}")
    assert (table.goal, table.goal_actual) == ("完成年度任务。", "已完成年度任务。")


@pytest.mark.parametrize("part", ["地方资金", "年度资金总额"])
def test_a_block_of_funds_goes_on_with_any_of_its_rows(part: str) -> None:
    above = f"{HEAD}\n项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率"
    table = one(f"{above}\n\n | {part} | 6800 | 5120 | 75.29%\n{REST}")
    assert [(fund.role, fund.amount) for fund in table.funds] == [("budget", "68000000"), ("executed", "51200000")]
