"""Excel 97-2003 workbooks, read by xlrd with their number formats → a Document with a grid a sheet."""

import io
import re
import struct
from collections.abc import Iterator
from decimal import Decimal
from zipfile import BadZipFile

import xlrd
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from parsers.formats.compound import Compound, is_compound, refuse_encrypted, stream_names
from parsers.formats.conservation import counted, lost
from parsers.formats.number_formats import BUILTIN, NumberFormat, number_format
from parsers.formats.package import locked
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Range, Sheet, Sheets, shown
from parsers.formats.xls.records import has_codepage, raw_count, reach
from parsers.formats.xlsb import calamine
from parsers.formats.xlsb.workbook import FORMATS_LOST
from schema.document import Document
from schema.read_error import ReadError
from schema.source import Status

SUFFIXES = (".xls", ".xlt", ".et", ".ett")
_STREAMS = ("workbook", "book")
# Without a package around it: the record that begins a workbook of Excel 2 to 5, with its length and a version.
_BARE = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00..[\x05\x10\x00]\x00", re.DOTALL)
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = range(1, 6)
# Besides its own errors xlrd lets pass what damaged structures make Python raise.
_DAMAGE = (
    *(xlrd.XLRDError, CompDocError, FormulaError, struct.error, LookupError, ValueError, TypeError, AttributeError),
    *(AssertionError, ArithmeticError, EOFError, OSError, RecursionError, NameError, NotImplementedError, BadZipFile),
)
_CHANGEABLE = frozenset([5, 6, 7, 8, *range(37, 45)])
"""Formats with a number that each file states in the language of its program."""


def matches(content: bytes, name: str) -> bool:
    """Whether the content is an Excel 97-2003 workbook; a name that says so lets a damaged one be refused."""
    if is_compound(content):
        names = {stream.lower() for stream in stream_names(content)}
        return not names.isdisjoint(_STREAMS) or (not names and name.lower().endswith(SUFFIXES))
    return _BARE.match(content) is not None


def read(content: bytes, request: Request) -> Document:
    """A grid for each sheet in order, hidden ones marked; row and column are the cell's address.

    Raises `ReadError`: `encrypted`, `truncated`, `corrupt`, `limit`.
    """
    refuse_encrypted(content)
    stream = _stream(content, request)
    blanks = [0]
    try:
        found = Sheets(_sheets(_opened(content, stream), blanks), request.limits)
    except _DAMAGE as error:
        if isinstance(error, xlrd.XLRDError) and "encrypted" in str(error):
            raise locked() from error
        return _by_the_second_reader(content, stream, request)
    read_of = counted(found.grids)
    read_of = read_of._replace(cells=read_of.cells + found.covered + blanks[0])
    source = raw_count(stream)
    if found.covered or blanks[0]:  # which rows were theirs alone is not known here
        source = source._replace(tables=0, rows=0)
    return Document(source="xls", blocks=found.grids, diagnostics=(*found.diagnostics, *lost(source, read_of)))


def _stream(content: bytes, request: Request) -> bytes:
    if not is_compound(content):
        return content
    package = Compound(content, request.limits)
    found = next((name for name in package.names if name.lower() in _STREAMS), None)
    if found is None:
        raise _damaged()
    return package.stream(found)


def _opened(content: bytes, stream: bytes) -> xlrd.Book:
    return xlrd.open_workbook(
        file_contents=content,
        formatting_info=True,
        ragged_rows=True,
        logfile=io.StringIO(),
        encoding_override=None if has_codepage(stream) else "gb18030",
    )


def _by_the_second_reader(content: bytes, stream: bytes, request: Request) -> Document:
    """What calamine reads of a workbook that xlrd stumbles over: values without their formats, and said to be so."""
    if not is_compound(content) or not 0 < reach(stream) <= request.limits.cells:
        raise _damaged()
    found = Sheets(calamine.sheets(content), request.limits)
    if not found.grids:
        raise _damaged()
    said = lost(raw_count(stream)._replace(tables=0, rows=0), counted(found.grids))
    return Document(source="xls", blocks=found.grids, diagnostics=(FORMATS_LOST, *found.diagnostics, *said))


def _sheets(workbook: xlrd.Book, blanks: list[int]) -> Iterator[Sheet]:
    styles = [_style(workbook, xf.format_key) for xf in workbook.xf_list]
    for sheet in workbook.sheets():
        found = Sheet(sheet.name, hidden=bool(sheet.visibility))
        found.hidden_rows.update(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden)
        found.hidden_columns.update(
            column + 1 for column, info in sheet.colinfo_map.items() if info.hidden or not info.width
        )
        found.merges.extend(Range(top + 1, left + 1, low, right) for top, low, left, right in sheet.merged_cells)
        for row in range(sheet.nrows):
            for column, (kind, value) in enumerate(zip(sheet.row_types(row), sheet.row_values(row), strict=True)):
                if not 1 <= kind <= _ERROR:
                    continue
                style = styles[sheet.cell_xf_index(row, column)]
                plain, text = _shown(kind, value, style, since_1904=bool(workbook.datemode))
                slot = (row + 1, column + 1)
                if text or plain:
                    found.cells[slot] = text or plain
                else:
                    blanks[0] += 1
                if plain and not text:
                    found.concealed.add(slot)
        yield found


def _style(workbook: xlrd.Book, key: int) -> NumberFormat:
    stated = workbook.format_map.get(key)
    if key in BUILTIN and (key not in _CHANGEABLE or stated is None):
        return number_format(BUILTIN[key])
    return number_format(stated.format_str if stated is not None else "General")


def _shown(kind: int, value: object, style: NumberFormat, *, since_1904: bool) -> tuple[str, str]:
    """The value without its format, and what is shown of it."""
    if kind == _TEXT:
        text = str(value)
        return shown(text), shown(style.text(text))
    if kind in {_NUMBER, _DATE} and isinstance(value, float):
        number = Decimal(repr(value))
        if number.is_finite():
            return str(number), style.number(number, since_1904=since_1904).strip()
    text = ("TRUE" if value else "FALSE") if kind == _TRUTH else str(value)
    if kind == _ERROR:
        text = xlrd.error_text_from_code.get(value, "#N/A")
    return text, text


def _damaged() -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh="Excel 97-2003 工作簿已损坏，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入",
        en="the Excel 97-2003 workbook is damaged and cannot be read; open it in Excel, save it as .xlsx, import that",
    )


XLS = Reader(name="xls", suffixes=SUFFIXES, matches=matches, read=read)
