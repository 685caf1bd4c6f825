"""Levels whose label stands in the middle or the last row of its group, where the merge around it is lost."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.taxonomy import is_level, level1, level2
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

Fits = Callable[[int, int, int], bool]
"""Whether a label, by its number, may hold for the rows from one to before another."""
_Way = tuple[int, "_Way"] | None
"""The first rows of groups, one after the other."""
_SEVERAL = 2
_TALLEST = 40
"""No group of rows under one label is taller."""


def with_labels_on_top(rows: Sequence[Row], columns: Columns) -> tuple[list[Row], list[Diagnostic]]:
    """The rows of a grid whose first one has no level, each label in the first row of its group; and what was moved.

    A label is in the middle or at the end of its group. Where that, and which levels 2 a level 1 has, tell the groups
    in one way only, they are those; else the first label alone is moved: nothing else can hold for the rows above it.
    """
    roles = [role for role in ("level1", "level2") if role in columns.ranges]
    told, odd = list(rows), list[Diagnostic]()
    if not rows or not roles or any(rows[0].at(columns.ranges[role][0]) for role in roles):
        return told, odd
    count = _last_indicator(rows, columns)
    for role in reversed(roles):
        column = columns.ranges[role][0]
        found = [(number, slot) for number, row in enumerate(rows[:count]) if (slot := row.at(column)) is not None]
        merged = any(slot.cell.rows > 1 for _, slot in found)
        if not found or merged or not _lack_only_levels(rows[: found[0][0]], columns):
            continue
        starts = _starts([number for number, _ in found], count, _fits(told, found, columns, role))
        for (number, slot), start in zip(found, starts, strict=False):
            if start < number:
                told[number] = replace(told[number], slots=tuple(s for s in told[number].slots if s is not slot))
                told[start] = replace(told[start], slots=tuple(sorted((slot, *told[start].slots), key=_column)))
                args = {"level": slot.text, "rows": str(number - start)}
                odd.append(Diagnostic(code=Code.LEVEL_MOVED, args=args, span=slot.span))
    return told, odd


def _column(slot: Slot) -> int:
    return slot.column


def _last_indicator(rows: Sequence[Row], columns: Columns) -> int:
    """How many rows there are up to the last indicator: totals and notes below are of no level."""
    named = (n for n, row in enumerate(rows, start=1) if any(columns.role(s.column) == "name" for s in row.slots))
    return max((n for n in named if not labels.is_total(rows[n - 1].slots[0].text)), default=0)


def _lack_only_levels(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether rows have a name and a value each, so that nothing but their level is missing; 预算执行率 needs none."""
    wanted = {"name", "value" if "value" in columns.ranges else "name"}
    return all(
        wanted <= {columns.role(slot.column) for slot in row.slots}
        and not any(is_level(slot.text) for slot in row.slots)
        for row in rows
    )


def _fits(rows: Sequence[Row], found: Sequence[tuple[int, Slot]], columns: Columns, role: str) -> Fits:
    """Whether a level 1 may hold for rows with the levels 2 they have; any level 2 may hold for any rows."""
    if role == "level2" or "level2" not in columns.ranges:
        return lambda *_: True
    seconds: list[tuple[str, ...]] = []
    for row in rows:
        slot = row.at(columns.ranges["level2"][0])
        known = level2(slot.text) if slot is not None else None
        above = seconds[-1] if seconds and slot is None else ()
        seconds.append(known.parents if known is not None else above)
    firsts = [level1(slot.text) for _, slot in found]
    return lambda label, start, end: all(not parents or firsts[label] in parents for parents in seconds[start:end])


def _starts(at: Sequence[int], count: int, fits: Fits) -> list[int]:
    """The first row of each label's group; of the first group alone where the groups cannot be told."""
    if (exact := _in_the_middle(at, count)) and all(
        fits(n, start, end) for n, (start, end) in enumerate(pairwise([*exact, count]))
    ):
        return exact
    before = [-1, *at[:-1]]
    if max(label - above for label, above in zip(at, before, strict=True)) > _TALLEST:
        return [0]
    # From the last label up: by the row a group begins in, the ways the rows below it can be told, no more than two.
    ways: dict[int, list[_Way]] = {count: [None]}
    for number in reversed(range(len(at))):
        found: dict[int, list[_Way]] = {}
        for start in range(before[number] + 1, at[number] + 1):
            ahead = at[number] - start
            ends = [start + size for size in (2 * ahead, 2 * ahead + 1, 2 * ahead + 2) if size]
            told: list[_Way] = [
                (start, way) for end in ends if end in ways and fits(number, start, end) for way in ways[end]
            ]
            if told:
                found[start] = told[:_SEVERAL]
        ways = found
    at_end = [label + 1 for label in before]
    ends_last = at[-1] == count - 1 and all(fits(n, a, b + 1) for n, (a, b) in enumerate(zip(at_end, at, strict=True)))
    known = {*(tuple(_told(way)) for way in ways.get(0, ())), *([tuple(at_end)] if ends_last else [])}
    return list(known.pop()) if len(known) == 1 else [0]


def _in_the_middle(at: Sequence[int], count: int) -> list[int]:
    """The first row of each group where every label has as many rows above it as below; none where one has not."""
    starts = [0]
    for label in at:
        starts.append(2 * label - starts[-1] + 1)
    return starts[:-1] if starts[-1] == count and all(a < b for a, b in pairwise(starts)) else []


def _told(way: _Way) -> Iterator[int]:
    while way is not None:
        start, way = way
        yield start
