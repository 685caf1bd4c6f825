"""The cells of a frame: what its lines enclose, with rows and columns spanned as data."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.marks import Rule

MOST_SLOTS = 200_000
"""A frame of more is a drawing."""


class Slot(NamedTuple):
    """A cell by row and column, counted from 0, with what it spans and the box its lines enclose."""

    row: int
    column: int
    rows: int
    columns: int
    box: Rule


class Cut(NamedTuple):
    """Where the rows and columns of a table begin and end, and its cells; `by_text` if no line divides its rows."""

    ys: list[float]
    xs: list[float]
    slots: list[Slot]
    by_text: bool = False


def cut(frame: Frame) -> Cut:
    """The cells of a frame; a cell spans what no line divides.

    Where a page breaks in a merged cell its walls run on without a line across: it is open at its top or its foot.

    >>> lying = (Edge(0, 0, 90), Edge(20, 40, 90), Edge(40, 0, 90))
    >>> standing = (Edge(0, 0, 40), Edge(40, 0, 40), Edge(90, 0, 40))
    >>> [slot[:4] for slot in cut(Frame(lying, standing)).slots]
    [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]
    """
    ys, xs = _distinct(frame.lying), _distinct(frame.standing)
    if (len(ys) - 1) * (len(xs) - 1) > MOST_SLOTS:
        return Cut(ys, xs, [])
    along = _by_place(frame.lying, ys)
    walls = _walls(frame.standing, xs, ys)
    for side in (0, len(xs) - 1):
        _close(walls, side, along, xs)
    slots: list[Slot] = []
    above: dict[tuple[int, int], int] = {}
    for row, top in enumerate(ys[:-1]):
        bottom, line = ys[row + 1], along[row]
        below: dict[tuple[int, int], int] = {}
        for left, right in pairwise(walls[row]):
            number = above.get((left, right))
            divided = _divided(line, xs[left], xs[right])
            if number is not None and not divided:
                first = slots[number]
                grown = Rule(first.box.x0, first.box.top, first.box.x1, bottom)
                slots[number] = Slot(first.row, left, row - first.row + 1, right - left, grown)
            elif ((divided or row == 0) and _ends(along, walls, row, (left, right), xs)) or _under(above, left, right):
                number = len(slots)
                slots.append(Slot(row, left, 1, right - left, Rule(xs[left], top, xs[right], bottom)))
            else:
                continue
            below[left, right] = number
        above = below
    return Cut(ys, xs, slots)


def _walls(standing: Sequence[Edge], xs: Sequence[float], ys: Sequence[float]) -> list[list[int]]:
    """The walls that stand in each row, by number: those that reach over its middle."""
    middles = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    walls: list[list[int]] = [[] for _ in middles]
    for number, line in enumerate(_by_place(standing, xs)):
        for start, end in line:
            for row in range(bisect_left(middles, start - 1), bisect_right(middles, end + 1)):
                if not walls[row] or walls[row][-1] != number:
                    walls[row].append(number)
    return walls


def _close(
    walls: list[list[int]], side: int, along: Sequence[Sequence[tuple[float, float]]], xs: Sequence[float]
) -> None:
    """Put a wall at the side of the frame beside rows whose lines above and below reach it.

    A page that ends between two columns draws no wall there across what is merged over both; a table whose header alone
    is boxed draws neither a wall nor a line above beside its first rows.
    """
    row = 0
    while row < len(walls):
        if not walls[row] or side in walls[row]:
            row += 1
            continue
        first, row = row, row + 1
        while row < len(walls) and walls[row] and side not in walls[row]:
            row += 1
        inner = [standing[-1 if side else 0] for standing in walls[first:row]]
        left, right = (min(inner), side) if side else (side, max(inner))
        above = first == 0 or _divided(along[first], xs[left], xs[right])
        if above and _divided(along[row], xs[left], xs[right]):
            for standing in walls[first:row]:
                standing.insert(len(standing) if side else 0, side)


def _distinct(edges: Sequence[Edge]) -> list[float]:
    """Where edges stand; those within a stroke's width of each other stand together."""
    places: list[float] = []
    for edge in edges:
        if not places or edge.at - places[-1] > 0.5:
            places.append(edge.at)
    return places


def _by_place(edges: Sequence[Edge], places: Sequence[float]) -> list[list[tuple[float, float]]]:
    lines: list[list[tuple[float, float]]] = [[] for _ in places]
    number = 0
    for edge in edges:
        while edge.at - places[number] > 0.5:
            number += 1
        lines[number].append((edge.start, edge.end))
    return lines


def _divided(line: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Whether a line runs along more than half of what lies between two walls."""
    covered = 0.0
    for start, end in line:
        if start < right and left < end:
            if start <= left and right <= end:
                return True
            covered += min(right, end) - max(left, start)
    return 2 * covered > right - left


def _under(above: Mapping[tuple[int, int], int], left: int, right: int) -> bool:
    """Whether a cell stands above whose walls are others: no line divides them, and yet they are two."""
    return any(first < right and left < last for first, last in above)


def _ends(
    along: Sequence[Sequence[tuple[float, float]]],
    walls: Sequence[Sequence[int]],
    row: int,
    sides: tuple[int, int],
    xs: Sequence[float],
) -> bool:
    """Whether a cell that begins in a row ends somewhere, at a line or where its walls end with the frame.

    Between two tables that share a wall it does not.
    """
    left, right = sides
    if _divided(along[row + 1], xs[left], xs[right]):  # as nearly always
        return True
    if any(_divided(line, xs[left], xs[right]) for line in along[row + 2 :]):
        return True
    return all(left in standing and right in standing for standing in walls[row:])
