"""Tables that no line is drawn around or in: lines of text that stand in the same columns, from a header down."""

from collections.abc import Iterator, Sequence

from parsers.formats.lattice.columns import corridors, runs
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece, Rule, usual_size
from parsers.formats.lattice.regions import Region
from parsers.formats.lattice.rows import are_apart, blocks_by_column, is_one_row, near_each_other, rows_of
from parsers.formats.lattice.three_rules import without_furniture

_FEWEST_ROWS = 4
_FEWEST_COLUMNS = 3
_WIDE = 0.6
_LARGE = 1.15
_PITCH = 4.0
"""Rows follow each other no farther apart, in sizes."""


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


def stands_in_columns(pieces: Sequence[Piece]) -> bool:
    """Whether text that is read as text looks like a table: several lines of three texts and more beside each other.

    >>> page = [Piece("名称", x, y, x + 20, y + 10, 10) for y in range(0, 60, 12) for x in (0, 60, 120)]
    >>> stands_in_columns(page), stands_in_columns(page[:6])
    (True, False)
    """
    found = lines([piece for piece in pieces if not piece.turned])
    return sum(len(runs(line.pieces)) >= _FEWEST_COLUMNS for line in found) >= _FEWEST_ROWS


def _stretches(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """Lines that follow each other closely and hold no prose, from a line with as many texts as columns."""
    found = lines([piece for piece in pieces if not piece.turned])
    if not found:
        return
    usual = usual_size(pieces)
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    stretch: list[Line] = []
    for line in found:
        wide = len(runs(line.pieces)) == 1 and line.x1 - line.x0 > _WIDE * (right - left)
        far = bool(stretch) and line.top - stretch[-1].bottom > _PITCH * usual
        if (wide or far or line.size > _LARGE * usual) and stretch:
            yield stretch
            stretch = []
        if not wide and line.size <= _LARGE * usual:
            stretch.append(line)
    if stretch:
        yield stretch


def _region(stretch: list[Line]) -> Iterator[Region]:
    plain = _plain(stretch)
    if plain:
        yield _around(plain, [(plain[0].bottom + plain[1].top) / 2])
        return
    kept = without_furniture(stretch, [piece.x0 for line in stretch for piece in line.pieces])
    if kept and _have_rows(kept):
        yield _around(kept, [])


def _plain(stretch: list[Line]) -> list[Line]:
    """The lines from a header to the last row, if each row is plain: at most one of its texts is wrapped."""
    rows = [line for line in stretch if len(runs(line.pieces)) > 1]
    header = next((line for line in rows if len(runs(line.pieces)) >= _FEWEST_COLUMNS), None)
    if header is None or len(rows) <= _FEWEST_ROWS:
        return []
    plain = stretch[stretch.index(header) : stretch.index(rows[-1]) + 1]
    is_plain = len(plain) > _FEWEST_ROWS and all(is_one_row(group) for group in near_each_other(plain))
    return plain if is_plain else []


def _have_rows(stretch: Sequence[Line]) -> bool:
    """Whether texts in three columns and more make rows with room between them, wrapped or not."""
    pieces = [piece for line in stretch for piece in line.pieces]
    line = usual_size(pieces)
    near = [runs(piece for line in group for piece in line.pieces) for group in near_each_other(stretch)]
    xs = corridors(near, min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces))
    if len(xs) <= _FEWEST_COLUMNS:
        return False
    columns = blocks_by_column(pieces, xs)
    rows = rows_of(columns, line)
    return len(rows) >= _FEWEST_ROWS and are_apart(columns, rows, line)


def _around(stretch: Sequence[Line], between: Sequence[float]) -> Region:
    left, right = min(line.x0 for line in stretch) - 2.0, max(line.x1 for line in stretch) + 2.0
    top, bottom = min(line.top for line in stretch) - 2.0, max(line.bottom for line in stretch) + 2.0
    return Region(Rule(left, top, right, bottom), tuple(Edge(at, left, right) for at in (top, *between, bottom)))
