"""Tables of three rules: one above, one below the header, one at the foot; a page break takes any of them away."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from parsers.formats.lattice.columns import runs
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece
from parsers.formats.lattice.rows import near_each_other

_LARGE = 1.15
_SAME = 1.5
_MOST_RULES = 4


def hold_rows(pieces: Sequence[Piece]) -> bool:
    """Whether texts make several rows: twice and more, texts beside each other with room above and below.

    >>> two = [Piece(t, x, y, x + 20, y + 10, 10) for y in (0, 20) for t, x in (("名称", 0), ("数值", 60))]
    >>> hold_rows(two), hold_rows(two[:2])
    (True, False)
    """
    return len(_rows(lines(pieces))) > 1


def _rows(found: Sequence[Line]) -> list[list[Line]]:
    """The groups of lines near to each other that have texts beside each other in one line."""
    return [group for group in near_each_other(found) if any(len(runs(line.pieces)) > 1 for line in group)]


def has_three_rules(rules: Sequence[float], bands: Sequence[Sequence[Piece]]) -> bool:
    """Whether lines divide head, body and what follows only, and the body holds several rows."""
    return len(rules) <= _MOST_RULES and any(hold_rows(inside) for inside in bands)


def parts_tables(number: int, bands: Sequence[Sequence[Piece]]) -> bool:
    """Whether what stands between two rules, with several rows above them, is no part of the table those belong to.

    Nor is it where a header and several rows follow. `bands` holds what stands above the first rule of a page, between
    each two, and below the last one.
    """
    inside = bands[number]
    if not inside:
        return False
    headed = number + 2 < len(bands) and _is_header(bands[number + 1]) and hold_rows(bands[number + 2])
    beside = any(len(runs(line.pieces)) > 1 for line in lines(inside))
    if number > 0 and hold_rows(bands[number - 1]):
        return headed or not beside
    return headed and not beside


def _is_header(pieces: Sequence[Piece]) -> bool:
    return len(_rows(lines(pieces))) == 1 and max(len(runs(line.pieces)) for line in lines(pieces)) > 2


def rows_at_edge(beyond: Sequence[Piece], inside: Sequence[Piece], rules: Sequence[Edge], size: float) -> list[Line]:
    """The lines of a table's rows above the first rule of a page, or below the last one; none where these are no rows.

    Where nothing else is left of the table, one row is enough.
    """
    left, right = min(rule.start for rule in rules), max(rule.end for rule in rules)
    found = without_furniture(lines(beyond), [piece.x0 for piece in (*inside, *beyond)])
    if any(line.size > _LARGE * size or line.x0 < left - 3 or line.x1 > right + 3 for line in found):
        return []
    rows = _rows(found)
    if not inside and len(rows) == 1:
        return found if max(len(runs(line.pieces)) for line in found) > 2 else []
    known = sorted(piece.x0 for piece in inside)
    begins = Counter(x for row in rows for x in {round(piece.x0) for line in row for piece in line.pieces})
    shared = [x for x, count in begins.items() if count > 1 or _count_near(x, known)]
    return found if len(rows) > 1 and len(shared) > 1 else []


def without_furniture(found: list[Line], begins: Sequence[float]) -> list[Line]:
    """Lines without those at both ends that are no part of a table: a running title, a page number.

    These begin where no text of the table does; `begins` says where each text does.
    """
    ordered = sorted(begins)
    kept = [number for number, line in enumerate(found) if _begins_with(line, ordered)]
    return found[kept[0] : kept[-1] + 1] if kept else []


def _begins_with(line: Line, begins: Sequence[float]) -> bool:
    """Whether a line has texts beside each other, or begins where another text does."""
    return len(runs(line.pieces)) > 1 or _count_near(line.x0, begins) > 1


def _count_near(x: float, begins: Sequence[float]) -> int:
    return bisect_right(begins, x + _SAME) - bisect_left(begins, x - _SAME)
