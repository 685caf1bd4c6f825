"""Labels merged over rows that no line divides: which rows each was centred on, or written at the top of."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from parsers.formats.lattice.rows import ALIGNED, Block

_MOST_ROWS = 300
"""A page has no more rows; to try all ways to share out more takes too long."""
_UNLABELLED = 0.1
"""What rows without a label cost, above the first one: its merged cell began on the page before."""


class Span(NamedTuple):
    """The rows a label holds for: the first, and how many."""

    first: int
    rows: int


def spans(
    columns: Mapping[int, Sequence[Block]], rows: Sequence[Block], line: float, *, last: bool = True
) -> dict[int, list[Span]]:
    """The rows each text of each column spans; `line` is how high one line is, `last` whether a page may break below.

    Labels that are merged span all of their rows, and so do those written at the top of what they hold for; others span
    the rows they stand beside.

    >>> rows = [Block(y, y + 10) for y in (0, 20, 40, 60)]
    >>> spans({0: [Block(20, 30), Block(60, 70)], 1: rows}, rows, 10)[0]
    [Span(first=0, rows=3), Span(first=3, rows=1)]
    >>> spans({0: [Block(0, 10), Block(60, 70)], 1: rows}, rows, 10)[0]
    [Span(first=0, rows=3), Span(first=3, rows=1)]
    """
    found = {column: [_at(block, rows) for block in blocks] for column, blocks in columns.items()}
    return found | merged(columns, rows, line, last=last)


def merged(
    columns: Mapping[int, Sequence[Block]], rows: Sequence[Block], line: float, *, last: bool = True
) -> dict[int, list[Span]]:
    """The rows of texts in the columns where each was drawn in the middle of its own, and none are left over.

    Such labels follow each other without a gap; those of one column begin only where those of the column to their right
    do. Labels written at the top of what they hold for span the rows down to the next one.
    """
    whole = [Span(row, 1) for row in range(len(rows))]
    found = {column: whole for column, blocks in columns.items() if len(blocks) == len(rows)}
    full = min(found, default=0)
    left = sorted((column for column in columns if column < full), reverse=True)
    if _stand_at_top([columns[column] for column in left], [columns[column] for column in found], rows, line):
        return found | {column: _from_top(columns[column], rows, line) for column in left}
    starts = set(range(len(rows)))
    for column in left:
        spanned = _centred(columns[column], rows, line, starts, last=last)
        if spanned is not None:
            found[column] = spanned
            starts = {span.first for span in spanned} | set(range(spanned[0].first))
    for column in columns.keys() - found.keys() - set(left):
        if any(_at(block, rows).rows > 1 for block in columns[column]):
            spanned = _centred(columns[column], rows, line, set(range(len(rows))), last=last)
            found |= {column: spanned} if spanned is not None else {}
    return found


def _at(block: Block, rows: Sequence[Block]) -> Span:
    """The rows a text stands beside, none of its lines left out."""
    inside = [number for number, row in enumerate(rows) if row.top <= block.middle <= row.bottom]
    if inside:
        return Span(inside[0], 1)
    beside = [number for number, row in enumerate(rows) if row.top < block.bottom and block.top < row.bottom]
    if not beside:
        near = min(range(len(rows)), key=lambda number: abs(rows[number].middle - block.middle))
        return Span(near, 1)
    return Span(beside[0], len(beside))


def _stand_at_top(
    left: Sequence[Sequence[Block]], full: Sequence[Sequence[Block]], rows: Sequence[Block], line: float
) -> bool:
    """Whether cells are written from their top on: so tell texts of a row that are not equally high.

    Where none are, labels do that begin with a row each, the first one with the first row, and none without a label to
    its right that begins with it.
    """
    leaning = 0
    for beside in zip(*full, strict=True):
        high, low = max(beside, key=_height), min(beside, key=_height)
        if _height(high) - _height(low) > line / 2:
            leaning += 1 if abs(high.top - low.top) < abs(high.middle - low.middle) else -1
    if leaning:
        return leaning > 0
    finer = set(range(len(rows)))
    for blocks in left:
        at = [_beginning(block, rows, line) for block in blocks]
        if at[0] != 0 or not finer.issuperset(at):
            return False
        finer = {row for row in at if row is not None}
    return True


def _height(block: Block) -> float:
    return block.bottom - block.top


def _from_top(blocks: Sequence[Block], rows: Sequence[Block], line: float) -> list[Span]:
    """The rows of texts written from the top of their cells on: down to the next one."""
    begins = [_beginning(block, rows, line) for block in blocks]
    first = [_at(block, rows).first if at is None else at for block, at in zip(blocks, begins, strict=True)]
    return [Span(row, max(1, following - row)) for row, following in pairwise([*first, len(rows)])]


def _beginning(block: Block, rows: Sequence[Block], line: float) -> int | None:
    return next((number for number, row in enumerate(rows) if abs(row.top - block.top) <= ALIGNED * line), None)


def _centred(
    blocks: Sequence[Block], rows: Sequence[Block], line: float, starts: set[int], *, last: bool
) -> list[Span] | None:
    """Labels that follow each other without a gap, each in the middle of its rows; the likeliest way, or None.

    Rows above the first label may belong to one on the page before. A label whose rows go on there stands at their top.
    """
    count = len(rows)
    if count > _MOST_ROWS:
        return None
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    best[0] |= {row: (_UNLABELLED, 0) for row in starts if 0 < row < count}
    ends = sorted({*starts, count} - {0})
    for block in blocks:
        reached: dict[int, tuple[float, int]] = {}
        for first, (cost, _) in best[-1].items():
            for end in ends:
                if end > first:
                    off = _off(block, rows[first:end], line, breaks=last and end == count and block is blocks[-1])
                    if off <= ALIGNED and cost + off * off < reached.get(end, (inf, 0))[0]:
                        reached[end] = (cost + off * off, first)
        best.append(reached)
    if count not in best[-1]:
        return None
    spans_found: list[Span] = []
    end = count
    for reached in reversed(best[1:]):
        first = reached[end][1]
        spans_found.append(Span(first, end - first))
        end = first
    return spans_found[::-1]


def _off(block: Block, over: Sequence[Block], line: float, *, breaks: bool) -> float:
    """How far a label stands from the middle of its rows, in lines; where they break, from their top."""
    top, bottom = min(over[0].top, over[-1].bottom), max(row.bottom for row in over)
    off = abs(block.middle - (top + bottom) / 2) / line
    return min(off, ALIGNED / 2 + abs(block.top - over[0].top) / line) if breaks else off
