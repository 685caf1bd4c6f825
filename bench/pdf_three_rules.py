"""Tables of three rules as PDF: above, below the header and at the foot; labels are merged over their indicators."""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bench.pdf_forms import FONT, Row, forms, indicator_rows, list_rows, printed, web_page

_WIDTHS = {4: (2.6, 3.0, 6.0, 4.0), 5: (3.0, 2.2, 2.6, 5.0, 3.4)}


def _tables(count: int, *, listed: bool) -> Iterator[tuple[list[str], list[Row]]]:
    """What stands above each table, and its rows: one of each project, or one list of all."""
    if listed:
        yield ["2024年项目支出绩效目标表"], list_rows(forms(count))
        return
    for table in forms(count):
        yield ["项目支出绩效目标表", f"项目名称：{table.project_name}"], indicator_rows(table)


def word_of_three_rules(folder: Path, name: str, *, listed: bool = False, count: int = 4) -> Path:
    """A Word file printed by LibreOffice; its header is not repeated, and its rows break over pages."""
    book = docx.Document()
    style = book.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for above, rows in _tables(count, listed=listed):
        for text in above:
            book.add_paragraph(text)
        _word_table(book, rows)
    path = folder / f"{name}.docx"
    book.save(path)
    return printed(path)


def _word_table(book: docx.Document, rows: Sequence[Row]) -> None:
    grid = book.add_table(len(rows), len(rows[0]))
    grid.autofit = False
    _border(grid._tbl.tblPr, "w:tblBorders", top=12, bottom=12)  # noqa: SLF001 - python-docx has no words for borders
    for number, row in enumerate(rows):
        for column, cell in row.items():
            spot = grid.cell(number, column)
            if cell.rows > 1:
                spot = spot.merge(grid.cell(number + cell.rows - 1, column))
            spot.text = cell.text
            spot.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for column, width in enumerate(_WIDTHS[len(rows[0])]):
        _border(grid.cell(0, column)._tc.get_or_add_tcPr(), "w:tcBorders", bottom=6)  # noqa: SLF001 - as above
        for spot in grid.columns[column].cells:
            spot.width = Cm(width)


def _border(parent: OxmlElement, kind: str, **sides: int) -> None:
    around = OxmlElement(kind)
    for side, size in sides.items():
        line = OxmlElement(f"w:{side}")
        for key, text in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{key}"), text)
        around.append(line)
    parent.append(around)


def page_of_three_rules(
    folder: Path, name: str, *, listed: bool = False, standing: str = "middle", count: int = 4
) -> Path:
    """A web page printed by Chromium, which repeats the header on each page."""
    parts = [
        "<html><meta charset=utf-8><style>",
        f"@page{{size:A4;margin:2cm}} body{{font:10.5pt '{FONT}'}} h2{{text-align:center}}",
        "table{border-collapse:collapse;width:100%;border-top:1.5pt solid #000;border-bottom:1.5pt solid #000}",
        f"th{{border-bottom:.75pt solid #000}} td,th{{padding:3px;vertical-align:{standing}}}</style>",
    ]
    for (title, *above), (header, *body) in _tables(count, listed=listed):
        parts.append(f"<h2>{html.escape(title)}</h2>")
        parts.extend(f"<p>{html.escape(text)}</p>" for text in above)
        labels = "".join(f"<th>{cell.text}</th>" for cell in header.values())
        parts.append(f"<table><thead><tr>{labels}</tr></thead><tbody>")
        for row in body:
            cells = "".join(f"<td rowspan={cell.rows}>{html.escape(cell.text)}</td>" for cell in row.values())
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</tbody></table>")
    return web_page(folder / f"{name}.html", "\n".join(parts))
