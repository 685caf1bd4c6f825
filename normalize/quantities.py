"""Quantities: a number in any script, its unit and what it is counted by (三百, 百分之九十五, 0.16万元/亩, 2个半月)."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from normalize.denominators import read_denominators
from normalize.numbers import HAN, ONE, chinese, exact, exact_text, plain
from normalize.patterns import deferred
from normalize.remembered import kept
from normalize.shares import read_share
from normalize.units import (
    COUNTED,
    MULTIPLIERS,
    NO_CUES,
    NO_WORD,
    TIMES,
    Cues,
    Unit,
    UnitReading,
    is_age,
    read_unit,
    unit_of,
)

ASCII = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])|[0-9]{1,40})(?:\.[0-9]{1,20})?"
POWER = "[kKM]W|[kKM]VA|万?千瓦|兆瓦|[千兆]伏安"
"""What several machines have each: 4×250kW."""
REST = r"[0-9]{1,4}(?![0-9.%,十百千万亿])"
NUMBER = rf"""(?:
    (?P<parts>十万|万|千|百)分之\s*(?P<share>{ASCII}|{HAN}{{1,20}}(?:点{HAN}{{1,8}})?)
  | (?P<hundred>百分百)
  | (?P<whole>[0-9]{{1,9}}|{HAN}{{1,12}})分之(?P<piece>[0-9]{{1,9}}|{HAN}{{1,12}})
  | (?P<tenths>{HAN}{{1,2}}|{ASCII})成(?P<halves>{HAN}|半)?{NO_WORD}
  | (?P<off>[一二三四五六七八九]{{1,2}})折
  | (?P<most>一半|半数|(?<=过)半(?![年天日月周个小]))
  | (?P<half>半)
  | (?P<mixed>[0-9]{{1,12}}(?:\.[0-9]{{1,8}})?
      (?:亿[0-9]{{1,4}}[十百千]?万(?:{REST})?|亿{REST}|万[0-9]{{1,2}}千(?:[0-9]{{1,2}}百)?(?:{REST})?
        |万[0-9]{{1,2}}百(?:{REST})?|万{REST}|千[0-9]{{1,2}}百(?:{REST})?|千{REST}|百{REST}
        |[万千]零[0-9]{{1,4}}[十百千]?(?![0-9.%])
        |[十百千万亿]{{1,2}}(?![十百千万亿]){HAN}{{1,12}}))
  | (?P<left>[+-]?{ASCII})\s*(?P<colon>[:/]|比(?=[0-9]))\s*(?P<right>{ASCII})
      (?![0-9:/.]|\s*(?:万|千(?![克米瓦伏]))|[年月])
  | (?P<times>[1-9][0-9]{{0,2}})\s?[×xX*]\s?(?P<each>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?)(?=\s?(?:{POWER}))
  | (?P<ascii>[+-]?(?:{ASCII}|(?<![0-9A-Za-z.])\.[0-9]{{1,8}}))(?:\.(?=[ ]?%))?
      (?P<power>\s*[×xX*]\s*10(?:\^[+-]?[0-9]{{1,2}}|-?[1-9](?![0-9.,])|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{{1,3}})|[eE][+-]?[0-9]{{1,2}}(?![0-9]))?
  | (?P<han>{HAN}{{1,20}}(?:点{HAN}{{1,8}})?)
  )"""


class Quantity(NamedTuple):
    """A number with its unit as read off a text, from `start` to `end`.

    `number` and `unit` are as written; `factor` leads to the canonical unit, which is None where the unit is unknown,
    only a multiplier or absent. `more` is what says that there are more or so (20余场, 20来场, 20+家). `han` says that
    the number is in Chinese numerals alone, which may be a word and no number; `ratio` that it was written as one
    number to another.
    """

    start: int
    end: int
    number: str
    unit: str = ""
    factor: Fraction = ONE
    measure: Unit | None = None
    per: str | None = None
    more: str = ""
    han: bool = False
    warns: bool = False
    ratio: bool = False

    @property
    def amount(self) -> Fraction:
        """The number in the canonical unit."""
        return exact(self.number) * self.factor


PLAIN = r"[0-9]{1,7}(?:\.[0-9]{1,8})?(?![0-9.,:/×xX*eE成比⁰¹²³⁴⁵⁶⁷⁸⁹⁻\s]|分之|[十百千万亿]{1,2}(?:[0-9]|" + HAN + "))"
"""A number that is all digits, as most are: of the pattern above only `ascii` fits, with no power behind it."""
_PLAIN = deferred(PLAIN)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(NUMBER, re.VERBOSE)


def read_quantity(text: str, at: int, cues: Cues = NO_CUES) -> Quantity | None:
    """The number at a place of a text with the unit behind it, or None where no number stands there.

    >>> read_quantity("0.16万元/亩", 0)[2:7]
    ('0.16', '万元', Fraction(10000, 1), Unit(canonical='元', dimension='money', factor=Fraction(1, 1)), '亩')
    >>> read_quantity("三分之二以上", 0).amount, read_quantity("一年半", 0).amount
    (Fraction(200, 3), Fraction(18, 1))
    """
    if digits := _PLAIN.match(text, at):
        return counted(text, at, digits.end(), digits[0], cues)
    match = _number().match(text, at)
    if match is None:
        return None
    if match["parts"] or match["hundred"] or match["whole"] or match["tenths"] or match["off"]:
        share = read_share(match.groupdict())
        if share is None:
            return None
        return Quantity(at, match.end(), exact_text(share.number), share.written, share.factor, share.measure)
    if match["colon"]:
        return _ratio(text, match, cues)
    return _measured(text, match, cues)


_PAIRED = (*COUNTED, "sound_level", "score")
"""The dimensions no fraction has: two numbers with a slash between them are two."""


def is_paired(unit: Unit | None) -> bool:
    """Whether two numbers with a slash between them are two in such a unit, and no fraction: 12/10 场.

    >>> is_paired(unit_of("场")[0]), is_paired(unit_of("%")[0]), is_paired(None)
    (True, False, False)
    """
    return unit is not None and unit.dimension.startswith(_PAIRED)


def _ratio(text: str, match: re.Match[str], cues: Cues) -> Quantity | None:
    """1:3 and 2/3; a fraction with a unit is a number like any other (200/3%)."""
    left, right = exact(plain(match["left"])), exact(plain(match["right"]))
    if right == 0:
        return None
    unit = read_unit(text, match.end(), cues) if match["colon"] == "/" else None
    if unit is not None and unit.unit is not None and is_paired(unit.unit):
        return None  # 12/10场 is what was done and what was planned
    if unit is not None and unit.unit is not None:
        number = exact_text(left / right)
        per, end = read_denominators(text, unit.end)
        return Quantity(match.start(), end, number, unit.written, unit.factor, unit.unit, per)
    written = "" if match["colon"] == "/" else "比"
    return Quantity(match.start(), match.end(), exact_text(left / right), written, ratio=True)


def _measured(text: str, match: re.Match[str], cues: Cues) -> Quantity | None:
    if match["most"]:
        return Quantity(match.start(), match.end(), "0.5", "半", Fraction(100), unit_of("%")[0], han=True)
    number, end = _digits(match), match.end()
    han = bool(match["han"] or match["half"])
    stripped = match["han"].rstrip("万亿") if match["han"] else ""
    if stripped and "亿" not in stripped and len(stripped) < len(match["han"]):  # 一亿二千万 is one number
        end = match.start() + len(stripped)
        number = _exact_or_none(chinese(stripped))
    if number is None and match["han"] and _lexical(text, end):  # 十二千米
        end -= 1
        number = _exact_or_none(chinese(match["han"][:-1]))
    if number is None:
        return None
    return counted(text, match.start(), end, number, cues, han=han)


def _lexical(text: str, end: int) -> bool:
    """Whether the last character of a numeral that ends at a place begins a unit of its own: 千米, 百分点."""
    unit = read_unit(text, end - 1) if text[end - 1] in "千百" else None
    return unit is not None and unit.unit is not None and unit.multiplier == 1


class Behind(NamedTuple):
    """What stands behind a number: its unit and what it is counted by, up to `end`.

    `rest` is what a smaller unit adds to the number (一年半, 1小时30分).
    """

    end: int
    unit: str = ""
    factor: Fraction = ONE
    measure: Unit | None = None
    per: str | None = None
    more: str = ""
    warns: bool = False
    rest: Fraction | None = None


_OFTEN = 16
"""The longest that what stands behind a number may be for its reading to be remembered."""


def counted(text: str, start: int, end: int, number: str, cues: Cues, *, han: bool = False) -> Quantity:
    """A number that ends at a place, with the unit and denominators behind it.

    >>> counted("≥98%以上", 1, 3, "98", NO_CUES)[1:4]
    (4, '98', '%')
    """
    length = len(text) - end
    if not length:
        return Quantity(start, end, number, han=han)
    behind = (_kept_behind if length <= _OFTEN else _behind)(text[end:], cues)
    return _joined(start, end, number, behind, han=han)


def _joined(start: int, end: int, number: str, behind: Behind, *, han: bool) -> Quantity:
    if behind.rest is not None:
        number = exact_text(exact(number) + behind.rest)
    return Quantity(
        start, end + behind.end, number, behind.unit, behind.factor, behind.measure, behind.per, behind.more, han,
        behind.warns,
    )  # fmt: skip


def _behind(text: str, cues: Cues) -> Behind:
    """What the words directly behind a number say of it."""
    half = _HALF.match(text)
    if half:
        unit = read_unit(text, half.end(), cues)
        if unit is not None and unit.unit and unit.unit.dimension in TIMES:
            behind = _with_unit(text, unit)
            return behind._replace(rest=Fraction(1, 2) + (behind.rest or 0))
    more = _MORE.match(text)
    if more and (counted_so := _more(text, more, cues)):
        return counted_so
    unit = read_unit(text, 0, cues) or _bracketed(text, 0, cues)
    if unit is not None and unit.unit is None and (noted := _bracketed(text, unit.end, cues)):
        unit = _of_multiplier(unit, noted)
    if unit is None:
        per, end = read_denominators(text, 0)
        return Behind(end, per=per)
    if text.startswith(("(", " ("), unit.end) and (other := _bracketed(text, unit.end, cues)) and other.unit:
        unit = unit._replace(end=other.end)  # 15只(羽)
    return _with_unit(text, unit)


_kept_behind = kept(8_192)(_behind)


_HALF = deferred(r"个半(?=[月小钟])")
_MORE = deferred(
    r"\s*(?P<multiplier>[十百千万亿]{0,2})"
    r"(?P<more>余(?![样额粮热])|多(?!样|媒体|功能|层次|元[化素性主文参投])|来(?!源|电|访|信|宾|华|自|年)|几(?=[个名人家次场件项天位户台所])|\+(?=[\u4e00-\u9fff%]))"
)


def _digits(match: re.Match[str]) -> str | None:
    if match["times"]:
        return exact_text(exact(match["times"]) * exact(match["each"]))
    if match["ascii"]:
        return plain(match["ascii"] + (match["power"] or ""))
    if match["half"]:
        return "0.5"
    return _exact_or_none(chinese(match["mixed"] or match["han"]))


def _exact_or_none(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)


def _more(text: str, more: re.Match[str], cues: Cues) -> Behind | None:
    """20余场, 2万多人, 10来万元: the multiplier may stand before 余; 来 and + say so only of a unit that follows."""
    unit = read_unit(text, more.end(), cues)
    said, word = more["multiplier"], more["more"]
    multiplier = MULTIPLIERS.get(said, 1)
    if unit is None:
        word = "余" if word in "余多" else word
        return Behind(more.end(), said, Fraction(multiplier), more=word) if word == "余" or said else None
    per, end = read_denominators(text, unit.end)
    word = "余" if word in "多几" else word
    return Behind(end, said + unit.written, multiplier * unit.factor, unit.unit, per, more=word, warns=unit.warns)


_BRACKETED = deferred(r"\s?\((?P<unit>[^()]{1,6})\)")


def _bracketed(text: str, at: int, cues: Cues) -> UnitReading | None:
    """A unit in brackets behind its number: 10(场)."""
    bracket = _BRACKETED.match(text, at)
    unit = read_unit(bracket["unit"], 0, cues) if bracket else None
    if bracket is None or unit is None or unit.end != len(bracket["unit"]):
        return None
    return unit._replace(end=bracket.end())


def _of_multiplier(said: UnitReading, noted: UnitReading) -> UnitReading:
    """A multiplier and the unit in the bracket behind it: 100万(元); a unit that repeats it (万元) is taken alone."""
    if noted.unit is None or noted.multiplier != 1:
        return noted if noted.multiplier == said.multiplier else said
    multiplied = said.multiplier * noted.factor
    return UnitReading(said.written + noted.written, noted.end, said.multiplier, noted.unit, multiplied, noted.warns)


def with_unit_at(text: str, quantity: Quantity, at: int, cues: Cues) -> Quantity | None:
    """A quantity with the unit that stands away from it, at a place further on (90(含)分), or None where none stands.

    >>> with_unit_at("90(含)分", read_quantity("90(含)分", 0), 5, NO_CUES)[1:4]
    (6, '90', '分')
    """
    unit = read_unit(text, at, cues)
    if unit is None:
        return None
    whole = _joined(quantity.start, 0, quantity.number, _with_unit(text, unit), han=quantity.han)
    return whole._replace(more=quantity.more)


def _with_unit(text: str, unit: UnitReading) -> Behind:
    end, written, added = unit.end, unit.written, None
    if end == len(text):
        return Behind(end, written, unit.factor, unit.unit, warns=unit.warns)
    if unit.unit and unit.unit.dimension in TIMES and text.startswith("半", end):
        added, end = Fraction(1, 2), end + 1
    elif rest := _REST_OF_TIME.match(text, end):
        larger, smaller = _SMALLER.get(written, {}), rest["unit"]
        if smaller in larger:
            added, end = exact(rest["number"]) / larger[smaller], rest.end()
            minutes = unit_of("分钟")[0] if written == "分" else None
            unit = unit._replace(unit=minutes, factor=minutes.factor) if minutes else unit
    per, behind = (None, end) if is_age(unit.unit) else read_denominators(text, end)  # 80周岁每人每月50元
    if per is None or per.lstrip("0123456789") != written or per == written:  # 118人/120人 are two numbers
        end = behind
    else:
        per = None
    return Behind(end, written, unit.factor, unit.unit, per, warns=unit.warns, rest=added)


_REST_OF_TIME = deferred(
    r"(?<=[时年钟分h元])零?(?P<number>[0-9]{1,12}(?:\.[0-9]{1,4})?)\s*(?P<unit>分钟|分|秒|个月|角)(?!之)"
)
_SMALLER: dict[str, dict[str, int]] = {
    **{hours: {"分钟": 60, "分": 60} for hours in ("小时", "时", "h", "钟头")},
    **{minutes: {"秒": 60} for minutes in ("分钟", "分")},
    "年": {"个月": 12},
    "元": {"角": 10},
}
"""How many of a smaller unit of time that may follow make one of a larger: 1小时30分, 1年6个月."""
