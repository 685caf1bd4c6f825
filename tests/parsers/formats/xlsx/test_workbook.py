"""Workbooks from their bytes."""

import io
import time

import openpyxl
import pytest

from parsers.formats import Request, read
from parsers.formats.xlsx import XLSX
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.workbooks import MAIN, document, drawn, parts, rows, workbook, written, zipped

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TEXT = '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>'


def test_sheets_stand_in_the_order_of_the_workbook_hidden_ones_marked() -> None:
    book = openpyxl.Workbook()
    for name, state in (("一", "visible"), ("二", "hidden"), ("三", "veryHidden"), ("空", "hidden")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        if name != "空":
            sheet["B2"] = f"{name}≥5"
    book.move_sheet("一", offset=2)
    buffer = io.BytesIO()
    book.save(buffer)
    found = document(buffer.getvalue())
    assert drawn(found) == ["[sheet 二]", "2,2 ~二≥5", "[sheet 三]", "2,2 ~三≥5", "[sheet 一]", "2,2 一≥5"]
    assert [(odd.code, odd.args) for odd in found.diagnostics] == [(Code.HIDDEN_SHEETS, {"sheets": "二, 三"})]
    assert all(grid.form_boundary for grid in found.grids)


def test_what_xlsxwriter_writes_is_read_as_it_shows() -> None:
    content = written(
        lambda book, sheet: (
            sheet.merge_range("A1:C1", "目标表"),
            sheet.write("A2", 0.95, book.add_format({"num_format": "0%"})),
            sheet.write("B2", 45657, book.add_format({"num_format": 31})),
            sheet.write_rich_string("C2", "发行", book.add_format({"bold": True}), "≥5", "件"),
            sheet.write_formula("A3", "=1+1", None, 2.5),
            sheet.write_boolean("B3", 1),
            sheet.write("C3", "甲\n\n乙"),
            sheet.write("XFD1048576", "末"),
        )
    )
    assert drawn(document(content)) == [
        "[sheet 目标]",
        "1,1+1x3 目标表",
        "2,1 95%",
        "2,2 2024年12月31日",
        "2,3 发行≥5件",
        "3,1 2.5",
        "3,2 TRUE",
        "3,3 甲⏎乙",
        "1048576,16384 末",
    ]


@pytest.mark.parametrize("namespace", [MAIN, STRICT, "urn:other"])
def test_the_namespace_does_not_matter(namespace: str) -> None:
    assert drawn(document(workbook(rows(TEXT), namespace=namespace))) == ["[sheet 目标]", "1,1 甲"]


def test_prefixes_backslashes_and_capitals_do_not_matter() -> None:
    found = parts(rows(TEXT))
    sheet = (
        found.pop("xl/worksheets/sheet1.xml").replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    )
    found["XL\\Worksheets\\Sheet1.xml"] = sheet
    assert drawn(document(zipped(found))) == ["[sheet 目标]", "1,1 甲"]


def test_charts_are_no_sheets() -> None:
    content = written(lambda book, sheet: (sheet.write("A1", "甲"), book.add_chartsheet("图")))
    assert drawn(document(content)) == ["[sheet 目标]", "1,1 甲"]


@pytest.mark.parametrize("missing", ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_part_that_is_needed_is_named(missing: str) -> None:
    found = parts(rows(TEXT))
    del found[missing]
    with pytest.raises(ReadError) as refused:
        document(zipped(found))
    assert refused.value.status is Status.CORRUPT
    assert missing in refused.value.zh


@pytest.mark.parametrize("missing", ["xl/styles.xml", "xl/sharedStrings.xml"])
def test_a_part_that_is_not_needed_is_not_missed(missing: str) -> None:
    found = parts(rows(TEXT))
    del found[missing]
    assert drawn(document(zipped(found))) == ["[sheet 目标]", "1,1 甲"]


@pytest.mark.parametrize(
    ("sheet", "limits", "status"),
    [
        ("<sheetData><row><c", Limits(), Status.CORRUPT),
        (rows('<c r="XFE1"><v>1</v></c>'), Limits(), Status.CORRUPT),
        ('<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>', Limits(), Status.CORRUPT),
        (rows('<c r="1"><v>1</v></c>'), Limits(), Status.CORRUPT),
        (rows("<c><v>1</v></c><c><v>1</v></c>"), Limits(cells=1), Status.LIMIT),
        (rows("<a>" * 300 + "</a>" * 300), Limits(), Status.LIMIT),
        (rows(TEXT), Limits(xml_depth=4), Status.LIMIT),
    ],
)
def test_bad_sheets_end_in_a_status(sheet: str, limits: Limits, status: Status) -> None:
    with pytest.raises(ReadError) as refused:
        document(workbook(sheet), limits)
    assert refused.value.status is status


def test_limits_hold_one_under() -> None:
    assert len(document(workbook(rows("<c><v>1</v></c>")), Limits(cells=1)).grids) == 1
    assert len(document(workbook(rows(TEXT)), Limits(xml_depth=6)).grids) == 1


def test_a_doctype_is_unsafe_before_anything_is_parsed() -> None:
    found = parts(rows(TEXT))
    found["xl/worksheets/sheet1.xml"] = '<!DOCTYPE a [<!ENTITY b "c">]>' + found["xl/worksheets/sheet1.xml"]
    with pytest.raises(ReadError) as refused:
        document(zipped(found))
    assert refused.value.status is Status.UNSAFE


def test_shared_strings_past_the_characters_are_a_limit() -> None:
    with pytest.raises(ReadError) as refused:
        document(workbook("", strings="<si><t>甲乙丙</t></si>"), Limits(characters=2))
    assert refused.value.status is Status.LIMIT


def test_a_loss_is_said() -> None:
    found = document(workbook(rows('<c t="s"><v>7</v></c>')))
    assert [odd.code for odd in found.diagnostics] == [Code.NOT_CONSERVED]
    assert found.grids == ()


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        (
            '<dimension ref="A1"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
            ["1048576,16384 1"],
        ),
        (rows(TEXT) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', ["1,1+1048576x16384 甲"]),
        (rows(TEXT) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' * 3, ["1,1+1048576x16384 甲"]),
    ],
)
def test_far_cells_and_merges_of_everything_take_no_time(sheet: str, cells: list[str]) -> None:
    content = workbook(sheet)
    start = time.process_time()
    found = document(content)
    assert time.process_time() - start < 0.3
    assert drawn(found) == ["[sheet 目标]", *cells]


def test_only_a_workbook_passes_for_one() -> None:
    assert XLSX.matches(workbook(""), "a.doc")
    assert not XLSX.matches(zipped({"a.xml": "xl/workbook.xml"}), "a.xlsx")
    assert not XLSX.matches(b"xl/workbook.xml", "a.xlsx")


@pytest.mark.parametrize("cut", range(0, 4000, 97))
def test_a_workbook_cut_anywhere_is_refused(cut: int) -> None:
    content = written(lambda _, sheet: sheet.write("A1", "甲"))
    with pytest.raises(ReadError) as refused:
        read(content[:cut], "a.xlsx", Request())
    assert refused.value.status in {Status.TRUNCATED, Status.CORRUPT, Status.UNSUPPORTED}
