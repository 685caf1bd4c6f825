"""Ruling lines as edges: strokes, thin rectangles, dashes and dots put together to the lines a person sees."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from parsers.formats.lattice.marks import Rule

THICKEST = 4.5
"""No ruling line is thicker; what is thicker is a ground."""
_DOT = 2.2
_SAME_LINE = 0.5
_DOUBLE = 3.6
"""Lines so near to each other hold no text between them: they are one, drawn twice."""
_GAP = 3.0
_DASH_GAP = 6.5
_LONGEST_DASH = 16.0
SHORTEST = 6.0
"""A line between two rows is no shorter, unless all of the page is printed smaller."""


class Edge(NamedTuple):
    """A straight line along one axis: where it stands on the other, where it starts and where it ends."""

    at: float
    start: float
    end: float


_start = itemgetter(1)


def edges(rules: Iterable[Rule], shortest: float = SHORTEST) -> tuple[list[Edge], list[Edge]]:
    """The lying and the standing lines that rules make together, none of them shorter than `shortest`, in points.

    >>> dashes = [Rule(x, 99.8, x + 3, 100.2) for x in range(10, 100, 6)]
    >>> edges([*dashes, Rule(10, 100, 10.5, 180)])
    ([Edge(at=100.0, start=10, end=97)], [Edge(at=10.25, start=100, end=180)])
    """
    lying: list[Edge] = []
    standing: list[Edge] = []
    dots: list[Rule] = []
    for rule in set(rules):  # cells that are framed each draw the lines between them twice
        x0, top, x1, bottom = rule
        wide, high = x1 - x0, bottom - top
        if high <= THICKEST and wide > high and wide > _DOT:
            lying.append(Edge((top + bottom) / 2, x0, x1))
        elif wide <= THICKEST and high > wide and high > _DOT:
            standing.append(Edge((x0 + x1) / 2, top, bottom))
        elif wide <= _DOT and high <= _DOT:
            dots.append(rule)
    if dots:
        lying.extend(_chains([Edge((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in dots]))
        standing.extend(_chains([Edge((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in dots]))
    return together(lying, shortest), together(standing, shortest)


def together(found: Iterable[Edge], shortest: float = SHORTEST) -> list[Edge]:
    """Lines of one direction, those on one height that meet or nearly meet as one.

    >>> together([Edge(10, 0, 50), Edge(10.4, 51, 90)])
    [Edge(at=10.2, start=0, end=90)]
    """
    return list(_joined(found, _DOUBLE, shortest))


def _chains(dots: Iterable[Edge]) -> Iterator[Edge]:
    """Dots in a row as one line; a dot that stands alone is part of a line across, or of a letter."""
    return _joined(dots, _SAME_LINE, 2 * SHORTEST)


def _joined(found: Iterable[Edge], near: float, shortest: float) -> Iterator[Edge]:
    for line in _lines(sorted(found), near):
        at = _middle(line)
        line.sort(key=_start)
        _, start, end = line[0]
        dash = end - start <= _LONGEST_DASH
        for _, begins, ends in line[1:]:
            short = ends - begins <= _LONGEST_DASH
            if begins - end <= (_DASH_GAP if dash and short else _GAP):
                end = max(end, ends)
            else:
                if end - start >= shortest:
                    yield Edge(at, start, end)
                start, end = begins, ends
            dash = short
        if end - start >= shortest:
            yield Edge(at, start, end)


def _lines(found: list[Edge], near: float) -> Iterator[list[Edge]]:
    """The edges that stand on one line, or on two so near to each other that they are meant as one."""
    line: list[Edge] = []
    for edge in found:
        if line and (edge.at - line[-1].at > near or edge.at - line[0].at > 1.4 * near):
            yield line
            line = []
        line.append(edge)
    if line:
        yield line


def _middle(line: list[Edge]) -> float:
    """Where the line stands: half way between the outermost of the strokes it is made of."""
    return (line[0].at + line[-1].at) / 2
