"""Tables that touch each other, one below the other, told apart by their columns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.formats.lattice.cells import Cut, Slot

_FEWEST = 3
"""Walls inside a table that make its columns its own; a row of two cells is at home in any."""
_MANY = 5
"""So many do where one wall goes on below, such as the right side of both."""
_CHANCE = 0.4
"""So many of the walls may go on by chance where the tables end at different sides."""


def told_apart(table: Cut) -> Iterator[Cut]:
    """The tables that share a line: cut where several walls end above it, several begin below it, and none goes on.

    >>> from parsers.formats.lattice.marks import Rule
    >>> def row(number, *walls):
    ...     return [Slot(number, at, 1, 1, Rule(left, number, right, number + 1))
    ...             for at, (left, right) in enumerate(zip(walls, walls[1:]))]
    >>> slots = [*row(0, 0, 20, 40, 60, 80), *row(1, 0, 15, 35, 55, 90)]
    >>> parts = list(told_apart(Cut([0, 1, 2], [0, 15, 20, 35, 40, 55, 60, 80, 90], slots)))
    >>> [(part.ys, part.xs) for part in parts]
    [([0, 1], [0, 20, 40, 60, 80]), ([1, 2], [0, 15, 35, 55, 90])]
    """
    starts = [0, *_cuts(table), len(table.ys) - 1]
    if len(starts) == 2:
        yield table
        return
    for first, last in pairwise(starts):
        yield _part(table, first, last)


def _cuts(table: Cut) -> Iterator[int]:
    """The rows that begin a table of their own."""
    rows = _walls(table)
    crossed = {row for slot in table.slots for row in range(slot.row + 1, slot.row + slot.rows)}
    first = 0
    for row in range(1, len(rows)):
        if row not in crossed and _are_two(rows[first:row], rows[row:]):
            yield row
            first = row


def _walls(table: Cut) -> list[set[float]]:
    """The walls of each row."""
    found: list[set[float]] = [set() for _ in table.ys[1:]]
    for slot in table.slots:
        for row in range(slot.row, slot.row + slot.rows):
            found[row].update((slot.box.x0, slot.box.x1))
    return found


def _are_two(above: Sequence[set[float]], below: Sequence[set[float]]) -> bool:
    """Whether rows have no columns in common with those below them, or next to none."""
    if not above[-1] or not below[0]:
        return False
    one, other = _inner(above), _inner(below)
    fewest, shared = min(len(one), len(_inner(below[:1]))), len(one & other)
    if not shared:
        return fewest >= _FEWEST
    ends = {max(map(max, filter(None, rows))) for rows in (above, below)}
    return (shared == 1 and fewest >= _MANY) or (len(ends) == 2 and fewest >= _FEWEST and shared <= _CHANCE * fewest)


def _inner(rows: Sequence[set[float]]) -> set[float]:
    """The walls inside rows, those at the ends of each left out."""
    return {wall for walls in rows if walls for wall in walls - {min(walls), max(walls)}}


def _part(table: Cut, first: int, last: int) -> Cut:
    slots = [slot for slot in table.slots if first <= slot.row < last]
    sides = {side for slot in slots for side in (slot.box.x0, slot.box.x1)}
    xs = [x for x in table.xs if x in sides]
    counted = [_counted(slot, first, xs) for slot in slots]
    return Cut(table.ys[first : last + 1], xs, counted)


def _counted(slot: Slot, first: int, xs: Sequence[float]) -> Slot:
    left, right = xs.index(slot.box.x0), xs.index(slot.box.x1)
    return Slot(slot.row - first, left, slot.rows, right - left, slot.box)
