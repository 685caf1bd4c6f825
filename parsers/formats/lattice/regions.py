"""Where tables without lines between their columns may be: lines across a page, parted at what stands between two."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from parsers.formats.lattice.breaks import opened_at_foot, opened_at_top
from parsers.formats.lattice.columns import runs, stand_beside
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece, Rule, usual_size
from parsers.formats.lattice.three_rules import parts_tables, rows_at_edge

_SHORTEST_RULE = 90.0
_LARGE = 1.15

Band = tuple[float, float, list[Piece]]
"""What stands between two lines."""


class Region(NamedTuple):
    """What may be a table without lines between its columns: its box, and the lines across it."""

    box: Rule
    rules: tuple[Edge, ...]


def regions(alone: Sequence[Edge], pieces: Sequence[Piece], *, open_ends: bool = False) -> list[Region]:
    """Lines below each other, at least two, cut where a title or prose stands between them and not rows of a table.

    With `open_ends` nothing else stands on the page: a row above the first line or below the last is of its table.

    >>> regions([Edge(0, 0, 200), Edge(20, 60, 200), Edge(40, 0, 200)], [])[0].box
    Rule(x0=0, top=0, x1=200, bottom=40)
    """
    ordered = sorted(alone)
    if max((edge.end - edge.start for edge in ordered), default=0.0) < _SHORTEST_RULE:
        return []
    parts: list[list[Edge]] = [[]]
    slack = _slack(ordered, pieces)
    ys = distinct(edge.at for edge in ordered)
    bands = [within(pieces, top, bottom) for top, bottom in pairwise([-inf, *ys, inf])]
    for number, (at, edges) in enumerate(_by_height(ordered, ys)):
        if number and (_stands_between(ys[number - 1], at, pieces, slack) or parts_tables(number, bands)):
            parts.append([])
        parts[-1].extend(edges)
    usual = usual_size(pieces)
    for number, part in enumerate(parts):
        inside = within(pieces, part[0].at, part[-1].at)
        above = rows_at_edge(bands[0], inside, part, usual) if number == 0 else []
        below = rows_at_edge(bands[-1], inside, part, usual) if part is parts[-1] else []
        top = _opened(above, part) or opened_at_top(part, pieces, at_edge=open_ends and number == 0)
        foot = _opened(below, part) or opened_at_foot(part, pieces, at_edge=open_ends and part is parts[-1])
        part.extend(edge for edge in (top, foot) if edge is not None)
    return [region for part in parts for region in _region(sorted(part))]


def _opened(found: Sequence[Line], part: Sequence[Edge]) -> Edge | None:
    """The line that rows at the edge of a page have not."""
    if not found:
        return None
    above = found[0].top < part[0].at
    at = min(line.top for line in found) - 2.0 if above else max(line.bottom for line in found) + 2.0
    return Edge(at, min(edge.start for edge in part), max(edge.end for edge in part))


def _by_height(ordered: Sequence[Edge], ys: Sequence[float]) -> Iterator[tuple[float, list[Edge]]]:
    """The lines at each height, those nearer than one point to each other together."""
    for at, below in pairwise([*ys, inf]):
        yield at, [edge for edge in ordered if at <= edge.at < below]


def _region(part: Sequence[Edge]) -> Iterator[Region]:
    top, bottom = part[0].at, part[-1].at
    left, right = min(edge.start for edge in part), max(edge.end for edge in part)
    if bottom - top > 1 and right - left >= _SHORTEST_RULE:
        yield Region(Rule(left, top, right, bottom), tuple(part))


def _slack(ordered: Sequence[Edge], pieces: Sequence[Piece]) -> float:
    """The height that rows leave free around their text, as most of them do."""
    free = sorted(
        bottom - top - _height(inside)
        for top, bottom, inside in bands_between(distinct(edge.at for edge in ordered), pieces)
        if stand_beside(inside)
    )
    return free[len(free) // 2] if free else inf


def _height(pieces: Sequence[Piece]) -> float:
    return max(piece.bottom for piece in pieces) - min(piece.top for piece in pieces)


def _stands_between(top: float, bottom: float, pieces: Sequence[Piece], slack: float) -> bool:
    """Whether what stands between two lines is no row.

    That is a title in large letters, lines of one run here and there, or one with more room around it than rows have.
    """
    inside = within(pieces, top, bottom)
    found = lines(inside)
    if not found:
        return False
    usual = usual_size(pieces)
    if any(line.size > _LARGE * usual and len(runs(line.pieces)) == 1 for line in found):
        return True
    if stand_beside(inside) or any(len(runs(line.pieces)) > 2 for line in found):
        return False
    roomy = bottom - top - _height(inside) > 2 * max(slack, usual / 2)
    return roomy or max(line.x0 for line in found) - min(line.x0 for line in found) > 2 * usual


def bands_between(ys: Sequence[float], pieces: Sequence[Piece]) -> list[Band]:
    """What stands between each two heights that follow each other, where anything does."""
    bands = ((top, bottom, within(pieces, top, bottom)) for top, bottom in pairwise(ys))
    return [band for band in bands if band[2]]


def distinct(places: Iterable[float]) -> list[float]:
    """Heights in order, those within a point of the one before left out."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 1:
            kept.append(place)
    return kept


def within(pieces: Iterable[Piece], top: float, bottom: float) -> list[Piece]:
    """The pieces centred between two heights."""
    twice, end = 2 * top, 2 * bottom  # asked of every piece for every line: without its property
    return [piece for piece in pieces if twice <= piece.top + piece.bottom < end]
