"""Tab-separated rows: a run of lines is one grid, a row the number of its line, a column the position of its field."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.formats.lines import BREAK, Line, Run, bare, joined
from parsers.formats.markup import shown
from parsers.formats.passages import Passage, Table, paragraph
from parsers.formats.quotes import fields
from parsers.formats.standing import begins_cell, continues, stands_alone
from schema.document import Cell

_LOOKED_AT = 1000
"""Characters at the end of a cell that the line below is compared with."""


@dataclass(slots=True)
class _Row:
    """A row in the making: each field as the pieces of text that a line break stands between."""

    line: int
    fields: list[list[str]]

    def go_on(self, found: Sequence[str]) -> None:
        """Let the last field go on with the first of the next line."""
        self.fields[-1].append(found[0])
        self.fields.extend([field] for field in found[1:])

    @property
    def end(self) -> str:
        """The last paragraphs of the last field."""
        return BREAK.join(piece[-_LOOKED_AT:] for piece in self.fields[-1][-8:])


def passages(runs: Sequence[Run]) -> Iterator[Passage]:
    """The tables of tab-separated runs, and the lines without a tab as paragraphs.

    A blank line ends a table, unless a converter put one after every row. Where a table shows that a line break stands
    inside a cell, the broken row is made whole: see `_whole`. A line without a tab cuts a table in two unless there is
    evidence that it goes on with a cell: see `standing`.
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
    width = _width(run.lines)
    for part in _parts(_with_first_cells(run.lines, width), width):
        rows = _whole(part, width)
        yield from [_table(rows)] if rows else _as_they_stand(part, width)


def _width(lines: Sequence[Line]) -> int:
    """The number of fields that the rows of a run have in common, 0 where half of them have another."""
    counts = Counter(line.text.count("\t") + 1 for line in lines if "\t" in line.text)
    width, times = next(iter(counts.most_common(1)), (0, 0))
    return width if times >= 2 and times * 2 >= counts.total() else 0


def _with_first_cells(lines: Sequence[Line], width: int) -> list[Line]:
    """Lines, where the first cell of a row, broken over lines of its own, is brought back into it.

    Not where the row above lacks just the fields that it makes up together with this one.
    """
    found: list[Line] = []
    tabs = 0
    for line in lines:
        count = line.text.count("\t")
        makes_whole = 0 < tabs == width - count - 1
        start = _first_cell(found, line) if count and not makes_whole else len(found)
        found[start:] = [joined((*found[start:], line))]
        tabs = count or tabs
    return found


def _first_cell(above: Sequence[Line], row: Line) -> int:
    """The index of the line above a row in which its first cell begins."""
    first, *others = row.text.split("\t")
    start, single = len(above), len(bare(first)) == 1
    while any(map(bare, others)) and start and "\t" not in above[start - 1].text:
        if not begins_cell(above[start - 1].text, first):
            break
        start, first = start - 1, above[start - 1].text
        if not single:
            break
    return start


def _parts(lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Lines cut before and after each one that belongs to no cell, for all that its shape and the fields above tell."""
    part: list[Line] = []
    found, above = 0, ""
    for line in lines:
        before, tab, last = line.text.rpartition("\t")
        if tab:
            count = before.count("\t") + 1
            found = found + count if 0 < found < width else count + 1
            above = last[-_LOOKED_AT:]
        elif part and (continues(above, line.text) or (found < width and not stands_alone(line.text))):
            above = (above + BREAK + last[-_LOOKED_AT:])[-_LOOKED_AT:]
        else:
            yield from (part, [line]) if part else ([line],)
            part, found, above = [], 0, ""
            continue
        part.append(line)
    if part:
        yield part


def _as_they_stand(lines: Sequence[Line], width: int) -> Iterator[Passage]:
    """Each line with a tab a row, each line without one a paragraph, unless it goes on with the cell above."""
    rows: list[_Row] = []
    for line in lines:
        row = fields(line.text)
        if rows and len(rows[-1].fields) + len(row) - 1 == width and begins_cell(rows[-1].end, row[0]):
            rows[-1].go_on(row)
        elif len(row) > 1:
            rows.append(_Row(line.number, [[field] for field in row]))
        elif rows and continues(rows[-1].end, line.text):
            rows[-1].go_on([line.text])
        else:
            yield _table(rows)
            rows = []
            yield paragraph(line)
    yield _table(rows)


def _whole(lines: Sequence[Line], width: int) -> list[_Row]:
    """The rows of a table in which every row has the same number of fields once broken ones are made whole.

    Rows of one width are the evidence that a shorter line is a piece of a row and a line without a tab a piece of a
    cell: a row of its own would show its tabs. Above the first whole row two lines with tabs may come to that width by
    chance, as the head of a form does: there the words must show that one goes on with the other. Empty where the lines
    do not come to that width.
    """
    if width < 2 or "\t" not in lines[0].text:
        return []
    rows: list[_Row] = []
    for line in lines:
        found = fields(line.text)
        short = bool(rows) and len(rows[-1].fields) < width
        if not short and len(found) > 1:
            rows.append(_Row(line.number, [[field] for field in found]))
        elif rows and rows[-1].fields[-1][-1].strip() and found[0].strip():
            if len(rows) == 1 and len(found) > 1 and not _goes_on(rows[-1].end, found[0]):
                return []
            rows[-1].go_on(found)
        else:
            return []
        if len(rows[-1].fields) > width:
            return []
    return rows if len(rows[-1].fields) == width else []


def _goes_on(above: str, below: str) -> bool:
    return continues(above, below) or begins_cell(above, below)


def _table(rows: Sequence[_Row]) -> Table:
    return Table(
        tuple(
            Cell(row=row.line, column=column, text=text)
            for row in rows
            for column, text in enumerate(map(_text, row.fields), start=1)
            if text
        )
    )


def _text(pieces: Sequence[str]) -> str:
    return shown(BREAK.join(pieces))
