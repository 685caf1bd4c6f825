"""Comma-separated values as spreadsheets save them: a row is the number of its first line, a column the position."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from parsers.formats.lines import BREAK, Line
from parsers.formats.markup import shown
from parsers.formats.passages import Passage, Table, paragraph
from schema.document import Cell
from schema.read_error import ReadError
from schema.source import Status

_JUDGED = 200
"""Records that are looked at before a text counts as comma-separated."""
_TITLES = 3
"""Lines without a comma that may stand above the records."""

Record = tuple[Line, list[str]]


def suits(lines: Sequence[Line]) -> bool:
    """Whether a text is comma-separated, as a spreadsheet saves it: no tab, and records of one number of fields.

    >>> suits([Line(1, "项目,金额,单位"), Line(2, '甲,"8,000",元')]), suits([Line(1, "今年, 3项"), Line(2, "完")])
    (True, False)
    """
    judged = lines[:_JUDGED]
    commas = sum(line.text.count(",") for line in judged)
    if not commas or any("\t" in line.text for line in judged):
        return False
    if sum(line.text.count(", ") for line in judged) * 5 > commas:
        return False  # people put a space after a comma, spreadsheets do not
    try:
        return _regular([len(record) for _, record in islice(_records(lines), _JUDGED)])
    except csv.Error:
        return False


def _regular(widths: Sequence[int]) -> bool:
    """Whether records are as wide as each other, titles above them aside; many records may hold a few that are not."""
    titles = next((index for index, width in enumerate(widths) if width > 1), 0)
    counts = Counter(widths[titles:])
    width, times = next(iter(counts.most_common(1)), (0, 0))
    if width < 2 or titles > _TITLES or times < (4 if width == 2 else 2):
        return False
    return times == counts.total() or (times >= 10 and times * 5 >= counts.total() * 4)


def _records(lines: Sequence[Line]) -> Iterator[Record]:
    reader = csv.reader((line.text + "\n" for line in lines), strict=True)
    before = 0
    for record in reader:
        if any(field.strip() for field in record):
            yield lines[before], record
        before = reader.line_num


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """The table of a comma-separated text; a record of one field is a paragraph, and a blank line ends no table.

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
        for last, record in _records(lines):
            yield last, record
    except csv.Error as error:
        raise ReadError(
            Status.CORRUPT,
            zh=f"第 {last.number} 行之后的引号不成对，逗号分隔的表格已损坏；请在该处补全引号",
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
