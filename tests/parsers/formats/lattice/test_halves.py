"""Two pages on one sheet."""

from parsers.formats.lattice import Piece, Rule, Sheet, read_sheet
from parsers.formats.lattice.halves import gutter
from schema.document import Grid, Text


def framed(left: float, top: float) -> list[Rule]:
    """Two cells beside each other."""
    lines = [Rule(left, y, left + 300, y) for y in (top, top + 20)]
    return [*lines, *(Rule(x, top, x, top + 20) for x in (left, left + 150, left + 300))]


def line(text: str, x: float, y: float) -> Piece:
    return Piece(text, x, y, x + 10 * len(text), y + 10, 10)


def test_the_left_page_is_read_before_the_right_one() -> None:
    halves = [
        [line("自评表一", left + 100, top), line("项目名称", left + 5, top + 45), line(name, left + 155, top + 45)]
        for left, top, name in ((40, 60, "修路"), (460, 20, "建桥"))
    ]
    rules = [*framed(40, 100), *framed(460, 60)]
    found = read_sheet(Sheet(1, 842, 595, [*halves[1], *halves[0]], rules), "page 1").blocks
    said = [block.text if isinstance(block, Text) else block.cells[-1].text for block in found]
    assert said == ["自评表一", "修路", "自评表一", "建桥"]
    assert [block.place for block in found if isinstance(block, Grid)] == ["page 1 › table 1", "page 1 › table 2"]


def test_a_table_or_a_title_over_the_middle_makes_one_page() -> None:
    sides = [(40.0, 340.0), (460.0, 760.0)]
    assert gutter(sides, [], 842) == 400
    assert gutter([*sides, (40.0, 760.0)], [], 842) is None
    assert gutter(sides, [line("部门整体支出绩效自评表", 350, 20)], 842) is None
    assert gutter([(40.0, 140.0), (160.0, 340.0)], [], 842) is None
