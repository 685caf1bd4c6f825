"""Comma- or semicolon-separated values as spreadsheets save them: a row is its first line, a column its position."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from parsers.formats.lines import BREAK, Line
from parsers.formats.markup import shown
from parsers.formats.passages import Passage, Table, paragraph
from schema.document import Cell
from schema.read_error import ReadError
from schema.source import Status

_JUDGED = 200
"""Records that are looked at before a text counts as separated."""
_SEPARATORS = (",", ";")
_TITLES = 3
"""Lines without a separator that may stand above the records, or below them: who filled them in."""
_FEW = 8
"""Of more records such lines may be more, if no more than one in so many: the name of a book, 目录, a title, a unit."""

_ROWS = 4
"""Records of three fields and more that make a table of records of differing widths."""
_WIDE, _CELL = 4, 24
"""Fields of two records that follow each other, and how long one may be, in a table of a few lines."""
_STOPS = ("。", "；", ";", ".", "！", "？")

Record = tuple[Line, list[str]]


def suits(lines: Sequence[Line]) -> bool:
    """Whether a text is comma- or semicolon-separated, as a spreadsheet saves it: see `separator`.

    >>> suits([Line(1, "项目,金额,单位"), Line(2, '甲,"8,000",元')]), suits([Line(1, "今年, 3项"), Line(2, "完")])
    (True, False)
    """
    return separator(lines) is not None


def separator(lines: Sequence[Line]) -> str | None:
    """What separates the fields of a text without tabs, None where it leaves no records.

    Spreadsheets write a semicolon where a comma is the decimal point. Where both suit, the one with more fields does.

    >>> separator([Line(1, "项目;金额;单位"), Line(2, "甲;1,5;元")]), separator([Line(1, "甲;乙"), Line(2, "丙")])
    (';', None)
    """
    if any("\t" in line.text for line in lines[:_JUDGED]):
        return None
    widths = {mark: _common_width(lines, mark) for mark in _SEPARATORS}
    found = max(_SEPARATORS, key=lambda mark: widths[mark])
    return found if widths[found] else None


def _common_width(lines: Sequence[Line], mark: str) -> int:
    judged = lines[:_JUDGED]
    marks = sum(line.text.count(mark) for line in judged)
    if not marks or sum(line.text.count(mark + " ") for line in judged) * 5 > marks:
        return 0  # people put a space after a comma, spreadsheets do not
    try:
        records = [record for _, record in islice(_records(lines, mark), _JUDGED)]
    except csv.Error:
        return 0
    titles = next((index for index, record in enumerate(records) if len(record) > 1), 0)
    if titles > max(_TITLES, len(records) // _FEW):
        return 0
    records = records[titles:]
    return _regular([len(record) for record in records]) or _ragged(records) or _terse(records)


def _regular(widths: Sequence[int]) -> int:
    """The width that records have in common, lines below them aside, else 0; a few of many may have another."""
    below = next((count for count, width in enumerate(reversed(widths)) if width > 1), 0)
    counts = Counter(widths[: len(widths) - min(below, _TITLES)])
    width, times = next(iter(counts.most_common(1)), (0, 0))
    if width < 2 or times < (4 if width == 2 else 2):
        return 0
    return width if times == counts.total() or (times >= 10 and times * 5 >= counts.total() * 4) else 0


def _ragged(records: Sequence[Sequence[str]]) -> int:
    """The width of records whose empty ends were not written, else 0.

    They are told from prose by what people do not write: two commas in a row, or clauses of one number in most lines
    and no full stop behind them.
    """
    wide = [record for record in records if len(record) > 2]
    sentences = sum(record[-1].rstrip().endswith(_STOPS) for record in records)
    if len(wide) < _ROWS or len(wide) * 2 < len(records) or sentences * 4 > len(records):
        return 0
    gaps = sum(any(not field.strip() for field in record[:-1]) for record in wide)
    width, times = Counter(map(len, wide)).most_common(1)[0]
    return width if gaps > 1 or (times >= _ROWS and times * 5 >= len(records) * 3) else 0


def _terse(records: Sequence[Sequence[str]]) -> int:
    """The width of a few records of any widths whose fields are words as a cell holds them, none a clause, else 0."""
    several = [record for record in records if len(record) > 1]
    together = any(min(len(one), len(other)) >= _WIDE for one, other in pairwise(records))
    if not together or len(several) * 4 < len(records) * 3:
        return 0
    fields = [field.strip() for record in several for field in record]
    if any(len(field) > _CELL or field.endswith(_STOPS) for field in fields):
        return 0
    return max(map(len, several))


def _records(lines: Sequence[Line], mark: str) -> Iterator[Record]:
    reader = csv.reader((line.text + "\n" for line in lines), delimiter=mark, strict=True)
    before = 0
    for record in reader:
        if any(field.strip() for field in record):
            yield lines[before], record
        before = reader.line_num


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """The table of such a text; a record of one field is a paragraph, and a blank line ends no table.

    Raises `ReadError` with status `corrupt` where quotes below the records that were judged are not closed.
    """
    rows: list[Record] = []
    for line, record in _unbroken(lines):
        if line.new_page or len(record) == 1:
            yield _table(rows)
            rows = []
        if len(record) > 1:
            rows.append((line, record))
        else:
            yield paragraph(line._replace(text=record[0]))
    yield _table(rows)


def _unbroken(lines: Sequence[Line]) -> Iterator[Record]:
    last = lines[0]
    try:
        for last, record in _records(lines, separator(lines) or ","):
            yield last, record
    except csv.Error as error:
        raise ReadError(
            Status.CORRUPT,
            zh=f"第 {last.number} 行之后的引号不成对，分隔符分隔的表格已损坏；请在该处补全引号",
            en=f"quotes below line {last.number} are not closed, the table is damaged; close them there",
        ) from error


def _table(rows: Sequence[Record]) -> Table:
    return Table(
        tuple(
            Cell(row=line.number, column=column, text=text)
            for line, record in rows
            for column, field in enumerate(record, start=1)
            if (text := shown(field.replace("\n", BREAK)))
        )
    )
