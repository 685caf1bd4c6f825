"""Lists of properties, on pages and elsewhere."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.doc.properties import Runs, changes, of_characters, of_paragraph, runs
from tests.parsers.formats.doc.binary import prop, shape


def test_operands_have_the_length_their_code_says() -> None:
    table = shape(0, 100, 200)
    tabs = prop(0xC615, b"\xff\x01" + bytes(4) + b"\x02" + bytes(6))
    listed = (
        prop(0x2416, b"\x01")
        + prop(0x4600, b"\x05\x00")
        + table
        + tabs
        + prop(0xD62B, b"\x03\x00\x01\x00")
        + prop(0x7621, bytes(3) + b"\x09")
    )
    assert [code for code, _ in changes(listed)] == [0x2416, 0x4600, 0xD608, 0xC615, 0xD62B, 0x7621]


def test_a_long_list_stands_in_the_data_stream() -> None:
    data = bytes(10) + struct.pack("<H", 3) + prop(0x2417, b"\x01")
    assert list(changes(prop(0x6646, b"\x0a\x00\x00\x00"), data)) == [(0x2417, b"\x01")]
    assert list(changes(prop(0x6646, b"\xff\x00\x00\x00"), data)) == []


def test_a_list_that_leads_to_itself_ends() -> None:
    data = struct.pack("<H", 6) + prop(0x6646, bytes(4))
    assert list(changes(prop(0x646B, bytes(4)), data)) == []


@given(listed=st.binary(max_size=60))
def test_noise_ends(listed: bytes) -> None:
    assert len(list(changes(listed))) <= len(listed)


def test_runs_are_cut_to_what_is_asked() -> None:
    found = Runs([10, 20], [20, 30], [b"a", b"b"])
    assert [found.at(offset) for offset in (9, 10, 19, 29, 30)] == [b"", b"a", b"a", b"b", b""]
    assert list(found.between(15, 25)) == [(15, 20, b"a"), (20, 25, b"b")]
    assert list(found.between(0, 5)) == []


def test_pages_that_are_damaged_have_no_runs() -> None:
    structure = struct.pack("<III", 0, 9, 0)
    assert runs(structure, bytes(511), 1, of_characters).starts == []
    assert runs(structure, bytes(511) + b"\xff", 1, of_characters).starts == []
    assert runs(b"", b"", 1, of_characters).starts == []


def test_entries_of_a_page() -> None:
    assert of_characters(b"\x02ab", 0) == b"ab"
    assert of_paragraph(b"\x02abc", 0) == b"abc"
    assert of_paragraph(b"\x00\x01ab", 0) == b"ab"
