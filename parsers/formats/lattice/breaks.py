"""Rows without a line of their own: above the first line of a table, or below its last one, at a page break or not."""

from collections.abc import Sequence
from itertools import pairwise

from parsers.formats.lattice.columns import stand_beside
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece, usual_size

_CLOSE = 1.6
_PITCH = 2.2
_LARGE = 1.15
_SAME = 1.5
_FURNITURE = 2
"""Lines of a page's own above or below its text: a running title, a page number."""


def opened_at_top(rules: Sequence[Edge], pieces: Sequence[Piece], *, at_edge: bool) -> Edge | None:
    """The line that the first row of a table has not: its texts stand below those above it, and no line over them.

    With `at_edge` nothing else stands above it on the page: there a page break may have taken it.

    >>> row = [Piece("合格率", 100, 50, 130, 60, 10), Piece("九成", 200, 50, 220, 60, 10)]
    >>> opened_at_top([Edge(64, 0, 300), Edge(84, 0, 300)], row, at_edge=True)
    Edge(at=48.0, start=0, end=300)
    """
    first, sides = rules[0], _sides(rules)
    above = lines([piece for piece in pieces if piece.middle < first.at])
    block = _beside([*reversed(above)], first.at)
    inside = [piece for piece in pieces if first.at < piece.middle < rules[-1].at]
    cut = at_edge and len(above) - len(block) <= _FURNITURE and _is_cut_row(block, pieces, sides)
    if not cut and not _is_row_of(block, inside, pieces, sides):
        return None
    return Edge(min(line.top for line in block) - 2.0, *sides)


def opened_at_foot(rules: Sequence[Edge], pieces: Sequence[Piece], *, at_edge: bool) -> Edge | None:
    """The line that the last row of a table has not, as `opened_at_top` tells that of the first."""
    last, sides = rules[-1], _sides(rules)
    below = lines([piece for piece in pieces if piece.middle > last.at])
    block = _beside(below, last.at)
    inside = [piece for piece in pieces if rules[0].at < piece.middle < last.at]
    cut = at_edge and len(below) - len(block) <= _FURNITURE and _is_cut_row(block, pieces, sides)
    if not cut and not _is_row_of(block, inside, pieces, sides):
        return None
    return Edge(max(line.bottom for line in block) + 2.0, *sides)


def _sides(rules: Sequence[Edge]) -> tuple[float, float]:
    return min(rule.start for rule in rules), max(rule.end for rule in rules)


def _beside(found: Sequence[Line], at: float) -> list[Line]:
    """The lines from a ruling line on that follow each other closely."""
    if not found or min(abs(found[0].bottom - at), abs(found[0].top - at)) > _CLOSE * found[0].size:
        return []
    block = [found[0]]
    for one, other in pairwise(found):
        if abs(one.top - other.top) > _PITCH * other.size:
            break
        block.append(other)
    return block


def _is_cut_row(block: Sequence[Line], pieces: Sequence[Piece], sides: tuple[float, float]) -> bool:
    """Whether a block at the edge of a page is what a page break left of a row: its texts stand in columns."""
    if not _fits(block, pieces, sides):
        return False
    left, right = sides
    inside = [piece for line in block for piece in line.pieces]
    return stand_beside(inside) or min(line.x0 for line in block) > left + 0.2 * (right - left)


def _is_row_of(
    block: Sequence[Line], inside: Sequence[Piece], pieces: Sequence[Piece], sides: tuple[float, float]
) -> bool:
    """Whether texts beside each other begin where those of a table begin, two of them at least."""
    if not _fits(block, pieces, sides) or not stand_beside([piece for line in block for piece in line.pieces]):
        return False
    begins = sorted({piece.x0 for line in block for piece in line.pieces if _near(piece.x0, inside)})
    return len(begins) > 1 and begins[-1] - begins[0] > _SAME


def _near(x0: float, pieces: Sequence[Piece]) -> bool:
    return any(abs(piece.x0 - x0) <= _SAME for piece in pieces)


def _fits(block: Sequence[Line], pieces: Sequence[Piece], sides: tuple[float, float]) -> bool:
    """Whether a block stands between the sides of a table, in letters no larger than others."""
    left, right = sides
    usual = usual_size(pieces)
    return bool(block) and not any(
        line.size > _LARGE * usual or line.x0 < left - 3 or line.x1 > right + 3 for line in block
    )
