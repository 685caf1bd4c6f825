"""The plan how money is to be spent over the year: 资金支出计划（%） beside 3月底 | 6月底, their shares below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalize.placeholders import is_placeholder
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words.label_list import bare, label_list

_TIME = re.compile(r"(?:截至|到)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|全年)[底末前]?")
_SHARE = re.compile(r"-?[0-9][0-9,]*(?:[.．][0-9]+)?\s*[%％]?")
_FEWEST = 3
"""Cells in a row that heads a plan: its label and two times."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The row that heads a plan: its label, and the times beside it."""

    header: Row

    @property
    def label(self) -> Slot:
        """Its label."""
        return self.header.slots[0]

    def told(self, row: Row) -> Iterator[tuple[str, Slot]]:
        """The shares of a row right below, each with the words of its time; none where the row holds anything else."""
        times = {slot.column: slot for slot in self.header.slots[1:]}
        shares = [slot for slot in row.slots if slot.column in times]
        if len(shares) == len(row.slots) and all(_SHARE.fullmatch(s.text) or is_placeholder(s.text) for s in shares):
            yield from ((f"{self.label.text} {times[slot.column].text}", slot) for slot in shares)


def schedule_at(row: Row) -> Schedule | None:
    """The plan a row heads, or None.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> words = ("资金支出计划（%）", "3月底", "6月底")
    >>> cells = tuple(Cell(row=1, column=column, text=text) for column, text in enumerate(words, start=1))
    >>> schedule = schedule_at(rows_of(Grid(place="table 1", cells=cells))[0])
    >>> schedule.label.text if schedule else None
    '资金支出计划（%）'
    """
    if len(row.slots) < _FEWEST or bare(row.slots[0].text) not in label_list().schedules:
        return None
    return Schedule(row) if all(_TIME.fullmatch(slot.text.strip()) for slot in row.slots[1:]) else None
