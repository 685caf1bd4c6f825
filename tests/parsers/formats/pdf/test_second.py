"""The second reader."""

import pytest

from parsers.formats.pdf.second import SecondReader
from schema.document import Grid
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.pdf.drawn import Look, form


@pytest.mark.parametrize("look", [Look(), Look(stroke="rectangles"), Look(borders="open")])
def test_it_shows_the_same_table(look: Look) -> None:
    content, placed = form(look)
    with SecondReader(content) as second:
        leaf = second.leaf(1)
        assert leaf is not None
        assert leaf.shows_anything()
        (grid,) = (block for block in leaf.read().blocks if isinstance(block, Grid))
    found = {(cell.row, cell.column, cell.rows, cell.columns): cell.text for cell in grid.cells}
    assert found == {cell[:4]: cell.text for cell in placed}


def test_a_file_it_cannot_open() -> None:
    with SecondReader(b"%PDF-1.7 nothing %%EOF") as second, pytest.raises(ReadError) as refused:
        list(second.leaves(Limits()))
    assert refused.value.status is Status.CORRUPT
    with SecondReader(b"%PDF-1.7 nothing %%EOF") as second:
        assert second.leaf(1) is None


def test_all_pages_under_the_limit() -> None:
    content, _ = form(Look(page=(595, 360)))
    with SecondReader(content) as second:
        assert [leaf.number for leaf in second.leaves(Limits())] == [1, 2]
    with SecondReader(content) as second, pytest.raises(ReadError) as refused:
        list(second.leaves(Limits(pages=1)))
    assert refused.value.status is Status.LIMIT
