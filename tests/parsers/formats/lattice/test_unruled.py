"""Tables without any line."""

from parsers.formats.lattice import Piece, Sheet, read_sheet
from parsers.formats.lattice.unruled import unruled
from schema.document import Grid

ROWS = (
    ("二级指标", "三级指标", "指标值"),
    ("数量指标", "新建卫生室数量", "≥12个"),
    ("质量指标", "验收合格率", "100%"),
    ("时效指标", "资金拨付及时率", "≥95%"),
    ("成本指标", "单位面积改造成本", "≤1850元"),
)


def piece(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


def page(pitch: float) -> list[Piece]:
    return [
        piece(text, x, 80 + pitch * at)
        for at, row in enumerate(ROWS)
        for text, x in zip(row, (60, 140, 260), strict=True)
    ]


def test_lines_in_the_same_columns_are_a_table() -> None:
    title = piece("项目支出绩效目标表", 100, 40, 16)
    found = read_sheet(Sheet(1, 595, 842, [title, *page(20)]), "page 1").blocks
    (grid,) = [block for block in found if isinstance(block, Grid)]
    assert [tuple(cell.text for cell in grid.cells if cell.row == row) for row in range(1, 6)] == [*ROWS]


def test_rows_that_may_be_wrapped_lines_are_left_as_text() -> None:
    assert unruled(page(14)) == []


def test_one_wrapped_text_is_one_cell() -> None:
    name = piece("使用情况", 140, 132)
    (grid,) = read_sheet(Sheet(1, 595, 842, [*page(40), name]), "page 1").blocks
    assert isinstance(grid, Grid)
    cell = grid.at(2, 2)
    assert cell is not None
    assert cell.text.replace("\n", "") == "新建卫生室数量使用情况"


def test_prose_and_pairs_are_no_table() -> None:
    prose = [piece("本年度完成村级卫生室标准化建设，提升基层医疗服务能力", 60, 40 + 20 * at) for at in range(9)]
    assert unruled(prose) == []
    pairs = [piece(text, x, 40 + 20 * at) for at in range(9) for text, x in (("目录", 60), ("3", 300))]
    assert unruled(pairs) == []


def test_wrapped_texts_and_merged_labels_are_told_by_the_room_between_rows() -> None:
    rows = [("新建卫生室", "≥12个"), ("验收合格率", "100%"), ("资金拨付率", "≥95%"), ("改造成本", "≤1850元")]
    pieces = [piece("（线上）", 140, 53 + 40 * at) for at in range(4)]
    for at, (name, value) in enumerate(rows):
        pieces += [piece(name, 140, 40 + 40 * at), piece(value, 260, 46 + 40 * at)]
    labels = [piece("产出指标", 60, 66), piece("效益指标", 60, 146)]
    found = read_sheet(Sheet(1, 595, 842, [*pieces, *labels, piece("— 7 —", 200, 220)]), "page 1").blocks
    (grid,) = [block for block in found if isinstance(block, Grid)]
    assert [(cell.row, cell.rows) for cell in grid.cells if cell.column == 1] == [(1, 2), (3, 2)]
    assert [cell.text.replace("\n", "") for cell in grid.cells if cell.column == 2] == [f"{n}（线上）" for n, _ in rows]
