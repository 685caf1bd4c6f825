"""A serial number and the section of a format with dates in it → day and time as Excel shows them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from parsers.formats.number_formats.chinese import digit_by_digit, numeral
from parsers.formats.number_formats.codes import Kind, Section, Token, sections

_TIMES = {Kind.MOMENT, Kind.ELAPSED}
_LAST = 2_958_465
"""The serial number of 9999-12-31."""
_SHIFT_1904 = 1_462
_LEAP_BUG = 60
"""Excel counts a 29 February 1900 that never was, so that old files of Lotus keep their numbers."""
_SYSTEM_DAY, _SYSTEM_TIME = "F800", "F400"
_CHINESE_DAY = sections('yyyy"年"m"月"d"日"')[0]
_CHINESE_TIME = sections("h:mm:ss")[0]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAY_SECONDS = 86_400


class Moment(NamedTuple):
    """A day as people write it and the seconds since its midnight; `days` have passed since the first day there is."""

    year: int
    month: int
    day: int
    weekday: int
    days: int
    seconds: Decimal


def moment(serial: Decimal, *, since_1904: bool, unit: Decimal) -> Moment | None:
    """The moment of a serial number, its time rounded to a unit of seconds; None where Excel shows only #####.

    >>> [moment(Decimal(number), since_1904=False, unit=Decimal(1))[:3] for number in ("45657.5", "60")]
    [(2024, 12, 31), (1900, 2, 29)]
    """
    if not 0 <= serial <= _LAST + 1:
        return None
    seconds = (serial * _DAY_SECONDS).quantize(unit, ROUND_HALF_UP)
    days = int((seconds / _DAY_SECONDS).to_integral_value(ROUND_FLOOR))
    rest = seconds - days * _DAY_SECONDS
    number = days + _SHIFT_1904 if since_1904 else days
    if not 0 <= number <= _LAST:
        return None
    weekday = (number + 5) % 7
    if number in {0, _LEAP_BUG}:
        return Moment(1900, 1 if number == 0 else 2, 0 if number == 0 else 29, weekday, days, rest)
    day = date(1899, 12, 31 if number < _LEAP_BUG else 30) + timedelta(days=number)
    return Moment(day.year, day.month, day.day, weekday, days, rest)


def moment_shown(serial: Decimal, section: Section, *, since_1904: bool) -> str | None:
    """A serial number as a section of days and times shows it; None where it is no day.

    >>> [moment_shown(Decimal("45657.75"), sections(code)[0], since_1904=False) for code in ("yyyy/m/d h:mm", "[h]")]
    ['2024/12/31 18:00', '1095786']
    """
    if section.locale.upper().endswith(_SYSTEM_DAY):
        section = _CHINESE_DAY
    elif section.locale.upper().endswith(_SYSTEM_TIME):
        section = _CHINESE_TIME
    tokens = section.tokens
    at = moment(serial, since_1904=since_1904, unit=_unit(tokens))
    if at is None:
        return None
    halves = any(token.kind is Kind.HALF_DAY for token in tokens)
    minutes = _minutes(tokens)
    found: list[str] = []
    for index, token in enumerate(tokens):
        if token.kind is Kind.ELAPSED:
            found.append(_elapsed(at, token.text))
        elif token.kind is Kind.HALF_DAY:
            found.append(_half_day(at, token.text))
        elif token.kind is Kind.MOMENT:
            text = token.text.lower()
            found.append(
                _clock(at, text, halves=halves) if index in minutes or text[0] in "hs" else _day(at, text, section)
            )
        else:
            found.append(token.text)
    return "".join(found)


def _unit(tokens: Sequence[Token]) -> Decimal:
    """To what a time is rounded: the last place of seconds; without seconds no minute or day is rounded up."""
    timed = [token for token in tokens if token.kind in _TIMES and token.text[:1] in "sS"]
    places = max((len(token.text.partition(".")[2]) for token in timed), default=3)
    return Decimal(1).scaleb(-min(places, 3))


def _minutes(tokens: Sequence[Token]) -> set[int]:
    """Which m are minutes: after hours, or before seconds."""
    timed = [
        (index, token.text.lower()[0])
        for index, token in enumerate(tokens)
        if token.kind in {Kind.MOMENT, Kind.ELAPSED}
    ]
    found = set()
    for place, (index, letter) in enumerate(timed):
        before = timed[place - 1][1] if place else ""
        after = timed[place + 1][1] if place + 1 < len(timed) else ""
        if letter == "m" and (before == "h" or after == "s"):
            found.add(index)
    return found


def _elapsed(at: Moment, text: str) -> str:
    seconds = at.days * _DAY_SECONDS + int(at.seconds)
    size = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{seconds // size:0>{len(text)}}"


def _half_day(at: Moment, text: str) -> str:
    first, second = text.split("/")
    return first if at.seconds < _DAY_SECONDS // 2 else second


def _clock(at: Moment, text: str, *, halves: bool) -> str:
    seconds = int(at.seconds)
    match text[0]:
        case "h":
            hours = seconds // 3600
            number = (hours % 12 or 12) if halves else hours
        case "m":
            number = seconds // 60 % 60
        case _:
            number = seconds % 60
    whole, _, places = text.partition(".")
    fraction = f"{at.seconds % 1:.{len(places)}f}"[1:] if places else ""
    return f"{number:0>{min(len(whole), 2)}}{fraction}"


def _day(at: Moment, text: str, section: Section) -> str:
    match text[0]:
        case "y" | "e":
            return _year(at, text, section)
        case "m":
            return _named(at.month, text, _MONTHS[at.month - 1], section)
        case "a":
            day = "一二三四五六日"[at.weekday]
            return f"星期{day}" if len(text) > 3 else day
        case _:
            return _named(at.day, text, _DAYS[at.weekday], section)


def _year(at: Moment, text: str, section: Section) -> str:
    year = f"{at.year % 100:02}" if text[0] == "y" and len(text) < 3 else f"{at.year:04}"
    return digit_by_digit(year) if section.chinese else year


def _named(number: int, text: str, name: str, section: Section) -> str:
    if len(text) < 3:
        return _of_a_date(number, section.chinese) if section.chinese else f"{number:0>{len(text)}}"
    if section.locale.endswith("804") and text[0] == "m":
        return f"{number}月" if len(text) == 3 else f"{_of_a_date(number, 1)}月"
    return {3: name[:3], 4: name}.get(len(text), name[0])


def _of_a_date(number: int, style: int) -> str:
    """十二月, where a number by itself would be 一十二."""
    shown = numeral(number, style)
    return shown[1:] if style == 1 and 10 <= number < 20 else shown
