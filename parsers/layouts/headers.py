"""The header of a list: rows of labels taken together, so that each column has its label and the labels above it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts import labels
from parsers.layouts.rows import Row, Slot

_DEEPEST = 4
"""No header has more rows."""
_NUMBER = re.compile(r"\(?(\d{1,2})\)?|栏次|[甲乙丙丁戊己]")


@dataclass(frozen=True, slots=True)
class Header:
    """The lowest label of each column, what stands above it from the top down, and the first row that is no header."""

    leaves: tuple[Slot, ...]
    above: Mapping[int, tuple[Slot, ...]]
    slots: tuple[Slot, ...]
    end: int

    @property
    def row(self) -> Row:
        """Its lowest labels as one row."""
        return Row(self.leaves, {})


def read_header(rows: Sequence[Row], at: int) -> Header:
    """The header that begins with a row: this row, and those below it that hold nothing but labels of their own."""
    end = at + 1
    while end < min(len(rows), at + _DEEPEST) and _goes_on(rows[at:end], rows[end]):
        end += 1
    return header_of(rows[at:end], end)


def header_of(rows: Sequence[Row], end: int) -> Header:
    """Rows of labels as one header."""
    leaves: list[Slot] = []
    for depth, row in enumerate(rows):
        below = [slot for under in rows[depth + 1 :] for slot in under.slots]
        leaves.extend(slot for slot in row.slots if not any(_over(slot, other) for other in below))
    leaves.sort(key=lambda slot: slot.column)
    bands = {leaf.column: tuple(_bands(leaf, rows, leaves)) for leaf in leaves}
    return Header(tuple(leaves), bands, tuple(slot for row in rows for slot in row.slots), end)


def is_label(text: str) -> bool:
    """Whether a text is a label over a column of a list, of its projects or of its indicators.

    >>> is_label("预算数"), is_label("三级指标"), is_label("绩效指标"), is_label("≥90%")
    (True, True, True, False)
    """
    return labels.is_head_label(text) or labels.column(text) is not None or labels.is_group(text)


def numbers_columns(row: Row) -> bool:
    """Whether a row below a header only numbers its columns: 栏次 | 1 | 2 | 3."""
    matches = [_NUMBER.fullmatch(fold(slot.text)) for slot in row.slots]
    numbers = [int(match[1]) for match in matches if match is not None and match[1]]
    return len(numbers) >= 3 and None not in matches and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _goes_on(header: Sequence[Row], row: Row) -> bool:
    """Whether a row goes on with the header above it: labels below labels that gather, or beside those that reach down.

    Levels are labels of columns only where several stand side by side, and no column is there to hold them.
    """
    if not row.slots or not all(is_label(slot.text) or is_level(slot.text) for slot in row.slots):
        return False
    above = [slot for upper in header for slot in upper.slots]
    if any(
        fold(slot.text) == fold(other.text) and slot.column == other.column for slot in row.slots for other in above
    ):
        return False
    levels = [slot for slot in row.slots if is_level(slot.text) and not is_label(slot.text)]
    holds_levels = any(labels.column(slot.text) in {"level1", "level2"} for slot in above)
    return not levels or (len(levels) >= 2 and not holds_levels)


def _over(slot: Slot, other: Slot) -> bool:
    return slot.column <= other.last_column and other.column <= slot.last_column


def _bands(leaf: Slot, rows: Sequence[Row], leaves: Sequence[Slot]) -> Iterator[Slot]:
    """The labels above a leaf; where a file keeps no merges, one holds until the next one in its row begins."""
    for row in rows:
        if leaf in row.slots:
            return
        left = [slot for slot in row.slots if slot.column <= leaf.column]
        if left and (left[-1].last_column >= leaf.column or (left[-1] not in leaves and left[-1].cell.columns == 1)):
            yield left[-1]
