"""The money of a table: its amounts with their roles, and the budget for the year they make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from normalize.money import amount_in_yuan, is_about, states_unit, unit_in_label
from normalize.numbers import exact_text
from normalize.remembered import remembered
from normalize.text import fold, narrow
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import label_list
from parsers.layouts.words.label_marks import year_in
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Budget, Fund

Role = Literal["initial", "budget", "adjusted", "executed", "expected", "mid_term", "other"]

STAGES: Mapping[str, Role] = {
    "initial": "initial",
    "budget": "budget",
    "adjusted": "adjusted",
    "executed": "executed",
    "expected": "expected",
    "breakdown": "other",
    "earlier": "other",
    "later": "other",
    "mid_term": "mid_term",
}
"""Labels that name a stage of the money; every other one names a part of the budget for the year."""
PARTS = ("total", "fiscal", "other")
_WITHIN = re.compile(
    r"(?P<whole>[^()]+)\(\s*(?:其中)?\s*[::]?(?P<parts>[^()]+)\)|(?P<all>(?:[^(),;，；、]|,(?=\d{3}(?!\d)))+)[,;，；、]?\s*其中\s*[::]?(?P<of_all>[^()]+)"
)
_PART = re.compile(
    r"(?:其中|包含|包括|含)?[::]?(?P<label>[^\d::]{2,20}?)\s*[::]?\s*(?P<amount>\d[\d,.]*\s*(?:亿元|万元|元|万|亿)?)"
)
_BETWEEN = re.compile(r"[;；、，\n]|,(?!\d{3}(?!\d))")
_YEAR = re.compile(r"20\d\d年")


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


def parts_within(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """An amount and those it tells as its parts in brackets, each with its label; the text alone where it tells none.

    >>> parts_within("100（其中：财政拨款80，其他资金20）"), parts_within("100（不含税）")
    (('100', (('财政拨款', '80'), ('其他资金', '20'))), ('100（不含税）', ()))
    >>> parts_within("50万元，其中：财政拨款35万元，自筹15万元")
    ('50万元', (('财政拨款', '35万元'), ('自筹', '15万元')))
    >>> parts_within("2,200.00；其中：省级资金2,000.00；县级资金200.00")
    ('2,200.00', (('省级资金', '2,000.00'), ('县级资金', '200.00')))
    """
    match = _WITHIN.fullmatch(narrow(text))
    whole, stated = (match["whole"] or match["all"], match["parts"] or match["of_all"]) if match else ("", "")
    parts = parts_alone(stated)
    return (whole.strip(), parts) if parts and amount_in_yuan(whole) is not None else (text, ())


@remembered
def parts_alone(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of the money a text tells one after the other, each with its label; none where it tells more or less.

    >>> parts_alone("一般公共预算35万元，自筹15万元"), parts_alone("一般公共预算35万元，详见附件")
    ((('一般公共预算', '35万元'), ('自筹', '15万元')), ())
    """
    stated = [part.strip() for part in _BETWEEN.split(narrow(text)) if part.strip()]
    told = [part for part in map(_PART.fullmatch, stated) if part is not None]
    parts = tuple((_whole_label(part["label"]), part["amount"]) for part in told)
    known = all(labels.amount_of(label) in PARTS and amount_in_yuan(amount) is not None for label, amount in parts)
    return parts if known and len(told) == len(stated) else ()


def _whole_label(label: str) -> str:
    """The label of a part, where a level of government stands for what it pays: 中央300万元."""
    return label if labels.amount_of(label) is not None else f"{label}资金"


def with_stage(amount: StatedAmount, stage: str) -> StatedAmount:
    """An amount at another stage: 其中：财政拨款 beside 执行数."""
    return replace(amount, role=STAGES.get(stage, "budget"), stage=stage)


def of_the_year(amounts: Sequence[StatedAmount], unit_line: str | None, fiscal_year: int | None) -> list[StatedAmount]:
    """The amounts, each at its stage where others tell it.

    A total greater than the one that says it is the year's is that of the whole project; beside an amount of the fiscal
    year those under labels of other years are earlier ones, or later ones.
    """
    years = [year_in(amount.label) for amount in amounts]
    if fiscal_year in years:
        amounts = [_of_another(a, y, fiscal_year) if y else a for a, y in zip(amounts, years, strict=True)]
    named = [a for a in amounts if a.part == "total" and a.role == "budget" and names_year(a.label)]
    year = next(iter(_stated(named, "total", unit_line)), None)
    if year is None:
        return list(amounts)
    return [with_stage(a, "mid_term") if _exceeds(a, year, unit_line) else a for a in amounts]


def _of_another(amount: StatedAmount, year: int, fiscal_year: int | None) -> StatedAmount:
    """An amount under the label of a year: 2024年预算 in a table of 2025."""
    if fiscal_year is None or year == fiscal_year:
        return amount
    return with_stage(amount, "earlier" if year < fiscal_year else "later")


def _exceeds(amount: StatedAmount, year: Fraction, unit_line: str | None) -> bool:
    own = amount.part == "total" and amount.stage == "year" and not names_year(amount.label)
    return own and any(stated > year for stated in _stated([amount], "total", unit_line))


@remembered
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
    named = [amount for amount in amounts if amount.stage != "year" or names_year(amount.label)]
    total = next(iter(_stated(named, "total", unit_line) or stated["total"]), None)
    fiscal, other = (_readings(stated[part]) for part in ("fiscal", "other"))
    fitting = ((f, o) for f in fiscal for o in other if total is not None and (f or 0) + (o or 0) == total)
    open_parts = tuple(readings[0] if len(readings) == 1 else None for readings in (fiscal, other))
    chosen = dict(zip(("fiscal", "other"), next(fitting, open_parts), strict=True))
    unclear = [part for part in chosen if stated[part] and chosen[part] is None]
    odd = tuple(_unclear(part, len(stated[part]), _first(amounts, part)) for part in unclear)
    parts = {"total": total, **chosen}
    return Budget(**{part: exact_text(yuan) for part, yuan in parts.items() if yuan is not None}), odd


def names_year(label: str) -> bool:
    """Whether a label says that an amount is the year's: 项目当年预算, 2024年预算 beside 项目总预算."""
    words = (*label_list().periods["annual"], *label_list().this_time)
    return _YEAR.search(fold(label)) is not None or any(word in label for word in words)


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
        elif is_about(amount.text):
            odd.append(Diagnostic(code=Code.AMOUNT_ROUGH, args={"amount": amount.text}, span=amount.span))
        if yuan not in {None, "0"} and not (states_unit(amount.text) or amount.unit or unit_line):
            odd.append(Diagnostic(code=Code.MONEY_UNIT_ASSUMED, args={"amount": amount.text}, span=amount.span))
    return tuple(found), tuple(odd)


def _yuan(amount: StatedAmount, unit_line: str | None) -> str | None:
    """The amount in yuan: its own unit, then its label's, then the unit line's, then 万元 as these forms print it."""
    yuan = amount_in_yuan(amount.text, amount.unit or unit_line or "万元")
    return None if yuan is None else exact_text(Fraction(yuan))
