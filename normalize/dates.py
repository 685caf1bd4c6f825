"""Points and stretches of time: 2024年12月31日前, 2021-2023年, 三季度末, 年底前, 每月25日前."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from normalize.numbers import chinese
from normalize.patterns import deferred
from normalize.vocabulary import vocabulary

Granularity = Literal["day", "month", "quarter", "year"]


class Moment(NamedTuple):
    """A time as read: its first and last day (ISO, None where unknown), how fine it is, and what surrounds it.

    `bound` says which side the words name: "before" (…前, …底, 上半年), "after" (…后, …起) or None for the time itself.
    `vague` says that the words can be read in two ways: 第三季度前 may mean before its first or its last day.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    granularity: Granularity
    inferred: bool = False
    recurrence: str | None = None
    bound: Literal["before", "after"] | None = None
    vague: bool = False


class _Parts(NamedTuple):
    """The parts of a time as said, before a fiscal year completes them."""

    year: int | None
    relative: int | None
    months: tuple[int, int] | None
    days: tuple[int, int] | None
    granularity: Granularity
    festival: str | None = None


_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DASH = r"\s*(?:-{1,2}|~|至|到)\s*"
_JOINT = deferred(_DASH)
_SEVERAL = "{2,11}"
"""How many months or quarters stand before the last of a list: 3、6、9、12月."""
_BOUND = r"(?:\s*(?:(?P<before>(?:之|以)?前|止)|(?P<after>之后|以后|后|起|开始)|(?:之|以)?内(?![部容外])|期间))?"


_WEEKDAY = r"(?<=[周期拜])[一二三四五六日](?=(?:[之以]?前|上午|下午|上班|下班|报|[,;。]|$))(?:[上下]午|[上下]班)?"
"""A day of the week, which 每周三次 is none of."""
_CLOCK = r"(?:\s*(?:[01]?[0-9]|2[0-4])(?:[时点](?!长)(?:[0-5]?[0-9]分)?|:[0-5][0-9](?::[0-5][0-9])?))?"
"""The time of day behind a date, which is passed over: a day is as fine as a deadline gets."""


@cache
def begins() -> str:
    """The characters that a time may begin with, as a character class."""
    data = vocabulary("periods")
    words = (*data["years"], *data["year_ends"]["words"], *data["halves"], *data["festivals"])
    return "0-9Qq每第次下当本十一二三四五六七八九" + "".join(sorted({word[0] for word in words}))


def _pattern() -> str:
    """The source of the pattern of every time; each of its groups is named."""
    data = vocabulary("periods")
    named = sorted(data["years"], key=len, reverse=True)
    month = rf"度?\s*(?:{_MONTH}\s*月|年?[底末])"  # 上年 alone is what something is measured against
    relative = "|".join(word if data["years"][word] >= 0 else f"{word}(?={month})" for word in named)
    ends = "|".join(sorted(data["year_ends"]["words"], key=len, reverse=True))
    parts, halves = "|".join(data["parts"]), "|".join(data["halves"])
    festivals = "|".join(sorted(data["festivals"], key=len, reverse=True))
    every = "|".join(sorted(data["recurrences"], key=len, reverse=True))
    alone = rf"""(?:(?P<months>(?:{_MONTH}月?、){_SEVERAL}{_MONTH}|(?<![;。\n])(?:1[0-2]|0?[2-9])、{_MONTH})\s*月份?
        |(?P<quarters>第?(?:[一二三四1-4](?:季度)?、第?){_SEVERAL}[一二三四1-4])\s*季度
        |(?P<m1>{_MONTH}){_DASH}(?P<m2>{_MONTH})\s*月份?
        |(?P<month>{_MONTH})\s*月份?\s*(?:(?P<day>{_DAY})\s*[日号]{_CLOCK}|(?P<part>{parts}))?
        |第?(?P<q1>[一二三四1-4])(?:季度)?{_DASH}第?(?P<q2>[一二三四1-4])\s*季度?
        |第?\s*(?P<quarter>[一二三四1-4])\s*季度?(?P<qend>[末底])?
        |[Qq](?P<q>[1-4])|(?P<halfyear>{halves})|(?P<festival>{festivals})(?=[之以]?前)|(?P<yearend>{ends}))"""
    done = r"[前\s,;。、)]|$|已|完|达|实现|建成|竣工|投入|到位"
    ending = rf"度?内(?={done})|度?底(?![部盘数子泥线稿层])|度?末(?![端梢级])|度终"
    within = alone.replace(f"(?P<yearend>{ends})", rf"(?P<yearend>{ends}|{ending})")
    within = within.replace(_SEVERAL, "{1,11}")  # 2024年第2、3季度, but 1、6月底前 is the first of a list
    return rf"""(?:
        (?P<y1>(?:19|20)[0-9]{{2}})(?:年度?)?(?:{_DASH}|/(?=[0-9]{{4}}学年))(?P<y2>(?:19|20)[0-9]{{2}})
          \s*(?:(?P<school>学年度?)|年度?(?!\s*{_MONTH}\s*月)|(?=[二两三四五]年))
      | (?P<py>(?:19|20)[0-9]{{2}})[.](?P<p1>{_MONTH}){_DASH}(?P<p2>{_MONTH})(?:月份?|(?=\s*(?:$|[,;。、)])))(?![0-9.])
      | (?P<fy>(?:19|20)[0-9]{{2}})[.](?P<fm>{_MONTH})[.](?P<fd>{_DAY}){_DASH}
          (?P<tm>{_MONTH})[.](?P<td>{_DAY})(?![0-9.])
      | (?P<dm>1[0-2]|0?[1-9])[.](?P<dd>3[01]|[12][0-9]|0[1-9])[日号]?(?=前(?![ ]?[0-9一二三四五六七八九十]))
      | (?P<ny>(?:19|20)[0-9]{{2}})(?P<nsep>[./-])
          (?P<nm>1[0-2]|0?[1-9])(?P=nsep)(?P<nd>3[01]|[12][0-9]|0?[1-9])(?![0-9])日?{_CLOCK}
      | (?P<cy>(?:19|20)[0-9]{{2}})(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12][0-9]|3[01])(?!\.?[0-9])
      | (?P<sy>(?:19|20)[0-9]{{2}})(?:[.]|[-/](?=(?:0[1-9]|1[0-2])(?:$|[前底止,;。)、至~\s])))
          (?P<sm>0[1-9]|1[0-2]|[1-9](?={_DASH}(?:19|20)[0-9]{{2}}[.])
          |(?<=[-~至到](?:19|20)[0-9]{{2}}[.])[1-9])(?![0-9.%])
      | 每\s*(?:个)?(?P<every>{every})(?:的|内)?\s*(?:[首末次下第][一二三]?个?月
            |(?P<em>{_MONTH})月份?(?:{_DASH}{_MONTH}月份?)?)?
          (?:(?P<eq>第?[一二三四1-4]季度[末底]?|[上下]半年)|(?P<ed>{_DAY})(?:[日号]?{_DASH}{_DAY})?[日号]|(?P<epart>[底末初])|(?P<eweek>{_WEEKDAY})|(?(em)(?=[之以]?前|(?![至到上中下~-]))|(?!)))
      | [次下当本]月\s*(?:(?P<nextday>{_DAY})[日号]|(?P<nextpart>{parts}))
      | (?:(?P<year>(?:19|20)[0-9]{{2}}|(?<![0-9])2[0-9](?=年(?:(?:1[0-2]|0?[1-9])月|[底末]))
            |[一二][零〇○Oo0九][零〇一二三四五六七八九]{{2}})\s*
            (?:(?:财|会计|预算)?年|[.](?=(?:1[0-2]|0?[1-9])月)|(?=[ ]?(?:[Qq][1-4]|[上下]半年|第?[一二三四1-4]季度)))
          (?:度(?!内|计划|底|末|终|预算))?
          |(?P<relative>{relative})度?)\s*(?:{within})?
      | {alone.replace("(?P<", "(?P<w_")}
      ){_BOUND}"""


@cache
def compiled() -> re.Pattern[str]:
    """The pattern of every time."""
    return re.compile(_pattern(), re.VERBOSE)


@cache
def _names() -> tuple[str, ...]:
    """The name of each group of the pattern, in order, without the mark that tells two of a name apart."""
    groups = compiled().groupindex
    return tuple(name.removeprefix("w_") for name in sorted(groups, key=groups.__getitem__))


def _said(match: re.Match[str]) -> dict[str, str]:
    """The parts of a time that were said."""
    return {name: part for name, part in zip(_names(), match.groups(), strict=True) if part is not None}


def read_moment(text: str, at: int, fiscal_year: int | None, match: re.Match[str] | None = None) -> Moment | None:
    """The time at a place of a text, two of them joined by a dash as one stretch; None if it ends before it begins.

    `match` is what the pattern of every time matches there, where it is known already.

    >>> read_moment("2024年12月31日前", 0, None).last, read_moment("三季度末", 0, 2024).last
    ('2024-12-31', '2024-09-30')
    >>> read_moment("2023.07-2024.01", 0, None)[2:5]
    ('2023-07-01', '2024-01-31', 'month')
    """
    match = match or compiled().match(text, at)
    if match is None:
        return None
    end = match.end()
    moment, parts, before = _alone(match, fiscal_year)
    if moment is None:
        return None
    moment = moment._replace(start=match.start(), end=end)
    if parts is None or before:
        return moment
    joint = _JOINT.match(text, end)
    if joint and (upper := _upper(text, joint.end(), parts, fiscal_year)):
        if (moment.first or "") > (upper.last or "9"):
            return None
        inferred = moment.inferred and upper.inferred
        return upper._replace(start=moment.start, first=moment.first, inferred=inferred, bound=None, vague=False)
    return moment


def _alone(match: re.Match[str], fiscal_year: int | None) -> tuple[Moment | None, _Parts | None, bool]:
    """The time that a match is alone, its parts unless it recurs, and whether it ends in 前.

    The same few hundred times stand in every table; which group was the last to match tells what else matched.
    """
    key = match[0], match.lastindex, fiscal_year
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        known = _KNOWN[key] = _understood(_said(match), fiscal_year)
    return known


_KNOWN: dict[tuple[str, int | None, int | None], tuple[Moment | None, _Parts | None, bool]] = {}
_MOST = 4_096


def _understood(said: dict[str, str], fiscal_year: int | None) -> tuple[Moment | None, _Parts | None, bool]:
    if said.keys() & {"every", "nextday", "nextpart"}:
        return _recurring(said), None, False
    parts = _parts(said)
    moment = None if parts is None else _moment(parts, fiscal_year, _bound(said))
    if parts is None or moment is None:
        return None, None, False
    return moment._replace(vague=parts.granularity == "quarter" and "before" in said), parts, "before" in said


def stretch_end(text: str, at: int) -> int:
    """Where a time at a place of a text ends with all that a dash joins to it, whether it makes sense or not.

    >>> stretch_end("2024年3月至2023年1月完成", 0)
    15
    """
    first = compiled().match(text, at)
    if first is None:
        return at
    joint = _JOINT.match(text, first.end())
    second = compiled().match(text, joint.end()) if joint else None
    return second.end() if second else first.end()


def _upper(text: str, at: int, lower: _Parts, fiscal_year: int | None) -> Moment | None:
    """The end of a stretch, in the year of its beginning (2024年1月-12月) or, over its turn, in the next."""
    match = compiled().match(text, at)
    if match is None:
        return None
    said = _said(match)
    parts = _parts(said)
    if parts is None:
        return None
    if parts.year is None and parts.relative is not None and lower.year is not None:  # 2024年11月至次年3月
        parts = parts._replace(year=lower.year + parts.relative, relative=None)
    if parts.year is None and parts.relative is None:
        turned = _place(parts) < _place(lower)
        year = None if lower.year is None else lower.year + turned
        parts = parts._replace(year=year, relative=(lower.relative or 0) + turned)
    moment = _moment(parts, fiscal_year, _bound(said))
    return moment and moment._replace(start=at, end=match.end())


def _place(parts: _Parts) -> tuple[int, int]:
    """Where in a year a time begins: its month and day."""
    return (parts.months or (1, 12))[0], (parts.days or (1, 0))[0]


_UNTIL = {"part", "quarter", "q", "halfyear", "yearend"}
"""What names its own end: 6月底, 三季度, 上半年, 年底 are times to be done by."""


def _bound(said: dict[str, str]) -> Literal["before", "after"] | None:
    if "after" in said:
        return "after"
    whole = said.get("yearend", "").startswith("全")
    end = (
        "qend" in said
        or said.get("part", "中")[-1] in "底末"
        or said.get("yearend", "全").lstrip("度")[0] in "底末年终"
    )
    until = end or (said.keys() & _UNTIL and not whole and "year" not in said)
    day = said.keys() & {"day", "nd", "cd"}
    this_year = "relative" in said and "month" not in said
    return "before" if "before" in said or until or day or this_year else None


def _number(text: str) -> int:
    return (
        int(text)
        if text.isascii()
        else int(chinese(text.translate({0x25CB: "〇", 0x4F: "〇", 0x6F: "〇", 0x30: "〇"})) or 0)
    )


def _recurring(said: dict[str, str]) -> Moment:
    period = said.get("every", "月")
    granularity: Granularity = "day" if said.keys() & {"ed", "eweek", "nextday"} else "month"
    if "季" in said.get("eq", ""):
        granularity = "quarter"
    return Moment(0, 0, None, None, granularity, recurrence=period, bound=_bound(said))


def _parts(said: dict[str, str]) -> _Parts | None:
    if "school" in said and int(said["y2"]) == int(said["y1"]) + 1:
        return _Parts(int(said["y1"]), None, (9, 8), None, "month")
    if "y1" in said:
        return _Parts(None, None, None, (int(said["y1"]), int(said["y2"])), "year")
    numeric = _pointed(said) or _numeric(said)
    if numeric is not None:
        return numeric
    data = vocabulary("periods")
    year = _number(said["year"]) if "year" in said else None
    if year is not None and year < 100:
        year += 2000
    relative = data["years"].get(said.get("relative", ""))
    months, days, granularity = _within(said)
    festival = said.get("festival")
    return _Parts(year, relative, months, days, "day" if festival else granularity, festival)


def _pointed(said: dict[str, str]) -> _Parts | None:
    """2024.3-10月, 2024.1.1~12.31, 12.31前."""
    if "py" in said:
        return _Parts(int(said["py"]), None, (_number(said["p1"]), _number(said["p2"])), None, "month")
    if "fy" in said:
        months, days = (_number(said["fm"]), _number(said["tm"])), (_number(said["fd"]), _number(said["td"]))
        return _Parts(int(said["fy"]), None, months, days, "month")
    return _Parts(None, None, (int(said["dm"]),) * 2, (int(said["dd"]),) * 2, "day") if "dm" in said else None


def _numeric(said: dict[str, str]) -> _Parts | None:
    """2024.12.31, 20241231, 2023.07."""
    for y, m, d in (("ny", "nm", "nd"), ("cy", "cm", "cd"), ("sy", "sm", "")):
        if y in said:
            month = int(said[m])
            days = (int(said[d]), int(said[d])) if d else None
            return _Parts(int(said[y]), None, (month, month), days, "day" if d else "month")
    return None


_LISTED = deferred(_MONTH)


def _from_first_to_last(several: str, length: int) -> tuple[tuple[int, int] | None, None, Granularity]:
    """The stretch of a year over which listed months, or quarters of so many months, lie; none for any other order."""
    numbers = [_number(number) for number in _LISTED.findall(several)]
    if numbers != sorted({*numbers}):
        return None, None, "year"
    return (length * (numbers[0] - 1) + 1, length * numbers[-1]), None, "month" if length == 1 else "quarter"


def _within(said: dict[str, str]) -> tuple[tuple[int, int] | None, tuple[int, int] | None, Granularity]:
    """The part of a year: its months, its days (the last is 0 for a month's last), and how fine it is."""
    if several := said.get("months") or said.get("quarters"):
        return _from_first_to_last(several, 1 if "months" in said else 3)
    if "m1" in said:
        return (_number(said["m1"]), _number(said["m2"])), None, "month"
    if "month" in said:
        return _within_month(said)
    if quarter := said.get("q1") or said.get("quarter") or said.get("q"):
        return (3 * _number(quarter) - 2, 3 * _number(said.get("q2", quarter))), None, "quarter"
    if "halfyear" in said:
        first, last = vocabulary("periods")["halves"][said["halfyear"]]
        return (first, last), None, "month"
    return None, None, "year"


def _within_month(said: dict[str, str]) -> tuple[tuple[int, int], tuple[int, int] | None, Granularity]:
    month = _number(said["month"])
    if "day" in said:
        return (month, month), (_number(said["day"]),) * 2, "day"
    days = vocabulary("periods")["parts"].get(said.get("part", ""))
    return (month, month), None if days is None else (days[0], days[1]), "month"


_LAST_YEAR = 9999


def _before_festival(name: str, year: int, *, inferred: bool) -> tuple[str, str] | None:
    """The day before a festival, as first and last; None for a year whose day is not listed."""
    days = vocabulary("periods")["festivals"][name]
    year += inferred and days.get("every") == "01-01"  # before the new year is at the end of this one
    day = days.get("every") or days.get(str(year))
    if day is None or year > _LAST_YEAR:
        return None
    last = (date.fromisoformat(f"{year:04}-{day}") - timedelta(days=1)).isoformat()
    return last, last


def _moment(parts: _Parts, fiscal_year: int | None, bound: Literal["before", "after"] | None) -> Moment | None:
    """The time of some parts, wherever it stands."""
    if parts.granularity == "year" and parts.days is not None:
        first, last = parts.days
        if first > last:
            return None
        return Moment(0, 0, f"{first}-01-01", f"{last}-12-31", "year", bound=bound)
    inferred = parts.year is None
    year = parts.year
    if year is None and fiscal_year is not None:
        year = fiscal_year + (parts.relative or 0)
    if year is None or not 1 <= year <= _LAST_YEAR:
        return Moment(0, 0, None, None, parts.granularity, bound=bound)
    days = _before_festival(parts.festival, year, inferred=inferred) if parts.festival else _first_and_last(parts, year)
    return None if days is None else Moment(0, 0, *days, parts.granularity, inferred, bound=bound)


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    """The last day of a month; the standard library's calendar knows it too, and takes as long to import as the rest.

    >>> month_length(2024, 2), month_length(2100, 2), month_length(2023, 12)
    (29, 28, 31)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


def _first_and_last(parts: _Parts, year: int) -> tuple[str, str] | None:
    """The first and the last day of a part of a year, which may turn into the next; None where there is no such day."""
    lower, upper = parts.months or (1, 12)
    first_day, last_day = parts.days or (1, 0)
    turned = year + (lower > upper)
    if turned > _LAST_YEAR:
        return None
    length = month_length(turned, upper)
    if first_day > length or last_day > length:
        return None
    return f"{year:04}-{lower:02}-{first_day:02}", f"{turned:04}-{upper:02}-{last_day or length:02}"
