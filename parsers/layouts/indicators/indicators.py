"""The rows below a header as indicators: placed, levelled, paired, and given back what drifted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from normalize.models import made
from normalize.placeholders import is_ditto, is_nameless, is_not_applicable, is_placeholder, strip_indicator_prefix
from normalize.taxonomy import is_level, level1
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.indicators.columns import Columns, Variant
from parsers.layouts.indicators.entries import Entry, entries_of, give_back, lone_names, odd_names, shared_cells
from parsers.layouts.indicators.guessed_columns import states_target
from parsers.layouts.indicators.items import named_values
from parsers.layouts.indicators.levels import Levels, follow, of_name
from parsers.layouts.indicators.placement import Placed, place
from parsers.layouts.indicators.split_names import with_whole_names
from parsers.layouts.indicators.spread import glued, one_value, sorted_marks, spans_of, together, with_units_of_results
from parsers.layouts.indicators.weights import with_weights
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import Period
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator, Stated

TEXT_COLUMNS = (
    "description", "weight", "actual", "score", "deviation", "standard", "history", "remark", "previous", "forecast",
)  # fmt: skip
"""Columns whose text goes into an indicator as written."""
USED_COLUMNS = frozenset({*TEXT_COLUMNS, "name", "operator", "unit", "nature", "direction", "likelihood", "period"})
"""Columns that have a field in an indicator; a serial number has none."""
NAMED_ONLY = frozenset({"serial", "core", "of-level", "actual-unit"})
"""Columns an indicator has no field for; their cells are left out by the column's name."""
_NUMBERED = re.compile(r"\s*[(（]?\d{1,2}[)）.、．]")
_DIGIT = re.compile(r"[0-9]")
LEVELS = ("level1", "level2", "level3")


def read_indicators(
    rows: Sequence[Row], columns: Columns, uses: Uses
) -> tuple[tuple[Indicator, ...], tuple[Diagnostic, ...]]:
    """The indicators of the rows below a header, in their order, and what was odd about the rows.

    Where values of several periods or areas stand beside each other, those of the first come first.
    """
    variants = (Variant({}, columns.period, columns.area), *columns.variants)
    entries: list[list[Entry]] = [[] for _ in variants]
    diagnostics: list[Diagnostic] = []
    levels = Levels()
    in_names = not {"value", "operator"} & columns.ranges.keys()
    aside: str | None = None
    rows = list(with_whole_names(rows, columns))
    for whole in rows:
        row, beside = one_value(columns.of_group(whole), columns)
        aside = _left_out(row, aside)
        if aside is not None and names_target(row, columns):
            aside = None
        if aside is not None:
            uses.ignore(aside, row.slots)
            continue
        placed = _as_band(place(row, columns), row, columns)
        levels, odd_levels = follow(levels, placed.slots, _merged(row, columns, "level1"))
        slots = _part_of(with_units_of_results(sorted_marks({**_with_merged(placed, row, columns), **beside})), row)
        if "name" not in slots and not any(role in placed.slots for role in LEVELS):
            continue
        parts = columns.told_in_parts(whole)
        found = [
            list(entries_of(_of_variant(slots, variant, columns, whole), levels, in_names=in_names, parts=parts))
            for variant in variants
        ]
        for known, new in zip(entries, _with_values(found), strict=True):
            known.extend(new)
        if any(found):
            diagnostics.extend((*odd_levels, *_shifts(placed)))
    indicators: list[Indicator] = []
    kept: list[Entry] = []
    for variant, read in zip(variants, entries, strict=True):
        whole_ones, drifts = give_back(read)
        kept.extend(whole_ones)
        indicators.extend(_with_parents(whole_ones, variant, columns))
        diagnostics.extend(
            (*(odd_names(whole_ones) if variant is variants[0] else ()), *drifts, *shared_cells(whole_ones))
        )
        diagnostics.extend(lone_names(whole_ones) if variant is variants[0] else ())
    _account(kept, uses)
    _leave_out(rows, columns, uses)
    return with_weights(indicators, columns), tuple(diagnostics)


def _as_band(placed: Placed, row: Row, columns: Columns) -> Placed:
    """A row that is nothing but a level, printed across the grid or where no column of levels is: 一、产出指标."""
    slot = row.slots[0] if len(row.slots) == 1 else None
    if slot is None or not placed.slots.keys() <= {"name", "serial"} or not is_level(slot.text):
        return placed
    first, last = columns.ranges.get("name", (slot.column, slot.column))
    across = slot.column < first or slot.last_column > last
    if not across and {"level1", "level2"} & columns.ranges.keys():
        return placed
    return replace(placed, slots={"level1" if level1(slot.text) is not None else "level2": slot})


def _of_variant(slots: Mapping[str, Slot], variant: Variant, columns: Columns, row: Row) -> Mapping[str, Slot]:
    """The cells of a row as they hold for one period or area."""
    if not variant.ranges:
        return slots
    varied = {role: row.at(first) for role, (first, _) in variant.ranges.items()}
    kept = {role: slot for role, slot in slots.items() if role not in columns.varied}
    return {**kept, **{role: slot for role, slot in varied.items() if slot is not None}}


def _with_values(found: Sequence[list[Entry]]) -> Sequence[list[Entry]]:
    """The readings of a row for each period or area; one without a value is none where another one has a value."""
    if len(found) == 1:
        return found
    valued = [any(entry.value and not is_placeholder(entry.value) for entry in entries) for entries in found]
    if not any(valued):
        return [entries if number == 0 else [] for number, entries in enumerate(found)]
    return [entries if has else [] for entries, has in zip(found, valued, strict=True)]


def _left_out(row: Row, above: str | None) -> str | None:
    """The name under which a row is left out as a whole: it adds up what stands above, or is a note on the form.

    A note goes on in the rows below it that hold the next number and nothing else.
    """
    if not row.slots:
        return "empty"
    first = row.slots[0].text
    if labels.is_total(first):
        return "total"
    if len(row.slots) == 1 and (labels.is_note(first) or (above == "note" and _NUMBERED.match(first))):
        return "note"
    return None


def names_target(row: Row, columns: Columns) -> bool:
    """Whether a row names an indicator by a word for sums, 合计, below a level merged down and beside a target.

    The bare number beside such a word is a sum.
    """
    name = next(iter(row.slots), None)
    value = next((slot for slot in row.slots if columns.role(slot.column) == "value"), None)
    if name is None or value is None or columns.role(name.column) != "name" or not states_target(value.text):
        return False
    return any(is_level(slot.text) for slot in row.covering.values())


def _part_of(slots: Mapping[str, Slot], row: Row) -> Mapping[str, Slot]:
    """The cells of a row, where its value names the part it is of, below a name merged down: 其中夜间≥6次."""
    name, value = slots.get("name"), slots.get("value")
    if name is None or value is None or name in row.slots or not fold(value.text).startswith("其中"):
        return slots
    told = named_values(value.text)
    if len(told) != 1:
        return slots
    return {**slots, **{role: replace(value, text=text) for role, text in zip(("name", "value"), told[0], strict=True)}}


def _merged(row: Row, columns: Columns, role: str) -> Slot | None:
    """The cell of a column that reaches down into a row."""
    column = columns.first(role)
    return None if column is None else row.covering.get(column)


def _with_merged(placed: Placed, row: Row, columns: Columns) -> Mapping[str, Slot]:
    """The cells of a row and those that reach down into it; levels are followed on their own."""
    slots = {role: slot for role, slot in placed.slots.items() if role not in LEVELS}
    for role, (first, _) in columns.ranges.items() if slots and row.covering else ():
        merged = row.covering.get(first)
        if merged is not None and role not in LEVELS and merged.key not in columns.header_keys:
            slots.setdefault(role, merged)
    return slots


def _shifts(placed: Placed) -> list[Diagnostic]:
    return [
        Diagnostic(code=Code.REPAIRED_SHIFT, args={"text": slot.text, "field": role}, span=slot.span)
        for role, slot in placed.moved
    ]


def _account(entries: Sequence[Entry], uses: Uses) -> None:
    """Note the cells indicators were made of, and those of theirs they have no field for."""
    for entry in entries:
        uses.use(*(slot for role, slot in entry.slots.items() if role in USED_COLUMNS and _kept(role, slot)))
        uses.use(entry.value_slot, entry.levels.slot1, entry.levels.slot2, entry.levels.slot3)
        uses.use(*(part.slot for role, parts in entry.parts.items() if role not in NAMED_ONLY for part in parts))
        uses.ignore("of-level", (part.slot for part in entry.parts.get("of-level", ())))
        for role in NAMED_ONLY & entry.slots.keys():
            uses.ignore(role, [entry.slots[role]])


def _leave_out(rows: Sequence[Row], columns: Columns, uses: Uses) -> None:
    """Note by name the cells that no indicator was made of and none can come from."""
    for row in rows:
        # 时效指标 | 无 | 无: the row says that it holds no indicator, and so do its other cells.
        names = (slot for slot in row.slots if slot.key not in uses.noted and columns.role(slot.column) == "name")
        if any(is_nameless(strip_indicator_prefix(slot.text)) for slot in names):
            said = (slot for slot in row.slots if is_not_applicable(strip_indicator_prefix(slot.text)))
            uses.ignore("placeholder", said)
    for slot in (slot for row in rows for slot in row.slots):
        # A cell an indicator was made of stays used, whatever else its words are.
        if slot.key in uses.noted and (not slot.halves or all(key in uses.noted for key in slot.keys)):
            continue
        if _gathers(slot, columns):
            uses.ignore("group-label", [slot])
        elif is_ditto(slot.text):
            uses.ignore("repeated", [slot])
        elif is_placeholder(slot.text):
            uses.ignore("placeholder", [slot])
        elif is_level(slot.text):
            uses.ignore("level-without-indicator", [slot])


def _nature(text: str | None) -> Literal["定量", "定性"] | None:
    """The nature a cell names: 定量, 定性指标, 定量（其他）; any other word, 约束性, is none."""
    if not text:
        return None
    folded = fold(text)
    if folded.startswith("定量"):
        return "定量"
    return "定性" if folded.startswith("定性") else None


def _period(text: str | None) -> Period | None:
    """The period a cell names in a column of periods: 年度绩效, 中期; any other word is none."""
    return labels.period(f"{text}指标") if text else None


def _kept(role: str, slot: Slot) -> bool:
    """Whether an indicator has a place for what a cell says; a column of natures or periods may say something else."""
    if role == "period":
        return _period(slot.text) is not None
    return role != "nature" or _nature(slot.text) is not None


def _gathers(slot: Slot, columns: Columns) -> bool:
    """Whether a cell only gathers rows; 绩效指标 does so in a column of periods or kinds, too (绩效类型, 指标类型)."""
    return labels.is_group(slot.text) and columns.role(slot.column) not in USED_COLUMNS - {"period", "nature"}


def _indicator(entry: Entry, variant: Variant, columns: Columns, name: str, key: str, parent: str | None) -> Indicator:
    slots, levels = entry.slots, entry.levels
    stated = {role: slot.text for role, slot in slots.items()}
    told = _told(entry, stated)
    first, second = of_name(levels, entry.name)
    measured = columns.measured if _DIGIT.search(entry.value or "") and "unit" not in slots else None
    said = made(
        Stated,
        {
            "name": entry.name if "name" in slots else "",
            "value": entry.value or "",
            "operator": stated.get("operator"),
            "unit": stated.get("unit") or (measured[0] if measured is not None else None),
            "level1": levels.slot1.text if levels.slot1 is not None else None,
            "level2": levels.slot2.text if levels.slot2 is not None else None,
        },
    )
    known = {
        "key": key,
        "level1": first,
        "level2": second,
        "name": name,
        "stated": said,
        "nature": _nature(stated.get("nature")) or _nature(stated.get("operator")),
        "direction_stated": stated.get("direction"),
        "period": _period(stated.get("period")) or variant.period or columns.period,
        "area": variant.area,
        "parent": parent,
        "grades": {part.label: part.slot.text for part in entry.parts.get("grade", ())},
        "spans": _spans(entry) | ({"unit": measured[1].spans} if measured is not None else {}),
    }
    return made(Indicator, known | {role: told[role] for role in TEXT_COLUMNS if role in told})


def _told(entry: Entry, stated: Mapping[str, str]) -> dict[str, str]:
    """The texts of an indicator by field, those of several columns together.

    A third level above a fourth has no field of its own, and neither has how likely a target is met: the one opens the
    description, the other the remark, with its label.
    """
    told = dict(stated)
    told |= {role: glued(parts) if role == "previous" else together(parts) for role, parts in entry.parts.items()}
    if entry.levels.slot3 is not None:
        told["description"] = "；".join(filter(None, (entry.levels.slot3.text, told.get("description"))))
    if "likelihood" in told:
        told["remark"] = "；".join(filter(None, (f"完成可能性：{told['likelihood']}", told.get("remark"))))
    return told


def _place(entry: Entry, variant: Variant) -> str:
    """What tells an indicator from the others of its table until keys are given out."""
    slot = entry.slots.get("name") or entry.value_slot
    return f"{slot.key if slot is not None else ''} {entry.name} {variant.period} {variant.area}"


def _with_parents(entries: Sequence[Entry], variant: Variant, columns: Columns) -> Iterator[Indicator]:
    """The indicators with those of 其中 rows tied to the one they are a part of, by keys that are given out later."""
    whole: str | None = None
    for number, entry in enumerate(entries):
        key, name = f"{_place(entry, variant)} {number}", strip_indicator_prefix(entry.name)
        part = fold(name).startswith("其中")
        yield _indicator(entry, variant, columns, name, key, whole if part else None)
        whole = whole if part else key


def _spans(entry: Entry) -> dict[str, tuple[Span, ...]]:
    slots = {role: slot for role, slot in entry.slots.items() if role in USED_COLUMNS}
    named = {**slots, "value": entry.value_slot, "level1": entry.levels.slot1, "level2": entry.levels.slot2}
    spans: dict[str, tuple[Span, ...]] = {role: slot.spans for role, slot in named.items() if slot is not None}
    for role, parts in entry.parts.items():
        if role not in NAMED_ONLY:
            spans["grades" if role == "grade" else role] = spans_of(parts)
    third = entry.levels.slot3
    if third is not None:
        spans["description"] = (*third.spans, *spans.get("description", ()))
    if "likelihood" in spans:
        spans["remark"] = (*spans.pop("likelihood"), *spans.get("remark", ()))
    return spans
