"""Where forms state the unit of their money: a stated unit that is missed makes a budget ten thousand times too large."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.unit_cells import without_units
from schema.table import PerformanceTable
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import one, read

GRID = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 报告 | 2份"
PROJECT = "项目名称 | 甲 | < | <"


def form(title: str, *lines: str, money: str = "预算金额 | 200 | < | <") -> PerformanceTable:
    """The table of a form with lines under its title."""
    return one("\n".join((f"{title} | < | < | <", *lines, money, GRID)))


@pytest.mark.parametrize(
    "line",
    [
        "单位：元",
        "编制单位：乙局    单位：元",
        "填报单位：乙局 2024年度 单位：元",
        "乙局    单位：元",
        "2024年度 金额：元",
        "单位:元  公开14表",
        "单位:元、%",
        "（元）",
        "注：本表金额单位为元。",
    ],
)
def test_a_line_of_the_sheet_states_the_unit_among_other_words(line: str) -> None:
    above = one(f"{line} | < | < | <\n项目绩效目标表 | < | < | <\n{PROJECT}\n预算金额 | 200 | < | <\n{GRID}")
    below = form("项目绩效目标表", f"{line} | < | < | <", PROJECT)
    assert (above.budget.total, below.budget.total) == ("200", "200")
    assert above.project_name == below.project_name == "甲"


def test_what_stands_beside_the_unit_is_read_too() -> None:
    told = form("项目绩效目标表", "填报单位：乙局 2024年度 单位：元 | < | < | <", PROJECT)
    assert (told.agency, told.fiscal_year, told.budget.total) == ("乙局", 2024, "200")
    assert form("项目绩效目标表", "2024年度 金额：元 | < | < | <", PROJECT).fiscal_year == 2024
    assert form("项目绩效目标表", "乙县财政局    单位：元 | < | < | <", PROJECT).agency == "乙县财政局"
    assert form("项目绩效目标表", "填报单位：乙局（金额单位：元） | < | < | <", PROJECT).agency == "乙局"


def test_a_note_at_the_foot_states_the_unit_but_overrules_none() -> None:
    foot = "注：本表金额单位为元。 | < | < | <"
    head = f"项目绩效目标表 | < | < | <\n{PROJECT}\n预算金额 | 200 | < | <"
    assert one(f"{head}\n{GRID}\n{foot}").budget.total == "200"
    assert one(f"单位：万元 | < | < | <\n{head}\n{GRID}\n{foot}").budget.total == "2000000"


@pytest.mark.parametrize(
    "row", ["项目名称 | 甲 | < | 单位：元", "单位：乙局 | < | < | 单位：元", "项目名称 | 甲 | | （元）"]
)
def test_a_cell_at_the_end_of_a_row_states_the_unit(row: str) -> None:
    assert form("项目绩效目标表", row).budget.total == "200"


@pytest.mark.parametrize(
    ("title", "bare", "total"),
    [
        ("项目支出绩效目标表（元）", "项目支出绩效目标表", "200"),
        ("项目支出绩效目标表（2024年度）（元）", "项目支出绩效目标表（2024年度）", "200"),
        ("项目绩效目标表（万元）", "项目绩效目标表", "2000000"),
    ],
)
def test_a_title_ends_in_the_unit(title: str, bare: str, total: str) -> None:
    told = form(title, PROJECT)
    assert (told.title, told.budget.total) == (bare, total)


def test_a_lone_unit_among_indicators_is_none_of_the_form() -> None:
    drawing = f"项目绩效目标表 | < | < | <\n{PROJECT}\n预算金额 | 200 | < | <\n{GRID}\n | | （元） |\n | 质量指标 | 合格率 | 95%"
    assert one(drawing).budget.total == "2000000"


@pytest.mark.parametrize("name", ["元氏县财政局", "元/人"])
def test_words_that_begin_like_a_unit_are_none(name: str) -> None:
    assert form("项目绩效目标表", f"单位：{name} | < | < | <", PROJECT).budget.total == "2000000"


@pytest.mark.parametrize(
    ("corner", "yuan"),
    [
        ("资金（元）", 1),
        ("资金（万元）", 10_000),
        ("资金⏎（万元）", 10_000),
        ("预算执行（元）", 1),
        ("项目经费（元）", 1),
        ("部门整体支出资金（元）", 1),
        ("部门预算资金（元）", 1),
        ("资金  单位：元", 1),
        ("项目资金", 10_000),
        ("", 10_000),
    ],
)
def test_stages_head_a_block_whatever_its_corner_says(corner: str, yuan: int) -> None:
    told = form(
        "项目绩效目标表",
        PROJECT,
        money=f"{corner} | 年初预算数 | 全年预算数 | 全年执行数\n年度资金总额 | 100 | 200 | 150",
    )
    assert told.budget.total == str(200 * yuan)
    stated = [(fund.role, fund.amount) for fund in told.funds]
    assert stated == [("initial", str(100 * yuan)), ("budget", str(200 * yuan)), ("executed", str(150 * yuan))]


def test_the_unit_of_any_label_over_a_block_holds_for_it() -> None:
    told = form(
        "项目绩效目标表",
        PROJECT,
        money="资金 | 年初预算数 | 全年预算数（元） | 全年执行数\n年度资金总额 | 100 | 200 | 150",
    )
    assert [fund.amount for fund in told.funds] == ["100", "200", "150"]


@pytest.mark.parametrize("row", ["甲项目 | 100 | 200 | 150", "^ | 100 | 200 | 150"])
def test_the_only_row_of_a_block_names_no_part(row: str) -> None:
    told = form("项目绩效目标表", PROJECT, money=f"经费（元） | 年初预算数 | 全年预算数 | 全年执行数\n{row}")
    assert [(fund.role, fund.amount) for fund in told.funds] == [
        ("initial", "100"),
        ("budget", "200"),
        ("executed", "150"),
    ]


def test_pairs_in_one_row_head_no_block() -> None:
    told = form(
        "项目绩效目标表", PROJECT, money="奇怪 | 年初预算数 | 100 | 全年执行数 | 90\n年度资金总额 | 300 | < | <"
    )
    assert [(fund.role, fund.amount) for fund in told.funds][:2] == [("initial", "1000000"), ("executed", "900000")]


def test_a_row_of_nothing_but_the_unit_is_gone() -> None:
    head, uses = Head(), Uses()
    left = without_units(rows_of(document("项目名称 | 甲\n单位：元 |\n主管部门 | 乙局").grids[0]), head, uses)
    assert head.unit_of_money == "元"
    assert [row.slots[0].text for row in left] == ["项目名称", "主管部门"]


def test_the_unit_in_the_cell_behind_an_amount_is_its_own() -> None:
    found = read(
        """
        专项资金绩效目标表
        专项资金名称 | 治理 | < | <
        专项资金总额 | 资金总额 | 5,000 | 元
        ^ | 其中：省级财政资金 | 3,000 | 元
        三级指标 | 指标值 | 权重 | 备注
        治理面积 | 10万亩 | 10 |
        """
    )
    assert found.tables[0].budget.model_dump() == {"total": "5000", "fiscal": "3000", "other": None}
    assert found.cells.reported == 0


def test_a_unit_in_the_cell_behind_its_label_stands_there() -> None:
    told = form("项目绩效目标表", PROJECT, money="资金总额 | 350000 | 单位 | 元")
    assert told.budget.total == "350000"
    (unit,) = [field for field in told.fields if field.label == "单位"]
    assert (unit.text, unit.span.column) == ("元", 4)


def test_an_office_behind_the_label_is_that_of_the_form() -> None:
    told = form("项目绩效目标表", PROJECT, "单位 | 溆浦县图书馆 | < | <")
    assert (told.agency, told.budget.total) == ("溆浦县图书馆", "2000000")
    assert form("项目绩效目标表", PROJECT, "单位 | 三个片区 | < | <").agency is None
