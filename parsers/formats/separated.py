"""Comma-separated values as spreadsheets save them: a row is the number of its first line, a column the position."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from parsers.formats.lines import BREAK, Line
from parsers.formats.markup import shown
from parsers.formats.passages import Paragraph, Passage, Table
from schema.document import Cell

_JUDGED = 200
"""Records that are looked at before a text counts as comma-separated."""

Record = tuple[int, list[str]]


def suits(lines: Sequence[Line]) -> bool:
    """Whether a text is comma-separated: nearly all of its records hold the same number of fields, and no tab.

    >>> suits([Line(1, "项目,金额,单位"), Line(2, '甲,"8,000",元')]), suits([Line(1, "今年, 3项"), Line(2, "完")])
    (True, False)
    """
    if not any("," in line.text for line in lines[:_JUDGED]) or any("\t" in line.text for line in lines[:_JUDGED]):
        return False
    try:
        widths = Counter(len(record) for _, record in islice(_records(lines), _JUDGED))
    except csv.Error:
        return False
    if not widths:
        return False
    width, times = widths.most_common(1)[0]
    enough = 2 if width > 2 else 3
    return width > 1 and times >= enough and times * 5 >= widths.total() * 4


def _records(lines: Sequence[Line]) -> Iterator[Record]:
    reader = csv.reader((line.text + "\n" for line in lines), strict=True)
    before = 0
    for record in reader:
        if any(field.strip() for field in record):
            yield lines[before].number, record
        before = reader.line_num


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """The table of a comma-separated text; a record of one field is a paragraph, and a blank line ends no table."""
    rows: list[Record] = []
    for number, record in _records(lines):
        if len(record) > 1:
            rows.append((number, record))
            continue
        yield _table(rows)
        rows = []
        yield Paragraph(number, shown(record[0]))
    yield _table(rows)


def _table(rows: Sequence[Record]) -> Table:
    return Table(
        tuple(
            Cell(row=number, column=column, text=text)
            for number, record in rows
            for column, field in enumerate(record, start=1)
            if (text := shown(field.replace("\n", BREAK)))
        )
    )
