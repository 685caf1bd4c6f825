"""Pages that show two beside each other, printed two on a sheet: one half is read after the other."""

from collections.abc import Sequence

from parsers.formats.lattice.marks import Piece

_ABOUT_HALF = 0.1
"""So much of its width off the middle of the page a table of one half may reach."""


def gutter(tables: Sequence[tuple[float, float]], pieces: Sequence[Piece], width: float) -> float | None:
    """Where a page is parted from top to bottom: tables stand on either side, and nothing else reaches over.

    `tables` are told by their left and right sides, `pieces` are the text around them.

    >>> gutter([(20, 290), (305, 570)], [Piece("附件1", 20, 10, 50, 20, 10)], 595)
    297.5
    >>> gutter([(20, 290), (305, 570)], [Piece("绩效目标表", 250, 10, 340, 30, 18)], 595), gutter([(20, 290)], [], 595)
    (None, None)
    """
    middle, slack = width / 2, _ABOUT_HALF * width
    left = [end for start, end in tables if end <= middle + slack and start < middle - slack]
    right = [start for start, end in tables if start >= middle - slack and end > middle + slack]
    if not left or not right or len(left) + len(right) < len(tables) or max(left) > min(right):
        return None
    at = (max(left) + min(right)) / 2
    return None if any(piece.x0 < at < piece.x1 for piece in pieces) else at
