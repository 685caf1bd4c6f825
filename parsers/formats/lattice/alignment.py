"""Tables without lines between their columns, read by the alignment of their text: three rules, or rules below rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.formats.lattice.cells import Cut, Slot, cut
from parsers.formats.lattice.columns import Run, column_of, corridors, runs
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.lines import lines
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.rows import blocks_by_column, rows_between, spread

_SHORTEST_RULE = 90.0
_BANDS = 4
_LINES_A_BAND = 4


class Region(NamedTuple):
    """What may be a table without lines between its columns: its box, and the lines across it."""

    box: Rule
    rules: tuple[Edge, ...]


def regions(alone: Sequence[Edge], pieces: Sequence[Piece]) -> Iterator[Region]:
    """Lines below each other, at least two, cut where a title or prose stands between them and not rows of a table.

    >>> next(regions([Edge(0, 0, 200), Edge(20, 60, 200), Edge(40, 0, 200)], [])).box
    Rule(x0=0, top=0, x1=200, bottom=40)
    """
    ordered = sorted(alone)
    if max((edge.end - edge.start for edge in ordered), default=0.0) < _SHORTEST_RULE:
        return
    part: list[Edge] = []
    for edge in ordered:
        if part and edge.at - part[-1].at > 1 and _stands_between(part[-1].at, edge.at, pieces):
            yield from _region(part)
            part = []
        part.append(edge)
    yield from _region(part)


def _region(part: Sequence[Edge]) -> Iterator[Region]:
    top, bottom = part[0].at, part[-1].at
    left, right = min(edge.start for edge in part), max(edge.end for edge in part)
    if bottom - top > 1 and right - left >= _SHORTEST_RULE:
        yield Region(Rule(left, top, right, bottom), tuple(part))


def _stands_between(top: float, bottom: float, pieces: Sequence[Piece]) -> bool:
    """Whether what stands between two lines is no row: lines of one run each, large, or here and there."""
    found = lines(_within(pieces, top, bottom))
    if not found or any(len(runs(line.pieces)) > 1 for line in found):
        return False
    usual = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    return found[0].size > 1.15 * usual or max(line.x0 for line in found) - min(line.x0 for line in found) > 2 * usual


def align(pieces: Sequence[Piece], region: Region) -> Cut | None:
    """The cells of a table whose columns no line divides, or None where its text stands in no columns.

    >>> pieces = [Piece(t, x, y, x + 20, y + 10, 10) for y in (5, 25, 45) for t, x in (("名称", 0), ("数值", 60))]
    >>> table = align(pieces, Region(Rule(0, 0, 100, 60), (Edge(0, 0, 100), Edge(20, 0, 100), Edge(60, 0, 100))))
    >>> table.xs, table.ys, len(table.slots)
    ([0, 40.0, 100], [0, 20, 40.0, 60], 6)
    """
    box, rules = region
    ys = _distinct([box.top, *(rule.at for rule in rules), box.bottom])
    bands = [(top, bottom, _within(pieces, top, bottom)) for top, bottom in pairwise(ys)]
    bands = [band for band in bands if band[2]]
    found = lines(pieces)
    ruled = len(bands) >= _BANDS and len(found) <= _LINES_A_BAND * len(bands)
    rows = [runs(inside) for _, _, inside in bands] if ruled else [runs(line.pieces) for line in found]
    xs = corridors(rows, box.x0, box.x1, [end for rule in rules for end in (rule.start, rule.end)])
    if len(xs) < 3 or sum(1 for row in rows if len(row) > 1) < 2:
        return None
    if ruled:
        return cut(Frame(_closed(rules, box), tuple(_walls(bands, xs))))
    return _by_text(bands, xs)


def _distinct(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 1:
            kept.append(place)
    return kept


def _within(pieces: Iterable[Piece], top: float, bottom: float) -> list[Piece]:
    return [piece for piece in pieces if top <= piece.middle < bottom]


Band = tuple[float, float, list[Piece]]
"""What stands between two lines."""


def _closed(rules: Sequence[Edge], box: Rule) -> tuple[Edge, ...]:
    return tuple(sorted({Edge(box.top, box.x0, box.x1), *rules, Edge(box.bottom, box.x0, box.x1)}))


def _walls(bands: Sequence[Band], xs: Sequence[float]) -> Iterator[Edge]:
    """The walls between columns, left open where a text reaches over them."""
    for x in xs:
        for top, bottom, inside in bands:
            if not any(_crosses(run, x) for run in runs(inside)):
                yield Edge(x, top, bottom)


def _crosses(run: Run, x: float) -> bool:
    return run[0] < x - 2 and x + 2 < run[1]


def _by_text(bands: Sequence[Band], xs: list[float]) -> Cut:
    """The cells where lines divide head and body only, and rows are told by their text."""
    ys: list[float] = [bands[0][0]]
    slots: list[Slot] = []
    for top, bottom, inside in bands:
        blocks = blocks_by_column(inside, xs)
        edges = [ys[-1], bottom] if top == bands[0][0] and len(bands) > 1 else rows_between(blocks, ys[-1], bottom)
        spans = {column: spread(texts, edges) for column, texts in blocks.items()}
        slots.extend(_slots(inside, xs, edges, spans, len(ys) - 1))
        ys.extend(edges[1:])
    return Cut(ys, xs, slots)


def _slots(
    pieces: Sequence[Piece],
    xs: Sequence[float],
    ys: Sequence[float],
    spans: dict[int, list[tuple[int, int]]],
    first: int,
) -> Iterator[Slot]:
    """A cell for each row and column, wide where a text reaches over several columns, high where one spans rows."""
    wide = {}
    for piece in pieces:
        column, columns = column_of(xs, piece.x0, piece.x1)
        if columns > 1:
            row = max(0, sum(1 for y in ys if y <= piece.middle) - 1)
            wide[row, column] = columns
    taken: set[tuple[int, int]] = set()
    for column in range(len(xs) - 1):
        high = dict(spans.get(column, ()))
        for row in range(len(ys) - 1):
            if (row, column) in taken:
                continue
            rows, columns = high.get(row, 1), wide.get((row, column), 1)
            while any((row + down, column + right) in taken for down in range(rows) for right in range(columns)):
                rows, columns = max(1, rows - 1), columns if rows > 1 else columns - 1
            taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
            box = Rule(xs[column], ys[row], xs[column + columns], ys[row + rows])
            yield Slot(first + row, column, rows, columns, box)
