"""Rows that a page break left without their line: text above the first line of a page, or below its last one."""

from collections.abc import Sequence
from itertools import pairwise

from parsers.formats.lattice.columns import stand_beside
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece

_CLOSE = 1.6
_PITCH = 2.2
_LARGE = 1.15
_FURNITURE = 2
"""Lines of a page's own above or below its text: a running title, a page number."""


def opened_at_top(rules: Sequence[Edge], pieces: Sequence[Piece]) -> Edge | None:
    """The line that a page break took from the first row of a page, or None where its table begins with a line.

    >>> row = [Piece("合格率", 100, 50, 130, 60, 10), Piece("九成", 200, 50, 220, 60, 10)]
    >>> opened_at_top([Edge(64, 0, 300), Edge(84, 0, 300)], row)
    Edge(at=48.0, start=0, end=300)
    """
    first, (left, right) = rules[0], _sides(rules)
    above = lines([piece for piece in pieces if piece.middle < first.at])
    block = _beside([*reversed(above)], first.at)
    if not _is_row(block, above, pieces, (left, right)):
        return None
    return Edge(min(line.top for line in block) - 2.0, left, right)


def opened_at_foot(rules: Sequence[Edge], pieces: Sequence[Piece]) -> Edge | None:
    """The line that a page break took from the last row of a page, or None where its table ends with a line."""
    last, (left, right) = rules[-1], _sides(rules)
    below = lines([piece for piece in pieces if piece.middle > last.at])
    block = _beside(below, last.at)
    if not _is_row(block, below, pieces, (left, right)):
        return None
    return Edge(max(line.bottom for line in block) + 2.0, left, right)


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


def _is_row(block: Sequence[Line], there: Sequence[Line], pieces: Sequence[Piece], sides: tuple[float, float]) -> bool:
    """Whether a block is a row: beside it the page shows furniture only, and its texts stand in columns."""
    if not block or len(there) - len(block) > _FURNITURE:
        return False
    left, right = sides
    usual = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    inside = [piece for line in block for piece in line.pieces]
    if any(line.size > _LARGE * usual or line.x0 < left - 3 or line.x1 > right + 3 for line in block):
        return False
    return stand_beside(inside) or min(line.x0 for line in block) > left + 0.2 * (right - left)
