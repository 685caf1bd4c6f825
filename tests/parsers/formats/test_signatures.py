"""What a file really is."""

import io
import zipfile

import pytest

from parsers.formats.signatures import SIGNATURES, signature


def zipped(name: str) -> bytes:
    """A ZIP archive with one member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "甲")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (zipped("word/document.xml"), "a Word file (.docx)"),
        (zipped("xl/workbook.xml"), "an Excel workbook (.xlsx)"),
        (zipped("OFD.xml"), "an OFD file"),
        (zipped("[Content_Types].xml"), "a package of another program"),
        (zipped("附件.txt"), "a ZIP archive"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8) + "WordDocument".encode("utf-16-le"),
            "a Word 97-2003 file (.doc)",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "an Office 97-2003 file"),
        (b"\n%PDF-1.4", "a PDF"),
        (b"\xef\xbb\xbf<!-- a -->\n<!DOCTYPE html>", "a web page (HTML)"),
        (b"<HTML lang=zh>", "a web page (HTML)"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"{\\rtf1", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    ],
)
def test_content_tells(content: bytes, name: str) -> None:
    found = signature(content)
    assert found is not None
    assert found.en == name


@pytest.mark.parametrize("content", [b"", "绩效".encode(), b"PK", b"<p>1</p>", b"<htmlx", b"a %PDF-", b"MIME"])
def test_text_carries_no_mark(content: bytes) -> None:
    assert signature(content) is None


def test_names_are_told_apart_in_both_languages() -> None:
    assert len({known.zh for known in SIGNATURES}) == len({known.en for known in SIGNATURES}) == len(SIGNATURES)
