"""Where a value holds numbers, ranges, times and 每…, left to right, and which of its digits belong to words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from normalize.comparators import Lead, Tail, lead, tail
from normalize.dates import Moment, pattern, read_moment, stretch_end
from normalize.quantities import HAN, NUMBER, Quantity, read_denominators, read_quantity, with_unit_at
from normalize.statements import sense_of
from normalize.units import TIMES, Cues, read_unit, unit_of
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


class Dated(NamedTuple):
    """A time that the value names."""

    start: int
    end: int
    lead: Lead
    moment: Moment


class Counted(NamedTuple):
    """每期, 每季度, 按月: what a number is counted by."""

    start: int
    end: int
    per: str


class Opaque(NamedTuple):
    """Words that hold digits and state no number."""

    start: int
    end: int


class Unread(NamedTuple):
    """Digits that make no number or time we know: 8:30, 1.2.3, 2月30日, a row of more than forty."""

    start: int
    end: int


Site = Measured | Dated | Counted | Opaque | Unread


@cache
def _site() -> re.Pattern[str]:
    data = vocabulary("opaque")
    words = "|".join(re.escape(word) for word in sorted(data["words"], key=len, reverse=True))
    opaque = "|".join(data["patterns"])
    return re.compile(
        rf"(?P<once>一(?=[年月季周旬日天]度?(?:[0-9]|{HAN})[次回期场届]))|(?P<opaque>{words}|{opaque})|(?P<date>{pattern()})|(?P<per>每|按(?=年|月|季|周|日|旬|半年|学期|学年)(?!年度|年龄|年初|日程|日常|季节|月均)|逐(?=[月季周日旬])|分(?=季度|月))|(?P<number>{NUMBER})",
        re.VERBOSE,
    )


@cache
def _first() -> re.Pattern[str]:
    """Any character that a site may begin with: a quick search for where the long pattern is worth trying."""
    opaque, periods = vocabulary("opaque"), vocabulary("periods")
    words = [
        *opaque["words"],
        *periods["years"],
        *periods["year_ends"]["words"],
        *periods["halves"],
        *periods["festivals"],
    ]
    return re.compile(f"[{re.escape(''.join(sorted({word[0] for word in words})))}{opaque['begins']}{HAN[1:-1]}]")


def read_sites(text: str, cues: Cues, fiscal_year: int | None) -> tuple[Site, ...]:
    """Every number, time and 每… of a legible text, in order.

    >>> [type(site).__name__ for site in read_sites("2期,每期培训人数≥30人", Cues(), None)]
    ['Measured', 'Counted', 'Measured']
    """
    found: list[Site] = []
    at = free = 0
    first, pattern = _first(), _site()
    while begin := first.search(text, at):
        match = pattern.match(text, begin.start())
        if match is None:
            at = begin.end()
            continue
        site = _read(text, match, free, cues, fiscal_year)
        if site is None:
            at = match.start() + 1
            if run := _RUN.match(text, match.start()):
                found.append(Unread(run.start(), run.end()))
                at = free = run.end()
            continue
        found.append(site)
        at = free = max(site.end, match.start() + 1)
    return tuple(_periodic(text, found) if len(found) > 1 else found)


def _periodic(text: str, sites: list[Site]) -> Iterator[Site]:
    """A duration directly before a count says how often: 一年一次, 2年1次."""
    for place, site in enumerate(sites):
        following = sites[place + 1] if place + 1 < len(sites) else None
        match site, following:
            case Measured() as lasting, Measured() as counted if counted.start == lasting.end and _lasts(lasting):
                period = text[lasting.start : lasting.end]
                number = lasting.quantity.number
                yield Counted(lasting.start, lasting.end, period.lstrip("一1个") if number == "1" else period)
            case _:
                yield site


def _lasts(site: Measured) -> bool:
    measure = site.quantity.measure
    plain = site.upper is None and not (site.lead.signs or site.tail.signs)
    return plain and measure is not None and measure.dimension in {"duration", "calendar_duration"}


_RUN = re.compile(r"[0-9](?:[0-9.:/,]| +(?=[0-9]))*")
_ODD = re.compile(
    r"[0-9]{41}|[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:[:/][0-9]+){2,}|(?!1:)[0-9]{1,2}:[0-5][0-9](?![0-9])"
    r"|(?![0-9]{1,3}(?: [0-9]{3})+(?![0-9]))[0-9]+(?:\.[0-9]+)?(?: +[0-9]+)+"
)


def _read(text: str, match: re.Match[str], free: int, cues: Cues, fiscal_year: int | None) -> Site | None:
    at = match.start()
    match match.lastgroup:
        case "opaque":
            number = cues.counted and match[0].isdigit()
            return _measured(text, at, free, cues) if number else Opaque(at, match.end())
        case "per" | "once":
            return _counted(text, at)
        case "date":
            moment = read_moment(text, at, fiscal_year)
            if moment is None and not match[0].isdigit():
                return Unread(at, stretch_end(text, at))
            return (moment and _dated(text, moment, free, cues)) or _measured(text, at, free, cues)
        case _:
            return _measured(text, at, free, cues)


_BEHIND_TIME = re.compile(
    r"\s*(?:$|[,;。、)(]|完(?!成率|好率)|前|底|结束|到位|建成|止|支付|办结|交付|竣工|投入|开工|验收|达|内|实现|不超|之|度?$|发放|拨付)"
)
_UNTIL = re.compile(r"(?:截至|截止到?|不晚于|不迟于|至|到|于|自|从|[≤<=≥>])\s*$")


def _dated(text: str, moment: Moment, free: int, cues: Cues) -> Dated | Opaque | None:
    """A time states a deadline unless words follow that it only belongs to (2024年机关运维, 年末所有者权益)."""
    said = text[moment.start : moment.end]
    before = lead(text, free, moment.start)
    if said.replace(".", "").isdigit() and read_unit(text, moment.end, cues):
        return None
    if before.signs and re.fullmatch(r"[0-9]{1,2}月份?", said):
        return None
    if any(word in cues.name for word in ("时长", "周期", "年限")) and re.fullmatch(r"[0-9]{1,2}月份?", said):
        return None
    if text.startswith("的", moment.end):
        return Opaque(moment.start, moment.end)
    plain = _BEHIND_TIME.match(text, moment.end) or (moment.bound and text[moment.end - 1] in "前后起止")
    if plain or moment.granularity == "day" or _UNTIL.search(text, free, moment.start):
        return Dated(before.start, moment.end, before, moment)
    return Opaque(moment.start, moment.end)


_EVERY = re.compile(r"(?:每|[一按逐分])\s*(?:[0-9]{1,3}|[一两二三四五六七八九十半]{1,2})?\s*(?:个|一)?")


def _counted(text: str, at: int) -> Counted | None:
    match = _EVERY.match(text, at)
    if match is None:
        return None
    periods = sorted(vocabulary("periods")["recurrences"], key=len, reverse=True)
    start = at + 1
    word = next((period for period in periods if text.startswith(period, start)), None)
    if word is not None:
        return Counted(at, start + len(word), word)
    end = match.end()
    word = next((period for period in periods if text.startswith(period, end)), "")
    unit = read_unit(text, end)
    if unit and unit.end - end > len(word):
        word = text[end : unit.end]
    if not word and end < len(text) and "\u4e00" <= text[end] <= "\u9fff" and text[at] == "每":
        word = text[end]
    if not word:
        return Counted(at, match.end(), text[start : match.end()]) if match.end() > start else None
    return Counted(at, end + len(word), text[start : end + len(word)].strip().removeprefix("个").removeprefix("一"))


_BRACKET = r"\s*\(\s*(?:(?P<kept>不?含)(?=\s*(?:\)|本数|[0-9]))|不?含)[^()]{0,12}\)"
"""含 and 不含 tell whether the number belongs to its range, but 不含税 tells something else."""
_JOINT = re.compile(
    rf"(?:{_BRACKET})?" + r"\s*(?:-{1,2}|~|至|到|和(?=.{1,24}之间)|与(?=.{1,24}之间))\s*(?=-?[0-9]|" + HAN + ")"
)
_SPREAD = re.compile(r"\s*(?:左右)?\s*\(?\s*(?:±|\+/-|\+-)\s*(?=[0-9])")
_KEPT = re.compile(_BRACKET + r"|之间")
_SIGNABLE = re.compile(r"[\s≥≤<>=≈,;。、(:为达到于±]")


def _measured(text: str, at: int, free: int, cues: Cues) -> Measured | Opaque | None:
    """A number with all that belongs to it, or None where its characters are part of a word."""
    dash = text[at] in "+-" and not (at == free or _SIGNABLE.search(text, max(0, at - 1), at))
    odd = dash or text[at - 1 : at] == "≠" or (_ODD.match(text, at) and text[at - 1 : at] != "比")
    quantity = None if odd else read_quantity(text, at, cues)
    if quantity is None:
        return None
    quantity = _in_currency(text, at, free, quantity)
    before = lead(text, free, quantity.start)
    ranked = _ranked(text, at, free, quantity)
    if ranked is not None:
        return Measured(ranked, quantity.end, before._replace(start=ranked), Tail(quantity.end), quantity, rank=True)
    if quantity.han and not _is_number(text, at, quantity, before):
        return Opaque(at, at + 1)
    if text[max(free, at - 1) : at] == "第":
        return Opaque(at - 1, quantity.end)
    if text[max(free, at - 1) : at] == "±":
        return _around_zero(text, quantity, free)
    return _extended(text, quantity, before, cues)


_CURRENCY = re.compile(r"(?P<mark>¥|￥|RMB|人民币|US\$|USD|\$|€)\s?$")
_CURRENCIES = {"US$": "美元", "USD": "美元", "$": "美元", "€": "欧元"}


def _in_currency(text: str, at: int, free: int, quantity: Quantity) -> Quantity:
    """The mark of a currency before a number without a unit is its unit (¥500, RMB 50万)."""
    mark = None if quantity.measure or quantity.ratio else _CURRENCY.search(text, max(free, at - 5), at)
    if mark is None:
        return quantity
    measure = unit_of(_CURRENCIES.get(mark["mark"], "元"))[0]
    return quantity._replace(start=mark.start(), unit=mark["mark"] + quantity.unit, measure=measure)


def _around_zero(text: str, quantity: Quantity, free: int) -> Measured:
    """±3%以内."""
    before = lead(text, free, quantity.start - 1)
    behind = tail(text, quantity.end, len(text))
    return Measured(before.start, behind.end, before, behind, quantity, spread=quantity)


_RANKED = re.compile(r"(?:排名|名列|位列|位居|居|列|全[国省市区县])?\s*(?:(?<![提之以目当])前|第)\s*$")


def _ranked(text: str, at: int, free: int, quantity: Quantity) -> int | None:
    """Where a rank begins (全国前三, 第1名), no further back than what is read already; or None."""
    found = _RANKED.search(text, max(free, at - 8), at)
    measure = quantity.measure.canonical if quantity.measure else ""
    if found is None or measure not in {"", "人", "名次", "席", "%"}:
        return None
    if measure == "%":
        return found.start() if found[0].rstrip().endswith("前") else None
    if not measure and (quantity.unit or re.match(r"[\u4e00-\u9fff]", text[quantity.end :])):
        return None
    return found.start()


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
        and (text[at] in "万亿" or not (before.signs or before.approximate))
    ):
        return False
    if quantity.measure or quantity.more or quantity.unit:
        return not (text[at : at + 1] == "一" and text[at + 1 : at + 2] in data["behind"])
    return whole or bool(before.signs) or bool(tail(text, quantity.end, len(text)).signs)


_FLIPPED = re.compile(r"\s*(?P<sign>[≤<≥>])\s*[A-Za-z\u4e00-\u9fff]{1,8}\s*(?=[≤<≥>])")
_FLIP: dict[str, Comparator] = {"≤": ">=", "<": ">", "≥": "<=", ">": "<"}
_NOUN = re.compile(r"[\u4e00-\u9fff]{1,4}(?=\s*(?:$|[,;。()\n]))")


def _named_unit(text: str, quantity: Quantity) -> tuple[Quantity, Tail]:
    """A short noun behind a bare number is its unit, though no vocabulary lists it (50论文)."""
    noun = _NOUN.match(text, quantity.end)
    if noun is None or quantity.ratio or sense_of(noun[0]).sense != "text":
        return quantity, Tail(quantity.end)
    return quantity._replace(unit=noun[0], end=noun.end()), Tail(noun.end())


_INCLUDED = re.compile(_BRACKET)
_STRICT: dict[Comparator, Comparator] = {">=": ">", "<=": "<"}


def _past_bracket(text: str, quantity: Quantity, cues: Cues) -> tuple[Quantity, str | None]:
    """A quantity with the unit behind a bracket that says whether its number is included, and what that says."""
    bracket = None if quantity.unit or quantity.per or quantity.ratio else _INCLUDED.match(text, quantity.end)
    whole = with_unit_at(text, quantity, bracket.end(), cues) if bracket else None
    return (whole, bracket["kept"]) if bracket and whole else (quantity, None)


def _upper(text: str, quantity: Quantity, kept: str | None, cues: Cues) -> tuple[Quantity | None, bool, bool]:
    """The other end of a range that a first quantity opens, and whether the ends lie outside."""
    joint = _JOINT.match(text, quantity.end)
    upper = read_quantity(text, joint.end(), cues) if joint else None
    if joint is None or upper is None:
        return None, False, False
    kept = joint["kept"] or kept
    upper, kept_above = _past_bracket(text, upper, cues)
    return upper, kept == "不含", kept_above == "不含" if kept_above else kept == "含"


def _extended(text: str, quantity: Quantity, before: Lead, cues: Cues) -> Measured:
    """The range or ± that a first quantity opens, and what follows all of it."""
    quantity, kept_here = _past_bracket(text, quantity, cues)
    plus = _SPREAD.match(text, quantity.end)
    spread = read_quantity(text, plus.end(), cues) if plus else None
    upper, low_open, high_open = (None, False, False) if plus else _upper(text, quantity, kept_here, cues)
    end = (upper or spread or quantity).end
    if plus and "(" in plus[0] and text.startswith(")", end):
        end += 1
    if flipped := _FLIPPED.match(text, end):
        end = flipped.end()
        return Measured(before.start, end, before, Tail(end, (_FLIP[flipped["sign"]],)), quantity)
    behind = tail(text, end, len(text))
    if behind.end > end and quantity.per is None:
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
    if kept_here == "不含" and upper is None:
        before = before._replace(signs=_outside(before.signs))
        behind = behind._replace(signs=_outside(behind.signs))
    return Measured(before.start, end, before, behind, quantity, upper, spread, low_open, high_open)


def _outside(signs: tuple[Comparator, ...]) -> tuple[Comparator, ...]:
    """Signs that leave the number itself out: 80%(不含)以下."""
    return tuple(_STRICT.get(sign, sign) for sign in signs)


def ends_apart(site: Measured) -> tuple[Measured, ...]:
    """The two ends of a range in units that do not convert as sites of their own (30天-2个月), else the site itself.

    >>> (site,) = read_sites("30天-2个月", Cues(), None)
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
