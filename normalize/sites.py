"""Where a value holds numbers, ranges, times and 每…, left to right, and which of its digits belong to words."""

import re
from functools import cache
from typing import NamedTuple

from normalize.asides import asides
from normalize.bounds import with_shared_unit
from normalize.claims import BARE, Claim, beginnings, claim
from normalize.comparators import Lead, lead
from normalize.dates import Moment, month_length, read_moment, stretch_end
from normalize.each import Counted, read_each
from normalize.expectations import expects
from normalize.intervals import read_interval
from normalize.measured import NOTED, Measured, Opaque, read_measured
from normalize.patterns import deferred
from normalize.specifications import may_start_change, specifies, starts_change
from normalize.units import TIMES, Cues, is_age, read_unit
from normalize.vocabulary import vocabulary


class Dated(NamedTuple):
    """A time that the value names."""

    start: int
    end: int
    lead: Lead
    moment: Moment


class Unread(NamedTuple):
    """Digits that make no number or time we know: 8:30, 1.2.3, 2月30日, a row of more than forty."""

    start: int
    end: int


Site = Measured | Dated | Counted | Opaque | Unread


def read_sites(text: str, cues: Cues, fiscal_year: int | None) -> tuple[Site, ...]:
    """Every number, time and 每… of a legible text, in order.

    >>> [type(site).__name__ for site in read_sites("2期,每期培训人数≥30人", Cues(), None)]
    ['Measured', 'Counted', 'Measured']
    """
    found: list[Site] = []
    at = free = 0
    search = beginnings().search
    while begin := search(text, at):
        start = begin.start()
        at = start + 1
        if text[start] in "0123456789" and (bare := BARE.match(text, start)):
            site = _bare(text, start, free, cues, bare.end())
        elif said := claim(text, start):
            site = _read(text, start, said, free, cues, fiscal_year)
        else:
            continue
        if site is None:
            if run := _RUN.match(text, start):
                found.append(Unread(start, run.end()))
                at = free = run.end()
            continue
        if isinstance(site, Measured):
            site = _readable(text, site)
        found.append(site)
        at = free = max(site.end, start + 1)
    if len(found) < 2:
        return tuple(found)
    return tuple(_together(text, _beside_asides(text, found, fiscal_year) if "(" in text else found))


def _beside_asides(text: str, sites: list[Site], fiscal_year: int | None) -> list[Site]:
    """The sites with each bracket that states no target as one that is opaque."""
    found = asides(text, [site for site in sites if isinstance(site, Measured)], fiscal_year)
    if not found:
        return sites
    within = {at for aside in found for at in range(aside.start, aside.end)}
    return sorted([*(site for site in sites if site.start not in within), *found], key=lambda site: site.start)


def _bare(text: str, at: int, free: int, cues: Cues, digits: int) -> Site | None:
    """What a number is that no word or time begins with, alone or as an end of an interval."""
    return _interval(text, at, free, cues) or read_measured(text, at, free, cues, digits)


def _interval(text: str, at: int, free: int, cues: Cues) -> Measured | None:
    return read_interval(text, at, free, cues) if at > free and text[at - 1] in "[(" else None


_AGO = deferred("[之以]?前(?=$|[,;。、)]|完|办|到|发|支|拨|报|提|达)")


_OF_DAY = deferred(r"(?:早上?|晚上?|上午|中午|下午|傍晚|凌晨|夜间?)\s*$")
_UNTIL_HOUR = deferred(
    r"(?:\s*(?:[至到~]|-{1,2})\s*(?:早上?|晚上?|上午|中午|下午|傍晚|凌晨|次日|夜间?)?\s*[0-9]{1,2}[点时](?![0-9]))?(?:[之以]?前)?"
)


_SIGNS = frozenset("≥≤<>")
_RIDDLES = frozenset("前之以+底末")
_DANGLING = deferred(r"[≥≤<>]=?\s*(?=$|[,;。、])")


def is_plain(text: str, site: Measured) -> bool:
    """Whether neither the unit of a number nor what follows it may make it a time of day, or its sign a riddle.

    >>> [is_plain(text, read_measured(text, 0, 0, Cues())) for text in ("9点", "3日前", "90%≤", "90%以上")]
    [False, False, False, True]
    """
    following = text[site.end : site.end + 1]
    if site.quantity.unit in _HOURS or (site.upper is not None and site.upper.unit in _HOURS):
        return False
    if not following:
        return True
    if following in _SIGNS or following in _RIDDLES or may_start_change(text, site.end):
        return False
    return "圈" not in text[site.end : site.end + 7] and not _qualifies(text, site)


@cache
def _who() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """The people an age may tell of, the things an amount may, and what their names begin with."""
    said = vocabulary("opaque")
    sorts, people, kinds = said["sort_of"], said["people"], said["kinds"]
    begin = frozenset({"的", *(word[0] for word in (*sorts, *people, *kinds))})
    covered = f"(?=[^,;。0-9]*(?:[0-9]|{'|'.join(said['covered'])}))"
    aged = re.compile(f"(?:{'|'.join(sorts)})*(?:{'|'.join(people)})")
    return aged, re.compile(f"(?:的?(?:{'|'.join(kinds)})|的[\u4e00-\u9fff]{{1,8}}){covered}"), begin


def _qualifies(text: str, site: Measured) -> bool:
    """Whether a number says which people or things are meant, and how many of them another or a word does.

    >>> texts = ("18周岁以上人员全覆盖", "100万元以上项目评审率100%", "≥18周岁", "10万元以上项目")
    >>> [_qualifies(text, read_measured(text, text.index("1"), 0, Cues())) for text in texts]
    [True, True, False, False]
    """
    people, kinds, begin = _who()
    if text[site.end : site.end + 1] not in begin or site.lead.signs:
        return False
    ends = site.quantity if site.upper is None else site.upper
    if ends.measure is None:
        return False
    if is_age(ends.measure):
        return people.match(text, site.end) is not None
    return bool(site.tail.signs) and kinds.match(text, site.end) is not None


_CIRCLE = deferred("[\u4e00-\u9fff]{0,6}圈")
"""What is within so many minutes by its name: 15分钟便民生活圈."""


def _readable(text: str, site: Measured) -> Measured | Opaque | Unread:
    """A time of day, a day of no month or a span of days that 前 follows says no number and no date we know.

    So do hours of the day with the one until which they last (早8点至晚6点), and a number with a sign behind it, which
    may have been meant for either side (90%≤).
    """
    if is_plain(text, site):
        return site
    started = not site.lead.signs and starts_change(text, site)
    if started or (_lasts(site) and _CIRCLE.match(text, site.end)) or _qualifies(text, site):
        return Opaque(site.start, site.end)
    if text[site.end : site.end + 1] in _SIGNS and not (site.lead.signs or site.tail.signs):
        dangling = _DANGLING.match(text, site.end)
        return Unread(site.start, dangling.end()) if dangling else site
    end = _unread_to(text, site)
    return site if end is None else Unread(site.start, end)


def _unread_to(text: str, site: Measured) -> int | None:
    """Where what nobody can read as one number ends, a time of day, a sum or a day of no month; None for others."""
    upper = site.upper
    if site.quantity.unit in _HOURS or (upper and upper.unit in _HOURS):
        hours = upper is not None and upper.unit in _HOURS and "~" not in text[site.quantity.end : upper.start]
        if hours or _OF_DAY.search(text, max(0, site.start - 3), site.start):
            until = _UNTIL_HOUR.match(text, site.end)
            return until.end() if until else site.end
    if site.quantity.unit == "月" and upper is None and text.startswith(("底", "末"), site.end):  # 13月底
        return site.end + 1
    if added := _ADDED.match(text, site.end):
        return added.end()
    ago = _AGO.match(text, site.end) if text.startswith(("前", "之前", "以前"), site.end) else None
    return ago.end() if ago and _lasts(site) else None


_HOURS = frozenset({"点", "时"})
_ADDED = deferred(r"(?:\s?[+]\s?[0-9][0-9.]{0,12}[^0-9+,;。()\s]{0,4})+")
"""What is added to a number, the sum left to the reader: 300万元+200万元, chainages as 2+350km."""


def _together(text: str, sites: list[Site]) -> list[Site]:
    """Sites that mean something else beside each other than each alone."""
    found = [sites[0]]
    stated: Dated | None = None
    for following in sites[1:]:
        last = found[-1]
        if isinstance(last, Measured) and isinstance(following, Measured):
            last = with_shared_unit(text, last, following)
        if isinstance(last, Dated) and last.moment.last and not last.moment.inferred:
            stated = last
        if isinstance(following, Dated) and stated is not None and stated is not last:
            found[-1:] = _pair(text, last, _in_turn(text, stated, following))
        else:
            found[-1:] = _pair(text, last, following)
    return found


_LIST = deferred(r"\s*[、,和及与]\s*")
NAMING = "(?![和与及或至到比对为是的])[\u4e00-\u9fff]"
"""The pattern of a character between two numbers that may make a name of them: 2室1厅."""
_NAMING = deferred(NAMING)


def _pair(text: str, site: Site, following: Site) -> tuple[Site, ...]:
    """What two sites in a row make of each other.

    A duration directly before a count says how often (一年一次, 2年1次); a time in a list with one that recurs does
    so too (每年6月、12月); a time runs from the one it follows (年度终了后3个月内); an age that people have is none to
    reach (60岁以上老年人≥80%); small numbers that each count a character nobody knows make a name (1主2副, 3核2翼).
    """
    if isinstance(site, Dated) and isinstance(following, Dated):
        return site, _in_turn(text, site, following)
    if isinstance(site, Dated | Opaque) and isinstance(following, Measured | Unread):
        paired = _behind_time(text, site, following)
        if paired is not None:
            return paired
    match site, following:
        case Measured() as lasting, Measured() as counted if counted.start == lasting.end and _lasts(lasting):
            period = text[lasting.start : lasting.end].strip()
            per = period.lstrip("一1个") if lasting.quantity.number == "1" else period
            return Counted(lasting.start, lasting.end, per), following
        case Measured(), _ if _is_attribute(text, site, following):
            return Opaque(site.start, site.end), following
        case ((Measured() | Unread()), Measured()) if _is_name(text, site, following):
            return (Unread(site.start, following.end),)
    return site, following


def _behind_time(text: str, site: Dated | Opaque, following: Measured | Unread) -> tuple[Site, ...] | None:
    """What a number behind a time makes of both; None where each stands for itself."""
    if isinstance(following, Measured) and _is_no_day(text, site, following):
        return (Unread(site.start, following.end),)
    if isinstance(site, Opaque):
        return None
    if another := _another_day(text, site, following):
        return site, another
    if site.moment.bound == "after" and isinstance(following, Measured) and following.start == site.end:
        measure = following.quantity.measure
        return (Opaque(site.start, site.end), following) if measure and measure.dimension in TIMES else None
    return None


_DAY_MORE = deferred(r"(?P<day>[12][0-9]|3[01]|0?[1-9])[日号](?:[之以]?前)?(?=$|[,;。、)和及与])")


def _another_day(text: str, first: Dated, following: Measured | Unread) -> Dated | None:
    """A day in a list behind one that recurs, or of the month that one names: 每月1日、15日, 6月1日、15日."""
    said = _DAY_MORE.match(text, following.start)
    if said is None or not _LIST.fullmatch(text, first.end, following.start) or first.moment.granularity != "day":
        return None
    moment = first.moment._replace(start=following.start, end=said.end())
    begun = moment.first or moment.last
    if moment.recurrence is None and begun:
        day = f"{begun[:8]}{said['day']:>02}"
        if int(said["day"]) > month_length(int(begun[:4]), int(begun[5:7])):
            return None
        moment = moment._replace(first=moment.first and day, last=moment.last and day)
    return Dated(following.start, said.end(), Lead(following.start), moment)


_NO_DAY = frozenset({"月", "日", "号"})


def _is_no_day(text: str, site: Dated | Opaque, following: Measured) -> bool:
    """Whether a month or a day that no year has stands right behind its year or month: 2024年13月, 12月32日."""
    number, unit = following.quantity.number, following.quantity.unit
    plain = following.start == site.end and following.upper is None and text.startswith(number + unit, site.end)
    return plain and unit in _NO_DAY and text[site.end - 1] == ("年" if unit == "月" else "月")


def _in_turn(text: str, first: Dated, following: Dated) -> Dated:
    """A time behind another: in a list with one that recurs it does so too, after one with a year it is of that year.

    每年6月、12月; 2024年3月开工，10月完工.
    """
    stated, moment = first.moment, following.moment
    if moment.recurrence or not (moment.inferred or moment.last is None):
        return following
    if stated.recurrence is None:
        return _of_year(text, stated, following)
    if _LIST.fullmatch(text, first.end, following.start) is None:
        return following
    again = moment._replace(first=None, last=None, inferred=False, recurrence=stated.recurrence)
    return following._replace(moment=again)


def _of_year(text: str, stated: Moment, following: Dated) -> Dated:
    begun = stated.first or stated.last
    if stated.inferred or begun is None or not text[following.moment.start].isdigit():
        return following
    again = read_moment(text, following.moment.start, int(begun[:4]))
    later = again is not None and again.last is not None and again.last >= begun and again.end == following.moment.end
    return following._replace(moment=again) if again is not None and later else following


def _is_attribute(text: str, site: Measured, following: Site) -> bool:
    """Whether a number says whom or what another one counts."""
    if is_age((site.upper or site.quantity).measure) and _describes(text, site, following):
        return True
    return isinstance(following, Measured) and specifies(text, site, following)


_PEOPLE = deferred("[\u4e00-\u9fff][^,;。、]*")


def _describes(text: str, site: Site, following: Site) -> bool:
    """Whether people stand between an age and what follows, or nothing does: 80-89岁25元/月."""
    if following.start == site.end:
        return isinstance(following, Counted) or (
            isinstance(following, Measured) and not is_age(following.quantity.measure)
        )
    return _PEOPLE.fullmatch(text, site.end, following.start) is not None


def _is_name(text: str, site: Measured | Unread, following: Measured) -> bool:
    if following.start != site.end + 1 or following.lead.signs or not _NAMING.match(text, site.end):
        return False
    if isinstance(site, Unread):
        return _NAMING.match(text, site.end - 1) is not None
    return site.end - site.start <= 2 and not site.quantity.unit and site.lead == Lead(site.start)


def _lasts(site: Measured) -> bool:
    measure = site.quantity.measure
    plain = site.upper is None and not (site.lead.signs or site.tail.signs)
    return plain and measure is not None and measure.dimension in {"duration", "calendar_duration"}


_CLOCK = "[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
_RUN = deferred(
    rf"{_CLOCK}\s*(?:-{{1,2}}|[~至到])\s*{_CLOCK}|{NOTED}|[0-9](?:[0-9.:/,]| +(?=[0-9]))*(?:[eE][+-]?[0-9]+)?"
)
"""Digits that nothing can be made of; of two times of the day (8:00-18:00) both."""


def _read(text: str, at: int, said: Claim, free: int, cues: Cues, fiscal_year: int | None) -> Site | None:
    match said.sort:
        case "opaque":
            number = cues.counted and text[at : said.end].isdigit()
            return read_measured(text, at, free, cues) if number else Opaque(at, said.end)
        case "per" | "once":
            return read_each(text, at)
        case "date":
            moment = read_moment(text, at, fiscal_year, said.time)
            if moment is None and not text[at : said.end].isdigit():
                return Unread(at, stretch_end(text, at))
            return (moment and _dated(text, moment, free, cues)) or read_measured(text, at, free, cues)
        case _:
            return _interval(text, at, free, cues) or read_measured(text, at, free, cues)


_BEHIND_TIME = deferred(
    r"\s*(?:$|[,;。、)(]|[和及与]\s*[0-9]{1,2}(?:-[0-9]{1,2})?月[份底末前]*(?:$|[,;。、)完各])|各(?=[0-9一二两三四五])|通过|已(?!经)|完(?!成率|好率)|前|底|结束|到位|建成|止|支付|办结|交付|竣工|投入|开工|验收|达|内|实现|不超|之|度?$|发放|拨付)"
)
_UNTIL = deferred(r"(?:截至|截止到?|不晚于|不迟于|至|到|于|自|从|[≤<=≥>])\s*$")


_MONTH = deferred(r"[0-9]{1,2}月份?")


def _dated(text: str, moment: Moment, free: int, cues: Cues) -> Dated | Opaque | None:
    """A time states a deadline unless words follow that it only belongs to (2024年机关运维, 年末所有者权益)."""
    said = text[moment.start : moment.end]
    before = lead(text, free, moment.start)
    if said.replace(".", "").isdigit() and read_unit(text, moment.end, cues):
        return None
    lasting = before.signs or (cues.name and expects(cues.name, "lasting"))
    if lasting and _MONTH.fullmatch(said):
        return None
    if text.startswith(("的", "水平的", "同期的", "实际的"), moment.end):
        return Opaque(moment.start, moment.end)
    plain = _BEHIND_TIME.match(text, moment.end) or (moment.bound and text[moment.end - 1] in "前后起止")
    if plain or moment.granularity == "day" or _UNTIL.search(text, free, moment.start):
        return Dated(before.start, moment.end, before, moment)
    return Opaque(moment.start, moment.end)
