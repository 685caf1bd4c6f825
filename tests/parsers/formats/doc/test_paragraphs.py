"""Paragraphs know their depth, their cells and rows."""

from parsers.formats.doc.paragraphs import TableCell, properties
from tests.parsers.formats.doc.binary import IN_TABLE, ROW_END, prop, shape


def test_depth_is_one_in_a_table_unless_it_is_said() -> None:
    assert properties(0, b"", b"").depth == 0
    assert properties(0, IN_TABLE, b"").depth == 1
    assert properties(0, IN_TABLE + prop(0x6649, b"\x02\0\0\0"), b"").depth == 2
    assert properties(0, prop(0x6649, b"\xff\xff\xff\x7f"), b"").depth == 0


def test_a_row_has_edges_and_merges() -> None:
    merged = properties(0, IN_TABLE + ROW_END + shape(-108, 900, 1900, 2900, merges=(0x60, 0x20, 0)), b"")
    assert merged.row_end
    assert merged.edges == (-108, 900, 1900, 2900)
    assert merged.cells == (TableCell(0, 3), TableCell(0, 1), TableCell())


def test_merges_made_later_are_applied() -> None:
    listed = shape(0, 1, 2, 3) + prop(0x5624, b"\x01\x03") + prop(0xD62B, b"\x02\x00\x03")
    assert properties(0, listed, b"").cells == (TableCell(0, 3), TableCell(1), TableCell(2))


def test_a_short_definition_has_fewer_cells() -> None:
    assert properties(0, shape(0, 100, 200)[:-30], b"").edges == (0, 100, 200)
    assert properties(0, prop(0xD608, b"\x04\x00\x09\x00\x00"), b"").edges == ()


def test_headings_by_style_and_level() -> None:
    found = [
        properties(style, listed, b"").heading
        for style, listed in ((1, b""), (10, b""), (0, prop(0x2640, b"\x01")), (1, prop(0x2640, b"\x09")))
    ]
    assert found == [True, False, True, False]
