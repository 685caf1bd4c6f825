"""The worksheets of SpreadsheetML → Sheets: rows and cells by their index, merges, hidden parts."""

from collections.abc import Iterator

from lxml.etree import _Element

from parsers.formats import trees
from parsers.formats.number_formats import NumberFormat, number_format
from parsers.formats.ods.cells import attribute, local
from parsers.formats.sheets import LAST_COLUMN, LAST_ROW, Range, Sheet
from parsers.formats.spreadsheetml.data import format_code, text
from parsers.formats.xlsx.worksheet import too_many_cells
from schema.limits import Limits

_PLACE = "Workbook"
_TAGS = ("{*}Style", "{*}Date1904", "{*}Column", "{*}Row", "{*}Worksheet")
_DEFAULT = "Default"


class Worksheets:
    """Reads a workbook's worksheets, one row after the other."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        self._limits = limits
        self._formats: dict[str, str] = {}
        self._since_1904 = False
        self._sheet = Sheet("")
        self._row = self._column = 0

    def read(self) -> Iterator[Sheet]:
        """Each worksheet once it is whole.

        Raises `ReadError`: `corrupt`, `unsafe`, `limit`.
        """
        for element in trees.events(self._content, self._limits, _PLACE, _TAGS):
            match local(element):
                case "Style":
                    self._read_style(element)
                case "Date1904":
                    self._since_1904 = True
                case "Column":
                    self._read_column(element)
                case "Row":
                    self._read_row(element)
                    element.clear()
                case _:
                    yield self._finished(element)

    def _read_style(self, style: _Element) -> None:
        """The number format of a style: its own, or that of the style it rests on."""
        stated = next((attribute(part, "Format") for part in style if local(part) == "NumberFormat"), None)
        if stated is None:
            stated = self._formats.get(attribute(style, "Parent") or _DEFAULT, "")
        self._formats[attribute(style, "ID") or _DEFAULT] = stated

    def _read_column(self, column: _Element) -> None:
        first = min(number(column, "Index") or self._column + 1, LAST_COLUMN)
        self._column = min(first + (number(column, "Span") or 0), LAST_COLUMN)
        if attribute(column, "Hidden") == "1":
            self._sheet.hidden_columns.update(range(first, self._column + 1))

    def _read_row(self, row: _Element) -> None:
        at = min(number(row, "Index") or self._row + 1, LAST_ROW)
        self._row = at + (number(row, "Span") or 0)
        if attribute(row, "Hidden") == "1":
            self._sheet.hidden_rows.add(at)
        column = 0
        for cell in row:
            if local(cell) == "Cell":
                column = min(number(cell, "Index") or column + 1, LAST_COLUMN)
                self._read_cell(cell, at, column)
                column += number(cell, "MergeAcross") or 0
        if len(self._sheet.cells) > self._limits.cells:
            raise too_many_cells(self._limits)

    def _read_cell(self, cell: _Element, row: int, column: int) -> None:
        across, down = number(cell, "MergeAcross") or 0, number(cell, "MergeDown") or 0
        if across or down:
            last_row, last_column = min(row + down, LAST_ROW), min(column + across, LAST_COLUMN)
            self._sheet.merges.append(Range(row, column, last_row, last_column))
        data = next((part for part in cell if local(part) == "Data"), None)
        if data is not None:
            shown = text(data, self._style(cell), since_1904=self._since_1904)
            if shown:
                self._sheet.cells[row, column] = shown
        elif attribute(cell, "Formula") is not None:
            self._sheet.unvalued.append((row, column))

    def _style(self, cell: _Element) -> NumberFormat:
        return number_format(format_code(self._formats.get(attribute(cell, "StyleID") or _DEFAULT, "")))

    def _finished(self, worksheet: _Element) -> Sheet:
        sheet = self._sheet
        sheet.name = attribute(worksheet, "Name") or ""
        sheet.hidden = any(
            (part.text or "").strip() in {"SheetHidden", "SheetVeryHidden"}
            for options in worksheet
            if local(options) == "WorksheetOptions"
            for part in options
            if local(part) == "Visible"
        )
        self._sheet = Sheet("")
        self._row = self._column = 0
        worksheet.clear()
        return sheet


def number(element: _Element, name: str) -> int | None:
    """A whole number an attribute states, not negative; None for anything else."""
    stated = attribute(element, name) or ""
    return int(stated) if stated.isdecimal() and len(stated) < 10 else None
