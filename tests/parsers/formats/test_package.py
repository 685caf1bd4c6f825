"""Zip files are opened within bounds, and what is wrong with one is said."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.package import Package, entry_names, is_zip
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


def zipped(members: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of named members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def status(content: bytes, name: str = "a", limits: Limits | None = None) -> Status | None:
    """The status that reading a member ends with, or None where it is read."""
    try:
        Package(content, limits or Limits()).part(name)
    except ReadError as refused:
        return refused.status
    return None


SMALL = zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": bytes(3000)})


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    package = Package(zipped({"Word\\Document.xml": b"<a/>", "/xl/a": b"1"}), Limits())
    assert package.tree("word/document.xml").tag == "a"
    assert package.part("xl/A") == b"1"
    assert "word/styles.xml" not in package
    assert [entry.filename for entry in package.entries] == ["Word\\Document.xml", "/xl/a"]


def test_names_tell_the_kind_even_of_a_file_cut_off() -> None:
    names = ("[content_types].xml", "word/document.xml")
    assert entry_names(SMALL) == names
    assert entry_names(SMALL[:-30]) == names
    assert entry_names(b"text") == ()
    assert entry_names(b"PK\x05\x06" + bytes(18)) == ()


def test_names_inside_a_stored_archive_are_not_its_own() -> None:
    assert entry_names(zipped({"附件.zip": SMALL}, zipfile.ZIP_STORED)) == ("附件.zip",)


def test_a_file_cut_off_anywhere_is_truncated() -> None:
    found = {status(SMALL[:cut], "word/document.xml") for cut in range(4, len(SMALL))}
    assert found == {Status.TRUNCATED}


def test_the_end_of_an_archive_inside_is_not_the_end_of_the_file() -> None:
    whole = zipped({"inner.zip": zipped({"a": b"1"}, zipfile.ZIP_STORED), "b": b"2"}, zipfile.ZIP_STORED)
    cut = whole[: whole.index(b"PK\x05\x06") + 22]
    assert status(cut) is Status.TRUNCATED


def test_bytes_after_the_end_do_no_harm() -> None:
    assert status(SMALL + b"\r\n", "word/document.xml") is None


def test_a_missing_part_is_named() -> None:
    with pytest.raises(ReadError, match=r"word/document\.xml") as refused:
        Package(zipped({"a": b""}), Limits()).part("word/document.xml")
    assert refused.value.status is Status.CORRUPT


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(zip_entries=2, part_bytes=3000, inflated_bytes=3000), None),
        (Limits(zip_entries=1), Status.LIMIT),
        (Limits(part_bytes=2999), Status.LIMIT),
        (Limits(inflated_bytes=2999), Status.LIMIT),
        (Limits(inflation_ratio=1), None),
        (Limits(inflation_ratio=1, inflation_ratio_from_bytes=2999), Status.UNSAFE),
        (Limits(inflation_ratio=1000, inflation_ratio_from_bytes=2999), None),
    ],
)
def test_one_over_and_one_under_each_limit(limits: Limits, expected: Status | None) -> None:
    assert status(SMALL, "word/document.xml", limits) is expected


def test_all_parts_count_together() -> None:
    package = Package(zipped({"a": bytes(600), "b": bytes(600)}), Limits(inflated_bytes=1000))
    assert len(package.part("a")) == 600
    with pytest.raises(ReadError) as refused:
        package.part("b")
    assert refused.value.status is Status.LIMIT


def test_a_bomb_is_refused_while_it_inflates() -> None:
    assert status(zipped({"a": bytes(50_000_000)})) is Status.UNSAFE


def test_a_directory_that_lies_about_sizes_is_damage() -> None:
    lying = bytearray(zipped({"a": bytes(5000)}))
    struct.pack_into("<I", lying, lying.index(b"PK\x01\x02") + 24, 10)
    assert status(bytes(lying)) is Status.CORRUPT


def test_a_member_behind_a_password_is_encrypted() -> None:
    secret = bytearray(zipped({"a": b"1"}))
    secret[secret.index(b"PK\x01\x02") + 8] |= 1
    assert status(bytes(secret)) is Status.ENCRYPTED


def test_an_unknown_compression_is_unsupported() -> None:
    strange = bytearray(zipped({"a": b"1"}))
    for at in (8, strange.index(b"PK\x01\x02") + 10):
        strange[at] = 97
    assert status(bytes(strange)) is Status.UNSUPPORTED


def test_names_in_another_encoding_are_asked_for() -> None:
    package = Package(zipped({"??": b"1"}).replace(b"??", "甲".encode("gbk")), Limits(), "gbk")
    assert package.part("甲") == b"1"


def test_a_zip_file_is_told_by_its_start() -> None:
    assert is_zip(SMALL)
    assert not is_zip(b"a" + SMALL)


@given(flips=st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=6))
def test_flipped_bytes_are_read_or_refused(flips: list[tuple[int, int]]) -> None:
    content = bytearray(SMALL)
    for place, byte in flips:
        content[place] = byte
    entry_names(bytes(content))
    status(bytes(content), "word/document.xml")
