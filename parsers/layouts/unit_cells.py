"""Cells among the labels of a head that say nothing but the unit of money: 项目名称 | 甲 | 单位：元."""

from collections.abc import Sequence
from dataclasses import replace

from normalize.money import unit_line
from parsers.layouts import labels
from parsers.layouts.head import Head, Stated, file_text
from parsers.layouts.rows import Row, Slot
from parsers.layouts.uses import Uses


def without_units(rows: Sequence[Row], head: Head, uses: Uses) -> list[Row]:
    """The rows of a head without such cells, the units of which hold for the form."""
    return [left for row in rows if (left := _without(row, head, uses)).slots]


def _without(row: Row, head: Head, uses: Uses) -> Row:
    kept = []
    for slot in row.slots:
        unit = _unit(slot)
        if unit is None:
            kept.append(slot)
        else:
            file_text("unit_of_money", "单位", Stated(unit, slot.span), head)
            uses.use(slot)
    return replace(row, slots=tuple(kept)) if len(kept) < len(row.slots) else row


def _unit(slot: Slot) -> str | None:
    """The unit a cell states; one with a label the head knows is read with the other labels."""
    return unit_line(slot.text) if labels.inline(slot.text) is None else None
