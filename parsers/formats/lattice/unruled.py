"""Tables that no line is drawn around or in: lines of text that stand in the same columns, from a header down."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.formats.lattice.alignment import Region
from parsers.formats.lattice.columns import runs
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece, Rule

_FEWEST_ROWS = 4
_FEWEST_COLUMNS = 3
_WIDE = 0.6
_LARGE = 1.15
_PITCH = 4.0
"""Rows follow each other no farther apart, in sizes."""
_WRAPPED = 1.75
"""Lines nearer to each other may be one text, or two rows with a merged label between them."""


def unruled(pieces: Sequence[Piece]) -> list[Region]:
    """The regions of a page without lines whose text stands in columns, as if ruled above, below the header and below.

    A header names three columns at least, and of the lines below it four or more have texts beside each other. A line
    of prose, nearly as wide as all of them, ends a table; a title in large letters does. Where lines stand so near to
    each other that they may be one row or two, that is left as text rather than read wrong.

    >>> names = ("一级", "名称", "数值")
    >>> page = [Piece(t, x, y, x + 20, y + 10, 10) for y in range(0, 100, 20) for t, x in zip(names, (0, 60, 120))]
    >>> [(region.box, [rule.at for rule in region.rules]) for region in unruled(page)]
    [(Rule(x0=-2.0, top=-2.0, x1=142.0, bottom=92.0), [-2.0, 15.0, 92.0])]
    """
    return [region for stretch in _stretches(pieces) for region in _region(stretch)]


def _stretches(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """Lines that follow each other closely and hold no prose, from a line with as many texts as columns."""
    found = lines([piece for piece in pieces if not piece.turned])
    if not found:
        return
    usual = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    stretch: list[Line] = []
    for line in found:
        wide = len(runs(line.pieces)) == 1 and line.x1 - line.x0 > _WIDE * (right - left)
        far = bool(stretch) and line.top - stretch[-1].bottom > _PITCH * usual
        if (wide or far or line.size > _LARGE * usual) and stretch:
            yield stretch
            stretch = []
        opens = len(runs(line.pieces)) >= _FEWEST_COLUMNS
        if not wide and line.size <= _LARGE * usual and (stretch or opens):
            stretch.append(line)
    yield stretch


def _region(stretch: list[Line]) -> Iterator[Region]:
    while stretch and len(runs(stretch[-1].pieces)) == 1:
        stretch = stretch[:-1]
    rows = [line for line in stretch if len(runs(line.pieces)) > 1]
    if len(rows) <= _FEWEST_ROWS or not all(_is_one_row(group) for group in _near(stretch)):
        return
    left, right = min(line.x0 for line in stretch) - 2.0, max(line.x1 for line in stretch) + 2.0
    top, bottom = stretch[0].top - 2.0, stretch[-1].bottom + 2.0
    below = (stretch[0].bottom + stretch[1].top) / 2
    rules = tuple(Edge(at, left, right) for at in (top, below, bottom))
    yield Region(Rule(left, top, right, bottom), rules)


def _near(stretch: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines cut where there is room between rows."""
    group = [stretch[0]]
    for above, below in pairwise(stretch):
        if below.top - above.top >= _WRAPPED * below.size:
            yield group
            group = []
        group.append(below)
    yield group


def _is_one_row(group: Sequence[Line]) -> bool:
    """Whether at most one of the texts beside each other is wrapped: two that are may as well be two rows."""
    pieces = [piece for line in group for piece in line.pieces]
    columns = ([piece for piece in pieces if left <= piece.x0 and piece.x1 <= right] for left, right in runs(pieces))
    return len(group) == 1 or sum(len(lines(column)) > 1 for column in columns) <= 1
