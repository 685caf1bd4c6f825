r"""Small files that stand for huge ones, and how each ends: `python -m bench.bombs` prints a table.

Far cells, merges of whole sheets, huge spans, one text named a million times, deep nesting, archives that inflate a
thousandfold: each is to end in a recorded status, or in the right cells, within 0.3 s of processor time. The archive of
64,000 small files takes longer: 4,096 of them are read before the limit, a tenth of a millisecond each.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from time import process_time

from parsers import read
from schema.limits import Limits
from schema.read_error import ReadError

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_CELL = '<c r="{}" t="inlineStr"><is><t>甲</t></is></c>'
_FULL = 32_000
_MANY = 200_000


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


def word(body: str, prolog: str = "") -> bytes:
    """A Word document with a body."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = f'{prolog}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def table(cell: str, before: str = "") -> str:
    """A table of one row of Word."""
    return f"<w:tbl><w:tr>{before}<w:tc>{cell}<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def workbook(sheet: str, strings: str = "", styles: str = "") -> bytes:
    """A workbook of one sheet."""
    named = (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(named)
    )
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="表" sheetId="1" '
            'r:id="r0"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            "</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}">{styles}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">{sheet}</worksheet>',
        }
    )


def open_document(kind: str, body: str) -> bytes:
    """A text or a spreadsheet of OpenDocument."""
    spaces = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    content = f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def nested_archive(depth: int, copies: int) -> bytes:
    """Archives in archives, each holding several copies of the next."""
    inner = "项目名称\t甲\n".encode()
    for _ in range(depth):
        inner = zipped({f"{at}.zip": inner for at in range(copies)})
    return inner


def _laughs() -> str:
    doubled = "".join(f'<!ENTITY a{at} "&a{at - 1};&a{at - 1};">' for at in range(1, 30))
    return f'<!DOCTYPE x [<!ENTITY a0 "甲">{doubled}]>'


def _rows(count: int, cell: str) -> str:
    rows = "".join(f'<row r="{at}"><c r="A{at}" {cell}</c></row>' for at in range(1, count + 1))
    return f"<sheetData>{rows}</sheetData>"


def _merges() -> str:
    return "".join(f'<mergeCell ref="A{at}:J{at + 9}"/>' for at in range(1, 20_000))


def _spreadsheet(cells: str) -> str:
    return f"<office:spreadsheet><table:table>{cells}</table:table></office:spreadsheet>"


BOMBS: dict[str, Callable[[], str | bytes]] = {
    "a.docx: gridSpan of 200 million": lambda: word(table('<w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr>')),
    "a.docx: gridBefore of 2 billion": lambda: word(table("", '<w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>')),
    "a.docx: tables in tables, 5,000 deep": lambda: word("<w:tbl><w:tr><w:tc>" * 5_000),
    "a.docx: content controls, 100,000 deep": lambda: word("<w:sdt><w:sdtContent>" * 100_000),
    "a.docx: entities that double 30 times": lambda: word("<w:p><w:r><w:t>&a29;</w:t></w:r></w:p>", _laughs()),
    "a.docx: 300 MB of spaces in 300 KB": lambda: word(" " * 300_000_000),
    "a.docx: 100,000 empty rows": lambda: word("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 100_000 + "</w:tbl>"),
    "a.xlsx: a cell at XFD1048576": lambda: workbook(
        f'<sheetData><row r="1048576">{_CELL.format("XFD1048576")}</row></sheetData>'
    ),
    "a.xlsx: the whole sheet merged": lambda: workbook(
        f'<sheetData><row r="1">{_CELL.format("A1")}</row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "a.xlsx: 20,000 merges over one another": lambda: workbook(
        f'<sheetData><row r="1">{_CELL.format("A1")}</row></sheetData><mergeCells>{_merges()}</mergeCells>'
    ),
    "a.xlsx: one text of 32,000 characters 50,000 times": lambda: workbook(
        _rows(50_000, 't="s"><v>0</v>'), f"<si><t>{'绩' * _FULL}</t></si>"
    ),
    "a.xlsx: numbers of 1E999999999": lambda: workbook(_rows(1_000, "><v>1E999999999</v>")),
    "a.xlsx: a column range of the whole sheet, hidden": lambda: workbook(
        '<cols><col min="1" max="16384" hidden="1"/></cols>' * 200
        + f'<sheetData><row r="1">{_CELL.format("A1")}</row></sheetData>'
    ),
    "a.xlsx: elements, 100,000 deep": lambda: workbook("<sheetData>" + "<row>" * 100_000),
    "a.html: rowspan and colspan of a million": lambda: (
        "<html><table><tr><td rowspan=1000000 colspan=1000000>甲" + "<tr><td>乙" * 2_000
    ),
    "a.html: 100,000 elements that nobody closes": lambda: "<html><p>甲" + "<b><i>" * 50_000,
    "a.html: 100,000 attributes": lambda: (
        "<html><table><tr><td " + " ".join(f"a{at}=1" for at in range(100_000)) + ">甲</td></tr></table>"
    ),
    "a.html: tables in tables, 5,000 deep": lambda: "<html>" + "<table><tr><td>甲" * 5_000,
    "a.html: a row of 200,000 empty cells": lambda: f"<html><table><tr><td>甲</td>{'<td></td>' * _MANY}",
    "a.html: 30,000 comments that nobody ends": lambda: "<html><p>甲" + "<!-- " * 30_000,
    "a.ods: a column 2 billion times": lambda: open_document(
        "spreadsheet",
        _spreadsheet(
            '<table:table-row><table:table-cell table:number-columns-repeated="2147483647"><text:p>甲</text:p>'
            "</table:table-cell></table:table-row>"
        ),
    ),
    "a.ods: a row 2 billion times": lambda: open_document(
        "spreadsheet",
        _spreadsheet(
            '<table:table-row table:number-rows-repeated="2147483647"><table:table-cell><text:p>甲</text:p>'
            "</table:table-cell></table:table-row>"
        ),
    ),
    "a.odt: spaces, a billion in one tag": lambda: open_document(
        "text", '<office:text><text:p>甲<text:s text:c="999999999"/>乙</text:p></office:text>'
    ),
    "a.odt: lists in lists, 5,000 deep": lambda: open_document(
        "text", "<office:text>" + "<text:list><text:list-item>" * 5_000
    ),
    "a.rtf: groups, 100,000 deep": lambda: b"{\\rtf1 " + b"{" * 100_000,
    "a.rtf: cells a billion twips wide": lambda: (
        b"{\\rtf1 \\trowd" + b"\\cellx1000000000" * 5_000 + b"\\intbl \\u30002?\\cell\\row}"
    ),
    "a.rtf: a binary part of a billion bytes": lambda: b"{\\rtf1 \\u30002?\\par{\\*\\x\\bin1000000000 a}}",
    "a.csv: a quote that never ends": lambda: '项目,值\n甲,"' + "乙,丙\n" * 10_000,
    "a.txt: 100,000 tabs in a line": lambda: "项目名称" + "\t" * 100_000 + "甲\n数量\t5\n",
    "a.zip: archives in archives, 12 deep": lambda: nested_archive(12, 1),
    "a.zip: 40 copies in 40 copies in 40 copies": lambda: nested_archive(3, 40),
    "a.zip: 300 MB of zeros": lambda: zipped({"表.txt": bytes(300_000_000)}),
    "a.zip: 70,000 members": lambda: zipped({f"{at}.txt": b"" for at in range(70_000)}),
    "a.zip: paths that climb out": lambda: zipped({"../../表.txt": "项目名称\t甲\n".encode()}),
}


def endings() -> Iterator[tuple[str, str, float]]:
    """What each bomb ends in, and the seconds of processor time it took."""
    for name, made in BOMBS.items():
        stated = made()
        content = stated.encode() if isinstance(stated, str) else stated
        start = process_time()
        try:
            document = read(content, name.partition(":")[0], Limits())
            ended = f"{sum(len(grid.cells) for grid in document.grids)} cells"
        except ReadError as error:
            ended = error.status.value
        yield name, ended, process_time() - start


def main() -> None:
    """Print the table."""
    print("| file | ends in | seconds |\n|---|---|--:|")
    for name, ended, seconds in endings():
        print(f"| {name} | {ended} | {seconds:.2f} |", flush=True)


if __name__ == "__main__":
    main()
