"""Pages opened, read and closed."""

import pytest

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.pages import Pages, place
from schema.document import Grid
from tests.parsers.formats.pdf.drawn import Look, form


def grid(look: Look) -> Grid:
    content, _ = form(look)
    pdfium.start()
    document = pdfium.load(content, len(content), None)
    with Pages(document) as pages:
        page = pages.page(1)
        assert page is not None
        assert page.shows_anything()
        (found,) = (block for block in page.read().blocks if isinstance(block, Grid))
    pdfium.close(document)
    return found


def test_a_page_that_does_not_exist_is_none() -> None:
    content, _ = form()
    pdfium.start()
    document = pdfium.load(content, len(content), None)
    with Pages(document) as pages:
        page = pages.page(7)
        assert page is None
    pdfium.close(document)
    assert place(7) == "page 7"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(rotate: int) -> None:
    assert grid(Look(rotate=rotate)) == grid(Look())


def test_a_page_drawn_sideways_reads_alike_with_boxes_where_the_words_stand() -> None:
    upright, sideways = grid(Look()), grid(Look(sideways=True))
    assert [cell.text for cell in sideways.cells] == [cell.text for cell in upright.cells]
    one, other = upright.cells[0].box, sideways.cells[0].box
    assert one is not None
    assert other is not None
    seen = (one.top, 595 - one.x1, one.bottom, 595 - one.x0)
    assert (other.x0, other.top, other.x1, other.bottom) == pytest.approx(seen, abs=0.1)
