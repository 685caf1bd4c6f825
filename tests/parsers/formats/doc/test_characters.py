"""What a person sees of characters with properties."""

import struct

import pytest

from parsers.formats import Request, read
from parsers.formats.doc.characters import PLAIN, Look, font_names
from schema.document import Text
from tests.parsers.formats.doc.binary import doc, prop


def said(text: str, *runs: tuple[int, int, bytes]) -> str:
    """The text of a file of one paragraph."""
    blocks = read(doc(text + "\r", characters=list(runs)), "a.doc", Request()).blocks
    return "\n".join(block.text for block in blocks if isinstance(block, Text))


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        ("甲乙丙", [(1, 2, prop(0x0800, b"\x01"))], "甲丙"),
        ("甲乙丙", [(0, 1, prop(0x0801, b"\x01"))], "甲乙丙"),
        ("甲乙丙", [(0, 1, prop(0x083C, b"\x01")), (1, 2, prop(0x083C, b"\x00"))], "乙丙"),
        ("甲乙丙", [(0, 1, prop(0x083C, b"\x81")), (1, 2, prop(0x083C, b"\x80"))], "乙丙"),
        ("(95%", [(0, 1, prop(0x6A09, struct.pack("<HH", 9, 0xF0B3)))], "≥95%"),
        ("\uf0a35天", [], "≤5天"),
        ("10m2", [(3, 4, prop(0x2A48, b"\x01"))], "10m²"),
        ("CO2", [(2, 3, prop(0x2A48, b"\x02"))], "CO₂"),
        ("a\x1eb\x1fc\x02d\x05", [], "a-bcd"),
        ("甲\x0b乙\x0e丙\t丁", [], "甲\n乙\n丙\t丁"),
        ("\x13 PAGE \x1412\x15页", [], "12页"),
        ("\x13 A \x13 B \x14c\x15 \x14甲\x15", [], "甲"),
        ("\x14甲\x15", [], "甲"),
    ],
)
def test_what_a_person_sees(text: str, runs: list[tuple[int, int, bytes]], expected: str) -> None:
    assert said(text, *runs) == expected


def test_a_look_is_gone_where_deleted_or_hidden() -> None:
    assert [PLAIN.gone, Look(deleted=True).gone, Look(hidden=True).gone] == [False, True, True]


def test_the_table_of_fonts() -> None:
    named = [bytes(39) + name.encode("utf-16-le") + bytes(2) for name in ("宋体", "Symbol")]
    structure = struct.pack("<HH", 2, 0) + b"".join(bytes([len(name)]) + name for name in named)
    assert font_names(structure) == ["宋体", "Symbol"]
    assert font_names(structure[:60]) == font_names(structure[:60])
    assert font_names(b"") == []
