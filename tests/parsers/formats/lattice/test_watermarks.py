"""Text laid over a page."""

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece
from parsers.formats.lattice.watermarks import watermarks

CELLS = [Piece("合格率", x, y, x + 30, y + 10, 10) for y in range(100, 200, 20) for x in (10, 110)]


def test_large_letters_that_lines_run_through_are_a_watermark() -> None:
    mark = Piece("内部资料", 20, 120, 180, 160, 40)
    assert watermarks([*CELLS, mark], [Edge(140, 0, 200)], []) == {mark}
    assert watermarks([*CELLS, mark], [], [Edge(100, 100, 200)]) == {mark}


def test_a_title_is_none_and_neither_is_text_that_reaches_over_a_wall() -> None:
    title = Piece("绩效目标表", 40, 50, 160, 74, 24)
    long = Piece("中小微企业接受高校院所专利转让", 10, 100, 160, 110, 10)
    assert watermarks([*CELLS, title, long], [Edge(80, 0, 200)], [Edge(100, 80, 200)]) == set()
    assert watermarks([], [], []) == set()
