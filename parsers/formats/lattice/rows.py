"""Rows that no line divides: what stands beside each other in all columns, wrapped lines and merged labels included."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lattice.columns import column_of
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece

_WRAPPED = 1.75
"""Lines of one text stand nearer than so many letters; rows farther apart."""
_LOOSER = 1.22


class Block(NamedTuple):
    """A text of one or several lines in one column."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height it is centred on."""
        return (self.top + self.bottom) / 2


def blocks_by_column(pieces: Iterable[Piece], xs: Sequence[float]) -> dict[int, list[Block]]:
    """The texts of each column, lines that follow each other closely put together."""
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        columns[column_of(xs, piece.x0, piece.x1)[0]].append(piece)
    by_column = {column: lines(found) for column, found in columns.items()}
    step = _step(by_column.values())
    return {column: _blocks(found, step) for column, found in by_column.items()}


def _step(columns: Iterable[Sequence[Line]]) -> float:
    """The largest distance between two lines of one text; 0 where every line is a row."""
    steps = sorted(
        (_middle(below) - _middle(above), below.size) for found in columns for above, below in pairwise(found)
    )
    if not steps or steps[0][0] > _WRAPPED * steps[0][1]:
        return 0.0
    least = steps[0][0]
    return least * _LOOSER if steps[-1][0] > least * _LOOSER else 0.0


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _blocks(found: Sequence[Line], step: float) -> list[Block]:
    blocks: list[Block] = []
    for above, line in zip((None, *found), found, strict=False):
        if above is not None and _middle(line) - _middle(above) <= step:
            blocks[-1] = Block(blocks[-1].top, line.bottom)
        else:
            blocks.append(Block(line.top, line.bottom))
    return blocks


def rows_between(blocks: dict[int, list[Block]], top: float, bottom: float) -> list[float]:
    """Where rows begin between two lines, and the lower line: midway between the texts of the fullest column.

    >>> rows_between({0: [Block(2, 12)], 1: [Block(2, 12), Block(22, 44)]}, 0, 50)
    [0, 17.0, 50]
    """
    fullest = max(blocks.values(), key=lambda column: (len(column), column[-1].bottom - column[0].top), default=[])
    starts = [(above.bottom + below.top) / 2 for above, below in pairwise(fullest)]
    return [top, *starts, bottom]


def spread(blocks: Sequence[Block], ys: Sequence[float]) -> list[tuple[int, int]]:
    """The rows each text of a column spans: (first row, rows); one each where they stand at their rows' height.

    A label that was merged over its rows stands in their middle. So the first one reaches as far below its middle as
    the table's top is above it, and the next one goes on from there; all of it holds only if it comes out even. Where
    the first one stands in the first row, labels are written once, at the top of what they hold for.

    >>> spread([Block(25, 35), Block(70, 80)], [0, 20, 40, 60, 90]), spread([Block(5, 15)], [0, 20, 40])
    ([(0, 3), (3, 1)], [(0, 1)])
    """
    alone = [(_row_at(block.middle, ys), 1) for block in blocks]
    if blocks and 4 * abs(2 * blocks[0].middle - ys[0] - ys[1]) < 2 * (ys[1] - ys[0]):
        return alone
    spans: list[tuple[int, int]] = []
    first = 0
    for block in blocks:
        if first >= len(ys) - 1:
            return alone
        reach = 2 * block.middle - ys[first]
        last = min(range(first + 1, len(ys)), key=lambda row: abs(ys[row] - reach))
        if abs(ys[last] - reach) > 0.35 * (ys[last] - ys[last - 1]) + 0.2 * (ys[last] - ys[first]):
            return alone
        spans.append((first, last - first))
        first = last
    return spans if first == len(ys) - 1 and len(blocks) < len(ys) - 1 else alone


def _row_at(height: float, ys: Sequence[float]) -> int:
    return max(0, min(len(ys) - 2, sum(1 for y in ys if y <= height) - 1))
