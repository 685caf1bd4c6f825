"""Forms as PDF in the ways they are published: `python -m bench.pdf_variants FOLDER [COUNT] [VARIANT…]`.

Those in tests/parsers/formats/files/pdf were made this way; `word-ruled` holds all ten forms, so that rows break, and
the others four. `python -m bench.pdf_counts FOLDER` counts what is read from them.

The forms are those of samples/documents, so that every variant must say what the sample says. Word and Excel files go
through LibreOffice (`soffice`), pages through Chromium (`chromium`); both only make files, nothing rests on them.
"""

import html
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import docx
import xlsxwriter
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bench.pdf_forms import FONT, WIDTHS, Row, forms, printed, rows_of, web_page
from bench.pdf_three_rules import page_of_three_rules, word_of_three_rules

# Word, through LibreOffice.


def word(
    folder: Path,
    name: str,
    *,
    borders: str = "all",
    landscape: bool = False,
    vertical: bool = False,
    count: int = 4,
) -> Path:
    """The forms as a Word file, one after the other, printed by LibreOffice."""
    book = docx.Document()
    section = book.sections[0]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    style = book.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for table in forms(count):
        title = book.add_paragraph(f"{table.title}")
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        title.runs[0].font.size = Pt(16)
        book.add_paragraph("单位：元")
        _word_table(book, rows_of(table, vertical=vertical), borders)
        book.add_paragraph()
    path = folder / f"{name}.docx"
    book.save(path)
    return printed(path)


def _word_table(book: docx.Document, rows: list[Row], borders: str) -> None:
    grid = book.add_table(len(rows), 5)
    grid.autofit = False
    for number, row in enumerate(rows):
        for column, cell in row.items():
            spot = grid.cell(number, column)
            if cell.rows > 1 or cell.columns > 1:
                spot = spot.merge(grid.cell(number + cell.rows - 1, column + cell.columns - 1))
            spot.text = cell.text
    for column, width in enumerate(WIDTHS):
        for spot in grid.columns[column].cells:
            spot.width = Cm(width)
    _borders(grid, borders)


def _borders(grid: docx.table.Table, borders: str) -> None:
    sides = {
        "all": "top left bottom right insideH insideV",
        "open": "top bottom insideH insideV",
        "rules": "top bottom insideH",
    }
    around = OxmlElement("w:tblBorders")
    value = "dotted" if borders == "dotted" else "double" if borders == "double" else "single"
    for side in sides.get(borders, sides["all"]).split():
        line = OxmlElement(f"w:{side}")
        for key, text in (("val", value), ("sz", "4"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{key}"), text)
        around.append(line)
    grid._tbl.tblPr.append(around)  # noqa: SLF001 - python-docx has no words for borders


# Excel, through LibreOffice.


def excel(folder: Path, name: str, *, short: bool = False, one_sheet: bool = False, count: int = 4) -> Path:
    """The forms as a workbook; `short` leaves rows at one line, so that their text runs over."""
    path = folder / f"{name}.xlsx"
    book = xlsxwriter.Workbook(path)
    look = {"font_name": FONT, "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
    wrapped, plain = book.add_format(look), book.add_format({**look, "text_wrap": False})
    head = book.add_format({"font_name": FONT, "font_size": 16, "align": "center"})
    sheet, top = None, 0
    for number, table in enumerate(forms(count)):
        if sheet is None or not one_sheet:
            sheet, top = book.add_worksheet(f"表{number + 1}"), 0
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            for column, width in enumerate(WIDTHS):
                sheet.set_column(column, column, width * 5)
        sheet.merge_range(top, 0, top, 4, table.title, head)
        sheet.write(top + 1, 4, "单位：元")
        top += 2
        for row in rows_of(table):
            for column, cell in row.items():
                look_of = plain if short and column >= 3 and cell.columns == 1 else wrapped
                if cell.rows > 1 or cell.columns > 1:
                    sheet.merge_range(top, column, top + cell.rows - 1, column + cell.columns - 1, cell.text, wrapped)
                else:
                    sheet.write_string(top, column, cell.text, look_of)
            longest = (
                max(
                    len(cell.text) * 10 / (WIDTHS[column] * 5 * 5.5 * cell.columns)
                    for column, cell in row.items()
                    if cell.rows == 1
                )
                if row
                else 1
            )
            sheet.set_row(top, 15 if short else 15 * (int(longest) + 1))
            top += 1
        top += 2
    book.close()
    return printed(path)


# Pages, through Chromium.


_LINES = "border:1px solid #000"


def page(folder: Path, name: str, *, style: str = _LINES, landscape: bool = False, count: int = 4) -> Path:
    """The forms as a web page printed by Chromium."""
    parts = [
        "<html><meta charset=utf-8><style>",
        f"@page{{size:A4{' landscape' if landscape else ''};margin:2cm}} body{{font:10.5pt '{FONT}'}}",
        f"table{{border-collapse:collapse;width:100%}} td{{{style};padding:3px}} h2{{text-align:center}}</style>",
    ]
    for table in forms(count):
        parts.append(f"<h2>{html.escape(table.title or '')}</h2><p>单位：元</p><table>")
        for row in rows_of(table):
            cells = "".join(
                f"<td rowspan={c.rows} colspan={c.columns}>{html.escape(c.text).replace(chr(10), '<br>')}</td>"
                for c in row.values()
            )
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</table>")
    return web_page(folder / f"{name}.html", "\n".join(parts))


VARIANTS: dict[str, Callable[..., Path]] = {
    "word-ruled": word,
    "word-landscape": partial(word, landscape=True),
    "word-open-sides": partial(word, borders="open"),
    "word-dotted": partial(word, borders="dotted"),
    "word-double": partial(word, borders="double"),
    "word-vertical": partial(word, vertical=True),
    "word-row-rules": partial(word, borders="rules"),
    "excel-wrapped": excel,
    "excel-short": partial(excel, short=True),
    "excel-one-sheet": partial(excel, one_sheet=True),
    "page-ruled": page,
    "page-dotted": partial(page, style="border:1px dotted #000"),
    "page-landscape": partial(page, landscape=True),
    "page-row-rules": partial(page, style="border-top:1px solid #000;border-bottom:1px solid #000"),
    "word-three-rules": word_of_three_rules,
    "word-three-rules-list": partial(word_of_three_rules, listed=True),
    "page-three-rules": page_of_three_rules,
    "page-three-rules-list": partial(page_of_three_rules, listed=True),
    "page-three-rules-top": partial(page_of_three_rules, standing="top"),
}


def make(folder: Path, names: Iterable[str], count: int) -> None:
    """Make variants of so many forms in a folder; what they were made from does not stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        with tempfile.TemporaryDirectory() as scratch:
            made = VARIANTS[name](Path(scratch), name, count=count)
            shutil.copy(made, folder / f"{name}.pdf")


def main(folder: str, *rest: str) -> None:
    """Make the variants named, or all of them; of ten forms, or of as many as said."""
    count = next((int(word) for word in rest if word.isdigit()), 10)
    make(Path(folder), [name for name in rest if not name.isdigit()] or VARIANTS, count)


if __name__ == "__main__":
    main(*sys.argv[1:])
