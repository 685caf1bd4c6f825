"""Stated amounts of money in yuan."""

import re
from decimal import Decimal

from normalize.numbers import chinese
from normalize.patterns import deferred
from normalize.remembered import kept, remembered
from normalize.text import fold, narrow

UNITS = {
    "元": Decimal(1),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "万": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
    "亿": Decimal(100_000_000),
}
"""What the unit of an amount, a label or a unit line multiplies by."""

_AMOUNT = deferred(
    r"""
    [¥￥]?
    (?P<sign>-?)
    (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)  # 1,091.00 or 1091.00
    (?:人民币)?(?P<unit>亿元|百万元|千元|万元|元|亿|万)?整?
    """,
    re.VERBOSE,
)
_NOTED = deferred(r"\((?:含|不含|包含|包括|其中|另)[^()]*\)$")
"""What an amount is made of, behind it: 680万元（含上年结转80万元）."""
_AGAIN = deferred(r"(?P<first>[^()]+)\((?:大写|小写|即|合|计)?:?(?P<second>[^()]+)\)")
"""An amount and the same in other words."""
_HEDGE = deferred(r"(?:大?约|大概|近|人民币)?(?P<bare>.+?)(?:左右|上下)?", re.DOTALL)
_SPELLED = deferred(
    r"(?P<number>(?![万亿千百十点])[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点]{1,24})(?P<yuan>[元圆])?[整正]?"
)
_STEPS = {"亿": Decimal(100_000_000), "万": Decimal(10_000), "千": Decimal(1_000), "百": Decimal(100), "": Decimal(1)}
_IN_STEPS = deferred(r"(?P<first>\d+)(?P<step>[亿万])(?P<rest>\d+)(?P<below>[万千百]?)元整?")
"""An amount in two steps: 368万5千元, 3亿2000万元."""
_CHEQUE = deferred("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_UNIT_LINE = deferred(r"(?:金额|资金|货币|计量)?单位:?\(?(?:人民币)?[:,]?(?P<unit>亿元|百万元|千元|万元|元)\)?")
_LONE_UNIT = deferred(r"\((?:人民币)?[:,]?(?P<unit>亿元|百万元|千元|万元|元)\)")
# Among other words a unit ends where they are parted from it: 单位：元氏县财政局 and 单位：元/人 name no unit of money.
_UNIT_WITHIN = deferred(
    r"""
    \(?
    (?:(?:(?:金额|资金|货币|计量)?单位|(?<!\w)金额|(?<!\w)资金)\s*[::]\s*|(?<=本表)单位均?为|(?:金额|资金|货币)单位均?为)
    (?:人民币)?\s*
    (?P<unit>亿元|百万元|千元|万元|元)
    (?:\)|(?=\s|[,、;。]|$))
    (?!\s*[、,]\s*(?:亿元|百万元|千元|万元|元))  # 单位：元、万元 does not say which
    """,
    re.VERBOSE,
)
_LONGEST_WITHIN = 60
_UNIT_IN_LABEL = deferred(r"\((?:单位:)?(?:人民币)?(?P<unit>亿元|百万元|千元|万元|元)\)")


@kept(4096)
def amount_in_yuan(text: str, unit: str | None = None) -> Decimal | None:
    """The amount a cell states, exactly, or None where it states none; a unit in the cell beats the given one.

    >>> amount_in_yuan("460万元"), amount_in_yuan("1,091.00", "万元"), amount_in_yuan("40.00", "元")
    (Decimal('4600000'), Decimal('10910000.00'), Decimal('40.00'))
    >>> amount_in_yuan("叁佰伍拾万元整", "万元"), amount_in_yuan("壹佰", "万元"), amount_in_yuan("约100万元", "元")
    (Decimal('3500000'), Decimal('1000000'), Decimal('1000000'))
    >>> amount_in_yuan("叁拾伍万元整（350000.00元）"), amount_in_yuan("35万元（36万元）"), amount_in_yuan("见附件")
    (Decimal('350000'), None, None)
    >>> amount_in_yuan("368万5千元"), amount_in_yuan("3亿2000万元", "元"), amount_in_yuan("3万20万元")
    (Decimal('3685000'), Decimal('320000000'), None)
    >>> amount_in_yuan("680万元（含上年结转80万元）"), amount_in_yuan("人民币伍拾万元整（¥500,000.00）", "万元")
    (Decimal('6800000'), Decimal('500000'))
    """
    bare = _without_hedge(_NOTED.sub("", fold(text)))
    if again := _AGAIN.fullmatch(bare):  # 叁拾伍万元整(350000.00元)
        first = amount_in_yuan(again["first"], unit)
        second = amount_in_yuan(again["second"], "元" if states_unit(again["first"]) else unit)
        return first if first == second else None
    match = _AMOUNT.fullmatch(bare)
    if match is None:
        stepped = _in_steps(bare)
        return stepped if stepped is not None else _spelled_amount(bare, unit)
    number = Decimal(match["sign"] + match["number"].replace(",", ""))
    return number * UNITS[match["unit"] or unit or "元"]


def is_about(text: str) -> bool:
    """Whether an amount is stated as a rough one.

    >>> is_about("约100万元"), is_about("100万元左右"), is_about("100万元")
    (True, True, False)
    """
    folded = fold(text).removeprefix("人民币")
    return _without_hedge(folded) != folded and amount_in_yuan(text) is not None


def _without_hedge(folded: str) -> str:
    hedge = _HEDGE.fullmatch(folded)
    return hedge["bare"] if hedge else folded


def _in_steps(folded: str) -> Decimal | None:
    """An amount whose digits are told in two steps, the second less than one of the first."""
    match = _IN_STEPS.fullmatch(folded)
    if match is None:
        return None
    step, rest = _STEPS[match["step"]], Decimal(match["rest"]) * _STEPS[match["below"]]
    return Decimal(match["first"]) * step + rest if rest < step else None


def _spelled_amount(folded: str, unit: str | None) -> Decimal | None:
    """An amount in the numerals of cheques; one that counts 万 or 亿 or says 元 is in yuan, whatever the unit given."""
    match = _SPELLED.fullmatch(folded)
    number = chinese(match["number"]) if match is not None else None
    if match is None or number is None or not (match["yuan"] or _CHEQUE.search(match["number"])):
        return None
    in_yuan = match["yuan"] or match["number"].endswith(("万", "亿"))
    return Decimal(number.numerator) / number.denominator * UNITS["元" if in_yuan else unit or "元"]


@remembered
def states_unit(text: str) -> bool:
    """Whether an amount brings its own unit.

    >>> states_unit("460万元"), states_unit("40.00")
    (True, False)
    """
    bare = _without_hedge(_NOTED.sub("", fold(text)))
    if again := _AGAIN.fullmatch(bare):
        return states_unit(again["first"])
    match = _AMOUNT.fullmatch(bare)
    if match is None and _in_steps(bare) is not None:
        return True
    if match is None:
        spelled = _SPELLED.fullmatch(bare)
        return spelled is not None and (spelled["yuan"] is not None or spelled["number"].endswith(("万", "亿")))
    return match["unit"] is not None


@remembered
def unit_line(text: str) -> str | None:
    """The unit of money a line above a table names, or None.

    >>> unit_line("单位：万元"), unit_line("（金额单位: 元）"), unit_line("单位：天津市知识产权局")
    ('万元', '元', None)
    """
    folded = fold(text)
    match = _UNIT_LINE.fullmatch(folded.strip("()")) or _LONE_UNIT.fullmatch(folded)
    return match["unit"] if match else None


@remembered
def is_lone_unit(text: str) -> bool:
    """Whether a text is a unit of money in brackets and nothing else.

    >>> is_lone_unit("（元）"), is_lone_unit("（单位：元）")
    (True, False)
    """
    return _LONE_UNIT.fullmatch(fold(text)) is not None


@remembered
def unit_within(text: str) -> tuple[str, str] | None:
    """The unit of money a short line names among other words, and those words; or None.

    >>> unit_within("乙局    单位：元"), unit_within("单位：元、%"), unit_within("注：本表金额单位为万元。")
    (('元', '乙局'), ('元', '%'), ('万元', '注:本表'))
    >>> unit_within("单位：元氏县财政局"), unit_within("单位：元/人")
    (None, None)
    """
    whole = unit_line(text)
    if whole is not None or len(text) > _LONGEST_WITHIN:
        return (whole, "") if whole is not None else None
    stated = narrow(text)
    match = _UNIT_WITHIN.search(stated)
    if match is None:
        return None
    return match["unit"], f"{stated[: match.start()]} {stated[match.end() :]}".strip(" \t\n,、;。")


@remembered
def unit_in_label(label: str) -> str | None:
    """The unit of money a label carries in brackets, or None.

    >>> unit_in_label("项目资金（万元）"), unit_in_label("项目资金")
    ('万元', None)
    """
    match = _UNIT_IN_LABEL.search(fold(label))
    return match["unit"] if match else None
