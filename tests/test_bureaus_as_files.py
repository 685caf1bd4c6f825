"""The forms and lists of bureaus say the same as workbooks, as Word files, and where a file has lost its merged cells."""

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter

from parsers import Hints, interpret, read
from schema.document import Cell, Document, Grid, Text
from schema.limits import Limits
from tests.drawing import document
from tests.parsers.layouts.telling import lines

ROOT = Path(__file__).parent
PRINTED: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "parsers/layouts/bureaus.toml").read_text(encoding="utf-8"))
SAY_MERGED = {"广东 整体", "河南 整体 序号"}
"""Where only a merged cell tells that 满意度 stands below 效益指标."""


def as_word(drawn: Document) -> Document:
    """A drawn document after a program that writes Word files."""
    written = docx.Document()
    for block in drawn.blocks:
        if isinstance(block, Text):
            written.add_paragraph(block.text)
            continue
        table = written.add_table(rows=block.height, cols=block.width)
        for cell in block.cells:
            place = table.cell(cell.row - 1, cell.column - 1)
            corner = table.cell(cell.row + cell.rows - 2, cell.column + cell.columns - 2)
            place = place.merge(corner) if cell.rows * cell.columns > 1 else place
            first, *more = cell.text.split("\n")
            place.text = first
            for paragraph in more:
                place.add_paragraph(paragraph)
    content = io.BytesIO()
    written.save(content)
    return read(content.getvalue(), "a.docx", Limits())


def as_workbook(drawn: Document) -> Document:
    """A drawn document after a program that writes workbooks: all on one sheet, paragraphs in merged rows."""
    content = io.BytesIO()
    written = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "in_memory": True})
    sheet = written.add_worksheet("绩效")
    width, above = max((grid.width for grid in drawn.grids), default=1), 0
    for block in drawn.blocks:
        grid = block if isinstance(block, Grid) else _line(block, width)
        for cell in grid.cells:
            row, last = above + cell.row, cell.column + cell.columns - 1
            sheet.write_string(row - 1, cell.column - 1, cell.text)
            if cell.rows * cell.columns > 1:
                below = row + cell.rows - 1
                sheet.merge_range(f"{_letter(cell.column)}{row}:{_letter(last)}{below}", cell.text)
        above += grid.height
    written.close()
    return read(content.getvalue(), "a.xlsx", Limits())


def _line(text: Text, width: int) -> Grid:
    return Grid(place="", cells=(Cell(row=1, column=1, columns=width, text=text.text),))


def _letter(column: int) -> str:
    """The letter of one of the first 26 columns."""
    return chr(ord("A") + column - 1)


def without_merges(drawn: Document) -> Document:
    """A drawn document in a file that keeps no merged cells."""
    blocks = (_single(block) if isinstance(block, Grid) else block for block in drawn.blocks)
    return Document(source=drawn.source, blocks=tuple(blocks))


def _single(grid: Grid) -> Grid:
    cells = tuple(cell._replace(rows=1, columns=1) for cell in grid.cells)
    return Grid(place=grid.place, cells=cells)


@pytest.mark.parametrize("change", [as_word, as_workbook, without_merges])
def test_the_same_is_read(change: Callable[[Document], Document]) -> None:
    unlike = {
        name
        for name, printed in PRINTED.items()
        if list(lines(interpret(change(document(printed["drawn"])), Hints(file_name="a")))) != _wanted(printed)
    }
    assert unlike == (SAY_MERGED if change is without_merges else set())


def _wanted(printed: dict[str, Any]) -> list[str]:
    return str(printed["read"]).strip("\n").split("\n")
