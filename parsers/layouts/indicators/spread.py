"""What a row tells of one thing in several cells: a value with operator and unit, history by years, ticked reasons."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from normalize.comparators import stated_sign
from normalize.directions import stated_direction
from normalize.placeholders import is_nature, is_placeholder
from normalize.remembered import remembered
from normalize.text import fold
from normalize.units import unit_of
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns, Part
from parsers.layouts.words.label_list import bare, label_list
from schema.span import Span

_TICKS = frozenset({"√", "✓", "✔", "☑", "☒", "■", "●", "v", "是"})
_MARKS = ("operator", "nature", "direction")
"""Columns whose labels forms take for one another; their words tell them apart."""


def one_value(row: Row, columns: Columns) -> tuple[Row, Mapping[str, Slot]]:
    """A row with one cell for its value, and the operator and unit that stand under the same wide label.

    指标值 over ≥ | 95 | %: cells that are neither the operator before nor the unit behind stay where they are.
    """
    if "value" not in columns.ranges:
        return row, {}
    first, last = columns.ranges["value"]
    found = [slot for slot in row.slots if first <= slot.column <= last]
    if len(found) < 2:
        return row, {}
    beside: dict[str, Slot] = {}
    if len(found) > 1 and (stated_sign(found[0].text) or is_nature(found[0].text)):
        beside["operator"] = found.pop(0)
    if len(found) > 1 and (unit_of(fold(found[-1].text))[0] is not None or is_placeholder(found[-1].text)):
        beside["unit"] = found.pop()
    taken = {slot.key for slot in beside.values()}
    slots = tuple(slot for slot in row.slots if slot.key not in taken)
    return replace(row, slots=slots), {role: slot for role, slot in beside.items() if role not in columns.ranges}


def sorted_marks(slots: Mapping[str, Slot]) -> dict[str, Slot]:
    """The cells of a row, operator and direction back in their columns (指标方向: ≥, 指标性质: 正向)."""
    held = {role: slots[role] for role in _MARKS if role in slots}
    if not held:
        return dict(slots)
    meant = {role: mark for role, slot in held.items() if (mark := _mark(slot.text)) is not None}
    # What a sign drives out of its column is what stood in that of the sign: 指标性质: ≥, 计算方式: 求和.
    free = [role for role in held if role not in meant.values()]
    for role in sorted(held.keys() - meant.keys(), key=free.count, reverse=True):
        meant[role] = free.pop(free.index(role) if role in free else 0) if free else role
    if len(set(meant.values())) < len(meant):
        return dict(slots)
    rest = {role: slot for role, slot in slots.items() if role not in held}
    return rest | {meant[role]: slot for role, slot in held.items()}


def with_units_of_results(slots: Mapping[str, Slot]) -> Mapping[str, Slot]:
    """The cells of a row, a result together with the unit that stands in a column of its own: 5120 | 空方."""
    actual, unit = slots.get("actual"), slots.get("actual-unit")
    if actual is None or unit is None or is_placeholder(unit.text) or not _DIGIT.search(actual.text):
        return slots
    rest = {role: slot for role, slot in slots.items() if role != "actual-unit"}
    text = actual.text if fold(actual.text).endswith(fold(unit.text)) else f"{actual.text}{unit.text}"
    shown = tuple(half for slot in (actual, unit) for half in slot.halves or (slot,))
    return rest | {"actual": Slot(actual.grid, actual.cell, text, shown)}


_DIGIT = re.compile("[0-9]")


@remembered
def _mark(text: str) -> str | None:
    """Which column a mark belongs in; 定性 stays with the operators it is printed among."""
    if stated_direction(text) is not None:
        return "direction"
    return "operator" if stated_sign(text) is not None else None


def together(parts: Sequence[Part]) -> str:
    """The texts of several columns as one, each with its label; of a ticked one the label says all."""
    return "；".join(part.label if _is_ticked(part) else f"{part.label}：{part.slot.text}" for part in parts)


def spans_of(parts: Sequence[Part]) -> tuple[Span, ...]:
    """Where they stand; a ticked one where its label does, too, since that says all."""
    told = (slot for part in parts for slot in (part.slot, part.heading if _is_ticked(part) else None))
    return tuple(span for slot in told if slot is not None for span in slot.spans)


def _is_ticked(part: Part) -> bool:
    return fold(part.slot.text) in _TICKS and not bare(part.label).startswith(label_list().labelled)


def glued(parts: Sequence[Part]) -> str:
    """The texts of several columns that make one value: ≥ | 95 | %."""
    return "".join(part.slot.text for part in parts)
