"""OpenDocument spreadsheets from their bytes; the file stands in this folder, LibreOffice wrote it."""

from contextlib import suppress
from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.ods import ODS
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.ods.spreadsheets import spreadsheet
from tests.parsers.formats.workbooks import drawn

FILES = Path(__file__).parents[1]
SHEETS = (FILES / "ods" / "files" / "sheets.ods").read_bytes()


def test_what_libreoffice_wrote_is_read_as_the_same_workbook_of_excel() -> None:
    found = read(SHEETS, "表.ods", Request())
    assert drawn(found) == drawn(read((FILES / "xls" / "files" / "sheets.xls").read_bytes(), "表.xls", Request()))
    assert {odd.code for odd in found.diagnostics} == {Code.HIDDEN_SHEETS, Code.HIDDEN_ROWS, Code.FORMULA_ERRORS}


def test_a_password_is_said() -> None:
    manifest = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(ReadError) as refused:
        read(spreadsheet("", manifest=manifest), "a.ods", Request())
    assert refused.value.status is Status.ENCRYPTED


def test_a_loss_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.formats.ods.tables.text", lambda _: "")
    found = read(
        spreadsheet("<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>"),
        "a.ods",
        Request(),
    )
    assert [odd.code for odd in found.diagnostics] == [Code.NOT_CONSERVED]


def test_a_part_that_is_needed_is_named() -> None:
    with pytest.raises(ReadError) as refused:
        read(spreadsheet("", content=False), "a.ods", Request())
    assert (refused.value.status, "content.xml" in refused.value.zh) == (Status.CORRUPT, True)


@pytest.mark.parametrize("cut", range(60, len(SHEETS), 331))
def test_a_spreadsheet_cut_anywhere_is_refused(cut: int) -> None:
    with suppress(ReadError):
        assert read(SHEETS[:cut], "a.ods", Request()).source == "ods"


def test_only_a_spreadsheet_passes_for_one() -> None:
    assert ODS.matches(SHEETS, "a.txt")
    assert not ODS.matches(b"application/vnd.oasis.opendocument.spreadsheet", "a.ods")


def test_a_depth_past_the_limit_is_one() -> None:
    with pytest.raises(ReadError) as refused:
        read(SHEETS, "a.ods", Request(Limits(xml_depth=3)))
    assert refused.value.status is Status.LIMIT
