"""Workbooks for tests: made by XlsxWriter and openpyxl, or part by part where no program would write such a thing."""

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from parsers.formats import Request, read
from schema.document import Document
from schema.limits import Limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def written(fill: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> bytes:
    """A workbook with one sheet 目标, as XlsxWriter writes it."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    fill(workbook, workbook.add_worksheet("目标"))
    workbook.close()
    return buffer.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts(
    sheet: str, *, strings: str = "", styles: str = "", workbook: str = "", namespace: str = MAIN
) -> dict[str, str]:
    """The parts of a workbook with one sheet, the inside of each given."""
    relations = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in (
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
            ("rId3", "styles", "styles.xml"),
        )
    )
    return {
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}">{workbook}'
        '<sheets><sheet name="目标" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}">{sheet}</worksheet>',
    }


def workbook(sheet: str, **others: str) -> bytes:
    """A workbook of such parts."""
    return zipped(parts(sheet, **others))


def rows(cells: str) -> str:
    """Cells in one row."""
    return f"<sheetData><row>{cells}</row></sheetData>"


def document(content: bytes, limits: Limits | None = None) -> Document:
    """What is read of a workbook."""
    return read(content, "表.xlsx", Request(limits or Limits()))


def drawn(found: Document) -> list[str]:
    """Each sheet, each cell with its address, its extent, `~` where it is hidden."""
    lines = []
    for grid in found.grids:
        lines.append(f"[{grid.place}]")
        for cell in grid.cells:
            extent = "" if (cell.rows, cell.columns) == (1, 1) else f"+{cell.rows}x{cell.columns}"
            text = cell.text.replace("\n", "⏎")
            lines.append(f"{cell.row},{cell.column}{extent} {'~' * cell.hidden}{text}")
    return lines
