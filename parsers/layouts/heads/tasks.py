"""The list of a department's yearly tasks above its indicators: 年度主要任务 | 任务名称 | 主要内容 | 预算金额."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from normalize.money import amount_in_yuan, unit_in_label
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.headings import label_over
from parsers.layouts.words import labels
from parsers.layouts.words.funds import PARTS, StatedAmount, labelled_amount

_FEWEST = 3
"""Cells in a row that heads a list; a label with a text beside it is none."""
_LONGEST = 16
_TOTAL = re.compile(r"(?:预算|资金)?(?:金额|资金|预算)?(?:合计|总计|共计)(?:金额)?")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Tasks:
    """The rows of a list of tasks: its label, and the rows of its header."""

    label: Slot
    header: tuple[Row, ...]
    listed: bool = False

    def told(self, row: Row) -> Iterator[tuple[str, Slot]]:
        """The cells of a row below the header, each with the labels over its column; the amounts are the task's own."""
        if not any(row is known for known in self.header):
            for slot in row.slots:
                yield self._over(slot), slot

    def totals(self, row: Row) -> Iterator[StatedAmount]:
        """The amounts of a row that adds the tasks up, 金额合计: the department's budget, part by part."""
        openings = (*row.slots[:1], *(self.header[-1].slots[:1] if self.listed else ()))
        if not row.slots or not any(_TOTAL.fullmatch(fold(slot.text)) for slot in openings):
            return
        for label, slot in self.told(row):
            own = _BRACKET.split(label.split(" ")[-1])[-1] or label
            amount = labelled_amount(own, slot.text, slot.span)
            if amount is not None and amount.stage == "year" and amount_in_yuan(slot.text) is not None:
                yield replace(amount, unit=unit_in_label(label) or self._unit)

    @property
    def _unit(self) -> str | None:
        """The unit of money that any label of the header brings."""
        return next(filter(None, (unit_in_label(slot.text) for row in self.header for slot in row.slots)), None)

    def headed(self, row: Row) -> tuple[Slot, ...]:
        """The cells of a row that belong to the header."""
        return row.slots if any(row is known for known in self.header) else ()

    def _over(self, slot: Slot) -> str:
        """The labels over a cell: 预算金额（万元） 其他资金."""
        own = next(filter(None, (_at(slot, row) for row in reversed(self.header))), None)
        if own is None:
            return self.label.text
        above = label_over(own, [row for row in self.header if row.slots[0].cell.row < own.cell.row])
        return f"{above.text} {own.text}" if above is not None else own.text


def tasks_at(row: Row, above: Tasks | None) -> Tasks | None:
    """The list of tasks a row belongs to, given the one of the row above, or None.

    A row that names tasks and two other things opens one; the rows that follow stand right of its label, and those
    that hold nothing but labels belong to its header.
    """
    if _names_tasks(row):
        return Tasks(row.slots[0], (row,))
    if above is None or not row.slots or not _stands_right(row.slots[0], above, many=len(row.slots) >= _FEWEST):
        return None
    beside = row.covering.get(above.label.column)
    if beside is not None and beside.key != above.label.key:
        return None
    if not above.listed and all(labels.is_head_label(slot.text) for slot in row.slots):
        return Tasks(above.label, (*above.header, row))
    if sum(labels.amount_of(slot.text) in PARTS and not _TOTAL.fullmatch(fold(slot.text)) for slot in row.slots) > 1:
        return Tasks(above.label, (*above.header, row), listed=True)  # 金额合计 | 资金总额 | 财政拨款 | 其他资金
    return Tasks(above.label, above.header, listed=True)


def _names_tasks(row: Row) -> bool:
    """Whether a row heads a list of tasks: 任务名称, or a department's duties with what they cost in other columns."""
    if len(row.slots) < _FEWEST:
        return False
    duties = labels.field_of(row.slots[0].text) == "core_tasks"
    others = row.slots[1:]
    words = all(not any(mark in slot.text for mark in "，。；") and len(slot.text) <= _LONGEST for slot in others)
    costs = any(labels.amount_of(slot.text) is not None for slot in others) and words and len(others) >= _FEWEST
    return any(labels.is_task_label(slot.text) for slot in row.slots) or (duties and costs)


def _stands_right(slot: Slot, tasks: Tasks, *, many: bool) -> bool:
    """Whether a row belongs to the list: right of its label, or below it where the list has none of its own."""
    own = slot.column == tasks.label.column and labels.field_of(slot.text) is None and not labels.is_group(slot.text)
    return slot.column > tasks.label.column or (own and not labels.is_head_label(slot.text) and many)


def _at(slot: Slot, row: Row) -> Slot | None:
    return next((head for head in row.slots if head.column <= slot.column <= head.last_column), None)
