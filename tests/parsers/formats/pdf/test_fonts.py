"""Fonts that files name and do not hold."""

from parsers.formats import Request
from parsers.formats.pdf import PDF
from parsers.formats.pdf.fonts import system_fonts
from schema.document import Grid
from tests.parsers.formats.pdf.drawn import Cell, Drawing


def drawn() -> bytes:
    drawing = Drawing()
    drawing.table([{0: Cell("政策覆盖面"), 1: Cell("≥"), 2: Cell("⩾"), 3: Cell("元")}], 50, 100, (100, 50, 50, 50))
    return drawing.done()


def texts(content: bytes) -> list[str]:
    (grid,) = (block for block in PDF.read(content, Request()).blocks if isinstance(block, Grid))
    return [cell.text for cell in grid.cells]


def test_no_letter_is_lost_that_the_machine_has_no_font_for() -> None:
    assert texts(drawn()) == ["政策覆盖面", "≥", "⩾", "元"]


def test_reading_is_the_same_after_pages_were_drawn() -> None:
    with system_fonts():
        pass
    assert texts(drawn()) == ["政策覆盖面", "≥", "⩾", "元"]
