"""Columns under words nobody listed, told by what stands in them: values, their signs, their units."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize import parse_value, reads_as_value
from normalize.comparators import stated_sign
from normalize.placeholders import is_nature, is_placeholder
from normalize.taxonomy import is_level, level1, level2
from normalize.text import fold
from normalize.units import unit_of
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.headings import Heading
from parsers.layouts.indicators.items import named_values
from parsers.layouts.words.label_list import label_list

_SHARE = 0.6
_READ = 30
"""So many rows tell what a column holds."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """The headings of a grid, and the labels that were told by what stands below them, each with its column."""

    headings: Sequence[Heading]
    labels: tuple[tuple[Slot, str], ...] = ()


def states_target(text: str) -> bool:
    """Whether a text is a number or a time with a sign or a unit, and nothing else.

    >>> states_target("≥90%"), states_target("12月底前"), states_target("有效提升"), states_target("10")
    (True, True, False, False)
    """
    bare = text.replace(".", "").replace(",", "").strip().isdigit()
    if bare or not reads_as_value(text):
        return False
    return any(target.kind in {"comparison", "deadline"} for target in parse_value(text).targets)


def guessed(headings: Sequence[Heading], rows: Sequence[Row]) -> Guessed:
    """The headings, where columns under unlisted labels hold the signs, the units or the values no other column has.

    Only right of a name, in a grid that names levels, and where no second column would do; never under a label that
    speaks of results or earlier years.
    """
    roles = {heading.role for heading in headings}
    if "name" not in roles and {"level2", "value"} <= roles:
        return _with_name(headings, rows)
    if "name" not in roles or not {"level1", "level2"} & roles:
        return Guessed(headings)
    if not {"value", "operator"} & roles:
        return _with_value(headings, rows)
    at = max(heading.slot.column for heading in headings if heading.role == "name")
    free = [heading for heading in headings if heading.role is None and heading.slot.column > at]
    free = [heading for heading in free if not any(word in heading.label for word in label_list().reached)]
    told: dict[int, tuple[Heading, str]] = {}
    if {"operator", "unit"} <= roles and "value" not in roles:
        between = [heading for heading in free if _most(heading.range, rows, reads_as_value)]
        told |= {id(heading): (heading, "value") for heading in between if len(between) == 1}
    for role, holds in _TESTS:
        found = [heading for heading in free if id(heading) not in told and _most(heading.range, rows, holds)]
        if len(found) == 1 and role not in roles and not (role == "value" and "operator" in roles):
            told[id(found[0])] = found[0], role
    return Guessed(
        [replace(heading, role=told[id(heading)][1]) if id(heading) in told else heading for heading in headings],
        tuple((heading.slot, role) for heading, role in told.values()),
    )


def _with_value(headings: Sequence[Heading], rows: Sequence[Row]) -> Guessed:
    """The headings, where the only column that states targets stands under words for something else: 绩效标准.

    Several state targets of their own where each names another period: 实施期 | 本年度.
    """
    names = [heading for heading in headings if heading.role == "name"]
    right = [h for h in headings if h.slot.column > names[0].slot.column and h.role not in _NEVER_TARGETS]
    right = [heading for heading in right if not any(word in heading.label for word in label_list().reached)]
    found = [heading for heading in right if _most(heading.range, rows, states_target)]
    found = [heading for heading in found if heading.role is None] or found
    periods = {heading.period for heading in found}
    if not found or (len(found) > 1 and (None in periods or len(periods) < len(found))):
        return Guessed(headings)
    chosen = {*map(id, found)}
    told = [replace(heading, role="value") if id(heading) in chosen else heading for heading in headings]
    return Guessed(told, tuple((heading.slot, "value") for heading in found))


_NEVER_TARGETS = frozenset(
    {"actual", "history", "previous", "weight", "score", "unit", "level1", "level2", "deviation"}
)


def levels_apart(groups: Sequence[Mapping[str, tuple[int, int]]], rows: Sequence[Row]) -> bool:
    """Whether two groups of columns hold levels of different kinds, so that they are no periods: 产出 beside 效益."""
    one, other = (_parents(ranges.get("level2") or ranges.get("level1"), rows) for ranges in groups)
    return bool(one and other) and one.isdisjoint(other)


def _parents(columns: tuple[int, int] | None, rows: Sequence[Row]) -> set[str]:
    first, last = columns or (0, -1)
    below = [slot.text for row in rows[:_READ] for slot in row.slots if first <= slot.column <= last]
    known = [found for text in below if (found := level2(text)) is not None]
    return {parent for found in known for parent in found.parents} | {one for text in below if (one := level1(text))}


def _with_name(headings: Sequence[Heading], rows: Sequence[Row]) -> Guessed:
    """The headings, where the only column between levels and values holds the names under words for something else.

    指标描述 does so where no column is called for the names, unless 二级指标 itself heads names.
    """
    after = max(heading.slot.column for heading in headings if heading.role == "level2")
    before = min(heading.slot.column for heading in headings if heading.role == "value")
    between = [heading for heading in headings if after < heading.slot.column < before]
    levels = next(heading.range for heading in headings if heading.role == "level2")
    if len(between) != 1 or between[0].role not in {None, "description"} or not _hold_levels(rows, levels):
        return Guessed(headings)
    only = between[0]
    if not _most(only.range, rows, lambda text: not (reads_as_value(text) or is_level(text))):
        return Guessed(headings)
    told = [replace(heading, role="name") if heading is only else heading for heading in headings]
    return Guessed(told, ((only.slot, "name"),) if only.role is None else ())


def _hold_levels(rows: Sequence[Row], columns: tuple[int, int]) -> bool:
    """Whether no cell of some columns is anything but a level; a list hands on its rows without those."""
    first, last = columns
    below = (slot.text for row in rows[:_READ] for slot in row.slots if first <= slot.column <= last)
    return all(is_level(text) or is_placeholder(text) for text in below)


def hold_values(rows: Sequence[Row], columns: tuple[int, int] | None) -> bool:
    """Whether most cells of some columns are a name with its value behind it: 云主机数量≥1200台."""
    return columns is not None and _most(columns, rows, lambda text: bool(named_values(text)))


def _most(columns: tuple[int, int], rows: Sequence[Row], holds: Callable[[str], bool]) -> bool:
    first, last = columns
    below = [slot.text for row in rows[:_READ] for slot in row.slots if first <= slot.column <= last]
    return bool(below) and sum(map(holds, below)) >= _SHARE * len(below)


def _is_sign(text: str) -> bool:
    return stated_sign(text) is not None or is_nature(text)


def _is_unit(text: str) -> bool:
    return unit_of(fold(text))[0] is not None


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("operator", _is_sign),
    ("unit", _is_unit),
    ("value", states_target),
)
