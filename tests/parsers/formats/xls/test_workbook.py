"""Excel 97-2003 workbooks from their bytes; the files stand in this folder, LibreOffice wrote them."""

from contextlib import suppress
from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.xls import XLS
from schema.catalogue import Code
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.workbooks import drawn

FILES = Path(__file__).parent / "files"
SHEETS = (FILES / "sheets.xls").read_bytes()


def test_what_libreoffice_wrote_is_read_as_it_shows() -> None:
    found = read(SHEETS, "表.xls", Request())
    assert drawn(found) == [
        "[sheet 目标]",
        "1,1+1x5 项目支出绩效目标表",
        "2,1 95%",
        "2,2 2024年12月31日",
        "2,3 发行≥5件",
        "2,4 2",
        "2,5 TRUE",
        "5,1 ~隐行",
        "6,1 1234567.891",
        "7,1 甲⏎乙",
        "7,2 23.2万",
        "7,3 #DIV/0!",
        "65536,256 末",
        "[sheet 隐]",
        "1,1 ~隐表",
    ]
    assert {odd.code for odd in found.diagnostics} == {Code.HIDDEN_SHEETS, Code.HIDDEN_ROWS, Code.FORMULA_ERRORS}
    assert all(grid.form_boundary for grid in found.grids)


def test_older_workbooks_and_those_of_wps_are_read() -> None:
    assert drawn(read((FILES / "et.et").read_bytes(), "a.et", Request())) == drawn(read(SHEETS, "a.xls", Request()))
    old = drawn(read((FILES / "old.xls").read_bytes(), "old.xls", Request()))
    assert old[:2] == ["[sheet Feuil1]", "1,1 Sample Excel Worksheet - Numbers and their Squares"]
    assert "6,5 100.00%" in old


def test_the_second_reader_reads_what_the_first_stumbles_over() -> None:
    found = read((FILES / "odd.xls").read_bytes(), "odd.xls", Request())
    assert len(found.grids[0].cells) == 251
    assert {odd.code for odd in found.diagnostics} == {Code.FORMATS_LOST, Code.NOT_CONSERVED}


def test_a_password_is_said() -> None:
    with pytest.raises(ReadError) as refused:
        read((FILES / "locked.xls").read_bytes(), "a.xls", Request())
    assert refused.value.status is Status.ENCRYPTED


@pytest.mark.parametrize("cut", range(8, len(SHEETS), len(SHEETS) // 40))
def test_a_workbook_cut_anywhere_is_refused_or_read(cut: int) -> None:
    with pytest.raises(ReadError) as refused:
        read(SHEETS[:cut], "a.xls", Request())
    assert refused.value.status in {Status.TRUNCATED, Status.CORRUPT, Status.UNSUPPORTED}


@pytest.mark.parametrize("place", range(600, len(SHEETS), 211))
def test_flipped_bytes_are_read_or_refused(place: int) -> None:
    damaged = bytearray(SHEETS)
    damaged[place] ^= 0xFF
    with suppress(ReadError):
        assert read(bytes(damaged), "a.xls", Request()).source == "xls"


def test_only_a_workbook_passes_for_one() -> None:
    assert XLS.matches(SHEETS, "a.doc")
    assert not XLS.matches(SHEETS[:400], "a.doc")
    assert XLS.matches(SHEETS[:400], "a.xls")
    assert not XLS.matches(b"\t\t\t", "a.xls")


def test_the_signature_of_a_package_is_no_workbook() -> None:
    with pytest.raises(ReadError):
        XLS.read(b"PK\x03\x04", Request())
