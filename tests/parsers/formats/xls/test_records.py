"""The records of Excel 97-2003 streams."""

from parsers.formats.conservation import Count
from parsers.formats.xls.records import has_codepage, raw_count, reach, records


def record(kind: int, data: bytes = b"") -> bytes:
    """A record."""
    return kind.to_bytes(2, "little") + len(data).to_bytes(2, "little") + data


SHEET, CHART = (record(0x0809, b"\x00\x06" + kind + bytes(4)) for kind in (b"\x10\x00", b"\x20\x00"))
END = record(0x000A)


def test_cells_of_sheets_are_counted_and_their_copies_in_charts_are_not() -> None:
    cell = record(0x0203, bytes(14))
    several = record(0x00BD, bytes(4 + 6 * 3 + 2))
    no_text = record(0x0006, bytes(6) + b"\x03" + bytes(5) + b"\xff\xff" + bytes(8))
    stream = SHEET + cell + CHART + cell * 5 + END + several + no_text + record(0x0201, bytes(6)) + END + cell
    assert raw_count(stream) == Count(tables=1, rows=1, cells=4, characters=0)


def test_records_end_where_the_stream_does() -> None:
    assert [len(data) for _, data in records(SHEET[:-1])] == [7]
    assert list(records(b"\x09")) == []


def test_cells_reach_as_far_as_their_last_row_and_column() -> None:
    several = record(0x00BD, b"\x02\x00\x01\x00" + bytes(12) + b"\x02\x00")
    assert reach(SHEET + record(0x0203, b"\x09\x00\x01\x00" + bytes(10)) + several) == 30
    assert reach(SHEET) == 0


def test_a_codepage_is_found() -> None:
    assert has_codepage(SHEET + record(0x0042, b"\xa8\x03"))
    assert not has_codepage(SHEET)
