"""A number of a value with its sign, unit, bracket and tail, or two of them that make a range."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from normalize.comparators import Lead, Tail, lead, tail
from normalize.denominators import read_denominators
from normalize.numbers import HAN, exact
from normalize.patterns import deferred
from normalize.quantities import Quantity, counted, read_quantity, with_unit_at
from normalize.statements import sense_of
from normalize.units import TIMES, Cues, is_age, unit_of
from normalize.vocabulary import vocabulary
from schema.target import Comparator


class Measured(NamedTuple):
    """A quantity with its sign, or two of them that make a range; `spread` is the ±; from `start` to `end`."""

    start: int
    end: int
    lead: Lead
    tail: Tail
    quantity: Quantity
    upper: Quantity | None = None
    spread: Quantity | None = None
    low_open: bool = False
    high_open: bool = False
    rank: bool = False


class Opaque(NamedTuple):
    """Words that hold digits and state no number."""

    start: int
    end: int


NOTED = r"[0-9]+(?:\.[0-9]+)?\([0-9]+(?:\.[0-9]+)?\)\s*(?=[A-Za-zμ%‰℃毫微]|分贝)"
"""The pattern of a number with another in brackets, of which either may hold for the unit behind: 5(8)mg/L."""
_ODD = deferred(
    rf"{NOTED}|"
    r"[0-9]{41}|[0-9]+(?:\.[0-9]+)?[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]|[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{3}|[0-9]+\.[0-9]{21}|[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:[:/][0-9]+){2,}|(?!1:)[0-9]{1,2}:[0-5][0-9](?![0-9])"
    r"|(?![0-9]{1,3}(?: [0-9]{3})+(?![0-9]))[0-9]+(?:\.[0-9]+)?(?: +[0-9]+)+"
    r"|(?![0-9]{1,3}(?:,[0-9]{3})+(?![0-9,]))[0-9]+(?:,[0-9]+)+|[0-9]{1,3}(?:, [0-9]{3})+(?![0-9])"
    r"|(?:(?<=\[)[0-9]+(?:,[0-9]+)+|[0-9]+(?:,[0-9]+)+(?= ?%?\]))"
)
_BRACKET = r"\s*\(\s*(?:(?P<kept>不?含)(?=\s*(?:\)|本数|[0-9]))|不?含)[^()]{0,12}\)"
"""含 and 不含 tell whether the number belongs to its range, but 不含税 tells something else."""
_JOINT = deferred(
    rf"(?:{_BRACKET})?" + r"\s*(?:-{1,2}|~|至|到|和(?=.{1,24}之间)|与(?=.{1,24}之间))\s*(?=[+-]?[0-9]|" + HAN + ")"
)
_AND = deferred(rf"(?P<kept>(?!))?\s?[和与]\s?(?=-?[0-9]|{HAN})")
"""What joins the ends of a range that 介于 opens, with 之间 behind it or not."""
_SPREAD = deferred(r"\s*(?:左右)?\s*\(?\s*(?:±|\+/-|\+-)\s*(?=[0-9])")
_KEPT = deferred(_BRACKET + r"|之间")


def read_measured(text: str, at: int, free: int, cues: Cues, digits: int = 0) -> Measured | Opaque | None:
    """The number at a place with all that belongs to it, no further back than `free`; None where there is none.

    Opaque where its characters are part of a word. `digits` tells where the number ends if it is known to be plain.

    >>> site = read_measured("控制在3-5万元以内", 3, 0, Cues())
    >>> site.start, site.lead.signs, site.quantity.number, site.upper.unit, site.tail.signs
    (0, ('<=',), '3', '万元', ('<=',))
    """
    last = text[at - 1] if at else ""
    plain = digits and last != "≠"
    quantity = counted(text, at, digits, text[at:digits], cues) if plain else _quantity(text, at, free, last, cues)
    if quantity is None:
        return None
    if at == free:
        last = ""
    else:
        quantity = _in_currency(text, at, free, quantity)
    if quantity.warns and at > free and (said := _CLAUSE_BEFORE.search(text, free, at)):
        told = cues._replace(name=cues.name + said[0])  # 带宽500M, 节约用电120万度
        quantity = _quantity(text, at, free, last, told) or quantity
    before = lead(text, free, quantity.start)
    if last == "过" and quantity.unit == "半" and before.start == at:
        before = Lead(at - 1, (">",))
    if last in {"上", "过"} and text[at] in "百千万" and _ROUND.search(text, max(0, at - 2), at):
        before = Lead(at - 1, (">=" if last == "上" else ">",))
    ranked = _ranked(text, at, free, quantity) if last else None
    if ranked is not None:
        beyond = lead(text, free, ranked)
        if not (before.signs or beyond.level) and set(beyond.signs[:1]) - {
            "<",
            "=",
            "~",
        }:  # 高于第5名; 低于 is said of both
            ranked, before = beyond.start, beyond
        return _placed(text, ranked, quantity, before._replace(start=ranked), cues)
    if quantity.han and not _is_number(text, at, quantity, before):
        return Opaque(at, at + 1)
    if last == "第":
        return Opaque(at - 1, quantity.end)
    return _around_zero(text, quantity, free) if last == "±" else _extended(text, quantity, before, cues)


@cache
def _signable() -> re.Pattern[str]:
    """What a dash stands behind that is a number's own: a sign, a mark, or a word of what may lie below zero."""
    return re.compile(rf"(?:[\s≥≤<>=≈,;。、(:为达到于±Hh]|{'|'.join(vocabulary('comparators')['signed'])})$")


def _quantity(text: str, at: int, free: int, last: str, cues: Cues) -> Quantity | None:
    """The quantity at a place, unless its digits are a code or a clock's, or its dash is none of its own."""
    own = at == free or _AROUND_ZERO.match(text, at) or _signable().search(text, max(0, at - 4), at)
    dash = text[at] in "+-" and not own
    odd = dash or last == "≠" or (_ODD.match(text, at) and last != "比")
    return None if odd else read_quantity(text, at, cues)


_AROUND_ZERO = deferred(
    r"-(?P<reach>[0-9.]{1,9})(?P<unit>[^0-9,;。()~至到+-]{0,4})\s*(?:[~至到]|-{1,2})\s*\+?(?P=reach)(?![0-9.])"
)
"""A range that lies around nothing: 涨跌幅-5%~5%, 控制在-5%至5%之间."""
_CLAUSE_BEFORE = deferred(r"[^,;。、\n0-9]{1,16}$")


@cache
def _currencies() -> tuple[re.Pattern[str], dict[str, str]]:
    """The mark of a currency at the end of a text, and the unit that each means."""
    units = {mark: unit for unit, marks in vocabulary("currencies").items() for mark in marks}
    longest = sorted(units, key=len, reverse=True)
    marks = "|".join(rf"(?<![A-Z]){re.escape(mark)}" if mark == "$" else re.escape(mark) for mark in longest)
    return re.compile(rf"(?P<mark>{marks})\s?$"), units


def _in_currency(text: str, at: int, free: int, quantity: Quantity) -> Quantity:
    """The mark of a currency before a number without a unit is its unit (¥500, RMB 50万), else a part of the amount."""
    ends, units = _currencies()
    mark = None if quantity.ratio else ends.search(text, max(free, at - 5), at)
    if mark is None:
        return quantity
    if quantity.measure is not None:  # ¥3000元 says it twice
        if quantity.measure.dimension != "money":
            return quantity
        unit = units[mark["mark"]]
        foreign = quantity.measure if unit == "元" else unit_of(unit)[0]
        return quantity._replace(start=mark.start(), measure=foreign)
    measure = unit_of(units[mark["mark"]])[0]
    return quantity._replace(start=mark.start(), unit=mark["mark"] + quantity.unit, measure=measure)


def is_marked(text: str) -> bool:
    """Whether what stands before a number makes it an amount, a rank, a serial number, or a distance both ways.

    >>> is_marked("¥"), is_marked("排名前 "), is_marked("±"), is_marked("不少于")
    (True, True, True, False)
    """
    ends = text[-1:]
    ranked = ends.isspace() and _RANKED.search(text, max(0, len(text) - 8))
    return ends in ("≠", "前", "第", "±") or bool(ranked or _currencies()[0].search(text, max(0, len(text) - 5)))


def _around_zero(text: str, quantity: Quantity, free: int) -> Measured:
    """±3%以内."""
    before = lead(text, free, quantity.start - 1)
    behind = tail(text, quantity.end, len(text))
    return Measured(before.start, behind.end, before, behind, quantity, spread=quantity)


_RANKED = deferred(r"(?:排名|名列|位列|位居|居|列|全[国省市区县])?\s*(?:(?<![提之以目当])前|第)\s*$")


def _ranked(text: str, at: int, free: int, quantity: Quantity) -> int | None:
    """Where a rank begins (全国前三, 第1名), no further back than what is read already; or None."""
    if not (text[at - 1] in "前第" or text[at - 1].isspace()):
        return None
    found = _RANKED.search(text, max(free, at - 8), at)
    measure = quantity.measure.canonical if quantity.measure else ""
    if found and quantity.ratio and quantity.unit == "" and text[at - 1] == "前":  # 前2/3
        return found.start()
    if found is None or measure not in {"", "人", "名次", "席", "%"}:
        return None
    if measure == "%":
        return found.start() if found[0].rstrip().endswith("前") else None
    named = re.match(r"(?![且或和及并以])[\u4e00-\u9fff]", text[quantity.end :]) and not _RANKS.match(
        text, quantity.end
    )
    return None if not measure and (quantity.unit or named) else found.start()


_ROUND = deferred(r"(?:^|[^以线网海路车床桌马船地天身晚早之如同向通经超])[上过]$")
"""上百家, 过千人次: at least so many, and more than so many."""
_RANKS = deferred(rf"\s?(?:-{{1,2}}|~|至|到|、(?={HAN}))\s?第?\s?(?=[0-9]|{HAN})")


def _placed(text: str, start: int, quantity: Quantity, before: Lead, cues: Cues) -> Measured | Opaque:
    """A rank, or the ranks from one to another: 第1-3名, 前10名以内; of 第10-15期 nothing is a rank."""
    if quantity.ratio:
        percent = unit_of("%")[0]
        quantity = quantity._replace(measure=percent, factor=Fraction(100), ratio=False)
    joint = _RANKS.match(text, quantity.end)
    upper = read_quantity(text, joint.end(), cues) if joint else None
    if joint and upper is not None:
        if upper.unit and (upper.measure is None or upper.measure.canonical not in {"人", "名次", "席"}):
            return Opaque(start, upper.end)
        if "、" in joint[0] and exact(upper.number) != exact(quantity.number) + 1:
            upper = None
    behind = tail(text, (upper or quantity).end, len(text))
    return Measured(start, behind.end, before, behind, quantity, upper, rank=True)


def may_be_counted(before: str, numeral: str, *, signed: bool) -> bool:
    """Whether a numeral between words states a number if a unit follows it: 统一 and 一般 are words with one in it.

    >>> [may_be_counted(word, "一次", signed=False) for word in ("统", "举办")], may_be_counted("", "一般", signed=True)
    ([False, True], False)
    """
    data = vocabulary("opaque")
    if not signed and before and before[-1] in data["before"]:
        return False
    return not (numeral[0] == "一" and numeral[1:2] and numeral[1] in data["behind"])


def _begins_range(text: str, at: int) -> bool:
    """Whether behind a numeral the other end of a range and its unit follow: 周期三至五年, but not 一至六年级."""
    joint = _JOINT.match(text, at)
    upper = read_quantity(text, joint.end()) if joint else None
    return upper is not None and upper.measure is not None and text[upper.end : upper.end + 1] not in {"级", "制"}


def _is_number(text: str, at: int, quantity: Quantity, before: Lead) -> bool:
    """Whether Chinese numerals are a number: a unit follows, or a sign stands before, or nothing else is there."""
    data = vocabulary("opaque")
    whole = at == 0 and (quantity.end == len(text) or bool(_JOINT.match(text, quantity.end)))
    if text.startswith(("半", "一半"), at):
        return quantity.unit == "半" or (quantity.measure is not None and quantity.measure.dimension in TIMES)
    if text[at - 1 : at] and text[at - 1] in data["before"] and not before.signs:
        return False
    if (
        text[at] in "百千万亿"
        and not quantity.more
        and (
            not (before.approximate or tail(text, quantity.end, len(text)).signs)
            and (not before.signs or (text[at] in "万亿" and text[at - 1 : at] not in {"上", "过"}))
        )
    ):
        return False
    if quantity.measure or quantity.more or quantity.unit:
        return not (text[at : at + 1] == "一" and text[at + 1 : at + 2] in data["behind"])
    whole = whole or _begins_range(text, quantity.end)
    return whole or bool(before.signs) or bool(tail(text, quantity.end, len(text)).signs)


_FLIPPED = deferred(r"\s*(?P<sign>[≤<≥>]=?)\s*[A-Za-z\u4e00-\u9fff]{1,8}\s*(?=[≤<≥>])")
_NAMED_BEHIND = deferred(r"\s*(?P<sign>[≤<≥>])\s*(?!不|半|" + HAN + r")(?=[\u4e00-\u9fff]{2,12}\s*(?:$|[,;。]))")
"""A sign between a number and its name: 90%≤合格率."""
_FLIP: dict[str, Comparator] = {"≤": ">=", "<": ">", "≥": "<=", ">": "<", "<=": ">=", ">=": "<="}
_NOUN = deferred(
    r"(?:[\u4e00-\u9fff]{1,4}|[A-Za-z]{2,6}|[A-Za-zμµ]{1,6}/[A-Za-zμµ]{1,3}[0-9²³]?)(?=\s*(?:$|[,;。()\n]))"
)


def _named_unit(text: str, quantity: Quantity) -> tuple[Quantity, Tail]:
    """A short noun behind a bare number is its unit, though no vocabulary lists it (50论文)."""
    noun = _NOUN.match(text, quantity.end)
    if noun is None or quantity.ratio or sense_of(noun[0]).sense != "text":
        return quantity, Tail(quantity.end)
    return quantity._replace(unit=noun[0], end=noun.end()), Tail(noun.end())


_INCLUDED = deferred(_BRACKET)
_STRICT: dict[Comparator, Comparator] = {">=": ">", "<=": "<"}


def _past_bracket(text: str, quantity: Quantity, cues: Cues) -> tuple[Quantity, str | None]:
    """A quantity with the unit behind a bracket that says whether its number is included, and what that says."""
    bracket = None if quantity.unit or quantity.per or quantity.ratio else _INCLUDED.match(text, quantity.end)
    whole = with_unit_at(text, quantity, bracket.end(), cues) if bracket else None
    return (whole, bracket["kept"]) if bracket and whole else (quantity, None)


def _upper(text: str, quantity: Quantity, kept: str | None, cues: Cues) -> tuple[Quantity | None, bool, bool]:
    """The other end of a range that a first quantity opens, and whether the ends lie outside."""
    joint = _JOINT.match(text, quantity.end)
    if joint is None and text.startswith("介于", max(0, quantity.start - 2)):
        joint = _AND.match(text, quantity.end)
    upper = read_quantity(text, joint.end(), cues) if joint else None
    if joint is None or upper is None:
        return None, False, False
    kept = joint["kept"] or kept
    upper, kept_above = _past_bracket(text, upper, cues)
    return upper, kept == "不含", kept_above == "不含" if kept_above else kept == "含"


_STOPS = frozenset(",;。、")
"""What nothing that belongs to a number begins with."""
_JOINING = frozenset("(-~至到和与左±+≤<≥>之")
"""What a bracket, a range, ± or 之间 begins with, beside a space."""


def _extended(text: str, quantity: Quantity, before: Lead, cues: Cues) -> Measured:
    """The range or ± that a first quantity opens, and what follows all of it."""
    alone = _alone(text, quantity, before)
    if alone is not None:
        return alone
    quantity, kept_here = _past_bracket(text, quantity, cues)
    plus = _SPREAD.match(text, quantity.end)
    spread = read_quantity(text, plus.end(), cues) if plus else None
    spread, quantity, unit_ends = _unit_behind(text, quantity, spread, cues)
    upper, low_open, high_open = (None, False, False) if plus else _upper(text, quantity, kept_here, cues)
    end = max((upper or spread or quantity).end, unit_ends)
    if plus and "(" in plus[0] and text.startswith(")", end):
        end += 1
    if flipped := _FLIPPED.match(text, end) or (None if before.signs else _NAMED_BEHIND.match(text, end)):
        end = flipped.end()
        return Measured(before.start, end, before, Tail(end, (_FLIP[flipped["sign"]],)), quantity)
    behind = tail(text, end, len(text))
    if behind.end > end and quantity.per is None and not is_age(quantity.measure):
        per, counted = read_denominators(text, behind.end)
        quantity, behind = quantity._replace(per=per), behind._replace(end=counted)
    if not quantity.unit and not quantity.per and upper is None and spread is None and behind.end == end:
        quantity, behind = _named_unit(text, quantity)
    end = behind.end
    if kept := _KEPT.match(text, end):
        end = kept.end()
        if kept["kept"] and upper:
            high_open = kept["kept"] == "不含"
        after = tail(text, end, len(text))
        behind = after._replace(signs=behind.signs + after.signs)
        kept_here = kept["kept"] or kept_here
        end = max(end, behind.end)
    if kept_here is not None and upper is None:
        inward = _outside if kept_here == "不含" else _inside
        before = before._replace(signs=inward(before.signs))
        behind = behind._replace(signs=inward(behind.signs))
    return Measured(before.start, end, before, behind, quantity, upper, spread, low_open, high_open)


def _alone(text: str, quantity: Quantity, before: Lead) -> Measured | None:
    """A quantity behind which neither a range nor a sign begins, None where one may."""
    end = quantity.end
    following = text[end : end + 1]
    if not following or following in _STOPS:
        return Measured(before.start, end, before, Tail(end), quantity)
    if following in _JOINING or following.isspace() or tail(text, end, len(text)).end > end:
        return None
    if quantity.unit or quantity.per:
        return Measured(before.start, end, before, Tail(end), quantity)
    quantity, behind = _named_unit(text, quantity)
    further = text[behind.end : behind.end + 1]
    if behind.end > end and (further == "(" or further.isspace()):
        return None
    return Measured(before.start, behind.end, before, behind, quantity)


def _outside(signs: tuple[Comparator, ...]) -> tuple[Comparator, ...]:
    """Signs that leave the number itself out: 80%(不含)以下."""
    return tuple(_STRICT.get(sign, sign) for sign in signs)


def _inside(signs: tuple[Comparator, ...]) -> tuple[Comparator, ...]:
    """Signs that take the number itself in: 大于100个(含100个)."""
    return tuple(_LOOSE.get(sign, sign) for sign in signs)


_LOOSE: dict[Comparator, Comparator] = {">": ">=", "<": "<="}


def _unit_behind(
    text: str, quantity: Quantity, spread: Quantity | None, cues: Cues
) -> tuple[Quantity | None, Quantity, int]:
    """A ± in percent before the unit of the number: 450±10%元/m³; the two, and where the unit ends."""
    if spread is None or quantity.unit or spread.unit != "%":
        return spread, quantity, 0
    whole = with_unit_at(text, quantity, spread.end, cues)
    return (spread, whole._replace(end=quantity.end), whole.end) if whole is not None else (spread, quantity, 0)


def ends_apart(site: Measured) -> tuple[Measured, ...]:
    """The two ends of a range in units that do not convert as sites of their own (30天-2个月), else the site itself.

    >>> site = read_measured("30天-2个月", 0, 0, Cues())
    >>> [(end.lead.signs, end.quantity.number, end.quantity.unit) for end in ends_apart(site)]
    [(('>=',), '30', '天'), (('<=',), '2', '月')]
    """
    low, high = site.quantity, site.upper
    if high is None or low.measure is None or high.measure is None or low.measure.canonical == high.measure.canonical:
        return (site,)
    above: Comparator = ">" if site.low_open else ">="
    below: Comparator = "<" if site.high_open else "<="
    lower = site.lead._replace(signs=(above, *site.lead.signs))
    return (
        Measured(site.start, high.start, lower, Tail(low.end), low),
        Measured(high.start, site.end, Lead(high.start, (below,)), site.tail, high),
    )
