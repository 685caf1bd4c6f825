"""Columns that no line divides: the corridors that text keeps free from top to bottom."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from math import inf

from parsers.formats.lattice.marks import Piece

Run = tuple[float, float]
"""Where a run of text begins and ends."""

_APART = 0.35
"""Words of one run keep nearer to each other than columns do, in sizes."""
_FULL = 0.75
_LEAST = 1.5
_SAME = 5.0
_ALIGNED = 1.5
_NEXT = 25.0
_MANY = 3
_FEW = 0.2
_PADDING = 5.5
"""What programs leave free beside a text in its cell, in points."""


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """The runs of text beside each other that pieces on one or several lines make.

    >>> runs([Piece("绩效", 0, 0, 20, 10, 10), Piece("目标", 22, 0, 42, 10, 10), Piece("值", 80, 0, 90, 10, 10)])
    [(0, 42), (80, 90)]
    """
    found: list[Run] = []
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if found and piece.x0 - found[-1][1] <= _APART * piece.size:
            found[-1] = (found[-1][0], max(found[-1][1], piece.x1))
        else:
            found.append((piece.x0, piece.x1))
    return found


def stand_beside(pieces: Sequence[Piece]) -> bool:
    """Whether texts stand beside each other, be it between each other's lines, as those of one row do.

    >>> goal = [Piece("提升能力", 60, 0, 100, 10, 10), Piece("服务企业", 60, 12, 100, 22, 10)]
    >>> stand_beside([Piece("目标", 0, 6, 20, 16, 10), *goal]), stand_beside(goal)
    (True, False)
    """
    columns = [[piece for piece in pieces if left <= piece.x0 and piece.x1 <= right] for left, right in runs(pieces)]
    heights = sorted((min(p.top for p in c), max(p.bottom for p in c), min(p.size for p in c)) for c in columns if c)
    return any(above[1] - below[0] > below[2] / 2 for above, below in pairwise(heights))


def corridors(
    rows: Sequence[Sequence[Run]],
    x0: float,
    x1: float,
    ends: Iterable[float] = (),
    known: Sequence[float] = (),
    *,
    headed: bool = False,
) -> list[float]:
    """Where columns are divided: the walls at both ends, and a wall in each corridor between them.

    The rows with most runs of text tell the corridors; the others narrow them, but for texts over several columns.
    Where lines end in a corridor again and again (`ends`), there is the wall; some walls are `known` from the lines.
    If `headed`, the first row is a header.

    >>> corridors([[(0, 20), (60, 80)], [(0, 45), (60, 80)], [(0, 90)]], 0, 100)
    [0, 52.5, 100]
    """
    most = max(map(len, rows), default=0)
    if most < 2:
        return [x0, x1]
    full = [row for row in rows if len(row) >= max(2.0, _FULL * most)]
    stops = [*known, *_stops(ends, rows)]
    walls = []
    for left, right in _between_columns(full) if headed and full[0] == rows[0] else _gaps(full):
        gap = (left, right)
        for row in rows:
            gap = _narrowed(gap, row)
        inside = [stop for stop in stops if gap[0] - 3 <= stop <= gap[1] + 3]
        walls.append(inside[0] if inside else _wall(gap, rows))
    for stop in stops:
        if all(abs(stop - wall) > _SAME for wall in walls):
            walls.append(stop)
    walls = sorted(wall for wall in walls if x0 + _SAME < wall < x1 - _SAME)
    return [x0, *sorted([*walls, *_missed([x0, *walls, x1], rows, most)]), x1]


def _missed(walls: Sequence[float], rows: Sequence[Sequence[Run]], most: int) -> Iterator[float]:
    """The walls in columns that a header divides and rows below it do, though texts above it reach over them.

    The head of a form, 主管部门 | 某局 | 实施单位 | 某中心, has its texts in other columns, and perhaps as many.
    """
    header = next(number for number, row in enumerate(rows) if len(row) == most)
    for left, right in pairwise(walls):
        inside = [[run for run in row if left - _LEAST <= run[0] and run[1] <= right + _LEAST] for row in rows[header:]]
        divided = [row for row in inside if len(row) > 1]
        if len(divided) < _MANY or len(inside[0]) < 2:
            continue
        for gap in _gaps(divided):
            beside = sum(row[0][1] <= gap[0] and gap[1] <= row[-1][0] for row in divided)
            across = sum(start < gap[0] and gap[1] < end for row in rows[header:] for start, end in row)
            if beside >= max(_MANY, across):
                yield _wall(reduce(_narrowed, rows, gap), rows)


def beginnings(rows: Sequence[Sequence[Run]]) -> list[float]:
    """The walls before columns whose texts begin on one line, though some text of another row reaches over them.

    >>> beginnings([[(0, 60), (80, 99)], *[[(0, 20), (40, 60), (80, 90)]] * 4])
    [34.5]
    """
    found = sorted(run for row in rows for run in row)
    walls: list[float] = []
    for start in sorted({start for start, _ in found}):
        beside = sum(abs(other - start) <= _ALIGNED for other, _ in found)
        across = sum(left < start - _ALIGNED and start + _ALIGNED < right for left, right in found)
        before = max((right for _, right in found if right < start), default=0.0)
        if beside < _MANY or not 0 < across <= _FEW * len(rows) or not before:
            continue
        wall = max(start - _PADDING, (before + start) / 2)
        if not walls or wall - walls[-1] > _SAME:
            walls.append(wall)
    return walls


def _wall(gap: Run, rows: Sequence[Sequence[Run]]) -> float:
    """The wall in a corridor: close to texts that all begin at its end, or else in its middle.

    So the columns of a page have the walls that those of the next one have, however wide their texts are.
    """
    left, right = gap
    starts = [start - right for row in rows for start, _ in row]
    at_end = sum(abs(start) <= _ALIGNED for start in starts)
    later = sum(_ALIGNED < start <= _NEXT for start in starts)
    return max((left + right) / 2, right - _PADDING if at_end >= max(_MANY, 4 * later) else left)


def _stops(ends: Iterable[float], rows: Sequence[Sequence[Run]]) -> list[float]:
    """Where lines end again and again, and few texts stand in the way: where the cells beside a merged one begin."""
    stops: list[list[float]] = []
    for end in sorted(ends):
        if stops and end - stops[-1][-1] <= _SAME / 2:
            stops[-1].append(end)
        else:
            stops.append([end])
    middles = [sum(stop) / len(stop) for stop in stops if len(stop) > 1]
    return [
        x
        for x in middles
        if 3 * sum(any(left < x - 2 < x + 2 < right for left, right in row) for row in rows) < len(rows)
    ]


def _gaps(rows: Sequence[Sequence[Run]]) -> list[Run]:
    """What no run of any row covers, between the first run and the last."""
    gaps: list[Run] = []
    end = None
    for left, right in sorted(run for row in rows for run in row):
        if end is not None and left - end >= _LEAST:
            gaps.append((end, left))
        end = right if end is None else max(end, right)
    return gaps


def _between_columns(rows: Sequence[Sequence[Run]]) -> list[Run]:
    """The gaps of rows, but where a label of the header stands beside the texts below it and not over them."""
    gaps = _gaps(rows)
    header = rows[0]
    below = [run for row in rows[1:] for run in row]
    edges = [*(left for left, _ in gaps), inf]
    starts = [-inf, *(right for _, right in gaps)]
    labelled, filled = (
        [any(start <= run[0] and run[1] <= end for run in found) for start, end in zip(starts, edges, strict=True)]
        for found in (header, below)
    )
    return [gap for at, gap in enumerate(gaps) if not _is_one(labelled[at : at + 2], filled[at : at + 2])]


def _is_one(labelled: Sequence[bool], filled: Sequence[bool]) -> bool:
    """Whether of two columns only the header fills one, and never the other."""
    return (labelled, filled) in (([True, False], [False, True]), ([False, True], [True, False]))


def _narrowed(gap: Run, row: Sequence[Run]) -> Run:
    left, right = gap
    for start, end in row:
        if start <= left and right - _LEAST <= end:
            return gap
        if start <= left < end:
            left = end
        elif left < start < right <= end:
            right = start
    return (left, right) if right - left >= _LEAST else gap


def column_of(xs: Sequence[float], x0: float, x1: float) -> tuple[int, int]:
    """The first column a run of text stands in, and how many it reaches over by more than a little.

    >>> column_of([0, 40, 100], 5, 20), column_of([0, 40, 100], 5, 90)
    ((0, 1), (0, 2))
    """
    covered = [
        number
        for number, (left, right) in enumerate(pairwise(xs))
        if min(x1, right) - max(x0, left) > min(0.5 * (x1 - x0), 4.0)
    ]
    return (covered[0], covered[-1] - covered[0] + 1) if covered else (0, 1)
