"""Blocks of funds: amounts under labels across and beside labels down, one of which tells the stage, one the part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from normalize.money import amount_in_yuan, unit_in_label, unit_within
from normalize.placeholders import is_placeholder
from normalize.remembered import remembered
from normalize.text import fold
from parsers.layouts.grids.list_header import Header, header_of
from parsers.layouts.grids.other_amounts import OTHER
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels
from parsers.layouts.words.funds import PARTS, STAGES, StatedAmount, stage_of
from parsers.layouts.words.inline_labels import inline
from parsers.layouts.words.label_list import label_list

_RATE = re.compile(r"-?\d+(?:\.\d+)?[%‰]")
_NO_MONEY = frozenset({"weight", "score", "deviation", "remark", "standard"})
_TALLEST = 2
"""No header of a block has more rows: 年初预算数 over 财政拨款 and 其他资金."""
_FEWEST = 2
_READ = 3
"""So many rows below a header tell what a column of a block holds."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A label of a block, over a column or before a row: the stage of the money or its part, as far as it tells."""

    slot: Slot
    stage: str | None = None
    part: str | None = None
    above: tuple[Slot, ...] = ()

    @property
    def label(self) -> str:
        """Its words, with those above it."""
        return " ".join(slot.text for slot in (*self.above, self.slot))


@dataclass(frozen=True, slots=True)
class Block:
    """A block of funds: the cells of its header, what stands over its columns, and its rows."""

    header: tuple[Slot, ...]
    columns: tuple[Measure, ...]
    rows: tuple[Row, ...]
    depth: int = 1

    @property
    def unit(self) -> str | None:
        """The unit of money any of its labels brings: 资金（元）, 资金 单位：元."""
        within = (unit_within(slot.text) for slot in self.header)
        bracketed = (unit_in_label(slot.text) for slot in self.header)
        return next(filter(None, bracketed), None) or next((found[0] for found in within if found), None)

    def cells(self) -> Iterator[tuple[Measure | None, Measure, Slot]]:
        """Each of its cells with the label of its row, if it has one, and that of its column.

        Where income and spending stand side by side a row has a label for each: 财政拨款 | 5000 | 基本支出 | 3000.
        """
        for row in self.rows:
            label, left = None, 0
            for column in self.columns:
                label = _label_before(row, self.columns, left, column.slot.column) or label
                left = column.slot.last_column
                cell = row.at(column.slot.column)
                own = cell is not None and column.slot.column <= cell.column <= column.slot.last_column
                if cell is not None and own and (label is None or cell is not label.slot):
                    yield label, column, cell


def blocks(rows: Sequence[Row]) -> Iterator[Block | Row]:
    """The rows of a head with each block of funds taken together."""
    index = 0
    while index < len(rows):
        block = _block(rows, index)
        yield block or rows[index]
        index += 1 if block is None else block.depth + len(block.rows)


def block_amount(label: Measure | None, column: Measure, cell: Slot, unit: str | None) -> StatedAmount | None:
    """The amount in a cell of a block, or None for a rate, a weight, a score or a dash."""
    ahead = label or Measure(column.slot)
    stage = column.stage or (ahead.stage if column.part is not None else None)
    if stage is None or is_placeholder(cell.text):
        return None
    part = ahead.part or column.part or "total"
    words = ahead if ahead.part is not None else column
    unit = unit_in_label(column.label) or unit_in_label(ahead.label) or unit
    stage = "breakdown" if part == "breakdown" else stage
    role = STAGES.get(stage, "budget")
    text = words.slot.text
    if column.stage == "breakdown" and words is ahead:  # 年度资金总额 调整数
        text = f"{text} {column.slot.text}"
    return StatedAmount(role, part if part in PARTS else "total", text, unit, cell.text, cell.span, stage)


def _block(rows: Sequence[Row], index: int) -> Block | None:
    """The block that begins with a row, or None."""
    told = sum(1 for slot in rows[index].slots if _tells_amount(slot.text))
    if told < _FEWEST:
        return None
    for depth in range(min(_TALLEST, len(rows) - index - 1), 0, -1):
        header, below = header_of(rows[index : index + depth], index + depth), rows[index + depth :]
        if depth > 1 and not _divides(rows[index + depth - 1], rows[index]):
            continue
        for columns, kept in ((_stages(header, below), _of_stages), (_parts(header, below), _of_parts)):
            if columns:
                found = kept(below, header, columns)
                if found:
                    return Block(header.slots, columns, found, depth)
    return None


@remembered
def _tells_amount(text: str) -> bool:
    return labels.amount_of(text) is not None or stage_of(text) is not None


def _divides(row: Row, above: Row) -> bool:
    """Whether a row holds parts of the money only, each below a stage: 财政拨款 | 其他资金 below 年初预算数."""
    if len(row.slots) < _FEWEST or not all(_part_of(slot.text) for slot in row.slots):
        return False
    over = (max((s for s in above.slots if s.column <= slot.column), key=_column, default=None) for slot in row.slots)
    return all(slot is not None and stage_of(slot.text) for slot in over)


def _column(slot: Slot) -> int:
    return slot.column


def _stages(header: Header, below: Sequence[Row]) -> tuple[Measure, ...]:
    """What stands over the columns of a block with stages across; none where a header names fewer than two.

    A column of amounts under a label nobody listed, beside those of stages, tells of the money otherwise: 调整数.
    """
    leaves = header.leaves
    found = [_measure(leaf, header, plain=_is_plain_budget(leaf) and leaf is not leaves[0]) for leaf in leaves]
    known = [m.slot.column for m in found if m.stage is not None]
    found = [_otherwise(m, below) if known and min(known) < m.slot.column else m for m in found]
    if any(m.stage == "adjusted" and labels.stage(m.slot.text) == "after" for m in found):  # 调整预算 | 调整后预算
        found = [
            replace(m, stage="breakdown") if m.stage == "adjusted" and labels.stage(m.slot.text) != "after" else m
            for m in found
        ]
    columns = tuple(m for m in found if m.stage is not None or _is_no_money(m.slot.text))
    staged = [m for m in columns if m.stage is not None and m.stage != "breakdown"]
    if len(staged) < _FEWEST or all(m.stage == "budget" and _is_plain_budget(m.slot) for m in staged):
        return ()
    taken = {m.slot.column for m in columns}
    rest = [leaf for leaf in leaves if leaf.column not in taken]
    unknown = [slot for slot in rest if not labels.is_head_label(slot.text) and not labels.is_group(slot.text)]
    return columns if not unknown or _is_corner(rest, taken) else ()


def _otherwise(measure: Measure, below: Sequence[Row]) -> Measure:
    """A column of a block under a label nobody listed that holds nothing but figures, and an amount among them."""
    slot = measure.slot
    known = measure.stage or _is_no_money(slot.text) or labels.is_head_label(slot.text) or labels.is_group(slot.text)
    cells = [cell for row in below[:_READ] if (cell := row.at(slot.column)) is not None and cell.column == slot.column]
    figures = list(takewhile(_is_figure, cells))
    if known or _is_figure(slot) or not any(amount_in_yuan(cell.text) is not None for cell in figures):
        return measure
    return replace(measure, stage="breakdown")


def _measure(leaf: Slot, header: Header, *, plain: bool) -> Measure:
    above = header.above[leaf.column]
    line = (leaf, *reversed(above))
    stage = "budget" if plain else next(filter(None, (stage_of(slot.text) for slot in line)), None)
    parts = (_part_of(slot.text) for slot in line) if above else iter(())
    return Measure(leaf, stage, next(filter(None, parts), None), above)


def _parts(header: Header, below: Sequence[Row]) -> tuple[Measure, ...]:
    """What stands over the columns of a block with parts across; its rows begin with stages: 年初预算数 | 100 | 80."""
    label = next((slot for slot in below[0].slots if _row_stage(slot.text)), None) if below else None
    if label is None or any(stage_of(slot.text) for slot in header.leaves):
        return ()
    right = [leaf for leaf in header.leaves if leaf.column > label.column]
    parts = [leaf for leaf in right if _part_of(leaf.text)]
    if len(parts) < _FEWEST or not all(leaf in parts or _is_no_money(leaf.text) for leaf in right):
        return ()
    return tuple(Measure(leaf, None, _part_of(leaf.text)) for leaf in right)


def _of_stages(rows: Sequence[Row], header: Header, columns: Sequence[Measure]) -> tuple[Row, ...]:
    """The rows of a block with stages across: those that say their part, or give the numbers of one without parts."""
    taken: list[Row] = []
    for row in rows:
        if _heads(row) or not (_label_of(row, columns) or _is_numbers(row, header, columns)):
            break
        taken.append(row)
    if not taken and rows and _is_only_row(rows[0], header, columns):
        taken.append(rows[0])
    return tuple(taken)


def _of_parts(rows: Sequence[Row], _: Header, columns: Sequence[Measure]) -> tuple[Row, ...]:
    """The rows of a block with parts across."""
    taken: list[Row] = []
    first = min(column.slot.column for column in columns)
    for row in rows:
        label = next((slot for slot in row.slots if _row_stage(slot.text)), None)
        figures = [slot for slot in row.slots if slot.column >= first]
        if label is None or label.column >= first or not all(map(_is_figure, figures)):
            break
        taken.append(row)
    return tuple(taken)


def _heads(row: Row) -> bool:
    """Whether a row names several stages, and so heads a block of its own."""
    return sum(1 for slot in row.slots if stage_of(slot.text) is not None) >= _FEWEST


def _is_numbers(row: Row, header: Header, columns: Sequence[Measure]) -> bool:
    at = {column.slot.column for column in columns}
    alone = len(at) == len(header.leaves) and all(slot.column in at for slot in row.slots)
    return alone and any(amount_in_yuan(slot.text) is not None for slot in row.slots)


def _is_only_row(row: Row, header: Header, columns: Sequence[Measure]) -> bool:
    """Whether a row gives the numbers below a header with a corner, and names no part: 资金（元） over 甲项目."""
    at = {column.slot.column for column in columns}
    ahead = [slot for slot in (*header.leaves, *row.slots) if slot.column not in at]
    words = all(labels.header_field(slot.text) is None and amount_in_yuan(slot.text) is None for slot in ahead)
    left = words and all(slot.column < min(at) for slot in ahead)
    numbers = [slot for slot in row.slots if slot.column in at]
    return left and any(amount_in_yuan(slot.text) is not None for slot in numbers) and all(map(_is_figure, numbers))


def _is_figure(slot: Slot) -> bool:
    """Whether a cell is an amount, a rate, or left open: 100, 90%, —."""
    rate = _RATE.fullmatch(fold(slot.text)) is not None
    return rate or amount_in_yuan(slot.text) is not None or is_placeholder(slot.text)


def _label_of(row: Row, columns: Sequence[Measure]) -> Measure | None:
    """The label left of the columns that says which part of the money a row of a block is, or which stage."""
    return _label_before(row, columns, 0, min(column.slot.column for column in columns))


def _label_before(row: Row, columns: Sequence[Measure], left: int, right: int) -> Measure | None:
    """Such a label between two columns of the grid."""
    ahead = [slot for slot in row.slots if left < slot.column < right]
    across = any(column.stage is not None for column in columns)
    told = (Measure(slot, None if across else _row_stage(slot.text), _part_of(slot.text)) for slot in ahead)
    return next((measure for measure in told if (measure.part if across else measure.stage)), None)


@remembered
def _part_of(text: str) -> str | None:
    """The part of the money a label names; 合计 names the whole, and 其他 what is left of it."""
    name = "other" if fold(text) in OTHER else labels.amount_of(text)
    if name is None and fold(text) in label_list().government:  # 省级 below 其中：中央
        return "fiscal"
    return name if name in {*PARTS, "breakdown"} else None


def _row_stage(text: str) -> str | None:
    """The stage a label before a row names; a plain 预算数 is the year's."""
    plain = labels.amount_of(text) == "total" and "预算" in text
    return stage_of(text) or ("budget" if plain else None)


def _is_plain_budget(slot: Slot) -> bool:
    """Whether a label is the plain 预算数 of a header, which stands beside 执行数 and behind the label of the block."""
    return labels.amount_of(slot.text) == "total" and "预算" in slot.text


def _is_no_money(text: str) -> bool:
    """Whether a label stands over a column of a block that holds no amounts: 执行率, 分值, 得分."""
    return labels.amount_of(text) == "execution_rate" or labels.column(text) in _NO_MONEY


def _is_corner(slots: Sequence[Slot], taken: set[int]) -> bool:
    """Whether cells are the corner of a block, whatever they call it: words left of all stages, and of no field."""
    words = (slot.column < min(taken) and amount_in_yuan(slot.text) is None for slot in slots)
    told = (slot.text for slot in slots if unit_within(slot.text) is None)
    fields = any(labels.header_field(text) or inline(text) for text in told)
    return all(words) and not fields
