"""The cells of a frame: what its lines enclose, with rows and columns spanned as data."""

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
    """Where the rows and columns of a table begin and end, and its cells."""

    ys: list[float]
    xs: list[float]
    slots: list[Slot]


def cut(frame: Frame) -> Cut:
    """The cells of a frame; a cell spans what no line divides.

    >>> lying = (Edge(0, 0, 90), Edge(20, 40, 90), Edge(40, 0, 90))
    >>> standing = (Edge(0, 0, 40), Edge(40, 0, 40), Edge(90, 0, 40))
    >>> [slot[:4] for slot in cut(Frame(lying, standing)).slots]
    [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]
    """
    ys, xs = _distinct(frame.lying), _distinct(frame.standing)
    if (len(ys) - 1) * (len(xs) - 1) > MOST_SLOTS:
        return Cut(ys, xs, [])
    along = _by_place(frame.lying, ys)
    across = _by_place(frame.standing, xs)
    slots: list[Slot] = []
    above: dict[tuple[int, int], int] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        walls = [c for c in range(len(xs)) if any(start - 1 <= middle <= end + 1 for start, end in across[c])]
        below: dict[tuple[int, int], int] = {}
        for left, right in pairwise(walls):
            number = above.get((left, right))
            if number is not None and not _divided(along[row], xs[left], xs[right]):
                first = slots[number]
                grown = Rule(first.box.x0, first.box.top, first.box.x1, ys[row + 1])
                slots[number] = Slot(first.row, left, row - first.row + 1, right - left, grown)
            elif _bounded(along, row, xs[left], xs[right]) or _under(above, left, right):
                number = len(slots)
                slots.append(Slot(row, left, 1, right - left, Rule(xs[left], ys[row], xs[right], ys[row + 1])))
            else:
                continue
            below[left, right] = number
        above = below
    return Cut(ys, xs, slots)


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
    covered = sum(max(0.0, min(end, right) - max(start, left)) for start, end in line)
    return 2 * covered > right - left


def _under(above: Mapping[tuple[int, int], int], left: int, right: int) -> bool:
    """Whether a cell stands above whose walls are others: no line divides them, and yet they are two."""
    return any(first < right and left < last for first, last in above)


def _bounded(along: Sequence[Sequence[tuple[float, float]]], row: int, left: float, right: float) -> bool:
    """Whether a cell can begin in a row: a line runs above it, and one below it somewhere.

    Where two tables share a wall, what lies between them is bounded by neither.
    """
    return _divided(along[row], left, right) and any(_divided(line, left, right) for line in along[row + 1 :])
