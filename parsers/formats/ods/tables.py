"""The tables of an OpenDocument spreadsheet → Sheets, repeated rows and columns counted and not laid out."""

from collections.abc import Iterator

from lxml.etree import _Element

from parsers.formats import trees
from parsers.formats.ods.cells import attribute, count, local, text
from parsers.formats.sheets import LAST_COLUMN, LAST_ROW, Range, Sheet
from parsers.formats.xlsx.worksheet import too_many_cells
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_TAGS = ("{*}table", "{*}table-row", "{*}table-column", "{*}style")
_HIDDEN = frozenset(["collapse", "filter"])
_MOST_REPEATED = 50_000
"""Cells with text that may stand for one that is repeated: filled down to the end of a sheet it has a million."""


class Tables:
    """Reads the content of a spreadsheet into Sheets."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._hidden_styles: set[str] = set()
        self._sheet = Sheet("")
        self._row = self._column = 0
        self._cells = self._repeated = 0

    def read(self, content: bytes) -> Iterator[Sheet]:
        """Each table once it is whole.

        Raises `ReadError`: `corrupt`, `unsafe`, `limit`.
        """
        for element in trees.events(content, self._limits, "content.xml", _TAGS):
            match local(element):
                case "style":
                    self._read_style(element)
                case "table-column":
                    self._read_column(element)
                case "table-row":
                    self._read_row(element)
                    element.clear()
                case _:
                    yield self._finished(element)

    def _read_style(self, style: _Element) -> None:
        if any(attribute(part, "display") == "false" for part in style if local(part) == "table-properties"):
            self._hidden_styles.add(attribute(style, "name") or "")

    def _read_column(self, column: _Element) -> None:
        width = min(count(column, "number-columns-repeated"), LAST_COLUMN)
        if attribute(column, "visibility") in _HIDDEN:
            self._sheet.hidden_columns.update(range(self._column + 1, min(self._column + width, LAST_COLUMN) + 1))
        self._column += width

    def _read_row(self, row: _Element) -> None:
        repeated = count(row, "number-rows-repeated")
        found = [(cell, column, text_of) for cell, column, text_of in _cells(row) if text_of]
        if found:
            last = min(self._row + repeated, LAST_ROW)
            self._repeat(len(found) * (last - self._row - 1))
            self._count(len(found) * (last - self._row))
            for number in range(self._row + 1, last + 1):
                if attribute(row, "visibility") in _HIDDEN:
                    self._sheet.hidden_rows.add(number)
                for cell, column, shown in found:
                    self._add(cell, number, column, shown)
        self._row += repeated

    def _add(self, cell: _Element, row: int, column: int, shown: str) -> None:
        repeated = count(cell, "number-columns-repeated")
        last = min(column + repeated - 1, LAST_COLUMN)
        self._repeat(last - column)
        self._count(last - column)
        for place in range(column, last + 1):
            self._sheet.cells[row, place] = shown
        rows, columns = count(cell, "number-rows-spanned"), count(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self._sheet.merges.append(
                Range(row, column, min(row + rows - 1, LAST_ROW), min(column + columns - 1, LAST_COLUMN))
            )

    def _repeat(self, cells: int) -> None:
        self._repeated += cells
        if self._repeated > _MOST_REPEATED:
            raise ReadError(
                Status.LIMIT,
                zh=f"工作表把同样的内容重复了 {_MOST_REPEATED:,} 格以上；请删去多余的行列，另存后再导入",
                en=f"a sheet repeats the same in more than {_MOST_REPEATED:,} cells; delete those rows or columns, "
                "save it and import that",
            )

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise too_many_cells(self._limits)

    def _finished(self, table: _Element) -> Sheet:
        sheet = self._sheet
        sheet.name = attribute(table, "name") or ""
        sheet.hidden = attribute(table, "style-name") in self._hidden_styles
        self._sheet = Sheet("")
        self._row = self._column = 0
        table.clear()
        return sheet


def _cells(row: _Element) -> Iterator[tuple[_Element, int, str]]:
    """Each cell of a row with its first column and text; a covered cell shows none."""
    column = 1
    for cell in row:
        name = local(cell)
        if name == "table-cell" and (len(cell) or len(cell.attrib) > 1) and column <= LAST_COLUMN:
            yield cell, column, text(cell)
        if name in {"table-cell", "covered-table-cell"}:
            column += count(cell, "number-columns-repeated")
