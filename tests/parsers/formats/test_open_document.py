"""Packages of OpenDocument, packed by whom they may."""

import io
import zipfile

import pytest

from parsers.formats import Request, read
from parsers.formats.open_document import is_of_kind
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.ods.spreadsheets import spreadsheet
from tests.parsers.formats.odt.written import odt

TEXT = odt("", "<text:p>绩效目标表</text:p>")
SHEET = spreadsheet("<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>")
LOCKED = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'


def packed_anew(content: bytes, *without: str, **more: str) -> bytes:
    """The package as a person packs it: compressed, what stands first being anything."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in reversed(old.namelist()):
            if name not in without:
                new.writestr(name, old.read(name))
        for name, text in more.items():
            new.writestr(name.replace("_", "/", 1), text)
    return made.getvalue()


@pytest.mark.parametrize(("content", "source"), [(TEXT, "odt"), (SHEET, "ods")])
@pytest.mark.parametrize("name", ["表.odt", "表.ods", "表.zip", "表"])
def test_the_kind_is_found_wherever_it_stands(content: bytes, source: str, name: str) -> None:
    found = read(packed_anew(content), name, Request())
    assert found.source == source
    assert drawn(found) == drawn(read(content, name, Request()))


@pytest.mark.parametrize("content", [TEXT, SHEET])
def test_a_part_that_is_missing_is_named(content: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read(packed_anew(content, "content.xml"), "表", Request())
    assert (refused.value.status, "content.xml" in refused.value.zh) == (Status.CORRUPT, True)


@pytest.mark.parametrize("content", [TEXT, SHEET])
def test_a_password_is_no_damage(content: bytes) -> None:
    locked = packed_anew(content, "content.xml", **{"META-INF_manifest.xml": LOCKED, "content.xml": "\x01\x02"})
    with pytest.raises(ReadError) as refused:
        read(locked, "表", Request())
    assert refused.value.status is Status.ENCRYPTED


def test_what_cannot_be_made_out_is_told_by_its_name() -> None:
    cut = packed_anew(TEXT)[:-30]
    assert is_of_kind(cut, "表.odt", "text", (".odt",))
    assert not is_of_kind(cut, "表.ods", "text", (".odt",))
    assert not is_of_kind(b"application/vnd.oasis.opendocument.text", "表.odt", "text", (".odt",))
