"""The rows below a header as indicators: placed, levelled, paired, and given back what drifted."""

from collections.abc import Mapping, Sequence

from normalize.placeholders import is_placeholder, strip_indicator_prefix
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts import labels
from parsers.layouts.columns import Columns
from parsers.layouts.entries import Entry, entries_of, give_back, odd_names
from parsers.layouts.levels import Levels, follow
from parsers.layouts.placement import Placed, place
from parsers.layouts.rows import Row, Slot
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator, Stated

TEXT_COLUMNS = ("description", "weight", "actual", "score", "deviation", "standard", "history", "remark")
"""Columns whose text goes into an indicator as written."""
USED_COLUMNS = frozenset({*TEXT_COLUMNS, "name", "operator", "unit", "nature", "direction"})
"""Columns that have a field in an indicator; a serial number has none."""
NAMED_ONLY = frozenset({"serial", "core"})
"""Columns an indicator has no field for; their cells are left out by the column's name."""
LEVELS = ("level1", "level2")


def read_indicators(
    rows: Sequence[Row], columns: Columns, uses: Uses
) -> tuple[tuple[Indicator, ...], tuple[Diagnostic, ...]]:
    """The indicators of the rows below a header, in their order, and what was odd about the rows."""
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    levels = Levels()
    for row in rows:
        aside = _left_out(row)
        if aside is not None:
            uses.ignore(aside, row.slots)
            continue
        placed = place(row, columns)
        levels, odd_levels = follow(levels, placed.slots, _merged(row, columns, "level1"))
        slots = _with_merged(placed, row, columns)
        named = "name" in slots or any(role in placed.slots for role in LEVELS)
        found = entries_of(slots, levels) if named else ()
        entries.extend(found)
        if found:
            diagnostics.extend((*odd_levels, *_shifts(placed)))
    kept, drifts = give_back(entries)
    _account(kept, rows, uses)
    return _with_parents([_indicator(entry, columns) for entry in kept]), (*diagnostics, *odd_names(kept), *drifts)


def _left_out(row: Row) -> str | None:
    """The name under which a row is left out as a whole: it adds up what stands above, or is a note on the form."""
    first = row.slots[0].text
    if labels.is_total(first):
        return "total"
    return "note" if len(row.slots) == 1 and labels.is_note(first) else None


def _merged(row: Row, columns: Columns, role: str) -> Slot | None:
    """The cell of a column that reaches down into a row."""
    column = columns.first(role)
    return None if column is None else row.covering.get(column)


def _with_merged(placed: Placed, row: Row, columns: Columns) -> Mapping[str, Slot]:
    """The cells of a row and those that reach down into it; levels are followed on their own."""
    slots = {role: slot for role, slot in placed.slots.items() if role not in LEVELS}
    for role in columns.ranges if slots else ():
        merged = _merged(row, columns, role)
        if merged is not None and role not in LEVELS:
            slots.setdefault(role, merged)
    return slots


def _shifts(placed: Placed) -> list[Diagnostic]:
    return [
        Diagnostic(code=Code.REPAIRED_SHIFT, args={"text": slot.text, "field": role}, span=slot.span)
        for role, slot in placed.moved
    ]


def _account(entries: Sequence[Entry], rows: Sequence[Row], uses: Uses) -> None:
    """Note the cells indicators were made of, then by name those that no indicator can come from."""
    for entry in entries:
        uses.use(*(slot for role, slot in entry.slots.items() if role in USED_COLUMNS))
        uses.use(entry.value_slot, entry.levels.slot1, entry.levels.slot2)
        for role in NAMED_ONLY & entry.slots.keys():
            uses.ignore(role, [entry.slots[role]])
    for row in rows:
        uses.ignore("group-label", (slot for slot in row.slots if labels.is_group(slot.text)))
        uses.ignore("placeholder", (slot for slot in row.slots if is_placeholder(slot.text)))
        uses.ignore("level-without-indicator", (slot for slot in row.slots if is_level(slot.text)))


def _indicator(entry: Entry, columns: Columns) -> Indicator:
    slots, levels = entry.slots, entry.levels
    stated = {role: slot.text for role, slot in slots.items()}
    natures = {"定量": "定量", "定性": "定性"}
    return Indicator(
        level1=levels.level1,
        level2=levels.level2,
        name=strip_indicator_prefix(entry.name),
        stated=Stated(
            name=entry.name if "name" in slots else "",
            value=entry.value or "",
            operator=stated.get("operator"),
            unit=stated.get("unit"),
            level1=levels.slot1.text if levels.slot1 is not None else None,
            level2=levels.slot2.text if levels.slot2 is not None else None,
        ),
        nature=natures.get(stated.get("nature", ""), natures.get(stated.get("operator", ""))),
        direction_stated=stated.get("direction"),
        period=columns.period,
        spans=_spans(entry),
        **{role: stated[role] for role in TEXT_COLUMNS if role in stated},
    )


def _with_parents(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators with those of 其中 rows tied to the one they are a part of, by keys that are given out later."""
    tied: list[Indicator] = []
    whole: str | None = None
    for number, indicator in enumerate(indicators):
        key = f"{indicator.period} {number}"
        part = fold(indicator.name).startswith("其中")
        tied.append(indicator.model_copy(update={"key": key, "parent": whole if part else None}))
        whole = whole if part else key
    return tuple(tied)


def _spans(entry: Entry) -> dict[str, tuple[Span, ...]]:
    slots = {role: slot for role, slot in entry.slots.items() if role in USED_COLUMNS}
    named = {**slots, "value": entry.value_slot, "level1": entry.levels.slot1, "level2": entry.levels.slot2}
    return {role: slot.spans for role, slot in named.items() if slot is not None}
