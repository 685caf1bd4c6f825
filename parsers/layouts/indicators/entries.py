"""Names paired with values: one indicator a row, or one a paragraph where a cell lists several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby, pairwise

from normalize import parse_value
from normalize.numbering import item_numbers
from normalize.placeholders import is_nameless, is_not_applicable, is_placeholder, strip_indicator_prefix
from normalize.values import split_trailing_value
from parsers.layouts.grids.rows import Slot
from parsers.layouts.indicators.beside_names import Split, by_lines, for_each, parts_for_each
from parsers.layouts.indicators.columns import Part
from parsers.layouts.indicators.guessed_columns import states_target
from parsers.layouts.indicators.in_turn import in_turn, parts_beside
from parsers.layouts.indicators.items import named_values
from parsers.layouts.indicators.levels import Levels
from parsers.layouts.indicators.wrapped_lines import whole_values
from schema.catalogue import Code
from schema.diagnostic import Diagnostic


@dataclass(slots=True)
class Entry:
    """One indicator in the making: its words, the cells of its row by role, and value lines that are not its own.

    `value` is None where its row has no value; `value_slot` is the cell the value stands in, wherever that is. `names`
    says how many its name cell holds.
    """

    name: str
    value: str | None
    value_slot: Slot | None
    slots: Mapping[str, Slot]
    levels: Levels
    drifted: tuple[str, ...] = ()
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    names: int = 1


Parts = Mapping[str, tuple[Part, ...]]


def entries_of(
    slots: Mapping[str, Slot], levels: Levels, *, in_names: bool = False, parts: Parts | None = None
) -> tuple[Entry, ...]:
    """The indicators of one row; none where there is neither name nor value, or only a placeholder for a name.

    `in_names` says that there is no column of values, so that they stand in the names. `parts` are the cells of columns
    that together tell one thing.
    """
    name_slot, value_slot = slots.get("name"), slots.get("value")
    if in_names and name_slot is not None:
        if told := named_values(name_slot.text):
            split = None if len(name_slot.lines) == len(told) else partial(parts_beside, count=len(told))
            return _each([Entry(name, value, name_slot, slots, levels) for name, value in told], parts, split)
        if states_target(name_slot.text):
            unnamed = {role: slot for role, slot in slots.items() if role != "name"}
            return _each([Entry(_of_level(levels), name_slot.text, name_slot, unnamed, levels)], parts)
    values = whole_values(slots)
    if name_slot is not None and len(values) == 1 and (told := in_turn(name_slot.text, values[0])):
        split = partial(parts_beside, count=len(told))
        return _each([Entry(name, value, value_slot, slots, levels) for name, value in told], parts, split)
    if name_slot is not None and not values and len(told := named_values(name_slot.text)) > 1:
        # 巡查≥24次，培训≥6场 beside an empty value: two that bring their own.
        return _each([Entry(name, value, name_slot, slots, levels) for name, value in told], parts)
    if name_slot is None:
        stated = "\n".join(values)
        return _each([Entry(_of_level(levels), stated, value_slot, slots, levels)] if _says(stated) else [], parts)
    names = _listed(name_slot, values)
    unvalued = [name for name in names if split_trailing_value(name) is None]
    if len(names) > 1 and len(unvalued) == len(values) and len(unvalued) < len(names):
        lines = iter(values)
        own = [_with_own_value(name, name_slot, slots, levels) for name in names]
        paired = [replace(e, value=next(lines), value_slot=value_slot) if e.value is None else e for e in own]
    elif len(names) == len(values) and unvalued:
        own_values = _without_numbers(value_slot, name_slot, values) if value_slot is not None else values
        paired = [Entry(name, value, value_slot, slots, levels) for name, value in zip(names, own_values, strict=True)]
    elif len(names) == 1 and values:
        paired = [Entry(names[0], values[0], value_slot, slots, levels, values[1:])]
    else:
        paired = [_with_own_value(name, name_slot, slots, levels) for name in names]
        paired[-1] = replace(paired[-1], drifted=values, names=len(names))
    told_apart = _each(paired, parts)
    return tuple(entry for entry in told_apart if not (is_placeholder(entry.name) or _says_none(entry)))


def _each(entries: Sequence[Entry], parts: Parts | None, split: Split | None = None) -> tuple[Entry, ...]:
    """The indicators of one row, each with the cells of the row, or with that part of a cell that is its own."""
    count = len(entries)
    if count < _SEVERAL:
        return tuple([replace(entry, parts=parts) for entry in entries]) if parts else tuple(entries)
    slots = entries[0].slots
    split = split or partial(by_lines, listed=_is_numbered(slots["name"], count))
    cells, told = for_each(slots, count, split), parts_for_each(parts or {}, count, split)
    return tuple(
        replace(entry, name=entry.name.rstrip(_STOPS), slots=own, parts=beside)
        for entry, own, beside in zip(entries, cells, told, strict=True)
    )


_SEVERAL = 2
_STOPS = "；;，,、。 "
"""What may stand between the names of a cell, and is of none of them."""


def _says_none(entry: Entry) -> bool:
    """Whether a row says in its name that there is no indicator, and in its value nothing else: 无 | 无."""
    valued = entry.value and not is_placeholder(entry.value) and not is_not_applicable(entry.value)
    return not valued and is_nameless(strip_indicator_prefix(entry.name))


def _without_numbers(value: Slot, name: Slot, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of a list, each of a name of its own, without the numbers that would be read as theirs: 2.12部.

    Under one name a list stays as it is written; whoever reads it as a whole sees that it is one.
    """
    if len(values) == 1 and "\n" not in value.text:
        return values
    told = by_lines(value, listed=_is_numbered(name, len(values)))
    return told if len(told) == len(values) else values


def _is_numbered(name: Slot, count: int) -> bool:
    return len(item_numbers(name.text, listed=True)) == count


def _says(stated: str) -> bool:
    return bool(stated) and not is_placeholder(stated)


def _of_level(levels: Levels) -> str:
    """The name of an indicator that has none: the words of its level (预算执行率 | (empty) | ≥95%)."""
    slot = levels.slot2 or levels.slot1
    return slot.text.replace("\n", "") if slot is not None else ""


def give_back(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Value lines that stand with another row, given back to the rows below that lack theirs.

    Only where there are exactly as many such rows before the next one with a value; else the lines stay where they are,
    or, beside several names of their own row, with none of them.
    """
    given, diagnostics = list(entries), []
    for index, entry in enumerate(entries):
        if not entry.drifted:
            continue
        lacking = _lacking(given, index)
        given[index] = replace(entry, drifted=())
        if len(lacking) != len(entry.drifted):
            if entry.names > 1 and entry.value is None:
                args = {"names": str(entry.names), "values": str(len(entry.drifted))}
                span = entry.slots["value"].span
                diagnostics.append(Diagnostic(code=Code.VALUES_UNPAIRED, args=args, span=span))
            else:
                given[index] = _keeping(entry)
            continue
        slot = entry.slots["value"]
        for target, value in zip(lacking, entry.drifted, strict=True):
            given[target] = replace(given[target], value=value, value_slot=slot)
            args = {"value": value, "name": strip_indicator_prefix(given[target].name)}
            diagnostics.append(Diagnostic(code=Code.VALUE_MOVED, args=args, span=slot.span))
    return tuple(given), tuple(diagnostics)


def odd_names(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What is to be said of names: a value that stands in one, or may; paragraphs that may be names of their own."""
    for entry in entries:
        slot = entry.slots.get("name")
        if slot is None:
            continue
        if entry.value_slot is slot:
            yield Diagnostic(code=Code.VALUE_FROM_NAME, args={"value": entry.value or ""}, span=slot.span)
        elif entry.value is None and any(
            target.kind == "comparison" for target in parse_value(strip_indicator_prefix(entry.name)).targets
        ):
            yield Diagnostic(code=Code.VALUE_MAYBE_IN_NAME, args={"name": entry.name}, span=slot.span)
        if len(slot.lines) > 1 and entry.name == "".join(slot.lines):
            yield Diagnostic(code=Code.PARAGRAPHS_JOINED, args={"name": entry.name}, span=slot.span)


def lone_names(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What is to be said of names alone in their rows, below others that have values: they may be ends of those."""
    if 2 * sum(entry.value is not None for entry in entries) < len(entries):
        return
    for above, entry in pairwise(entries):
        slot = entry.slots.get("name")
        alone = slot is not None and entry.slots.keys() == {"name"} and not entry.parts and entry.names == 1
        own = entry.levels.slot2 is not above.levels.slot2 or entry.levels.slot1 is not above.levels.slot1
        if slot is not None and alone and not own and entry.value is None and above.value is not None:
            args = {"name": entry.name, "above": above.name}
            yield Diagnostic(code=Code.NAME_ALONE, args=args, span=slot.span)


def shared_cells(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What is to be said of cells that several names in one cell share, since they do not tell which of them has what.

    One in as many rows is told of with all indicators of the table.
    """
    for _, named in groupby(entries, key=lambda entry: entry.slots["name"].key if "name" in entry.slots else None):
        of_cell = tuple(named)
        for role, slot in of_cell[0].slots.items() if len(of_cell) > 1 and "name" in of_cell[0].slots else ():
            whole = all(entry.slots.get(role) is slot for entry in of_cell) and slot.cell.rows == 1
            if whole and (role in _OF_ONE or (role in _OF_SEVERAL and len(slot.lines) > 1)):
                args = {"field": role, "text": slot.text, "count": str(len(of_cell))}
                yield Diagnostic(code=Code.SCORE_SHARED, args=args, span=slot.span)


_OF_ONE = frozenset({"weight", "score", "actual"})
_OF_SEVERAL = frozenset({"operator", "unit", "forecast", "previous", "history"})
"""What may well be the same for several names, unless it stands in several lines."""


def _listed(slot: Slot, values: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a name cell where each names an indicator of its own; else the cell as one name.

    Each does where there are as many values, or where most of them bring a value or a 指标N： with them.
    """
    lines = slot.lines
    if len(lines) == 1:
        return lines
    marked = sum(1 for line in lines if split_trailing_value(line) or strip_indicator_prefix(line) != line)
    paired = len(values) in {len(lines), len(lines) - marked}
    if (values and paired) or 2 * marked > len(lines):
        return lines
    return ("".join(lines),)


def _with_own_value(name: str, name_slot: Slot, slots: Mapping[str, Slot], levels: Levels) -> Entry:
    split = split_trailing_value(name)
    if split is None:
        return Entry(name, None, None, slots, levels)
    return Entry(split[0], split[1], name_slot, slots, levels)


def _lacking(entries: Sequence[Entry], source: int) -> list[int]:
    """The entries below one that have no value, up to the first that has one or stands under another level 1."""
    lacking = []
    for index in range(source + 1, len(entries)):
        if entries[index].value is not None or entries[index].levels.level1 != entries[source].levels.level1:
            break
        lacking.append(index)
    return lacking


def _keeping(entry: Entry) -> Entry:
    """The entry with the lines that have nowhere else to go."""
    own = (entry.value,) if entry.value is not None and entry.value_slot is entry.slots["value"] else ()
    lines = "\n".join((*own, *entry.drifted))
    if own or entry.value is None:
        return replace(entry, value=lines, value_slot=entry.slots["value"], drifted=())
    return replace(entry, drifted=())
