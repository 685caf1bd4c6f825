"""Tables whose columns go on on other pages."""

from collections.abc import Sequence

import pytest

from parsers import Hints, interpret, read
from parsers.layouts.sections.pages_across import left_out, made_whole
from schema.catalogue import Code
from schema.document import Block, Document, Grid
from schema.limits import Limits
from schema.span import Box
from schema.table import PerformanceTable
from tests.drawing import document
from tests.parsers.formats.pdf.drawn import Cell, Drawing, Row
from tests.parsers.layouts.paged import paged

LEFT = """项目支出绩效目标表
序号 | 主管部门 | 项目名称 | 预算金额（万元）
1 | 某市教育局 | 校舍改造 | 120
^ | ^ | ^ | ^
2 | 某市水利局 | 山洪防治 | 60"""
MIDDLE = """年度绩效目标 | 一级指标 | 二级指标
改造校舍 | 产出指标 | 数量指标
^ | 满意度指标 | 服务对象满意度指标
防治山洪 | 产出指标 | 数量指标"""
RIGHT = """三级指标 | 指标值 | 计量单位
改造校舍 | ≥3 | 栋
师生满意度 | ≥95 | %
维护站点 | ≥85 | 个"""
MORE = (
    "3 | 某市卫健委 | 公共卫生 | 80\n4 | 某市民政局 | 养老服务 | 70",
    "服务居民 | 产出指标 | 质量指标\n服务老人 | 产出指标 | 时效指标",
    "建档率 | ≥90 | %\n发放时间 | ≤10 | 天",
)
READ = [
    (
        "某市教育局",
        "校舍改造",
        "改造校舍",
        [("产出指标", "数量指标", "改造校舍", "≥3"), ("满意度指标", "服务对象满意度指标", "师生满意度", "≥95")],
    ),
    ("某市水利局", "山洪防治", "防治山洪", [("产出指标", "数量指标", "维护站点", "≥85")]),
]
READ_MORE = [
    ("某市卫健委", "公共卫生", "服务居民", [("产出指标", "质量指标", "建档率", "≥90")]),
    ("某市民政局", "养老服务", "服务老人", [("产出指标", "时效指标", "发放时间", "≤10")]),
]


def pages(*drawings: str) -> dict[int, list[Block]]:
    """Pages with a table each, and lines above it."""
    shown: dict[int, list[Block]] = {}
    for number, drawing in enumerate(drawings, 1):
        box = Box(page=number, x0=0.0, top=0.0, x1=90.0, bottom=10.0)
        lines = [block for block in document(drawing).blocks if not isinstance(block, Grid)]
        shown[number] = [line.model_copy(update={"box": box}) for line in lines]
        for grid in paged(drawing).grids:
            cells = [cell._replace(box=cell.box._replace(page=number)) for cell in grid.cells if cell.box]
            shown[number].append(Grid(place=f"page {number} › table 1", cells=tuple(cells)))
    return shown


def told(*drawings: str) -> list[tuple[str | None, str | None, str | None, list[tuple[str | None, ...]]]]:
    blocks = tuple(block for page in pages(*drawings).values() for block in page)
    found = interpret(Document(source="pdf", blocks=blocks), Hints(file_name="a.pdf"))
    assert found.cells.holds
    assert found.cells.reported == 0
    return [(table.department, table.project_name, table.goal, _indicators(table)) for table in found.tables]


def _indicators(table: PerformanceTable) -> list[tuple[str | None, ...]]:
    return [(each.level1, each.level2, each.name, each.stated.value) for each in table.indicators]


def test_pages_whose_rows_lie_at_the_same_heights_are_one_table() -> None:
    assert told(LEFT, MIDDLE, RIGHT) == READ


@pytest.mark.parametrize("order", [(0, 3, 1, 4, 2, 5), (0, 1, 2, 3, 4, 5)], ids=["down first", "right first"])
def test_the_order_of_pages_does_not_matter(order: Sequence[int]) -> None:
    drawn = (LEFT, MIDDLE, RIGHT, *MORE)
    assert told(*(drawn[at] for at in order)) == [*READ, *READ_MORE]


def test_a_title_may_stand_above_any_of_its_columns() -> None:
    title, _, rest = LEFT.partition("\n")
    assert told(rest, f"{title}\n{MIDDLE}", RIGHT) == READ


def test_every_cell_keeps_the_place_where_it_is_printed() -> None:
    blocks = tuple(block for page in pages(LEFT, MIDDLE, RIGHT).values() for block in page)
    table = interpret(Document(source="pdf", blocks=blocks), Hints(file_name="a.pdf")).tables[0]
    assert table.spans["project_name"][0].place == "page 1 › table 1"
    (value,) = table.indicators[1].spans["value"]
    assert (value.place, value.row, value.column) == ("page 3 › table 1", 3, 2)
    assert value.box is not None
    assert value.box.page == 3


FORM = "项目名称 | 校舍改造 |\n一级指标 | 三级指标 | 指标值\n产出指标 | 改造校舍 | ≥3\n满意度指标 | 师生满意度 | ≥95"


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((FORM, FORM), id="one form after the other names the same columns"),
        pytest.param((LEFT, MIDDLE + "\n防治山洪 | 产出指标 | 质量指标"), id="more rows"),
        pytest.param((LEFT, "项目支出绩效自评表\n" + MIDDLE), id="two titles"),
        pytest.param(
            (LEFT, "收支项目 | 收入 | 支出\n一 | 1 | 2\n二 | 3 | 4\n三 | 5 | 6"), id="no columns of indicators"
        ),
    ],
)
def test_other_pages_stay_apart(others: Sequence[str]) -> None:
    blocks = [block for page in pages(*others).values() for block in page]
    assert made_whole(blocks) == blocks


def test_pages_that_say_nothing_are_asked_for_only_beside_columns_without_a_project() -> None:
    shown = pages(LEFT, MIDDLE, RIGHT, "目录 | 1\n说明 | 2")
    asked: list[int] = []

    def look(number: int) -> list[Block]:
        asked.append(number)
        return shown[number]

    assert left_out({2: shown[2], 3: shown[3]}, [1, 4], look) == {1: shown[1]}
    assert asked == [1, 4]
    assert left_out({1: shown[1]}, [2, 3, 4], look) == {}
    assert asked == [1, 4]


def test_a_sheet_printed_over_pages_side_by_side_is_read_whole() -> None:
    """Its first page has neither a title nor a word of indicators, its title stands on the second."""
    parts: list[list[list[str]]] = [
        [["序号", "主管部门", "项目名称"], ["1", "某市教育局", "校舍改造"], ["2", "某市水利局", "山洪防治"]],
        [
            ["年度绩效目标", "一级指标", "二级指标"],
            ["改造校舍", "产出指标", "数量指标"],
            ["防治山洪", "产出指标", "数量指标"],
        ],
        [["三级指标", "指标值", "计量单位"], ["校舍数量", "≥3", "栋"], ["站点数量", "≥85", "个"]],
    ]
    drawing = Drawing()
    for number, part in enumerate(parts):
        if number:
            drawing.next_page()
        if number == 1:
            drawing.text(60, 40, "项目支出绩效目标表", 14)
        rows: list[Row] = [{column: Cell(text) for column, text in enumerate(row)} for row in part]
        drawing.table(rows, 60, 90, widths=(120, 150, 150))
    found = read(drawing.done(), "a.pdf", Limits())
    assert Code.PAGES_SKIPPED not in {diagnostic.code for diagnostic in found.diagnostics}
    tables = interpret(found, Hints(file_name="a.pdf")).tables
    assert [(table.project_name, _indicators(table)) for table in tables] == [
        ("校舍改造", [("产出指标", "数量指标", "校舍数量", "≥3")]),
        ("山洪防治", [("产出指标", "数量指标", "站点数量", "≥85")]),
    ]


def test_a_form_cut_between_its_columns_is_one_with_cells_merged_over_the_cut() -> None:
    left = """项目支出绩效目标表
项目名称 | 山洪灾害防治
主管部门 | 某市水利局
年度总体目标 | 提升防御能力
一级指标 | 二级指标
产出指标 | 数量指标
满意度指标 | 服务对象满意度指标"""
    right = """山洪灾害防治 | < |
实施单位 | 某市水文站 |
提升防御能力 | < |
三级指标 | 指标值 | 分值
监测站点 | ≥85个 | 50
群众满意度 | ≥90% | 50"""
    blocks = tuple(block for page in pages(left, right).values() for block in page)
    found = interpret(Document(source="pdf", blocks=blocks), Hints(file_name="a.pdf"))
    (table,) = found.tables
    assert (table.project_name, table.department, table.agency, table.goal) == (
        "山洪灾害防治",
        "某市水利局",
        "某市水文站",
        "提升防御能力",
    )
    assert table.spans["project_name"][0].place == "page 1 › table 1"
    assert _indicators(table) == [
        ("产出指标", "数量指标", "监测站点", "≥85个"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"),
    ]
    assert found.cells.holds
    assert found.cells.reported == 0
