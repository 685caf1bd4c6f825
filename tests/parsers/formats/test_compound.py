"""OLE files are opened safely, and encrypted ones are told from broken ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.formats.compound import Compound, is_compound, refuse_encrypted, stream_names
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.compounds import compound

DOCUMENT = compound({"WordDocument": b"\xec\xa5" + bytes(5118), "1Table": b"table"})


def status(content: bytes, limits: Limits | None = None) -> Status | None:
    """The status that reading a stream ends with, or None where it is read."""
    try:
        Compound(content, limits or Limits()).stream("WordDocument")
    except ReadError as refused:
        return refused.status
    return None


def test_streams_are_read() -> None:
    opened = Compound(DOCUMENT, Limits())
    assert "WordDocument" in opened
    assert opened.stream("1Table") == b"table".ljust(4096, b"\0")
    assert stream_names(DOCUMENT) == {"worddocument", "1table"}
    assert is_compound(DOCUMENT)


def test_what_is_no_ole_file_has_no_streams() -> None:
    assert stream_names(b"text") == stream_names(DOCUMENT[:100]) == frozenset()


def test_a_stream_that_is_not_there_is_damage() -> None:
    with pytest.raises(ReadError) as refused:
        Compound(DOCUMENT, Limits()).stream("0Table")
    assert refused.value.status is Status.CORRUPT


def test_a_file_cut_off_anywhere_is_truncated() -> None:
    assert {status(DOCUMENT[:cut]) for cut in range(8, len(DOCUMENT), 97)} == {Status.TRUNCATED}


def test_a_stream_has_a_limit() -> None:
    assert status(DOCUMENT, Limits(part_bytes=5120)) is None
    assert status(DOCUMENT, Limits(part_bytes=5119)) is Status.LIMIT


@pytest.mark.parametrize("name", ["EncryptedPackage", "EncryptionInfo"])
def test_a_package_behind_a_password_is_encrypted(name: str) -> None:
    with pytest.raises(ReadError) as refused:
        refuse_encrypted(compound({name: bytes(5000)}))
    assert refused.value.status is Status.ENCRYPTED


def test_what_is_not_encrypted_passes() -> None:
    refuse_encrypted(DOCUMENT)
    refuse_encrypted(DOCUMENT[:700])
    refuse_encrypted(b"text")


@settings(deadline=None)
@given(flips=st.lists(st.tuples(st.integers(0, len(DOCUMENT) - 1), st.integers(0, 255)), max_size=6))
def test_flipped_bytes_are_read_or_refused(flips: list[tuple[int, int]]) -> None:
    content = bytearray(DOCUMENT)
    for place, byte in flips:
        content[place] = byte
    status(bytes(content))
