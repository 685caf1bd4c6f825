"""Rows that state nothing but units, each below its label: 预算数 over （万元）."""

import re
from collections.abc import Sequence

from normalize.remembered import remembered
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels

_LONGEST = 12
_UNIT = re.compile(r"\(?(?:(?:金额)?单位:?)?(?:人民币)?(亿元|百万元|千元|万元|元|%|‰|百分比)\)?")


def with_units(rows: Sequence[Row]) -> list[Row]:
    """The rows, each of which that holds but units is taken into the labels above it.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> texts = {(1, 1): "项目名称", (1, 2): "预算数", (2, 2): "元"}
    >>> grid = Grid(place="t", cells=tuple(Cell(row=r, column=c, text=text) for (r, c), text in texts.items()))
    >>> [[slot.text for slot in row.slots] for row in with_units(rows_of(grid))]
    [['项目名称', '预算数（元）']]
    """
    kept: list[Row] = []
    for row in rows:
        above = kept[-1] if kept else None
        if above is not None and _holds_units(row) and all(_label_over(slot, above) for slot in row.slots):
            kept[-1] = Row(tuple(_with_unit(slot, row) for slot in above.slots), above.covering)
        else:
            kept.append(row)
    return kept


def _holds_units(row: Row) -> bool:
    return all(_is_unit(slot.text) for slot in row.slots)


@remembered
def _is_unit(text: str) -> bool:
    return len(text) <= _LONGEST and _UNIT.fullmatch(fold(text)) is not None


def _label_over(slot: Slot, above: Row) -> bool:
    over = next((s for s in above.slots if s.column <= slot.column <= s.last_column), None)
    if over is None:
        return False
    return labels.is_head_label(over.text) or labels.is_total(over.text) or labels.column(over.text) is not None


def _with_unit(label: Slot, units: Row) -> Slot:
    below = next((slot for slot in units.slots if label.column <= slot.column <= label.last_column), None)
    unit = _UNIT.fullmatch(fold(below.text)) if below is not None else None
    if below is None or unit is None:
        return label
    return Slot(label.grid, label.cell, f"{label.text}（{unit[1]}）", (label, below))
