"""One sheet part of a workbook → a Sheet, row by row, whatever its <dimension> claims."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lxml.etree import _Element

from parsers.formats import trees
from parsers.formats.number_formats import NumberFormat
from parsers.formats.sheets import LAST_COLUMN, LAST_ROW, Range, Sheet
from parsers.formats.xlsx.fonts import Font, may_sign
from parsers.formats.xlsx.names import local
from parsers.formats.xlsx.strings import string, struck_in, unescaped
from parsers.formats.xlsx.styles import GENERAL
from parsers.formats.xlsx.values import number_shown, serial, text_shown
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_DIGITS = "0123456789"
_TAGS = ("{*}row", "{*}col", "{*}mergeCell")
_TRUE = frozenset(["1", "true", "on"])


class Shelf(NamedTuple):
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    formats: Sequence[NumberFormat]
    since_1904: bool
    limits: Limits
    fonts: Mapping[str, Font] = MappingProxyType({})
    struck: Mapping[int, str] = MappingProxyType({})


class Worksheet:
    """Reads one sheet part into a Sheet.

    Raises `ReadError`: `corrupt` for what is no sheet, `limit` past the cells, `unsafe` for a DOCTYPE.
    """

    def __init__(self, sheet: Sheet, shelf: Shelf) -> None:
        self._sheet = sheet
        self._shelf = shelf
        self._columns: dict[str, int] = {}
        self._row = 0
        self._signs = True

    def read(self, content: bytes, part: str) -> None:
        """Take in the part."""
        self._signs = may_sign(content)
        for element in trees.events(content, self._shelf.limits, part, _TAGS):
            match local(element):
                case "row":
                    self._read_row(element)
                    element.clear()
                case "col":
                    self._read_column(element)
                case _:
                    self._read_merge(element.get("ref") or "")

    def _read_row(self, row: _Element) -> None:
        stated = row.get("r")
        self._row = _bounded(int(stated), LAST_ROW) if stated and stated.isdecimal() else self._row + 1
        if row.get("hidden") in _TRUE or row.get("ht") == "0":
            self._sheet.hidden_rows.add(self._row)
        column = 0
        for cell in row:
            reference = cell.get("r")
            column = self._column(reference) if reference else column + 1
            if len(cell):
                self._read_cell(cell, column)
        if len(self._sheet.cells) > self._shelf.limits.cells:
            raise too_many_cells(self._shelf.limits)

    def _column(self, reference: str) -> int:
        letters = reference.rstrip(_DIGITS)
        found = self._columns.get(letters)
        if found is None:
            found = self._columns[letters] = column_number(letters)
        return found

    def _read_cell(self, cell: _Element, column: int) -> None:
        value: str | None = None
        formula = False
        for part in cell:
            name = local(part)
            if name == "v":
                value = part.text or ""
            elif name == "is":
                value = string(part, signs=self._signs)
                self._strike(struck_in(part))
            elif name == "f":
                formula = True
        if formula and value == "" and cell.get("t") != "str":  # as openpyxl writes it; a formula may say nothing, too
            value = None
        if value is None:
            if formula:
                self._sheet.unvalued.append((self._row, column))
            return
        style = cell.get("s")
        text = self._shown(value, cell.get("t") or "n", self._style(style) if style else GENERAL, column)
        looks = self._shelf.fonts.get(style) if style else None
        if looks is not None:
            text = looks.shown(text)
            self._strike(text if looks.struck else "")
        if text:
            self._sheet.cells[self._row, column] = text

    def _strike(self, text: str) -> None:
        if text:
            self._sheet.struck.append(text)

    def _style(self, stated: str) -> NumberFormat:
        formats = self._shelf.formats
        index = int(stated) if stated.isdecimal() else len(formats)
        return formats[index] if index < len(formats) else GENERAL

    def _shown(self, stored: str, kind: str, style: NumberFormat, column: int) -> str:
        if kind == "s":
            strings = self._shelf.strings
            index = int(stored) if stored.isdecimal() and len(stored) < 10 else len(strings)
            plain = strings[index] if index < len(strings) else ""
            self._strike(self._shelf.struck.get(index, ""))
            text = text_shown(plain, style)
        elif kind in {"n", "d"}:
            plain, text = self._number(stored, kind, style)
        elif kind == "b":
            plain = text = "TRUE" if stored.strip() in _TRUE else "FALSE"
        else:
            plain = unescaped(stored)
            text = text_shown(plain, style)
        return text or self._concealed(plain.strip(), column)

    def _number(self, stored: str, kind: str, style: NumberFormat) -> tuple[str, str]:
        since_1904 = self._shelf.since_1904
        if kind == "d":
            found = serial(stored.strip(), since_1904=since_1904)
            stored = stored if found is None else str(found)
        return stored, number_shown(stored, style, since_1904=since_1904) if stored else ""

    def _concealed(self, plain: str, column: int) -> str:
        """A value whose format shows nothing of it is kept as a hidden cell."""
        if plain:
            self._sheet.concealed.add((self._row, column))
        return plain

    def _read_column(self, column: _Element) -> None:
        if column.get("hidden") in _TRUE or column.get("width") == "0":
            first, last = (column.get(name) or "" for name in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                self._sheet.hidden_columns.update(range(int(first), min(int(last), LAST_COLUMN) + 1))

    def _read_merge(self, reference: str) -> None:
        first, _, last = reference.replace("$", "").partition(":")
        start, end = slot(first), slot(last or first)
        if start is not None and end is not None:
            rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
            self._sheet.merges.append(Range(rows[0], columns[0], rows[1], columns[1]))
            if len(self._sheet.merges) > self._shelf.limits.cells:
                raise too_many_cells(self._shelf.limits)


def slot(reference: str) -> tuple[int, int] | None:
    """Row and column of an address, or None where it is none.

    >>> slot("B12"), slot("XFD1048576"), slot("甲")
    ((12, 2), (1048576, 16384), None)
    """
    letters = reference.rstrip(_DIGITS)
    row = reference[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and len(letters) < 4 and 0 < len(row) < 8):
        return None
    column = column_number(letters)
    return (int(row), column) if 0 < int(row) <= LAST_ROW else None


def column_number(letters: str) -> int:
    """The number of a column, from 1; `corrupt` for one that no sheet has.

    >>> column_number("A"), column_number("ab"), column_number("XFD")
    (1, 28, 16384)
    """
    number = 0
    for letter in letters.upper()[:4]:
        place = ord(letter) - 64
        number = number * 26 + place if 1 <= place <= 26 else LAST_COLUMN + 1
    return _bounded(number, LAST_COLUMN)


def _bounded(number: int, last: int) -> int:
    if not 1 <= number <= last:
        raise ReadError(
            Status.CORRUPT,
            zh="工作表含有不存在的单元格地址，文件已损坏；请用 Excel 或 WPS 打开后另存再导入",
            en="a sheet names a cell that no sheet has, the file is damaged; open it in Excel, save it and import that",
        )
    return number


def too_many_cells(limits: Limits) -> ReadError:
    """The error of a sheet past the number of cells."""
    return ReadError(
        Status.LIMIT,
        zh=f"工作簿的单元格超过上限 {limits.cells:,}；请拆分文件或调高上限",
        en=f"the workbook has more than {limits.cells:,} cells; split it or raise the limit",
    )
