"""The header of a list: rows of labels taken together, so that each column has its label and the labels above it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from normalize.remembered import remembered
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels
from parsers.layouts.words.funds import PARTS

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
    if len(rows) == 1:
        alone = rows[0].slots
        return Header(alone, {slot.column: () for slot in alone}, alone, end)
    leaves: list[tuple[int, Slot]] = []
    for depth, row in enumerate(rows):
        below = rows[depth + 1 :]
        leaves.extend((depth, slot) for slot in row.slots if not any(_stands_under(slot, under) for under in below))
    leaves.sort(key=lambda leaf: leaf[1].column)
    lowest = frozenset(leaf for _, leaf in leaves)
    bands = {leaf.column: tuple(_bands(leaf, rows[:depth], lowest)) for depth, leaf in leaves}
    slots = tuple(slot for row in rows for slot in row.slots)
    return Header(tuple(_completed(leaf, bands[leaf.column]) for _, leaf in leaves), bands, slots, end)


def _completed(leaf: Slot, above: Sequence[Slot]) -> Slot:
    """A label its own words do not tell, with those above it: 名称 below 项目, 编码 below 单位; or 省级 below 其中."""
    if not above or labels.is_total(leaf.text):
        return leaf
    funds = f"{leaf.text}资金"
    of_money = gathers_money(above[-1].text) or fold(above[-1].text).rstrip(":") == "其中"
    if of_money and labels.amount_role(leaf.text) is None and labels.amount_role(funds) in PARTS:
        return replace(leaf, text=funds)
    whole = f"{above[-1].text}{leaf.text}"
    return replace(leaf, text=whole) if not is_label(leaf.text) and is_label(whole) else leaf


@remembered
def is_label(text: str) -> bool:
    """Whether a text is a label over a column of a list, of its projects or of its indicators.

    >>> is_label("预算数"), is_label("三级指标"), is_label("绩效指标"), is_label("≥90%")
    (True, True, True, False)
    """
    return labels.is_head_label(text) or labels.column(text) is not None or labels.is_group(text)


def is_mostly_labels(row: Row) -> bool:
    """Whether more than half of a row's cells are labels, as in the first row of a header."""
    named = sum([is_label(slot.text) for slot in row.slots])
    # 产出指标 stands over columns only beside several labels; below them it stands in one.
    known = named + (sum([is_level(slot.text) for slot in row.slots]) if named > 1 else 0)
    return 2 * known > len(row.slots) > 1


def numbers_columns(row: Row) -> bool:
    """Whether a row below a header only numbers its columns: 栏次 | 1 | 2 | 3."""
    matches = [_NUMBER.fullmatch(fold(slot.text)) for slot in row.slots]
    numbers = [int(match[1]) for match in matches if match is not None and match[1]]
    return len(numbers) >= 3 and None not in matches and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _goes_on(header: Sequence[Row], row: Row) -> bool:
    """Whether a row goes on with the header above it: labels below labels that gather, or beside those that reach down.

    Levels are labels of columns only where several stand side by side, and no column is there to hold them.
    """
    above = [slot for upper in header for slot in upper.slots]
    unknown = [slot for slot in row.slots if not _may_stand_below(slot, above)]
    if 2 * len(unknown) >= len(row.slots) or not all(_stands_in_band(slot, above, row) for slot in unknown):
        return False
    if {(slot.column, fold(slot.text)) for slot in row.slots} & {(slot.column, fold(slot.text)) for slot in above}:
        return False
    levels = [slot for slot in row.slots if is_level(slot.text) and not is_label(slot.text)]
    holds_levels = any(labels.column(slot.text) in {"level1", "level2"} for slot in above)
    return not levels or (len(levels) >= 2 and not holds_levels)


def _may_stand_below(slot: Slot, above: Sequence[Slot]) -> bool:
    """Whether a text can be a label of a header's next row."""
    if is_label(slot.text) or is_level(slot.text) or _is_sum(slot, above):
        return True
    left = [upper for upper in above if upper.column <= slot.column]
    return bool(left) and _completed(slot, [max(left, key=_column)]) is not slot


_DIGIT = re.compile(r"[0-9]")


def _stands_in_band(slot: Slot, above: Sequence[Slot], row: Row) -> bool:
    """Whether a text nobody listed is a label by its place: below one over several columns, in a row of labels."""
    band = any(upper.cell.columns > 1 and upper.column <= slot.column <= upper.last_column for upper in above)
    named = sum(is_label(other.text) for other in row.slots)
    return band and 2 * named >= len(row.slots) and _DIGIT.search(slot.text) is None


def _is_sum(slot: Slot, above: Sequence[Slot]) -> bool:
    """Whether a label names the whole of the amounts it stands under: 合计 below 资金（元）."""
    if not labels.is_total(slot.text):
        return False
    left = [over for over in above if over.column <= slot.column]
    return bool(left) and gathers_money(max(left, key=lambda over: over.column).text)


@remembered
def gathers_money(text: str) -> bool:
    """Whether a label stands over amounts: 预算数, 资金（元）, 资金来源."""
    return labels.amount_of(text) is not None or "资金" in text or "预算" in text or "金额" in text


def _stands_under(slot: Slot, row: Row) -> bool:
    """Whether a label stands above one of a row's."""
    last = _last_before(slot.last_column, row)
    return last is not None and last.last_column >= slot.column


_column = attrgetter("column")


def _last_before(column: int, row: Row) -> Slot | None:
    """The last of a row's cells that begins no further right than a column."""
    left = bisect_right(row.slots, column, key=_column)
    return row.slots[left - 1] if left else None


def _bands(leaf: Slot, above: Sequence[Row], lowest: frozenset[Slot]) -> Iterator[Slot]:
    """The labels above a leaf; where a file keeps no merges, one holds until the next one in its row begins."""
    for row in above:
        left = _last_before(leaf.column, row)
        if left is not None and (left.last_column >= leaf.column or (left not in lowest and left.cell.columns == 1)):
            yield left
