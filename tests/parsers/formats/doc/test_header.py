"""The header says where everything stands, or why nothing can be read."""

import struct

import pytest

from parsers.formats.doc.header import header
from schema.read_error import ReadError
from schema.source import Status


def stream(version: int = 0xC1, flags: int = 0, main: int = 5) -> bytes:
    """A header with a main text of some length."""
    packed = bytearray(512)
    struct.pack_into("<HHxxHxxH", packed, 0, 0xA5EC, version, 0x0804, flags)
    struct.pack_into("<7i", packed, 76, main, 1, 2, 0, 0, 0, 7)
    struct.pack_into("<H4I", packed, 152, 2, 1, 2, 3, 4)
    return bytes(packed)


def test_stories_follow_each_other() -> None:
    found = header(stream(flags=0x0200))
    assert (found.table, found.main, found.boxes, found.places) == ("1Table", 5, range(8, 15), ((1, 2), (3, 4)))
    assert found.chinese
    assert header(stream(flags=0x0100)).encrypted


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Status.CORRUPT),
        (stream()[:100], Status.CORRUPT),
        (stream(main=-1), Status.CORRUPT),
        (stream(version=0x65), Status.UNSUPPORTED),
        (b"\xdc\xa5" + bytes(200), Status.UNSUPPORTED),
    ],
)
def test_what_is_no_header_is_refused(content: bytes, expected: Status) -> None:
    with pytest.raises(ReadError) as refused:
        header(content)
    assert refused.value.status is expected
