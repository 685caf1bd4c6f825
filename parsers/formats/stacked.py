"""One cell a line, led by a tab, rows between blank lines: what converters make of the tables of a Word file.

    " [bookmark: _Toc1]1.绩效目标表"        a paragraph
    "⇥610101天津市知识产权局" "⇥单位：万元"  a caption row: paragraphs
    ""
    "⇥项目名称" "⇥信息化运维"               a row of two cells
    ""
    "⇥" "⇥信息化硬件维保"                   a row whose first cell is empty: the merged cell above covers it
    "系统运维"                              goes on with the cell above
    "" "" " "                               the table ends

A row of a grid is the count of the row in its table, and each cell carries the number of its line. The first row under
a paragraph is a caption, one paragraph a cell, where it is at most three cells and the last is a short "label：value"
(agency on the left, unit of money on the right); any other is a row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lines import BREAK, Line, Run, runs
from parsers.formats.markup import shown
from parsers.formats.numbering import goes_on
from parsers.formats.passages import Paragraph, Passage, Table, paragraph, starts_something
from schema.document import Cell

_LED = re.compile(r"[^\S\n\v]*\t")
_GLUED = re.compile(r"[^\S\t\n\v]+\t")
_LABELLED = re.compile(r"[^：:]+[：:][^：:]+")
_LONGEST_LABELLED = 12
_CAPTION_CELLS = 3


class Gap(NamedTuple):
    """The blank lines between two runs: how many, and whether one holds a space."""

    lines: int
    spaced: bool

    def ends_table(self, between_rows: "Gap") -> bool:
        """Whether it is more than what stands between two rows of a table."""
        return self.lines > between_rows.lines or (self.spaced and not between_rows.spaced)


def led(line: Line) -> bool:
    """Whether a tab leads the line, so that it starts a cell."""
    return _LED.match(line.text) is not None


def rejoined(lines: Sequence[Line]) -> Iterator[Line]:
    r"""Lines, without a blank one inside a cell: it stands before a paragraph that goes on with the cell's numbering.

    >>> [line.text for line in rejoined([Line(1, "\t1.甲"), Line(2, ""), Line(3, "2.乙"), Line(4, ""), Line(5, "3乙")])]
    ['\t1.甲', '2.乙', '', '3乙']
    """
    above, inside = "", False
    for index, line in enumerate(lines):
        if line.blank:
            below = lines[index + 1] if index + 1 < len(lines) else line
            if inside and "\t" not in below.text and not starts_something(below) and goes_on(above, below.text):
                continue
            inside = False
        else:
            above, inside = line.text, (led(line) and line.text.strip().count("\t") == 0) or (inside and not led(line))
        yield line


def stacked_runs(lines: Sequence[Line]) -> list[Run]:
    r"""The runs of such a text; a space before the leading tab is a paragraph of its own, glued to the next table.

    Where most cells are led by a space, it only indents them.

    >>> [[line.text for line in run.lines] for run in stacked_runs([Line(1, "\t≥95%"), Line(2, " \t单位：万元")])]
    [['\t≥95%'], ['\t单位：万元']]
    """
    indents = Counter(_GLUED.match(line.text) is not None for line in lines if led(line))
    if indents[True] > indents[False]:
        return list(runs(lines))
    return list(runs(part for line in lines for part in _unglued(line)))


def _unglued(line: Line) -> tuple[Line, ...]:
    glued = _GLUED.match(line.text)
    if glued is None:
        return (line,)
    return Line(line.number, " "), Line(line.number, line.text[glued.end() - 1 :], line.new_page)


def gap_between_rows(stretches: Iterable[Sequence[Run]]) -> Gap:
    """The gap that stands between the rows of a file's tables: the most frequent one, the smallest of equals."""
    gaps = Counter(
        Gap(after.gap, after.spaced)
        for stretch in stretches
        for before, after in pairwise(stretch)
        if led(before.lines[0]) and led(after.lines[0])
    )
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=Gap(1, spaced=False))


def passages(stretch: Sequence[Run], between_rows: Gap) -> Iterator[Passage]:
    """The paragraphs and tables of a stretch of runs."""
    rows: list[list[Line]] = []
    for run in stretch:
        first = next((index for index, line in enumerate(run.lines) if led(line)), len(run.lines))
        new = bool(first) or Gap(run.gap, run.spaced).ends_table(between_rows)
        if new:
            yield from _table(rows)
            rows = []
        yield from map(paragraph, run.lines[:first])
        cells = _cells(run.lines[first:])
        if new and (first or run.spaced) and _is_caption(cells):
            yield from _paragraphs([cells])
        elif cells:
            rows.append(cells)
    yield from _table(rows)


def _cells(lines: Sequence[Line]) -> list[Line]:
    """One line a cell; a line without a leading tab goes on with the cell above."""
    cells: list[Line] = []
    for line in lines:
        if led(line):
            cells.append(line)
        else:
            cells[-1] = cells[-1]._replace(text=cells[-1].text + BREAK + line.text)
    return cells


def _is_caption(cells: Sequence[Line]) -> bool:
    texts = [shown(cell.text) for cell in cells]
    if not 0 < len(texts) <= _CAPTION_CELLS or not all(texts):
        return False
    return len(texts[-1]) <= _LONGEST_LABELLED and _LABELLED.fullmatch(texts[-1]) is not None


def _table(rows: Sequence[Sequence[Line]]) -> Iterator[Passage]:
    """A table; cells that nowhere stand side by side are paragraphs that a tab indents."""
    if all(len(cells) < 2 for cells in rows):
        yield from _paragraphs(rows)
        return
    yield Table(
        tuple(
            Cell(row=row, column=column, text=text, line=cell.number)
            for row, cells in enumerate(rows, start=1)
            for column, cell in enumerate(cells, start=1)
            if (text := shown(cell.text))
        )
    )


def _paragraphs(rows: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    for cells in rows:
        for cell in cells:
            yield Paragraph(cell.number, shown(cell.text))
