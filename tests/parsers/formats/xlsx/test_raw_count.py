"""The independent count over the bytes of sheets."""

import time

import pytest

from parsers.formats.conservation import Count
from parsers.formats.xlsx.raw_count import raw_count, string_sizes


@pytest.mark.parametrize(
    ("sheet", "count"),
    [
        (b"", Count()),
        (b'<row><c r="A1" s="1"/><c><v></v></c></row>', Count()),
        (b'<x:row r="1"><x:c t="s"><x:v>1</x:v></x:c></x:row>', Count(1, 1, 1, 3)),
        (b"<row><c><f>A1</f><v>2</v></c><c><f/><v>2</v></c></row>", Count(1, 1, 2, 2)),
        (b"<row><c><f>A1&lt;2</f></c></row><row><c t='inlineStr'><is><t>a</t></is></c></row>", Count(1, 1, 1, 1)),
        (b'<row><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>', Count(1, 1, 1, 1)),
    ],
)
def test_cells_with_a_value_are_counted(sheet: bytes, count: Count) -> None:
    assert raw_count([sheet], [0, 3]) == count


def test_escaped_characters_are_not_counted_as_written() -> None:
    assert string_sizes(b"<si><t>a_x000D_&#10;&lt;b</t></si>") == [3]


@pytest.mark.parametrize("piece", [b"<c ", b"<c>", b"<row", b"<c><f>", b"<c><f ", b"<x:c"])
def test_no_part_takes_longer_than_its_length(piece: bytes) -> None:
    start = time.process_time()
    raw_count([piece * 100_000], [])
    string_sizes(piece.replace(b"c", b"si") * 20_000)
    assert time.process_time() - start < 2
