"""What was filled in or typed onto a page afterwards."""

from collections.abc import Callable

from parsers import read
from schema.catalogue import Code
from schema.document import Document
from schema.limits import Limits
from schema.span import Box
from tests.parsers.formats.pdf.drawn import FORM, Drawing

VALUES = {"≥30%": "30%", "≥98%": "98%", "≥90%": "=90%"}


def form(fill: Callable[[Drawing, Box, str], None]) -> Document:
    """A form some of whose values were filled in afterwards."""
    drawing = Drawing()
    blank = [
        {column: cell._replace(text=" " if cell.text in VALUES else cell.text) for column, cell in row.items()}
        for row in FORM
    ]
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    drawing.table(blank, 60, 90)
    said = {(number, column): cell.text for number, row in enumerate(FORM) for column, cell in row.items()}
    for placed in list(drawing.placed):
        if (text := said[placed.row - 1, placed.column - 1]) in VALUES:
            fill(drawing, placed.box, VALUES[text])
    return read(drawing.done(), "a.pdf", Limits())


def values(document: Document) -> list[str]:
    (grid,) = document.grids
    return [cell.text for cell in grid.cells if cell.text in VALUES.values()]


def test_values_of_form_fields_stand_in_their_cells_and_their_frames_divide_nothing() -> None:
    found = form(lambda drawing, box, value: drawing.filled(box, value, f"v{box.top}"))
    assert values(found) == ["30%", "98%", "=90%"]
    assert found.diagnostics == ()
    whole = form(lambda drawing, box, value: drawing.text(box.x0 + 3, box.top + 3, value))
    assert [(cell.row, cell.column, cell.rows) for cell in found.grids[0].cells] == [
        (cell.row, cell.column, cell.rows) for cell in whole.grids[0].cells
    ]


def test_a_hidden_field_is_not_there() -> None:
    found = form(lambda drawing, box, value: drawing.filled(box, value, f"v{box.top}", seen=False))
    assert values(found) == []


def test_text_without_an_appearance_is_named() -> None:
    found = form(lambda drawing, box, value: drawing.noted(box, value))
    assert values(found) == []
    (said,) = found.diagnostics
    assert said.code is Code.ANNOTATIONS_NOT_READ
    assert said.args == {"count": "3", "pages": "1", "text": "30%、98%、=90%"}
