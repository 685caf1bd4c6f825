"""Where a value holds numbers, ranges, times and 每…, left to right, and which of its digits belong to words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from normalize.comparators import Lead, lead
from normalize.dates import Moment, pattern, read_moment, stretch_end
from normalize.measured import Measured, Opaque, read_measured
from normalize.patterns import deferred
from normalize.quantities import HAN, NUMBER, PLAIN
from normalize.units import Cues, read_unit
from normalize.vocabulary import vocabulary


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


BARE = deferred(
    r"(?![0-9]{7}|(?:19|20)[0-9]{2}\.)"
    + PLAIN
    + "(?![A-Z、)年月日号季点学度~至到新冠+对版热平急联投举消指接报便政服工高院-])"
)
"""A number that is neither a word nor a time, whatever stands before it: no pattern of either goes on so."""


def claims(text: str, at: int) -> str | None:
    """Which sort of site claims the characters at a place: once, opaque, date, per, number, or none.

    >>> claims("2024年", 0), claims("2024年", 1), claims("5G网络", 0), claims("年", 0)
    ('date', 'number', 'opaque', None)
    """
    match = _site().match(text, at)
    return match and match.lastgroup


def read_sites(text: str, cues: Cues, fiscal_year: int | None) -> tuple[Site, ...]:
    """Every number, time and 每… of a legible text, in order.

    >>> [type(site).__name__ for site in read_sites("2期,每期培训人数≥30人", Cues(), None)]
    ['Measured', 'Counted', 'Measured']
    """
    found: list[Site] = []
    at = free = 0
    first, pattern = _first(), _site()
    while begin := first.search(text, at):
        start = begin.start()
        if BARE.match(text, start):
            site: Site | None = read_measured(text, start, free, cues)
        elif match := pattern.match(text, start):
            site = _read(text, match, free, cues, fiscal_year)
        else:
            at = start + 1
            continue
        if site is None:
            at = start + 1
            if run := _RUN.match(text, start):
                found.append(Unread(start, run.end()))
                at = free = run.end()
            continue
        found.append(site)
        at = free = max(site.end, start + 1)
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


_RUN = deferred(r"[0-9](?:[0-9.:/,]| +(?=[0-9]))*")


def _read(text: str, match: re.Match[str], free: int, cues: Cues, fiscal_year: int | None) -> Site | None:
    at = match.start()
    match match.lastgroup:
        case "opaque":
            number = cues.counted and match[0].isdigit()
            return read_measured(text, at, free, cues) if number else Opaque(at, match.end())
        case "per" | "once":
            return _counted(text, at)
        case "date":
            moment = read_moment(text, at, fiscal_year)
            if moment is None and not match[0].isdigit():
                return Unread(at, stretch_end(text, at))
            return (moment and _dated(text, moment, free, cues)) or read_measured(text, at, free, cues)
        case _:
            return read_measured(text, at, free, cues)


_BEHIND_TIME = deferred(
    r"\s*(?:$|[,;。、)(]|完(?!成率|好率)|前|底|结束|到位|建成|止|支付|办结|交付|竣工|投入|开工|验收|达|内|实现|不超|之|度?$|发放|拨付)"
)
_UNTIL = deferred(r"(?:截至|截止到?|不晚于|不迟于|至|到|于|自|从|[≤<=≥>])\s*$")


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


_EVERY = deferred(r"(?:每|[一按逐分])\s*(?:[0-9]{1,3}|[一两二三四五六七八九十半]{1,2})?\s*(?:个|一)?")


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
