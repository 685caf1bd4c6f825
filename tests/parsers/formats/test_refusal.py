"""Why no reader took a file, in a status and a sentence."""

import io
import zipfile

import pytest

from parsers.formats.refusal import breaks_off, broken_off, refusal, refuse_a_stump
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.compounds import compound


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as members:
        members.writestr("word/document.xml", "<w/>" * 500)
        members.writestr("a.txt", "text")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "name"), [(b"PK", "a.docx"), (b"%PD", "a.pdf"), (b"{\\r", "a.rtf"), (b"\xd0", "a.doc")]
)
def test_a_few_first_bytes_are_a_stump(content: bytes, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        refuse_a_stump(content, name)
    assert caught.value.status is Status.TRUNCATED
    refuse_a_stump(content, "a.txt")


def test_a_zip_cut_anywhere_is_truncated() -> None:
    whole = zipped()
    ends = [refusal(whole[:end], "a.xlsx", Limits()).status for end in range(30, len(whole) - 22, 7)]
    assert set(ends) == {Status.TRUNCATED}


def test_what_the_name_says_and_the_content_is_not_is_named() -> None:
    error = refusal(bytes(range(256)), "表.xlsx", Limits())
    assert error.status is Status.UNSUPPORTED
    assert ".xlsx" in str(error)
    assert refusal(bytes(range(256)), "表", Limits()).status is Status.UNSUPPORTED


def test_a_download_that_ends_in_zeros_broke_off() -> None:
    content = bytes(range(1, 200)) + bytes(1024)
    assert breaks_off(refusal(content, "表.docx", Limits()), content)
    assert not breaks_off(refusal(content[:199], "表.docx", Limits()), content[:199])
    assert broken_off().status is Status.TRUNCATED


def test_a_package_of_sheets_without_its_workbook_is_damaged() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as members:
        members.writestr("[Content_Types].xml", "<a/>")
        members.writestr("xl/worksheets/sheet1.xml", "<a/>")
    error = refusal(made.getvalue(), "表.xlsx", Limits())
    assert (error.status, "xl/workbook.xml" in str(error)) == (Status.CORRUPT, True)


def test_an_office_file_cut_within_its_directory_broke_off() -> None:
    whole = compound({"\x01Ole": bytes(20), "WordDocument": bytes(5000)})
    named = whole.replace("WordDocument".encode("utf-16-le"), "Other\0\0\0\0\0\0\0".encode("utf-16-le"))
    cut = named[:-107]
    assert breaks_off(refusal(cut, "表.doc", Limits()), cut)
    assert not breaks_off(refusal(named, "表.doc", Limits()), named)
