"""Text laid over a page upright: in letters far larger than the others, across the lines of a table."""

from collections.abc import Sequence

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece, usual_size

_LARGER = 2.2
_SHARE = 0.15


def watermarks(pieces: Sequence[Piece], lying: Sequence[Edge], standing: Sequence[Edge]) -> set[Piece]:
    """The pieces that no cell can hold: a title is large as well, but no line runs through it.

    >>> cells = [Piece("合格率", 10, y, 40, y + 10, 10) for y in (0, 20, 40)]
    >>> mark = Piece("内部资料", 10, 12, 210, 62, 50)
    >>> watermarks([*cells, mark], [Edge(15, 0, 300), Edge(35, 0, 300)], []) == {mark}
    True
    """
    if not pieces:
        return set()
    usual = usual_size(pieces)
    return {
        piece
        for piece in pieces
        if piece.size > _LARGER * usual
        and (any(_lies_in(edge, piece) for edge in lying) or any(_stands_in(edge, piece) for edge in standing))
    }


def _lies_in(edge: Edge, piece: Piece) -> bool:
    inset = _SHARE * (piece.bottom - piece.top)
    return piece.top + inset < edge.at < piece.bottom - inset and edge.start < piece.x1 and piece.x0 < edge.end


def _stands_in(edge: Edge, piece: Piece) -> bool:
    inset = _SHARE * (piece.x1 - piece.x0)
    return piece.x0 + inset < edge.at < piece.x1 - inset and edge.start < piece.bottom and piece.top < edge.end
