"""A page as drawn and what it shows."""

from parsers.formats.lattice import Piece, Rule, Sheet, read_sheet
from schema.document import Grid, Text


def framed(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    return [
        Rule(left, top, right, top + 0.5),
        Rule(left, bottom, right, bottom + 0.5),
        Rule(left, top, left + 0.5, bottom),
        Rule(right, top, right + 0.5, bottom),
    ]


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


TABLE = [*framed(50, 100, 250, 140), Rule(50, 120, 250, 120.5), Rule(150, 100, 150.5, 140)]
WORDS = [line("名称", 52, 105), line("指标值", 152, 105), line("报告", 52, 125), line("两份", 152, 125)]


def test_blocks_come_in_reading_order_with_their_boxes() -> None:
    pieces = [*WORDS, line("绩效目标表", 100, 50, 16), line("注：", 52, 160)]
    found = read_sheet(Sheet(2, 595, 842, pieces, TABLE), "page 2").blocks
    assert [block.text if isinstance(block, Text) else block.place for block in found] == [
        "绩效目标表",
        "page 2 › table 1",
        "注：",
    ]


def test_a_border_around_a_page_and_a_box_to_tick_are_no_tables() -> None:
    rules = [*TABLE, *framed(20, 20, 570, 800), *framed(55, 127, 63, 135)]
    (grid,) = (b for b in read_sheet(Sheet(1, 595, 842, WORDS, rules), "page 1").blocks if isinstance(b, Grid))
    assert (grid.height, grid.width) == (2, 2)


def test_text_across_the_page_belongs_to_no_cell() -> None:
    seal = line("审计专用章", 60, 110)._replace(slanted=True, turned=True)
    found = read_sheet(Sheet(1, 595, 842, [*WORDS, seal], TABLE), "page 1")
    assert found.across == ("审计专用章",)
    assert [cell.text for block in found.blocks if isinstance(block, Grid) for cell in block.cells] == [
        "名称",
        "指标值",
        "报告",
        "两份",
    ]


def test_letters_turned_in_their_cell_read_in_the_order_they_were_drawn() -> None:
    turned = [line(text, 60, 128 - 2 * at)._replace(turned=True, order=at) for at, text in enumerate(("绩效", "指标"))]
    found = read_sheet(Sheet(1, 595, 842, [*WORDS[:2], *turned, WORDS[3]], TABLE), "page 1")
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.at(2, 1) is not None
    assert [cell.text for cell in grid.cells][2] == "绩效指标"


def test_a_box_without_inner_lines_is_read_by_its_columns() -> None:
    pieces = [line(text, x, 105 + 18 * at) for at in range(3) for text, x in (("合格率", 55), ("九成", 180))]
    (grid,) = read_sheet(Sheet(1, 595, 842, pieces, framed(50, 100, 250, 160)), "page 1").blocks
    assert isinstance(grid, Grid)
    assert (grid.height, grid.width) == (3, 2)


def test_a_row_of_small_letters_is_a_table() -> None:
    rules = [*framed(50, 100, 450, 112), Rule(120, 100, 120.5, 112)]
    pieces = [line("项目名称", 52, 102, 8), line("专利转化", 122, 102, 8)]
    (grid,) = read_sheet(Sheet(1, 595, 842, pieces, rules), "page 1").blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["项目名称", "专利转化"]


def test_cells_with_frames_of_their_own_are_one_table() -> None:
    rules = [side for y in (100, 124) for x in (50, 154) for side in framed(x, y, x + 100, y + 20)]
    (grid,) = read_sheet(Sheet(1, 595, 842, WORDS, [*framed(46, 96, 258, 148), *rules]), "page 1").blocks
    assert isinstance(grid, Grid)
    assert [(cell.row, cell.column) for cell in grid.cells] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_shaded_cells_without_lines_are_a_table() -> None:
    grounds = [Rule(x, y, x + 98, y + 19) for y in (100, 120) for x in (50, 150)]
    (grid,) = read_sheet(Sheet(1, 595, 842, WORDS, grounds=grounds), "page 1").blocks
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["名称", "指标值", "报告", "两份"]


def test_letters_below_each_other_in_a_narrow_cell_are_read_where_their_lines_stand() -> None:
    cell = framed(50, 100, 80, 160)
    pieces = [line("建设", 52, 104), line("，", 62, 128), line("改善", 52, 140)]
    tall = Piece("任务", 52, 116, 62, 138, 10, turned=True)

    def letters(piece: Piece) -> list[Piece]:
        return [line("任", 52, 116), line("务", 52, 128)] if piece is tall else [piece]

    beside = [*framed(80, 100, 200, 160), Rule(50, 162, 200, 162.5)]
    sheet = Sheet(1, 595, 842, [*pieces, tall, line("报告", 90, 105)], [*cell, *beside], letters=letters)
    (grid,) = (block for block in read_sheet(sheet, "page 1").blocks if isinstance(block, Grid))
    assert grid.cells[0].text.replace("\n", "") == "建设任务，改善"
