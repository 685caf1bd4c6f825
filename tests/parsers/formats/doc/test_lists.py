"""Lists count as they are defined."""

import struct

from parsers.formats.doc.lists import Lists


def level(text: str, style: int = 0, start: int = 1) -> bytes:
    """A level of a list."""
    return struct.pack("<IBB22x", start, style, 0) + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def definition(*levels: bytes, key: int = 7) -> bytes:
    """One list of one level."""
    return struct.pack("<HI22xBx", 1, key, 1) + b"".join(levels)


USES = struct.pack("<I", 2) + struct.pack("<I8xBxxx", 7, 0) * 2 + bytes(8)


def test_lists_count() -> None:
    lists = Lists(definition(level("（\0）", style=37)), USES)
    assert [lists.label(1, 0), lists.label(2, 0), lists.label(9, 0), lists.label(1, 3)] == ["（一）", "（二）", "", ""]


def test_a_use_may_start_anew() -> None:
    uses = struct.pack("<I", 1) + struct.pack("<I8xBxxx", 7, 1) + bytes(4) + struct.pack("<II", 5, 0x10)
    assert Lists(definition(level("\0.")), uses).label(1, 0) == "5."


def test_what_cannot_be_read_shows_no_number() -> None:
    whole = definition(level("\0."))
    assert {Lists(whole[:cut], USES).label(1, 0) for cut in range(len(whole))} == {"", "1"}
    assert Lists(whole, USES[:9]).label(1, 0) == ""
    assert Lists(b"", b"").label(1, 0) == ""
