"""Numbered headings that part forms and name their projects."""

import pytest

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

GRID = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | {} | ≥24次\n^ | 质量指标 | 合格率 | 100%"
FORM = "主管部门 | 某市公安局 | < | <\n" + GRID


@pytest.mark.parametrize(
    "headings",
    [
        ("一、平安建设", "二、雪亮工程"),
        ("（一）平安建设", "（二）雪亮工程"),
        ("1.平安建设", "2.雪亮工程"),
        ("项目一：平安建设", "项目二：雪亮工程"),
    ],
)
@pytest.mark.parametrize("form", [FORM, GRID], ids=["an office", "nothing but a header"])
def test_a_heading_above_the_head_of_a_form_begins_it_and_names_its_project(
    headings: tuple[str, str], form: str
) -> None:
    one, two = headings
    found = read(f"2024年项目支出绩效目标表\n{one}\n{form.format('巡查')}\n\n{two}\n{form.format('摄像头')}")
    assert [(t.project_name, len(t.indicators)) for t in found.tables] == [("平安建设", 2), ("雪亮工程", 2)]
    assert Code.PROJECT_FROM_HEADING in {diagnostic.code for diagnostic in found.diagnostics}


def test_in_a_sheet_the_heading_is_a_cell_alone_in_its_row() -> None:
    sheet = "\n".join(("一、平安建设 |", FORM.format("巡查"), "二、雪亮工程 |", FORM.format("摄像头")))
    found = read(f"2024年项目支出绩效目标表\n{sheet}")
    assert [(t.project_name, len(t.indicators)) for t in found.tables] == [("平安建设", 2), ("雪亮工程", 2)]
    assert not found.cells.reported


def test_a_project_that_the_head_names_needs_no_heading() -> None:
    form = f"项目名称 | 雪亮工程 | < | <\n{FORM.format('摄像头')}"
    (table,) = read(f"2024年项目支出绩效目标表\n一、平安建设\n{form}").tables
    assert table.project_name == "雪亮工程"


def test_a_numbered_office_is_no_project() -> None:
    one, two = (FORM.format(name) for name in ("巡查", "摄像头"))
    tables = read(f"2024年项目支出绩效目标表\n一、某市水利局\n{one}\n\n二、某市林业局\n{two}").tables
    assert [(table.project_name, table.agency) for table in tables] == [(None, "某市水利局"), (None, "某市林业局")]


def test_a_numbered_part_of_a_form_parts_nothing() -> None:
    form = f"项目名称 | 雪亮工程 | < | <\n二、资金情况 | < | < | <\n资金总额 | 5万元 | < | <\n三、绩效指标 | < | < | <\n{GRID.format('甲')}"
    (table,) = read(f"2024年项目支出绩效目标表\n{form}").tables
    assert (table.project_name, len(table.indicators)) == ("雪亮工程", 2)


LISTED = (
    "一级指标 | 二级指标 | 三级指标 | 指标值\n{}\n产出指标 | 数量指标 | 图书 | ≥3万册\n效益指标 | 社会效益 | 流通 | ≥8万人次\n"
    "{}\n产出指标 | 数量指标 | 活动 | ≥60场"
)


def test_rows_that_name_projects_under_one_header_part_it() -> None:
    rows = ("项目名称：图书采购（预算：150万元） | < | < | <", "项目名称：阅读推广（预算：30万元） | < | < | <")
    found = read(f"2024年项目支出绩效目标表\n{LISTED.format(*rows)}")
    assert [(t.project_name, t.budget.total, len(t.indicators)) for t in found.tables] == [
        ("图书采购", "1500000", 2),
        ("阅读推广", "300000", 1),
    ]
    assert not found.cells.reported


@pytest.mark.parametrize(
    "row",
    [
        "单位名称：{0} 项目名称：{1} 预算数：{2} 年度目标：{3} | < | < | <",
        "单位名称：{0} | < | < | <\n项目名称：{1} 预算数：{2} 年度目标：{3} | < | < | <",
        "单位名称：{0} | 项目名称：{1} | 预算数：{2} | 年度目标：{3}",
    ],
)
def test_a_row_of_several_labels_names_the_project_of_the_rows_below_it(row: str) -> None:
    rows = (row.format(*told) for told in [("县医院", "设备更新", "600", "更新"), ("县疾控中心", "冷链", "35", "保障")])
    found = read(f"2024年项目支出绩效目标表\n单位：万元\n{LISTED.format(*rows)}")
    assert [(t.agency, t.project_name, t.budget.total, t.goal, len(t.indicators)) for t in found.tables] == [
        ("县医院", "设备更新", "6000000", "更新", 2),
        ("县疾控中心", "冷链", "350000", "保障", 1),
    ]
    assert not found.cells.reported


def test_numbered_rows_under_one_header_part_it_and_that_is_said() -> None:
    found = read(f"2024年项目支出绩效目标表\n{LISTED.format('一、图书采购 | < | < | <', '二、阅读推广 | < | < | <')}")
    assert [(t.project_name, len(t.indicators)) for t in found.tables] == [("图书采购", 2), ("阅读推广", 1)]
    assert [d.code for d in found.diagnostics if d.code is Code.PROJECT_FROM_HEADING] == [Code.PROJECT_FROM_HEADING] * 2


def test_a_header_in_two_rows_holds_for_every_project_below_it() -> None:
    header = "绩效指标 | < | < | 指标值\n一级指标 | 二级指标 | 三级指标 | ^"
    rows = LISTED.format("项目名称：图书采购 | < | < | <", "项目名称：阅读推广 | < | < | <").split("\n", 1)[1]
    tables = read(f"2024年项目支出绩效目标表\n{header}\n{rows}").tables
    assert [[i.name for i in table.indicators] for table in tables] == [["图书", "流通"], ["活动"]]


def test_a_band_over_indicators_of_one_project_parts_nothing() -> None:
    form = LISTED.format("一、产出指标 | < | < | <", "二、效益指标 | < | < | <")
    (table,) = read(f"2024年项目支出绩效目标表\n项目名称 | 图书 | < | <\n{form}").tables
    assert (table.project_name, len(table.indicators)) == ("图书", 3)


def test_numbered_parts_of_a_project_that_is_named_part_nothing_and_are_reported() -> None:
    form = LISTED.format("一、图书采购 | < | < | <", "二、阅读推广 | < | < | <")
    found = read(f"2024年项目支出绩效目标表\n项目名称 | 全民阅读 | < | <\n{form}")
    assert [(t.project_name, len(t.indicators)) for t in found.tables] == [("全民阅读", 3)]
    assert found.cells.reported == 2


@pytest.mark.parametrize("between", ["", "\n"], ids=["a sheet", "grids of their own"])
def test_money_below_each_heading_parts_two_forms(between: str) -> None:
    form = "年度资金总额（万元） | {} | < | <\n" + GRID
    one, two = form.replace("{}", "368.5", 1).format("巡查"), form.replace("{}", "60", 1).format("演出")
    found = read(
        f"2024年项目支出绩效目标表 | < | < | <\n（一）安全生产巡查 | | | \n{one}\n{between}（二）送戏下乡 | | | \n{two}"
    )
    assert [(t.project_name, t.budget.total, [i.name for i in t.indicators]) for t in found.tables][1:] == [
        ("送戏下乡", "600000", ["演出", "合格率"])
    ]
    assert found.tables[0].budget.total == "3685000"


def test_money_stated_again_before_and_after_an_adjustment_parts_nothing() -> None:
    form = "年度资金总额（万元） | {} | < | <\n" + GRID
    one, two = form.replace("{}", "30", 1).format("巡查"), form.replace("{}", "20", 1).format("巡查")
    found = read(f"2024年项目支出绩效目标表\n项目名称 | 平安建设 | < | <\n{one}\n二、调整后 | | | \n{two}")
    assert {table.project_name for table in found.tables} == {"平安建设"}
