"""Styles give their lists to paragraphs and characters."""

import struct

from parsers.formats.doc.styles import Styles, styles
from tests.parsers.formats.doc.binary import prop

VANISH = prop(0x083C, b"\x01")


def style(kind: int, parent: int, *lists: bytes) -> bytes:
    """A style with its size before it."""
    body = struct.pack("<HHHHH", 0, kind | parent << 4, 0, 0, 0) + struct.pack("<HHH", 1, 0x7532, 0)
    body += b"".join(struct.pack("<H", len(listed)) + listed + bytes(len(listed) & 1) for listed in lists)
    return struct.pack("<H", len(body)) + body + bytes(len(body) & 1)


def sheet(*found: bytes) -> bytes:
    """The structure of all styles."""
    return struct.pack("<HHH", 4, len(found), 10) + b"".join(found)


def test_a_style_rests_on_another() -> None:
    heading = style(1, 0xFFF, b"\0\0" + prop(0x2640, b"\x01"), VANISH)
    found = styles(
        sheet(
            heading, style(1, 0, b"\1\0" + prop(0x460B, b"\x02\0"), b""), struct.pack("<H", 0), style(2, 0xFFF, VANISH)
        )
    )
    assert found.paragraph(1) == prop(0x2640, b"\x01") + prop(0x460B, b"\x02\0")
    assert found.characters(1) == found.characters(3) == VANISH
    assert found.paragraph(2) == found.paragraph(99) == b""


def test_a_style_that_rests_on_itself_ends() -> None:
    assert len(styles(sheet(style(1, 0, b"\0\0", VANISH))).characters(0)) < 100


def test_what_cannot_be_read_says_nothing() -> None:
    whole = sheet(style(1, 0xFFF, b"\0\0", VANISH))
    for cut in range(len(whole)):
        assert styles(whole[:cut]).characters(0) in {b"", VANISH[:-1], VANISH[:-2], VANISH[:-3], VANISH}
    assert styles(b"") == Styles()
