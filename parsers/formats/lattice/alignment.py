"""Tables without lines between their columns, read by the alignment of their text: three rules, or rules below rows."""

from collections.abc import Iterable, Iterator, Sequence

from parsers.formats.lattice.by_text import told_by_text
from parsers.formats.lattice.cells import Cut, cut
from parsers.formats.lattice.columns import Run, beginnings, column_of, corridors, runs
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.lines import lines
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.regions import Band, Region, bands_between, distinct
from parsers.formats.lattice.rows import near_each_other
from parsers.formats.lattice.three_rules import has_three_rules, hold_rows

_BANDS = 4
_LINES_A_BAND = 4
_INNER = 5.0
_SAME_SIDE = 6.0
_FEW = 4
_MOST_PIECES = 8_000
"""More on a page are a drawing or an attack."""


def align(
    pieces: Sequence[Piece], region: Region, *, ruled: bool | None = None, before: Sequence[Sequence[float]] = ()
) -> Cut | None:
    """The cells of a table whose columns no line divides, or None where its text stands in no columns.

    `ruled` says whether lines divide its rows, where the rest of its page tells. Of a row or two that a page break left
    the columns are those of a table `before` it, of which the sides of its cells are known.

    >>> pieces = [Piece(t, x, y, x + 20, y + 10, 10) for y in (5, 25, 45) for t, x in (("名称", 0), ("数值", 60))]
    >>> table = align(pieces, Region(Rule(0, 0, 100, 60), (Edge(0, 0, 100), Edge(20, 0, 100), Edge(60, 0, 100))))
    >>> table.xs, table.ys, len(table.slots)
    ([0, 54.5, 100], [0, 20, 40.0, 60], 6)
    """
    box, rules = region
    if len(pieces) > _MOST_PIECES:
        return None
    ys = distinct([box.top, *(rule.at for rule in rules), box.bottom])
    bands = bands_between(ys, pieces)
    if ruled is None:
        ruled = divides_rows([region], pieces)
    ruled = ruled or (bool(before) and _is_ruled_beside_labels(rules, box))
    ruled = ruled and not has_three_rules(ys, [inside for _, _, inside in bands])
    ends = [end for rule in rules for end in (rule.start, rule.end)]
    headed = len(bands) > 1 and not hold_rows(bands[0][2])
    if ruled:
        rows = [runs(inside) for _, _, inside in bands]
        known = list(_beside_merged(rules, bands, box))
        xs = corridors(rows, box.x0, box.x1, ends, known, headed=headed)
    else:
        by_line = [runs(line.pieces) for _, _, inside in bands for line in lines(inside)]
        known = beginnings(by_line)
        ways = [
            (corridors(found, box.x0, box.x1, ends, known, headed=headed), found)
            for found in (by_line, _near_runs(bands))
        ]
        xs, rows = max(ways, key=lambda way: len(way[0]))
    if before and len(rows) <= _FEW:
        xs = _columns_before(before, box, pieces, rows) or xs
    fewest = min(2, len(bands)) if ruled or len(xs) > 3 else 2
    if len(xs) < 3 or sum(len(row) > 1 for row in rows) < fewest:
        return None
    if ruled:
        return cut(Frame(_closed(rules, box), tuple(_walls(bands, xs))))
    return told_by_text(bands, xs)


def _columns_before(
    before: Sequence[Sequence[float]], box: Rule, pieces: Sequence[Piece], rows: Sequence[Sequence[Run]]
) -> list[float]:
    """The columns of a table as wide as a region, without those that a text of it reaches over.

    None where two texts beside each other would share one of them: that is another table.
    """
    for sides in before:
        if sides and abs(sides[0] - box.x0) <= _SAME_SIDE and abs(sides[-1] - box.x1) <= _SAME_SIDE:
            walls = [x for x in distinct(sides) if not any(p.x0 < x - 2 and x + 2 < p.x1 for p in pieces)]
            xs = [box.x0, *(x for x in walls if box.x0 + _SAME_SIDE < x < box.x1 - _SAME_SIDE), box.x1]
            if all(len({column_of(xs, *run)[0] for run in row}) == len(row) for row in rows):
                return xs
    return []


def _is_ruled_beside_labels(rules: Sequence[Edge], box: Rule) -> bool:
    """Whether a line between two rows begins inside a region and runs to its right side, beside a merged label."""
    return any(
        box.top + 1 < rule.at < box.bottom - 1 and rule.start > box.x0 + _INNER and rule.end > box.x1 - _INNER
        for rule in rules
    )


def _near_runs(bands: Sequence[Band]) -> list[list[Run]]:
    """The runs of lines near to each other, together: texts centred beside wrapped ones share no line with them."""
    return [
        runs(piece for line in group for piece in line.pieces)
        for _, _, inside in bands
        for group in near_each_other(lines(inside))
    ]


def divides_rows(found: Iterable[Region], pieces: Sequence[Piece]) -> bool:
    """Whether the lines of a page divide rows, by how many lines of text stand in each band between them."""
    counts = sorted(
        len(lines(inside))
        for region in found
        for _, _, inside in bands_between(distinct(rule.at for rule in region.rules), pieces)
    )
    return bool(counts) and counts[len(counts) // 2] <= (_LINES_A_BAND if len(counts) >= _BANDS else 1)


def _beside_merged(rules: Iterable[Edge], bands: Sequence[Band], box: Rule) -> Iterator[float]:
    """Where a line between two rows begins or ends inside a table, and no text of the two reaches over it.

    There stands the wall of a cell that is merged over both.
    """
    for rule in rules:
        beside = [piece for top, bottom, inside in bands if top - 1 <= rule.at <= bottom + 1 for piece in inside]
        for x in (rule.start, rule.end):
            inner = box.x0 + _INNER < x < box.x1 - _INNER
            if inner and not any(piece.x0 < x - 2 and x + 2 < piece.x1 for piece in beside):
                yield x


def _closed(rules: Sequence[Edge], box: Rule) -> tuple[Edge, ...]:
    return tuple(sorted({Edge(box.top, box.x0, box.x1), *rules, Edge(box.bottom, box.x0, box.x1)}))


def _walls(bands: Sequence[Band], xs: Sequence[float]) -> Iterator[Edge]:
    """The walls between columns, left open where a text reaches over them."""
    for x in xs:
        for top, bottom, inside in bands:
            if not any(piece.x0 < x - 2 and x + 2 < piece.x1 for piece in inside):
                yield Edge(x, top, bottom)
