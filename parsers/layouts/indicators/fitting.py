"""Columns fitted to the rows below them, where a header does not say which levels stand in which column."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.money import amount_in_yuan
from normalize.taxonomy import level1, level2
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns, Range
from parsers.layouts.indicators.guessed_columns import hold_values
from parsers.layouts.words import labels


def fitted(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns as the levels in the rows have them.

    A single label over levels and names is divided: 绩效指标 over three columns. A column of level 1 that holds only
    names of level 2 is level 2, so is one of names that holds only these, and all levels move up by one where those of
    四级指标 begin with the word of the form. Weights left of the names are theirs where each has one.
    """
    return _weighed(_with_names(_moved_up(_divided(columns, rows), rows), rows), rows)


def _weighed(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, where weights left of the levels are of the names: one in each row, and not all a level's.

    Those of a level stand once for its rows, or the same in each; those of names differ within a level, or come to no
    more than a whole.
    """
    at, level = columns.first("of-level"), columns.first("level1") or 0
    over = [slot for slot in columns.header if slot.column == at and labels.column(slot.text) == "weight"]
    if at is None or not over or "weight" in columns.ranges:
        return columns
    named = [row for row in rows if any(columns.role(slot.column) == "name" for slot in row.slots)]
    cells = [(row.at(level), slot) for row in named for slot in row.slots if slot.column == at and slot.cell.rows == 1]
    weights = [amount_in_yuan(slot.text.rstrip("%％分"), "元") for _, slot in cells]
    told = [weight for weight in weights if weight is not None]
    if len(named) < _SEVERAL or len(told) < len(named):
        return columns
    differ = any(
        one is not None and other is not None and fold(one.text) == fold(other.text) and fold(w.text) != fold(v.text)
        for (one, w), (other, v) in pairwise(cells)
    )
    if not differ and sum(told) > _WHOLE:
        return columns
    ranges = dict(columns.ranges)
    ranges["weight"] = ranges.pop("of-level")
    return replace(columns, ranges=ranges)


_SEVERAL = 2
_WHOLE = 100


def _with_names(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns, where 二级指标 stands for names and yet holds levels: the values tell the names, or none does."""
    ranges = dict(columns.ranges)
    if {"level2", "level3"} & ranges.keys() or "value" not in ranges or not _holds(rows, ranges["name"], second=True):
        return columns
    ranges["level2"] = ranges.pop("name")
    if hold_values(rows, ranges["value"]):
        ranges["name"] = ranges.pop("value")
    return replace(columns, ranges=ranges)


def _divided(columns: Columns, rows: Sequence[Row]) -> Columns:
    first, last = columns.ranges["name"]
    if first == last or {"level1", "level2"} & columns.ranges.keys():
        return columns
    begun = sorted({slot.column for row in rows for slot in row.slots if first <= slot.column <= last})
    levels = [at for at in begun[:-1] if _most(_cells(rows, (at, at)), first=True, second=True)]
    if not levels or len(begun) > len(levels) + 1:
        return columns
    ranges = {**columns.ranges, "name": (begun[-1], last)}
    for role, at in zip(("level2", "level1"), reversed(levels), strict=False):
        ranges[role] = (at, at)
    return replace(columns, ranges=ranges)


def _moved_up(columns: Columns, rows: Sequence[Row]) -> Columns:
    ranges = dict(columns.ranges)
    if not {"level1", "level2"} & ranges.keys() and "nature" in ranges:
        # 指标类型 heads natures in one form, levels in another.
        if _holds(rows, ranges["nature"], second=True):
            ranges["level2"] = ranges.pop("nature")
        elif _holds(rows, ranges["nature"], first=True, second=True):
            ranges["level1"] = ranges.pop("nature")
    elif "level1" not in ranges and "nature" in ranges and _holds(rows, ranges["nature"], first=True):
        ranges["level1"] = ranges.pop("nature")
    one, two, three = (ranges.get(role) for role in ("level1", "level2", "level3"))
    if two and three and _holds(rows, two, first=True) and _holds(rows, three, second=True):
        ranges |= {"level1": two, "level2": three}
        del ranges["level3"]
    elif one and not two and not _holds(rows, one, first=True) and _holds(rows, one, second=True):
        ranges["level2"] = ranges.pop("level1")
    return replace(columns, ranges=ranges)


def _holds(rows: Sequence[Row], columns: Range, *, first: bool = False, second: bool = False) -> bool:
    return _most(_cells(rows, columns), first=first, second=second)


def _cells(rows: Sequence[Row], columns: Range) -> list[Slot]:
    return [slot for row in rows for slot in row.slots if columns[0] <= slot.column <= columns[1]]


def _most(slots: Sequence[Slot], *, first: bool = False, second: bool = False) -> bool:
    """Whether most cells name a level of the kind asked for."""
    known = sum(1 for s in slots if (first and level1(s.text)) or (second and level2(s.text)))
    return bool(slots) and 2 * known > len(slots)
