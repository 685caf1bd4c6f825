"""Values that are a time from end to end and do not say so: a bare year or month, a spreadsheet's day, 当日, T+1."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

from normalize.clauses import Typed
from normalize.comparators import glyph_sign
from normalize.dates import read_moment
from normalize.expectations import Expectation, expects
from normalize.models import made
from normalize.numbers import scaled
from normalize.patterns import deferred
from normalize.units import unit_of
from normalize.vocabulary import vocabulary
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparison, Deadline

_DAYS_AFTER = deferred(r"T\s?\+\s?([0-9]{1,3})\s*(个?工作日|日|天)?")
_WITHIN = deferred("^(?:[≤<]=?|不超过|不晚于|不迟于) ?")
_DONE = deferred(r"(?:以?内|完成|办结|办理|处理|到账|发放|前)*")


@cache
def _soon() -> frozenset[str]:
    """What a value of so many days from now begins with."""
    return frozenset({"T", *(word[0] for word in vocabulary("periods")["within_days"])})


def _same_day(text: str, plain: str) -> Typed | None:
    """当日, T+1: within so many days."""
    days = vocabulary("periods")["within_days"]
    plain = _WITHIN.sub("", plain)
    if plain[:1] not in _soon():
        return None
    counted = _DAYS_AFTER.match(plain)
    word = counted[0] if counted else next((word for word in days if plain.startswith(word)), None)
    if word is None or not _DONE.fullmatch(plain, len(word)):
        return None
    spelling = "工作日" if counted and (counted[2] or "").endswith("工作日") else "日"
    number, unit = counted[1].lstrip("0") or "0" if counted else str(days[word]), unit_of(spelling)[0]
    known = {"unit_canonical": unit.canonical, "dimension": unit.dimension} if unit else {}
    high = scaled(number, unit.factor) if unit else number
    within = {"comparator": "<=", "explicit": False, "value": number, "unit": spelling, "high": high}
    return Typed(made(Comparison, {"text": text, **within, **known}), "same-day")


_YEAR = deferred(r"(?:19[5-9]|20[0-9])[0-9]")
_YEAR_MONTH = deferred(r"(?:19[5-9]|20[0-9])[0-9](?:0[1-9]|1[0-2])")
_EPOCH = date(1899, 12, 30)
_SERIAL = deferred(r"[345][0-9]{4}")


def whole_time(text: str, plain: str, beside: Expectation) -> Typed | None:
    """The time that a value is from end to end, or None.

    >>> whole_time("T+1", "T+1", Expectation()).rule, whole_time("3", "3", Expectation())
    ('same-day', None)
    """
    if "0" <= plain.lstrip(_OPEN)[:1] <= "9" and (day := _pointed(text, plain, beside)):
        return day
    if plain[-1] in _MONTHLY and (beside.unit_written in _MONTHS or not plain.isdecimal()):
        month = _month(text, plain, beside)
        if month is not None:
            return month
    if plain.isdecimal():
        return _bare_time(text, plain, beside)
    return _years(text, plain, beside) or _same_day(text, plain)


def _bare_time(text: str, plain: str, beside: Expectation) -> Typed | None:
    """A bare year (its unit may stand in the unit column) or a spreadsheet's day number, where a date is expected."""
    expected = expects(beside.name, "date") or beside.level == "时效指标"
    allowed = {"", "年", "年度"} if _YEAR.fullmatch(plain) else {""}
    if not expected or beside.unit_written not in allowed:
        return None
    if _YEAR.fullmatch(plain):
        return _within(text, f"{plain}-01-01", f"{plain}-12-31", "year", beside)
    if _YEAR_MONTH.fullmatch(plain) and expects(beside.name, "date"):
        moment = read_moment(f"{plain[:4]}年{plain[4:]}月", 0, None)
        if moment is not None and moment.first and moment.last:
            return _within(text, moment.first, moment.last, "month", beside)
    if _SERIAL.fullmatch(plain) and expects(beside.name, "date"):
        day = _EPOCH + timedelta(days=int(plain))
        due = {"text": text, "not_after": day.isoformat(), "granularity": "day"}
        return Typed(made(Deadline, due), "spreadsheet-day")
    return None


_YEARS = deferred(r"((?:19|20)[0-9]{2})\s?[-~至到]{1,2}\s?((?:19|20)[0-9]{2})")


def _years(text: str, plain: str, beside: Expectation) -> Typed | None:
    """From one year to another, where 年 stands in the unit column or the name asks for a period: 2023-2025."""
    years = _YEARS.fullmatch(plain)
    asked = beside.unit_written in {"年", "年度"} or (not beside.unit_written and expects(beside.name, "period"))
    if years is None or years[1] > years[2] or not asked:
        return None
    sides = {"not_before": f"{years[1]}-01-01", "not_after": f"{years[2]}-12-31"}
    return Typed(made(Deadline, {"text": text, **sides, "granularity": "year"}), "bare-year")


_OPEN = ' ≥≤<>=“"'
_POINTED = deferred(
    r"(?P<sign>[≥≤<>=]*)\s?[“\"]?(?:(?P<year>(?:19|20)[0-9]{2})(?P<point>[年./-]))?(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P<mark>[月.·/-])(?P<day>3[01]|[12][0-9]|0?[1-9]))?[日号]?[”\"]?(?P<before>(?:月?底|末)?(?:之|以)?前|月?底)?\.?"
)
"""A month or a day written with points or without its last word: 2024.6, 12.31前, 2024年12月31."""


def _pointed(text: str, plain: str, beside: Expectation) -> Typed | None:
    """Such a time, where its year or 前 tells it, or the name asks for one; 2024.6 is a number beside a unit."""
    said = _POINTED.fullmatch(plain)
    if said is None or beside.unit_written or beside.template or not (said["year"] or said["day"]):
        return None
    if said["point"] in {".", "/", "-"} and said["mark"] not in {None, said["point"]}:  # 2024.1-12
        return None
    if not (said["before"] or _asks_for(said, beside) or (said["year"] and not beside.name)):
        return None
    whole = f"{said['year'] + '年' if said['year'] else ''}{int(said['month'])}月"
    moment = read_moment(f"{whole}{said['day']}日" if said["day"] else whole, 0, beside.fiscal_year)
    if moment is None:
        return None
    sign = glyph_sign(said["sign"]) or beside.sign
    until = said["before"] or sign in {"<=", "<"} or (said["day"] and sign not in {">=", ">"})
    sides = {
        "not_before": None if until else moment.first,
        "not_after": None if sign in {">=", ">"} else moment.last,
    }
    odd = [made(Diagnostic, {"code": Code.YEAR_UNKNOWN, "args": {"text": text}})] if moment.first is None else []
    fine = "day" if said["day"] else "month"
    due = made(Deadline, {"text": text, **sides, "granularity": fine, "inferred": moment.inferred})
    return Typed(due, "deadline", tuple(odd))


def _asks_for(said: re.Match[str], beside: Expectation) -> bool:
    """Whether the name asks for such a time: 12.31 under 时限 is a day, but 1.5 only under a name of a moment."""
    return expects(beside.name, "date" if said["year"] or len(said["day"]) > 1 else "moment")


_MONTHS = frozenset({"月", "月份"})
_MONTHLY = frozenset("0123456789月份")
_OF_YEAR = deferred(r"(?P<sign>[≥≤<>=]*)\s*0?(?P<month>1[0-2]|[1-9])\s*(?P<unit>月份?)?")


def _month(text: str, plain: str, beside: Expectation) -> Typed | None:
    """A month of the year, where the name asks for a point in time though a sign or the column suggests a duration."""
    said = _OF_YEAR.fullmatch(plain)
    if said is None or not expects(beside.name, "moment"):
        return None
    sign = glyph_sign(said["sign"]) or beside.sign
    if not (beside.unit_written in _MONTHS or (said["unit"] and sign)):
        return None
    moment = read_moment(f"{said['month']}月", 0, beside.fiscal_year)
    if moment is None:
        return None
    odd = [made(Diagnostic, {"code": Code.MONTH_AS_DEADLINE, "args": {"text": text, "month": said["month"]}})]
    if moment.first is None:
        odd.append(made(Diagnostic, {"code": Code.YEAR_UNKNOWN, "args": {"text": text}}))
    sides = {
        "not_before": None if sign in {"<=", "<"} else moment.first,
        "not_after": None if sign in {">=", ">"} else moment.last,
    }
    due = made(Deadline, {"text": text, **sides, "granularity": "month", "inferred": moment.inferred})
    return Typed(due, "bare-month", tuple(odd))


def _within(text: str, first: str, last: str, granularity: Literal["year", "month"], beside: Expectation) -> Typed:
    """A bare year or month, of which a sign beside it leaves one side."""
    sign = beside.sign or "="
    sides = {"not_before": None if sign in {"<=", "<"} else first, "not_after": None if sign in {">=", ">"} else last}
    return Typed(made(Deadline, {"text": text, **sides, "granularity": granularity}), f"bare-{granularity}")
