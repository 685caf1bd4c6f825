"""Tab-separated rows: a run of lines is one grid, a row the number of its line, a column the position of its field."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.formats.lines import BREAK, Line, Run
from parsers.formats.markup import shown
from parsers.formats.numbering import goes_on
from parsers.formats.passages import Passage, Table, paragraph
from parsers.formats.quotes import fields
from schema.document import Cell


class _Row(NamedTuple):
    line: int
    fields: tuple[str, ...]

    def followed_by(self, found: Sequence[str]) -> "_Row":
        """The row, its last field going on with the first of the next line."""
        return self._replace(fields=(*self.fields[:-1], self.fields[-1] + BREAK + found[0], *found[1:]))


def passages(runs: Sequence[Run]) -> Iterator[Passage]:
    """The tables of tab-separated runs, and the lines without a tab as paragraphs.

    A blank line ends a table, unless a converter put one after every row. Where a table shows that a line break stands
    inside a cell, the broken row is made whole: see `_whole`.
    """
    for run in _closed_up(runs):
        yield from _run(run)


def _closed_up(runs: Sequence[Run]) -> Sequence[Run]:
    """One run, where each of three or more rows is a run of its own, all the same gap apart."""
    gaps = {(run.gap, run.spaced) for run in runs[1:]}
    if len(runs) < 3 or len(gaps) > 1 or not runs[1].gap:
        return runs
    if any(len(run.lines) > 1 or "\t" not in run.lines[0].text for run in runs):
        return runs
    return [Run(tuple(run.lines[0] for run in runs), runs[0].gap, runs[0].spaced)]


def _run(run: Run) -> Iterator[Passage]:
    tabs = [index for index, line in enumerate(run.lines) if "\t" in line.text]
    first, end = (tabs[0], tabs[-1] + 1) if tabs else (len(run.lines), len(run.lines))
    yield from map(paragraph, run.lines[:first])
    rows, below = _whole(run.lines[first:end]), run.lines[end:]
    if rows:
        taken = _numbered_on(rows[-1], below)
        for line in below[:taken]:
            rows[-1] = rows[-1].followed_by([line.text])
        yield _table(rows)
        yield from map(paragraph, below[taken:])
    else:
        yield from _as_they_stand(run.lines[first:])


def _as_they_stand(lines: Sequence[Line]) -> Iterator[Passage]:
    """Each line with a tab a row, each line without one a paragraph."""
    rows: list[_Row] = []
    for line in lines:
        if "\t" in line.text:
            rows.append(_row(line))
            continue
        yield _table(rows)
        rows = []
        yield paragraph(line)
    yield _table(rows)


def _row(line: Line) -> _Row:
    return _Row(line.number, tuple(fields(line.text)))


def _whole(lines: Sequence[Line]) -> list[_Row]:
    """The rows of a table in which every row has the same number of fields once broken ones are made whole.

    Rows of one width are the evidence that a shorter line is a piece of a row and a line without a tab a piece of a
    cell: a row of its own would show its tabs. Empty where there is no such width.
    """
    counts = Counter(line.text.count("\t") + 1 for line in lines)
    if not counts:
        return []
    width, times = counts.most_common(1)[0]
    if width < 2 or times < 2 or times * 2 < counts.total():
        return []
    rows: list[_Row] = []
    for line in lines:
        row = _row(line)
        short = bool(rows) and len(rows[-1].fields) < width
        if not short and len(row.fields) > 1:
            rows.append(row)
        elif rows and rows[-1].fields[-1].strip() and row.fields[0].strip():
            rows[-1] = rows[-1].followed_by(row.fields)
        else:
            return []
        if len(rows[-1].fields) > width:
            return []
    return rows if len(rows[-1].fields) == width else []


def _numbered_on(row: _Row, below: Sequence[Line]) -> int:
    """How many of the lines under a table go on with the numbering in its last cell; any other line is a note."""
    above, taken = row.fields[-1].split(BREAK)[-1], 0
    for line in below:
        if not goes_on(above, line.text):
            break
        above, taken = line.text, taken + 1
    return taken


def _table(rows: Sequence[_Row]) -> Table:
    return Table(
        tuple(
            Cell(row=row.line, column=column, text=text)
            for row in rows
            for column, text in enumerate(map(shown, row.fields), start=1)
            if text
        )
    )
