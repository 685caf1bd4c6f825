"""Tables that touch each other, one below the other, told apart by their columns."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

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
    rows = [_Walls.of(walls) for walls in _walls(table)]
    below = list(accumulate(reversed(rows), _Walls.joined))[::-1]  # of each row and all that follow it
    crossed = {row for slot in table.slots for row in range(slot.row + 1, slot.row + slot.rows)}
    above = rows[0]
    for number, row in enumerate(rows[1:], start=1):
        if number not in crossed and _are_two(above, row, below[number]):
            yield number
            above = row
        else:
            above = above.joined(row)


class _Walls(NamedTuple):
    """The walls inside rows, those at the ends of each left out, and the last wall of all."""

    inner: frozenset[float]
    end: float

    @classmethod
    def of(cls, walls: frozenset[float]) -> "_Walls":
        """Those of one row."""
        return cls(walls - {min(walls), max(walls)}, max(walls)) if walls else cls(walls, 0.0)

    def joined(self, other: "_Walls") -> "_Walls":
        """Those of these rows and of others; rows of one table add nothing to each other."""
        inner = self.inner if other.inner <= self.inner else self.inner | other.inner
        return _Walls(inner, max(self.end, other.end))


def _walls(table: Cut) -> list[frozenset[float]]:
    """The walls of each row."""
    found: list[set[float]] = [set() for _ in table.ys[1:]]
    for slot in table.slots:
        for row in range(slot.row, slot.row + slot.rows):
            found[row].update((slot.box.x0, slot.box.x1))
    return list(map(frozenset, found))


def _are_two(above: _Walls, first: _Walls, below: _Walls) -> bool:
    """Whether rows have no columns in common with those below them, or next to none; `first` is the next one."""
    fewest, shared = min(len(above.inner), len(first.inner)), len(above.inner & below.inner)
    if not shared:
        return fewest >= _FEWEST
    apart = above.end != below.end and fewest >= _FEWEST and shared <= _CHANCE * fewest
    return apart or (shared == 1 and fewest >= _MANY)


def _part(table: Cut, first: int, last: int) -> Cut:
    slots = [slot for slot in table.slots if first <= slot.row < last]
    sides = {side for slot in slots for side in (slot.box.x0, slot.box.x1)}
    xs = [x for x in table.xs if x in sides]
    counted = [_counted(slot, first, xs) for slot in slots]
    return Cut(table.ys[first : last + 1], xs, counted)


def _counted(slot: Slot, first: int, xs: Sequence[float]) -> Slot:
    left, right = xs.index(slot.box.x0), xs.index(slot.box.x1)
    return Slot(slot.row - first, left, slot.rows, right - left, slot.box)
