"""The independent count over the tags of a spreadsheet."""

import time

import pytest

from parsers.formats.conservation import Count
from parsers.formats.ods.raw_count import raw_count


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("", Count()),
        ("<table:table-cell/><table:table-cell><text:p> </text:p></table:table-cell>", Count()),
        ("<table:table-cell><text:p>甲&lt;</text:p></table:table-cell>", Count(cells=1, characters=2)),
        ("<table:table-cell><text:p>甲</text:p><office:annotation><text:p>乙", Count(cells=1, characters=1)),
        ("<table:covered-table-cell><text:p>甲</text:p>", Count()),
    ],
)
def test_cells_with_text_are_counted(content: str, count: Count) -> None:
    assert raw_count(content.encode()) == count


@pytest.mark.parametrize("piece", [b"<table:table-cell", b"<text:p", b"<", b"<table:table-cell><text:p><"])
def test_no_content_takes_longer_than_its_length(piece: bytes) -> None:
    start = time.process_time()
    raw_count(piece * 100_000)
    assert time.process_time() - start < 2
