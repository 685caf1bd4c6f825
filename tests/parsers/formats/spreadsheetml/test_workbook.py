"""SpreadsheetML from its bytes, whatever its name says."""

import pytest

from parsers.formats import Request, read
from parsers.formats.spreadsheetml import SPREADSHEETML
from schema.catalogue import Code
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.spreadsheetml.books import book, cell, row

ROWS = row(cell("项目名称"), cell("农村道路")) + row(cell("合格率"), cell("≥95%"))


@pytest.mark.parametrize("encoding", ["UTF-8", "GBK", "UTF-16"])
@pytest.mark.parametrize("name", ["表.xls", "表.xml", "表"])
def test_every_cell_is_read_in_every_encoding(encoding: str, name: str) -> None:
    found = read(book(ROWS, encoding=encoding), name, Request())
    assert (found.source, found.diagnostics) == ("spreadsheetml", ())
    (grid,) = found.grids
    assert grid.place == "sheet 目标"
    assert [cell.text for cell in grid.cells] == ["项目名称", "农村道路", "合格率", "≥95%"]


def test_a_hidden_worksheet_is_said() -> None:
    found = read(book(ROWS, options="<x:Visible>SheetVeryHidden</x:Visible>"), "表.xls", Request())
    assert [said.code for said in found.diagnostics] == [Code.HIDDEN_SHEETS]
    assert all(cell.hidden for cell in found.grids[0].cells)


@pytest.mark.parametrize("cut", range(300, 1100, 100))
def test_a_workbook_cut_anywhere_is_refused(cut: int) -> None:
    content = book(ROWS)
    with pytest.raises(ReadError) as refused:
        read(content[: min(cut, len(content) - 20)], "表.xls", Request())
    assert refused.value.status in {Status.CORRUPT, Status.TRUNCATED}


def test_a_doctype_is_unsafe() -> None:
    content = book(ROWS).replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1)
    with pytest.raises(ReadError) as refused:
        read(content, "表.xls", Request())
    assert refused.value.status is Status.UNSAFE


def test_other_xml_is_no_workbook() -> None:
    assert not SPREADSHEETML.matches(
        b'<?xml version="1.0"?><a>urn:schemas-microsoft-com:office:spreadsheet</a>', "a.xls"
    )
    assert not SPREADSHEETML.matches(b"PK\x03\x04", "a.xml")
