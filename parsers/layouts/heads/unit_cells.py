"""Cells of a head under 单位, which means a unit of money or an office: 单位：元, 单位 | 某市水利局."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.money import UNITS, amount_in_yuan, states_unit, unit_line
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head, Stated, file_text
from parsers.layouts.words.inline_labels import inline
from parsers.layouts.words.offices import is_office

_LABELS = frozenset({"单位", "单位:"})


def without_units(rows: Sequence[Row], head: Head, uses: Uses) -> list[Row]:
    """The rows of a head without such cells: the units hold for the form, an office is that of the form."""
    kept = (_without_office(_without(_labelled(row), head, uses), head, uses) for row in rows)
    return [with_units_beside(row) for row in kept if row.slots]


def _without_office(row: Row, head: Head, uses: Uses) -> Row:
    """A row without 单位 and the office in the cell behind it."""
    for label, slot in pairwise(row.slots):
        if fold(label.text) in _LABELS and is_office(slot.text):
            file_text("agency", label.text, Stated(slot.text, slot.span), head)
            uses.use(label, slot)
            return replace(row, slots=tuple(kept for kept in row.slots if kept not in {label, slot}))
    return row


def _labelled(row: Row) -> Row:
    """A row with 单位： and the unit of money in the cell behind it as one cell."""
    kept: list[Slot] = []
    for slot in row.slots:
        before = kept[-1] if kept else None
        if before is not None and fold(before.text) in _LABELS and fold(slot.text) in UNITS:
            kept[-1] = Slot(before.grid, before.cell, f"单位：{slot.text}", (before, slot))
        else:
            kept.append(slot)
    return replace(row, slots=tuple(kept)) if len(kept) < len(row.slots) else row


def with_units_beside(row: Row) -> Row:
    """A row of a head with the unit of money in the cell behind an amount taken into its cell: 5,000 | 万元."""
    kept: list[Slot] = []
    for slot in row.slots:
        before = kept[-1] if kept else None
        amount = before is not None and amount_in_yuan(before.text) is not None and not states_unit(before.text)
        if before is not None and amount and fold(slot.text) in UNITS:
            kept[-1] = Slot(before.grid, before.cell, f"{before.text}{slot.text}", (before, slot))
        else:
            kept.append(slot)
    return replace(row, slots=tuple(kept)) if len(kept) < len(row.slots) else row


def _without(row: Row, head: Head, uses: Uses) -> Row:
    kept = []
    for slot in row.slots:
        unit = _unit(slot)
        if unit is None:
            kept.append(slot)
        else:
            file_text("unit_of_money", "单位", Stated(unit, slot.spans[-1]), head)
            uses.use(slot)
    return replace(row, slots=tuple(kept)) if len(kept) < len(row.slots) else row


def _unit(slot: Slot) -> str | None:
    """The unit a cell states; one with a label the head knows is read with the other labels."""
    unit = unit_line(slot.text)
    return unit if unit is not None and inline(slot.text) is None else None
