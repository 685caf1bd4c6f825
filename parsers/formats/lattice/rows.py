"""Rows that no line divides: what stands beside each other in all columns, wrapped lines included."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lattice.columns import column_of, runs
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece

_WRAPPED = 1.75
"""Lines of one text stand nearer than so many letters; rows farther apart."""
_LOOSER = 1.22
_FULL = 0.8
_ROOM = 0.4
_APART = 0.6
ALIGNED = 0.45
"""Texts begin, or are centred, on one height that stand no farther apart, in heights of a line."""


class Block(NamedTuple):
    """A text of one or several lines in one column."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height it is centred on."""
        return (self.top + self.bottom) / 2


def near_each_other(found: Sequence[Line]) -> list[list[Line]]:
    """Lines cut where there is room between rows; a merged label may stand in that room.

    >>> page = lines([Piece("指标", 0, y, 20, y + 10, 10) for y in (0, 13, 33)])
    >>> [len(group) for group in near_each_other(page)]
    [2, 1]
    """
    groups: list[list[Line]] = []
    for above, line in zip((None, *found), found, strict=False):
        if above is None or line.top - above.top >= _WRAPPED * line.size:
            groups.append([])
        groups[-1].append(line)
    return groups


def is_one_row(group: Sequence[Line]) -> bool:
    """Whether at most one of the texts beside each other is wrapped: two that are may as well be two rows.

    >>> page = [Piece(t, x, y, x + 20, y + 10, 10) for t, x, y in (("一级", 0, 6), ("名称", 30, 0), ("次数", 30, 12))]
    >>> is_one_row(lines(page))
    True
    """
    pieces = [piece for line in group for piece in line.pieces]
    columns = ([piece for piece in pieces if left <= piece.x0 and piece.x1 <= right] for left, right in runs(pieces))
    return len(group) == 1 or sum(len(lines(column)) > 1 for column in columns) <= 1


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


def rows_of(columns: Mapping[int, Sequence[Block]], line: float) -> list[Block]:
    """What each row takes up: the texts of the fullest columns that stand beside each other.

    A text of such a column above or below all others has a row of its own: what a page break left of a row.

    >>> rows_of({0: [Block(2, 12)], 1: [Block(2, 12), Block(22, 32)], 2: [Block(2, 12), Block(20, 34)]}, 10)
    [Block(top=2, bottom=12), Block(top=20, bottom=34)]
    """
    most = max(map(len, columns.values()), default=0)
    full = [blocks for blocks in columns.values() if len(blocks) == most]
    rows = [_around(beside) for beside in zip(*full, strict=True)]
    for blocks in columns.values():
        if _FULL * most <= len(blocks) < most:
            for block in blocks:
                _add(block, rows, line)
    gaps = sorted(below.top - above.bottom for above, below in pairwise(rows))
    room = _APART * (gaps[len(gaps) // 2] if gaps else line)
    for block in sorted(block for blocks in columns.values() for block in blocks):
        _add_apart(block, rows, room, line)
    return rows


def _add_apart(block: Block, rows: list[Block], room: float, line: float) -> None:
    """Add a text that has room above and below as a row: a label merged over two rows fills what is between them."""
    at = bisect_left(rows, block)
    above = rows[at - 1].bottom if at else block.top - room - line
    below = rows[at].top if at < len(rows) else block.bottom + room + line
    if block.top - above >= room and below - block.bottom >= room:
        rows.insert(at, block)


def _add(block: Block, rows: list[Block], line: float) -> None:
    """Add a text to the row it stands beside, at its top or in its middle, or as a row where none is."""
    for number, row in enumerate(rows):
        if min(abs(row.top - block.top), abs(row.middle - block.middle)) <= ALIGNED * line:
            rows[number] = _around([row, block])
            return
    if block.bottom < rows[0].top or block.top > rows[-1].bottom:
        insort(rows, block)


def _around(beside: Sequence[Block]) -> Block:
    return Block(min(block.top for block in beside), max(block.bottom for block in beside))


def are_apart(columns: Mapping[int, Sequence[Block]], rows: Sequence[Block], line: float) -> bool:
    """Whether two columns at least have a text in nearly every row, and there is room between rows."""
    full = sum(len(blocks) >= _FULL * len(rows) for blocks in columns.values())
    return full > 1 and all(below.top - above.bottom > _ROOM * line for above, below in pairwise(rows))


def divided(rows: Sequence[Block], top: float, bottom: float) -> list[float]:
    """Where rows begin between two lines, and the lower line: midway between their texts.

    >>> divided([Block(2, 12), Block(22, 44)], 0, 50)
    [0, 17.0, 50]
    """
    return [top, *((above.bottom + below.top) / 2 for above, below in pairwise(rows)), bottom]
