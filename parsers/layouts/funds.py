"""The money of a table: amounts under one label each, or in a block of parts down and stages across."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from normalize.money import amount_in_yuan, states_unit, unit_in_label, unit_within
from normalize.numbers import exact_text
from normalize.placeholders import is_placeholder
from parsers.layouts import labels
from parsers.layouts.rows import Row, Slot
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Budget, Fund

Role = Literal["initial", "budget", "executed", "mid_term", "other"]

STAGES: Mapping[str, Role] = {
    "initial": "initial",
    "budget": "budget",
    "adjusted": "other",
    "executed": "executed",
    "expected": "other",
    "breakdown": "other",
    "earlier": "other",
    "mid_term": "mid_term",
}
"""Labels that name a stage of the money; every other one names a part of the budget for the year."""
PARTS = ("total", "fiscal", "other")


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """An amount as written: its role, the part of the money it is, its label, and the unit the label brings.

    `stage` is the word of labels.toml for the role, which tells an adjusted budget from other amounts; "year" where the
    label names none.
    """

    role: Role
    part: str
    label: str
    unit: str | None
    text: str
    span: Span
    stage: str = "year"


def labelled_amount(label: str, text: str, span: Span) -> StatedAmount | None:
    """The amount a label and the text beside it state, or None where the label is not one of an amount.

    >>> amount = labelled_amount("其中：财政拨款（元）", "40", Span(place="table 1"))
    >>> amount.role, amount.part, amount.unit
    ('budget', 'fiscal', '元')
    """
    name = labels.amount_of(label)
    if name is None or name == "execution_rate":
        return None
    part = name if name in PARTS else "total"
    stage = name if name in STAGES else "year"
    return StatedAmount(STAGES.get(stage, "budget"), part, label, unit_in_label(label), text, span, stage)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of funds: the labels over its columns, and its rows."""

    header: Row
    rows: tuple[Row, ...]

    @property
    def unit(self) -> str | None:
        """The unit of money any of its labels brings: 资金（元）, 资金 单位：元."""
        within = (unit_within(slot.text) for slot in self.header.slots)
        bracketed = (unit_in_label(slot.text) for slot in self.header.slots)
        return next(filter(None, bracketed), None) or next((found[0] for found in within if found), None)

    @property
    def stages(self) -> tuple[Slot, ...]:
        """The labels over its columns: 年初预算数, 全年执行数, 分值, 执行率 …"""
        return tuple(slot for slot in self.header.slots if _is_stage(slot) or _is_budget(slot, self.header))

    def cells(self) -> Iterator[tuple[Slot | None, Slot, Slot]]:
        """Each of its cells with the label of its row, if it has one, and that of its column."""
        for row in self.rows:
            part = _part(row, self.header)
            for stage in self.stages:
                cell = row.at(stage.column)
                if cell is not None and cell is not part and stage.column <= cell.column <= stage.last_column:
                    yield part, stage, cell


def blocks(rows: Sequence[Row]) -> Iterator[Block | Row]:
    """The rows of a head with each block of funds taken together."""
    index = 0
    while index < len(rows):
        end = index + 1
        if _heads_block(rows[index]):
            while end < len(rows) and _belongs(rows[end], rows[index]) and not _heads_block(rows[end]):
                end += 1
            end += end == index + 1 < len(rows) and _is_only_row(rows[end], rows[index])
        yield Block(rows[index], tuple(rows[index + 1 : end])) if end > index + 1 else rows[index]
        index = end


def _belongs(row: Row, header: Row) -> bool:
    """Whether a row goes on with a block: it says its part, or gives the numbers of one that has no parts."""
    if _part(row, header) is not None:
        return True
    columns = {slot.column for slot in header.slots if _is_stage(slot) or _is_budget(slot, header)}
    alone = len(columns) == len(header.slots) and all(slot.column in columns for slot in row.slots)
    return alone and any(amount_in_yuan(slot.text) is not None for slot in row.slots)


def _is_only_row(row: Row, header: Row) -> bool:
    """Whether a row gives the numbers below a header with a corner, and names no part: 资金（元） over 甲项目."""
    columns = {slot.column for slot in header.slots if _is_stage(slot) or _is_budget(slot, header)}
    ahead = [slot for slot in (*header.slots, *row.slots) if slot.column not in columns]
    words = all(labels.header_field(slot.text) is None and amount_in_yuan(slot.text) is None for slot in ahead)
    left = words and all(slot.column < min(columns) for slot in ahead)
    numbers = [slot for slot in row.slots if slot.column in columns]
    return left and bool(numbers) and all(amount_in_yuan(slot.text) is not None for slot in numbers)


def block_amount(part: Slot | None, stage: Slot, cell: Slot, unit: str | None) -> StatedAmount | None:
    """The amount in a cell of a block, or None for a rate, a weight, a score or a dash."""
    name = stage_of(stage.text) or ("budget" if labels.amount_of(stage.text) == "total" else None)
    if name is None or is_placeholder(cell.text):
        return None
    label = part.text if part is not None else stage.text
    row = (labels.amount_of(part.text) if part is not None else None) or "total"
    unit = unit_in_label(stage.text) or unit_in_label(label) or unit
    name = "breakdown" if row == "breakdown" else name
    return StatedAmount(STAGES[name], row if row in PARTS else "total", label, unit, cell.text, cell.span, name)


def stage_of(text: str) -> str | None:
    """The stage of the money a label over a column of a block names, or None.

    >>> stage_of("全年预算数（A）"), stage_of("调整前"), stage_of("分值")
    ('budget', 'initial', None)
    """
    name = labels.amount_of(text)
    if name in STAGES:
        return name
    return {"before": "initial", "after": "adjusted", None: None}[labels.stage(text)]


def budget(amounts: Sequence[StatedAmount], unit_line: str | None) -> tuple[Budget, tuple[Diagnostic, ...]]:
    """The money for the year, part by part: as the whole year has it, else as it was adjusted, else as the year began.

    Several amounts of one part (上年结转资金, 其他资金) may add up, or one may contain the others. That reading holds
    with which the parts make the total; where none does, the part is left open and that is said.
    """
    amounts = budgeted(amounts)
    stated = {part: _stated(amounts, part, unit_line) for part in PARTS}
    named = [amount for amount in amounts if amount.stage != "year" or _names_year(amount.label)]
    total = next(iter(_stated(named, "total", unit_line) or stated["total"]), None)
    fiscal, other = (_readings(stated[part]) for part in ("fiscal", "other"))
    fitting = ((f, o) for f in fiscal for o in other if total is not None and (f or 0) + (o or 0) == total)
    open_parts = tuple(readings[0] if len(readings) == 1 else None for readings in (fiscal, other))
    chosen = dict(zip(("fiscal", "other"), next(fitting, open_parts), strict=True))
    unclear = [part for part in chosen if stated[part] and chosen[part] is None]
    odd = tuple(_unclear(part, len(stated[part]), _first(amounts, part)) for part in unclear)
    parts = {"total": total, **chosen}
    return Budget(**{part: exact_text(yuan) for part, yuan in parts.items() if yuan is not None}), odd


def _names_year(label: str) -> bool:
    """Whether a label says that an amount is the year's: 项目当年预算 beside 项目总预算."""
    return any(word in label for word in labels.labels().periods["annual"])


def _unclear(part: str, count: int, span: Span | None) -> Diagnostic:
    return Diagnostic(code=Code.AMOUNTS_UNCLEAR, args={"part": part, "count": str(count)}, span=span)


def _stated(amounts: Sequence[StatedAmount], part: str, unit_line: str | None) -> list[Fraction]:
    """The amounts of a part of the year's money, in yuan."""
    of_part = (amount for amount in amounts if amount.part == part)
    yuan = (amount_in_yuan(amount.text, amount.unit or unit_line or "万元") for amount in of_part)
    return [Fraction(stated) for stated in yuan if stated is not None]


def _readings(stated: Sequence[Fraction]) -> list[Fraction | None]:
    """What several amounts of one part may come to: the first alone, or all together."""
    return list(dict.fromkeys([stated[0], sum(stated, Fraction(0))])) if stated else [None]


def _first(amounts: Sequence[StatedAmount], part: str) -> Span | None:
    return next((amount.span for amount in amounts if amount.part == part), None)


def budgeted(amounts: Sequence[StatedAmount]) -> list[StatedAmount]:
    """The amounts of the budget for the year: of the whole year, else the adjusted ones, else the initial ones."""
    of_year = [amount for amount in amounts if amount.role != "mid_term"]
    stages = ([a for a in of_year if a.stage in known] for known in ({"budget", "year"}, {"adjusted"}, {"initial"}))
    return next(filter(None, stages), [])


def funds(amounts: Sequence[StatedAmount], unit_line: str | None) -> tuple[tuple[Fund, ...], tuple[Diagnostic, ...]]:
    """Every amount in yuan, and what was odd about them."""
    found: list[Fund] = []
    odd: list[Diagnostic] = []
    for amount in amounts:
        yuan = _yuan(amount, unit_line)
        found.append(Fund(role=amount.role, label=amount.label, amount=yuan, stated=amount.text))
        if yuan is None:
            odd.append(Diagnostic(code=Code.AMOUNT_UNREADABLE, args={"amount": amount.text}, span=amount.span))
        elif yuan != "0" and not (states_unit(amount.text) or amount.unit or unit_line):
            odd.append(Diagnostic(code=Code.MONEY_UNIT_ASSUMED, args={"amount": amount.text}, span=amount.span))
    return tuple(found), tuple(odd)


def _yuan(amount: StatedAmount, unit_line: str | None) -> str | None:
    """The amount in yuan: its own unit, then its label's, then the unit line's, then 万元 as these forms print it."""
    yuan = amount_in_yuan(amount.text, amount.unit or unit_line or "万元")
    return None if yuan is None else exact_text(Fraction(yuan))


def _is_stage(slot: Slot) -> bool:
    known = stage_of(slot.text) is not None or labels.amount_of(slot.text) == "execution_rate"
    return known or labels.column(slot.text) in {"weight", "score", "deviation", "remark", "standard"}


def _is_budget(slot: Slot, row: Row) -> bool:
    """Whether a label is the plain 预算数 of a header, which stands beside 执行数 and behind the label of the block."""
    plain = labels.amount_of(slot.text) == "total" and "预算" in slot.text
    return plain and slot is not row.slots[0]


def _heads_block(row: Row) -> bool:
    """Whether a row names at least two stages and states nothing itself."""
    stages = [slot for slot in row.slots if stage_of(slot.text) is not None]
    budgets = sum(1 for slot in row.slots if _is_budget(slot, row))
    rest = [slot for slot in row.slots if not _is_stage(slot) and not _is_budget(slot, row)]
    unknown = [slot for slot in rest if not labels.is_head_label(slot.text) and not labels.is_group(slot.text)]
    return bool(stages) and len(stages) + budgets >= 2 and (not unknown or _is_corner(rest, row))


def _is_corner(slots: Sequence[Slot], row: Row) -> bool:
    """Whether cells are the corner of a block, whatever they call it: words left of all stages, and of no field."""
    first = min(slot.column for slot in row.slots if slot not in slots)
    words = (slot.column < first and amount_in_yuan(slot.text) is None for slot in slots)
    told = (slot.text for slot in slots if unit_within(slot.text) is None)
    fields = any(labels.header_field(text) or labels.inline(text) for text in told)
    return all(words) and not fields


def _part(row: Row, header: Row) -> Slot | None:
    """The label that says which part of the money a row of a block is; it stands left of the stages."""
    first = next((slot.column for slot in header.slots if _is_stage(slot)), 0)
    ahead = [slot for slot in row.slots if slot.column < first]
    known = (s for s in ahead if labels.amount_of(s.text) in {*PARTS, "breakdown"} or labels.is_total(s.text))
    return next(known, None)
