"""Targets over their results, each in a row of its own: 目标值 | ≥300人次 over 完成值 | 326人次 under one name."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.indicators.columns import Columns
from parsers.layouts.words import labels


def side_by_side(rows: Sequence[Row], columns: Columns, uses: Uses) -> tuple[Sequence[Row], Columns]:
    """The rows and columns of a grid with each result in a column of its own beside its target.

    So they stand only where a column that has no other meaning says in every row which of the two it is.
    """
    if "value" not in columns.ranges or "actual" in columns.ranges or (at := _telling(rows, columns)) is None:
        return rows, columns
    first, beside = columns.ranges["value"][0], max(slot.last_column for row in rows for slot in row.slots) + 1
    told: list[Row] = []
    for row in rows:
        label = next((slot for slot in row.slots if slot.column == at), None)
        value = next((slot for slot in row.slots if slot.column == first), None)
        kept = tuple(slot for slot in row.slots if slot is not label)
        uses.ignore("header", [label] if label is not None else [])
        if label is None or labels.column(label.text) == "value" or value is None or not told:
            told.append(replace(row, slots=kept))
            continue
        moved = Slot(value.grid, value.cell._replace(column=beside, columns=1), value.text, (value,))
        told[-1] = replace(told[-1], slots=(*told[-1].slots, moved))
    return told, replace(columns, ranges={**columns.ranges, "actual": (beside, beside)})


def _telling(rows: Sequence[Row], columns: Columns) -> int | None:
    """The column that says in turn, from the target on, what the value of its row is; None where none does."""
    words: dict[int, list[str | None]] = {}
    for slot in (slot for row in rows for slot in row.slots):
        if columns.role(slot.column) is None:
            words.setdefault(slot.column, []).append(labels.column(slot.text))
    turns = (at for at, told in words.items() if told == ["value", "actual"] * (len(told) // 2) and told)
    return next(turns, None)
