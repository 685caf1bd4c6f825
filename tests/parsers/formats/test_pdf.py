"""PDF files, drawn in every manner: cells, spans and boxes as they were drawn."""

import pytest

from parsers.formats import Request
from parsers.formats.pdf import PDF, matches
from schema.document import Cell
from tests.parsers.formats.pdf.drawn import FORM, Look, Placed, form

RULED = {
    "ruled": Look(),
    "thin rectangles": Look(stroke="rectangles"),
    "dotted": Look(stroke="dots"),
    "open sides": Look(borders="open"),
    "landscape": Look(page=(842, 595)),
    "turned": Look(rotate=90),
    "turned back": Look(rotate=270),
    "upside down": Look(rotate=180),
    "watermark and page numbers": Look(watermark="内部资料", footer=True),
    "rows too low, clipped": Look(clip=True, fixed_height=16),
    "rows too low": Look(fixed_height=16),
    "cells too narrow, clipped": Look(clip=True, fixed_height=16, wrap=False),
    "over pages, rows broken": Look(page=(595, 360)),
    "over pages, header again": Look(page=(595, 360), header=4, break_rows=False, footer=True),
}


def read(look: Look) -> tuple[dict[tuple[int, str, int, int], Cell], list[Placed]]:
    content, placed = form(look)
    document = PDF.read(content, Request())
    cells = {
        (cell.box.page, grid.place, cell.row, cell.column): cell
        for grid in document.grids
        for cell in grid.cells
        if cell.box is not None
    }
    return cells, placed


@pytest.mark.parametrize("look", RULED.values(), ids=RULED)
def test_every_cell_is_where_it_was_drawn(look: Look) -> None:
    cells, placed = read(look)
    assert len(cells) == len(placed)
    for drawn in placed:
        cell = cells[drawn.box.page, f"page {drawn.box.page} › table 1", drawn.row, drawn.column]
        assert (cell.text, cell.rows, cell.columns) == (drawn.text.replace("\n", ""), drawn.rows, drawn.columns)
        assert cell.box is not None
        for side in ("x0", "top", "x1", "bottom"):
            assert getattr(cell.box, side) == pytest.approx(getattr(drawn.box, side), abs=2)


def test_three_rules_give_the_rows_and_columns_of_the_text() -> None:
    rows = [{at: cell._replace(rows=1) for at, cell in row.items() if at} for row in FORM[4:]]
    content, _ = form(Look(borders="three"), rows=rows)
    (grid,) = PDF.read(content, Request()).grids
    assert (grid.height, grid.width) == (9, 4)
    assert [grid.at(row, 4) is not None for row in range(1, 10)] == [True] * 9


def test_content_decides() -> None:
    assert matches(b"\n%PDF-1.4 ...", "a.txt")
    assert not matches(b"PK\x03\x04 %PDF-1.4", "a.pdf")
    assert not matches("关于%PDF的说明".encode(), "a.pdf")
