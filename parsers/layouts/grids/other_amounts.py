"""Words that stand for amounts beside the labels of others: a plain 其他, and 中央, 省级, 市县 side by side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import label_list

OTHER = frozenset({"其他", "其它"})
"""What is left of the money, where labels of amounts stand around it."""
_LONGEST = 4
_PARTS = frozenset({"fiscal", "other"})


def with_other_amounts(rows: Sequence[Row]) -> list[Row]:
    """The rows, where 其他 that follows 财政拨款 at once reads 其他资金.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> texts = ("财政拨款", "其他", "一级指标")
    >>> grid = Grid(place="t", cells=tuple(Cell(row=1, column=c, text=text) for c, text in enumerate(texts, start=1)))
    >>> [[slot.text for slot in row.slots] for row in with_other_amounts(rows_of(grid))]
    [['财政拨款', '其他资金', '一级指标']]
    """
    return [_told(row) if any(map(_reads_other, row.slots)) else row for row in map(_levelled, rows)]


_FEWEST = 2


def _levelled(row: Row) -> Row:
    """A row, where levels of government side by side behind the label of the money read 中央资金, 省级资金."""
    known = label_list().government
    told = [slot for slot in row.slots if len(slot.text) <= _LONGEST and fold(slot.text) in known]
    if len(told) < _FEWEST:
        return row
    if not any(labels.amount_of(slot.text) == "total" for slot in row.slots if slot.column < told[0].column):
        return row
    return replace(row, slots=tuple(replace(s, text=f"{s.text}资金") if s in told else s for s in row.slots))


def _reads_other(slot: Slot) -> bool:
    return len(slot.text) <= _LONGEST and fold(slot.text) in OTHER


def _told(row: Row) -> Row:
    told = [other for known, other in pairwise(row.slots) if _is_other(known, other)]
    slots = tuple(replace(slot, text="其他资金") if slot in told else slot for slot in row.slots)
    return replace(row, slots=slots) if told else row


def _is_other(known: Slot, other: Slot) -> bool:
    beside = known.last_column + 1 == other.column
    return beside and _reads_other(other) and labels.amount_of(known.text) in _PARTS
