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

A title or page number under a cell ends the table unless it closes what the cell left open. Cells whose numbers go on,
1. 2. 3., are one cell, and a row several times as wide as the others is several rows: see `_regular`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lines import BREAK, Line, Run, joined, runs
from parsers.formats.markup import shown
from parsers.formats.numbering import goes_on
from parsers.formats.passages import Paragraph, Passage, Table, paragraph, starts_something
from parsers.formats.standing import announces, continues
from schema.document import Cell

_LED = re.compile(r"[^\S\n\v]*\t")
_GLUED = re.compile(r"[^\S\t\n\v]+\t")
_LABELLED = re.compile(r"[^：:]+[：:][^：:]+")
_LONGEST_LABELLED = 12
_CAPTION_CELLS = 3
_NARROW = 3
"""Cells of a row that is wide enough to tell rows apart that stand together; heads of forms vary below that."""
_BLANK_INSIDE = 2
"""Blank lines that may stand inside a cell."""


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
    held: list[Line] = []
    for line in lines:
        if line.blank:
            held.append(line)
            continue
        if not (inside and len(held) <= _BLANK_INSIDE and _goes_on_unled(above, line)):
            yield from held
            inside = inside and not held
        held = []
        above, inside = line.text, (led(line) and line.text.strip().count("\t") == 0) or (inside and not led(line))
        yield line
    yield from held


def _goes_on_unled(above: str, line: Line) -> bool:
    if "\t" in line.text or starts_something(line) or announces(line.text):
        return False
    return goes_on(above, line.text)


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
    for run in _cut_at_titles(stretch):
        first = next((index for index, line in enumerate(run.lines) if led(line)), len(run.lines))
        new = bool(first) or Gap(run.gap, run.spaced).ends_table(between_rows)
        if new:
            yield from _table(rows)
            rows = []
        yield from map(paragraph, run.lines[:first])
        cells = _cells(run.lines[first:])
        if new and (first or run.spaced) and _is_caption(cells):
            yield from _paragraphs([cells])
        elif rows and _goes_on_led(rows[-1], cells):
            rows[-1][-1] = joined((rows[-1][-1], *cells))
        elif cells:
            rows.append(cells)
    yield from _table(rows)


def _cut_at_titles(stretch: Iterable[Run]) -> Iterator[Run]:
    """Runs, each cut before the titles and page numbers in it that do not belong to the cell above them."""
    for run in stretch:
        start = 0
        for index, line in enumerate(run.lines):
            if index > start and "\t" not in line.text and _interrupts(run.lines[index - 1], line):
                yield _piece(run, start, index)
                start = index
        yield _piece(run, start, len(run.lines))


def _piece(run: Run, start: int, end: int) -> Run:
    return Run(run.lines[start:end]) if start else run._replace(lines=run.lines[:end])


def _interrupts(above: Line, line: Line) -> bool:
    return announces(line.text) and not continues(above.text, line.text)


def _goes_on_led(row: Sequence[Line], cells: Sequence[Line]) -> bool:
    """Whether a row of one cell is the next number of the cell that ends the row above."""
    return len(row) > 1 and len(cells) == 1 and _next_number(row[-1], cells[0])


def _next_number(above: Line, below: Line) -> bool:
    return not announces(below.text) and goes_on(above.text.rpartition(BREAK)[2], below.text)


def _regular(rows: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Rows, where those without a blank line between them are told apart and a list is brought into one cell.

    The width of the other rows is the evidence that a row several times as wide is several rows.
    """
    whole_rows = _unbroken(rows)
    width = _width([len(cells) for cells in whole_rows])
    for cells in whole_rows:
        whole = cells if width > _NARROW and not len(cells) % width else _listed(cells)
        step = width if width and not len(whole) % width else len(whole)
        for start in range(0, len(whole), step):
            yield whole[start : start + step]


def _unbroken(rows: Sequence[Sequence[Line]]) -> Sequence[Sequence[Line]]:
    """Rows, where a blank line that fell into one below the header has not made two of it.

    Only where every row below the first whole one is whole or such a pair: shorter rows are nothing to mend elsewhere.
    """
    width, times = max(Counter(map(len, rows)).items(), key=lambda count: (count[1], count[0]))
    first = next(at for at, cells in enumerate(rows) if len(cells) == width)
    if width <= _NARROW or times <= _NARROW:
        return rows
    mended: list[Sequence[Line]] = list(rows[:first])
    at, pairs = first, 0
    while at < len(rows):
        two = rows[at : at + 2]
        if len(two[0]) == width:
            mended.append(two[0])
            at += 1
        elif len(two) == 2 and len(two[0]) + len(two[1]) == width:
            mended.append([*two[0], *two[1]])
            at, pairs = at + 2, pairs + 1
        else:
            return rows
    return mended if 2 * pairs < len(mended) - first else rows


def _width(widths: Sequence[int]) -> int:
    """The number of cells that most rows keep to, 0 where too many do not or where another multiple is as frequent."""
    counts = Counter(widths)
    width, times = max(counts.items(), key=lambda count: (count[1], -count[0]))
    fitting = {found: often for found, often in counts.items() if found % width == 0}
    if times < 2 or any(often >= times for found, often in fitting.items() if found != width):
        return 0
    strays = len(widths) - sum(fitting.values())
    enough = not strays and times > 2 if width == _NARROW else strays * 3 <= len(widths)
    return width if width >= _NARROW and enough else 0


def _listed(cells: Sequence[Line]) -> list[Line]:
    """Cells, where each next number of a list goes on with the cell that began it; a list begins in no first cell."""
    found: list[list[Line]] = []
    for cell in cells:
        if len(found) > 1 and _next_number(found[-1][-1], cell):
            found[-1].append(cell)
        else:
            found.append([cell])
    return [joined(parts) for parts in found]


def _cells(lines: Sequence[Line]) -> list[Line]:
    """One line a cell; a line without a leading tab goes on with the cell above."""
    cells: list[list[Line]] = []
    for line in lines:
        if led(line):
            cells.append([line])
        else:
            cells[-1].append(line)
    return [joined(parts) for parts in cells]


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
            for row, cells in enumerate(_regular(rows), start=1)
            for column, cell in enumerate(cells, start=1)
            if (text := shown(cell.text))
        )
    )


def _paragraphs(rows: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    for cells in rows:
        for cell in cells:
            yield Paragraph(cell.number, shown(cell.text))
