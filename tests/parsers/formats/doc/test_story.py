"""Marks become tables."""

import pytest

from parsers.formats import Request, read
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.doc.binary import IN_TABLE, ROW_END, doc, prop, shape

Piece = tuple[str, bytes]


def shown(*parts: Piece) -> list[str]:
    """What stretches of text, each with its list of properties, read as."""
    text, runs = "", []
    for words, listed in parts:
        runs.append((len(text), len(text) + len(words), listed))
        text += words
    return drawn(read(doc(text, paragraphs=runs), "a.doc", Request()))


def row(cells: str, definition: bytes) -> list[Piece]:
    """A row: each cell ends with a mark, and the row with another."""
    return [(cells, IN_TABLE), ("\x07", IN_TABLE + ROW_END + definition)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("甲\x07乙\x07", shape(0, 100, 200))], ["1: 甲 | 乙"]),
        ([row("甲\r乙\x07", shape(0, 100))], ["1: 甲⏎乙"]),
        ([row("标题\x07", shape(0, 200)), row("甲\x07乙\x07", shape(0, 100, 200))], ["1: 标题 | 标题", "2: 甲 | 乙"]),
        ([row("甲\x07乙\x07", shape(-5, 100, 200)), row("丙\x07", shape(105, 205))], ["1: 甲 | 乙", "2:  | 丙"]),
        ([row("甲\x07乙\x07", shape(0, 100, 200, merges=(0x60,))), row("\x07丙\x07", shape(0, 100, 200, merges=(0x20,)))], ["1: 甲 | 乙", "2: 甲 | 丙"]),
        # horizontal merges, in the numbers of one program and of another
        ([row("甲\x07\x07乙\x07", shape(0, 100, 200, 300, merges=(1, 2))), row("1\x072\x073\x07", shape(0, 100, 200, 300))], ["1: 甲 | 甲 | 乙", "2: 1 | 2 | 3"]),
        ([row("甲\x07\x07乙\x07", shape(0, 100, 200, 300, merges=(3, 1))), row("1\x072\x073\x07", shape(0, 100, 200, 300))], ["1: 甲 | 甲 | 乙", "2: 1 | 2 | 3"]),
        # rows that say nothing of their cells, or something else
        ([row("甲\x07乙\x07", b"")], ["1: 甲 | 乙"]),
        ([row("甲\x07乙\x07丙\x07", shape(0, 100, 200))], ["1: 甲 | 乙 | 丙"]),
        ([[("甲\x07乙", IN_TABLE)]], ["1: 甲 | 乙"]),
    ],
)  # fmt: skip
def test_rows_and_cells(rows: list[list[Piece]], expected: list[str]) -> None:
    assert shown(*(piece for found in rows for piece in found)) == ["[table 1]", *expected]


def test_paragraphs_stand_between_tables() -> None:
    one = row("甲\x07", shape(0, 100))
    assert shown(("一\r", b""), *one, ("二\r", b""), *one) == [
        "paragraph 1 一",
        "[table 1]",
        "1: 甲",
        "paragraph 2 二",
        "[table 2]",
        "1: 甲",
    ]


def test_a_deep_nest_of_tables_ends() -> None:
    assert shown(("甲\r", IN_TABLE + prop(0x6649, b"\xff\0\0\0")))[-1] == "1: 甲"


def test_a_row_whose_end_alone_is_deleted_is_shown() -> None:
    deleted = prop(0x0800, b"\x01")
    for words, expected in (("甲\x07", ["[table 1]", "1: 甲", "2: 乙"]), ("", ["[table 1]", "1: 乙"])):
        text = f"{words or '甲' + chr(7)}\x07乙\x07\x07"
        at = len(words) if words else 0
        paragraphs = [(0, 2, IN_TABLE), (2, 3, IN_TABLE + ROW_END), (3, 5, IN_TABLE), (5, 6, IN_TABLE + ROW_END)]
        content = doc(text, paragraphs=paragraphs, characters=[(at, 3, deleted)])
        assert drawn(read(content, "a.doc", Request())) == expected
