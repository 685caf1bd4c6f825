"""Tables without lines between their columns, read by the alignment of their text: three rules, or rules below rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from parsers.formats.lattice.breaks import opened_at_foot, opened_at_top
from parsers.formats.lattice.cells import Cut, Slot, cut
from parsers.formats.lattice.columns import column_of, corridors, runs, stand_beside
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.lines import lines
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.rows import blocks_by_column, rows_between, spread

_SHORTEST_RULE = 90.0
_BANDS = 4
_LINES_A_BAND = 4
_LARGE = 1.15
_INNER = 5.0


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
    for edge in ordered:
        if parts[-1] and edge.at - parts[-1][-1].at > 1 and _stands_between(parts[-1][-1].at, edge.at, pieces, slack):
            parts.append([])
        parts[-1].append(edge)
    for number, part in enumerate(parts):
        top = opened_at_top(part, pieces, at_edge=open_ends and number == 0)
        foot = opened_at_foot(part, pieces, at_edge=open_ends and part is parts[-1])
        part.extend(edge for edge in (top, foot) if edge is not None)
    return [region for part in parts for region in _region(sorted(part))]


def _region(part: Sequence[Edge]) -> Iterator[Region]:
    top, bottom = part[0].at, part[-1].at
    left, right = min(edge.start for edge in part), max(edge.end for edge in part)
    if bottom - top > 1 and right - left >= _SHORTEST_RULE:
        yield Region(Rule(left, top, right, bottom), tuple(part))


def _slack(ordered: Sequence[Edge], pieces: Sequence[Piece]) -> float:
    """The height that rows leave free around their text, as most of them do."""
    free = sorted(
        bottom - top - _height(inside)
        for top, bottom, inside in _bands(_distinct(edge.at for edge in ordered), pieces)
        if stand_beside(inside)
    )
    return free[len(free) // 2] if free else inf


def _height(pieces: Sequence[Piece]) -> float:
    return max(piece.bottom for piece in pieces) - min(piece.top for piece in pieces)


def _stands_between(top: float, bottom: float, pieces: Sequence[Piece], slack: float) -> bool:
    """Whether what stands between two lines is no row.

    That is a title in large letters, lines of one run here and there, or one with more room around it than rows have.
    """
    inside = _within(pieces, top, bottom)
    found = lines(inside)
    if not found:
        return False
    usual = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    if any(line.size > _LARGE * usual and len(runs(line.pieces)) == 1 for line in found):
        return True
    if stand_beside(inside):
        return False
    roomy = bottom - top - _height(inside) > 2 * max(slack, usual / 2)
    return roomy or max(line.x0 for line in found) - min(line.x0 for line in found) > 2 * usual


def align(pieces: Sequence[Piece], region: Region, *, ruled: bool | None = None) -> Cut | None:
    """The cells of a table whose columns no line divides, or None where its text stands in no columns.

    `ruled` says whether lines divide its rows, where the rest of its page tells.

    >>> pieces = [Piece(t, x, y, x + 20, y + 10, 10) for y in (5, 25, 45) for t, x in (("名称", 0), ("数值", 60))]
    >>> table = align(pieces, Region(Rule(0, 0, 100, 60), (Edge(0, 0, 100), Edge(20, 0, 100), Edge(60, 0, 100))))
    >>> table.xs, table.ys, len(table.slots)
    ([0, 40.0, 100], [0, 20, 40.0, 60], 6)
    """
    box, rules = region
    ys = _distinct([box.top, *(rule.at for rule in rules), box.bottom])
    bands = _bands(ys, pieces)
    found = lines(pieces)
    if ruled is None:
        ruled = divides_rows([region], pieces)
    rows = [runs(inside) for _, _, inside in bands] if ruled else [runs(line.pieces) for line in found]
    ends = [end for rule in rules for end in (rule.start, rule.end)]
    xs = corridors(rows, box.x0, box.x1, ends, list(_beside_merged(rules, bands, box)) if ruled else ())
    if len(xs) < 3 or sum(1 for row in rows if len(row) > 1) < min(2, len(bands) if ruled else 2):
        return None
    if ruled:
        return cut(Frame(_closed(rules, box), tuple(_walls(bands, xs))))
    return _by_text(bands, xs)


def divides_rows(found: Iterable[Region], pieces: Sequence[Piece]) -> bool:
    """Whether the lines of a page divide rows, by how many lines of text stand in each band between them."""
    counts = sorted(
        len(lines(inside))
        for region in found
        for _, _, inside in _bands(_distinct(rule.at for rule in region.rules), pieces)
    )
    return bool(counts) and counts[len(counts) // 2] <= (_LINES_A_BAND if len(counts) >= _BANDS else 1)


def _bands(ys: Sequence[float], pieces: Sequence[Piece]) -> list["Band"]:
    bands = ((top, bottom, _within(pieces, top, bottom)) for top, bottom in pairwise(ys))
    return [band for band in bands if band[2]]


def _distinct(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 1:
            kept.append(place)
    return kept


def _within(pieces: Iterable[Piece], top: float, bottom: float) -> list[Piece]:
    return [piece for piece in pieces if top <= piece.middle < bottom]


def _beside_merged(rules: Iterable[Edge], bands: Sequence["Band"], box: Rule) -> Iterator[float]:
    """Where a line between two rows begins or ends inside a table, and no text of the two reaches over it.

    There stands the wall of a cell that is merged over both.
    """
    for rule in rules:
        beside = [piece for top, bottom, inside in bands if top - 1 <= rule.at <= bottom + 1 for piece in inside]
        for x in (rule.start, rule.end):
            inner = box.x0 + _INNER < x < box.x1 - _INNER
            if inner and not any(piece.x0 < x - 2 and x + 2 < piece.x1 for piece in beside):
                yield x


Band = tuple[float, float, list[Piece]]
"""What stands between two lines."""


def _closed(rules: Sequence[Edge], box: Rule) -> tuple[Edge, ...]:
    return tuple(sorted({Edge(box.top, box.x0, box.x1), *rules, Edge(box.bottom, box.x0, box.x1)}))


def _walls(bands: Sequence[Band], xs: Sequence[float]) -> Iterator[Edge]:
    """The walls between columns, left open where a text reaches over them."""
    for x in xs:
        for top, bottom, inside in bands:
            if not any(piece.x0 < x - 2 and x + 2 < piece.x1 for piece in inside):
                yield Edge(x, top, bottom)


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
