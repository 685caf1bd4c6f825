"""Lines and cells as a page's source holds them."""

from parsers.formats.html.written import BREAK, MARK, Line, Table, TableCell, lines


def test_lines_end_at_breaks_and_bear_marks() -> None:
    text = f"前言{BREAK}{MARK} 附件\n 一{BREAK}{BREAK}\u3000{BREAK}a\n b"
    assert list(lines(text)) == [Line("前言"), Line("附件一", boundary=True), Line("a b")]
    assert list(lines("甲", hidden=True)) == [Line("甲", hidden=True)]


def test_a_cell_tells_its_lines_from_its_tables() -> None:
    cell = TableCell(content=[Line("甲"), Table(), Line("乙")])
    assert (cell.text, len(cell.inner), TableCell(content=[Line("丙")]).text) == ("甲\n乙", 1, "丙")
