"""Names told in two columns under one label: 补贴面积 | 玉米, and below it, merged, 大豆."""

from collections.abc import Iterator, Sequence

from normalize import reads_as_value
from normalize.placeholders import is_placeholder
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns
from parsers.layouts.words import labels

_LONGEST_PART = 24
"""No part of a name is longer; a longer text beside a name explains it."""


def with_whole_names(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    """The rows below a header, each name in one cell where its label covers several columns.

    What stands in the first of them is what the name is about, be it merged down from a row above or, where nothing is
    merged, said there alone; the others tell it apart.
    """
    first, last = columns.ranges.get("name", (0, 0))
    if first == last:  # nothing can stand beside a name under its label
        yield from rows
        return
    above: Slot | None = None
    for row in rows:
        told = [slot for slot in row.slots if first <= slot.column <= last]
        own = next((slot for slot in told if slot.column == first), None)
        parts = [slot for slot in told if slot is not own]
        new = any(slot.column < first for slot in row.slots)
        about = own or row.covering.get(first) or (None if new else above)
        above = about if _tell_apart(about, parts, columns) else None
        if above is None:
            yield row
            continue
        kept = (slot for slot in row.slots if slot not in told)
        yield Row(tuple(sorted((*kept, _joined(above, parts)), key=lambda slot: slot.column)), row.covering)


def _tell_apart(about: Slot | None, parts: Sequence[Slot], columns: Columns) -> bool:
    """Whether cells behind a name tell which of several it is, and are no level, no value and no label themselves."""
    if about is None or not parts or about.key in columns.header_keys:
        return False
    return _is_part(about) and all(map(_is_part, parts))


def _is_part(slot: Slot) -> bool:
    text = slot.text
    if len(text) > _LONGEST_PART or is_level(text) or is_placeholder(text) or reads_as_value(text):
        return False
    return not (labels.is_group(text) or labels.is_total(text) or labels.is_note(text))


def _joined(about: Slot, parts: Sequence[Slot]) -> Slot:
    """One cell for a name and what tells it apart, which stands where both do: 补贴面积（玉米）."""
    apart = [slot.text.replace("\n", "") for slot in parts if fold(slot.text) != fold(about.text)]
    text = about.text.replace("\n", "")
    shown = tuple(half for slot in (about, *parts) for half in slot.halves or (slot,))
    return Slot(parts[0].grid, parts[0].cell, f"{text}（{'，'.join(apart)}）" if apart else text, shown)
