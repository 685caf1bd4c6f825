"""The records of binary sheet parts."""

import pytest

from parsers.formats.xlsb.records import Extent, extent, records


def record(kind: int, number: int) -> bytes:
    """A record that begins with a row or a column."""
    return bytes([kind, 4]) + number.to_bytes(4, "little")


def test_the_extent_is_that_of_cells_with_a_value() -> None:
    part = record(0, 9) + record(1, 99) + record(2, 3) + record(0, 19) + record(7, 0)
    assert extent(part) == Extent(rows=2, cells=2, area=44)
    assert extent(record(0, 5) + record(1, 5)) == Extent()


@pytest.mark.parametrize("part", [b"", b"\x00", b"\x80\x80\x80", b"\x02\xff\xff\xff\xff\xff"])
def test_any_bytes_have_records(part: bytes) -> None:
    assert all(len(data) <= len(part) for _, data in records(part))
    assert extent(part).cells <= 1
