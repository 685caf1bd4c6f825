"""Text out of pieces, wide and narrow."""

import struct

import pytest

from parsers.formats import Request, read
from parsers.formats.doc.pieces import pieces, whole
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.doc.binary import doc, prop


def shown(*parts: tuple[str, bytes, int], prc: bytes = b"", language: int = 0x0804) -> list[str]:
    """What pieces read as."""
    return drawn(read(doc("", pieces=list(parts), prc=prc, language=language), "a.doc", Request()))


def test_pieces_are_read_in_the_order_of_their_list() -> None:
    assert shown(("甲≥", "甲≥".encode("utf-16-le"), 0), ("95% \x96\r", b"95% \x96\r", 0)) == ["paragraph 1 甲≥95% –"]


def test_bytes_that_are_gbk_are_read_as_such_in_a_chinese_file() -> None:
    stored = "绩效目标表\r乙\r".encode("gbk")
    piece = ("x" * len(stored), stored, 0)
    assert shown(piece) == ["paragraph 1 绩效目标表", "paragraph 2 乙"]
    assert shown(piece, language=0x0409) != ["paragraph 1 绩效目标表", "paragraph 2 乙"]
    assert shown(("10m\xb2\r", b"10m\xb2\r", 0)) == ["paragraph 1 10m²"]


def test_halves_of_a_pair_count_as_two_and_show_as_one() -> None:
    assert shown(("\ud842\udfb7甲\r", "𠮷甲\r".encode("utf-16-le"), 0)) == ["paragraph 1 𠮷甲"]
    assert whole("\ud842") == "\ufffd"


def test_a_fast_save_hides_and_deletes_by_piece() -> None:
    wide = "甲".encode("utf-16-le")
    short = 0x5C << 1 | 1 << 8
    listed = b"\x01" + struct.pack("<H", 3) + prop(0x0800, b"\x01")
    assert shown(("甲", wide, short), ("乙\r", "乙\r".encode("utf-16-le"), 0)) == ["paragraph 1 乙"]
    assert shown(("甲", wide, 1), ("乙\r", "乙\r".encode("utf-16-le"), 0), prc=listed) == ["paragraph 1 乙"]


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        (b"", Status.CORRUPT),
        (b"\x02\x00\x00\x00\x00", Status.CORRUPT),
        (b"\x02" + struct.pack("<III", 16, 5, 2) + bytes(8), Status.CORRUPT),
        (b"\x02" + struct.pack("<III", 16, 1, 2) + bytes(8), Status.CORRUPT),
        (b"\x02" + struct.pack("<III", 16, 0, 99) + bytes(8), Status.TRUNCATED),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(structure: bytes, expected: Status) -> None:
    with pytest.raises(ReadError) as refused:
        pieces(structure, bytes(10), chinese=True)
    assert refused.value.status is expected
