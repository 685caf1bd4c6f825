"""Units of measure: from a spelling to its canonical unit, dimension and exact factor, read from data/."""

from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from normalize.numbers import ONE, exact
from normalize.patterns import deferred
from normalize.remembered import kept
from normalize.vocabulary import by_first, vocabulary

MULTIPLIERS = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
_MULTIPLYING = frozenset({word[0] for word in MULTIPLIERS})


TIMES = frozenset({"calendar_duration", "duration", "teaching_hours", "teaching_lessons", "working_time"})
"""The dimensions that tell how long."""

SHARES = frozenset({"%", "百分点", "倍"})
"""The units of a part of something, as which a change is told."""

COUNTED_WITH_GE = TIMES | {"percent", "percentage_point", "rank", "effort_days"}
"""The dimensions that may stand behind the filler 个: 3个月, 2个百分点, but 1个平台."""

COUNTED = ("count:", "persons", "person_times", "households")
"""How the dimensions begin of what is counted one by one."""


NO_WORD = (
    "(?![功果立为本都就员熟长交材套绩品像效片批型形份色组册书虫活灾婚因体建才对双]"
    "|分(?![布数类])|年(?![轻内度])|人(?![员口民群才数均])|行(?!业)|规模)"
)
"""Behind 成: no word goes on with it (3成果, 10成员单位), though 三成人员 are three tenths."""

_TENTHS = deferred("成" + NO_WORD)


class Unit(NamedTuple):
    """What one of a spelling is: `factor` of `canonical`, which measures `dimension`."""

    canonical: str
    dimension: str
    factor: Fraction


class Cues(NamedTuple):
    """What beside a value may decide what an ambiguous word means: the indicator's name and its level."""

    name: str = ""
    level: str = ""
    counted: bool = False
    """Whether a unit column says that the value is a number."""


NO_CUES = Cues()


class UnitReading(NamedTuple):
    """A unit read off a text: as written with its multiplier, what it is, and where it ends.

    `unit` is None for a multiplier alone (≥3亿); `factor` is what one of the written unit is in the canonical one,
    multiplier and unit together.
    """

    written: str
    end: int
    multiplier: int
    unit: Unit | None
    factor: Fraction
    warns: bool = False


@cache
def measures() -> dict[str, Unit]:
    """Every spelling of a unit that converts."""
    return {
        spelling: Unit(table["canonical"], dimension, ONE if line["factor"] == "1" else exact(line["factor"]))
        for dimension, table in vocabulary("units").items()
        for line in table["units"]
        for spelling in line["spellings"]
    }


@cache
def counters() -> dict[str, Unit]:
    """Every spelling of a unit that counts, and with 次 how often: 株 and 株次, 案 and 案次."""
    found: dict[str, Unit] = {}
    for group in vocabulary("counting").values():
        dimensions = group.get("dimensions", {})
        named = {spelling: spelling for spelling in group["spellings"]} | group.get("same", {})
        for spelling, canonical in named.items():
            found[spelling] = Unit(canonical, dimensions.get(canonical, f"count:{canonical}"), ONE)
    once = [unit.canonical for unit in found.values() if unit.canonical != "个" and not unit.canonical.endswith("次")]
    return {**{f"{unit}次": Unit(f"{unit}次", f"count:{unit}次", ONE) for unit in once}, **found}


@cache
def ambiguous() -> dict[str, dict[str, Any]]:
    """The spellings that mean one thing here and another there, with the rules that decide."""
    return vocabulary("ambiguous")


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Every spelling of every unit under its first character, the longest first."""
    return by_first([*{*measures(), *counters(), *ambiguous()}])


@kept(8192)
def unit_of(spelling: str, cues: Cues = NO_CUES) -> tuple[Unit | None, bool]:
    """The unit a spelling means beside a name and a level, and whether that was a guess.

    >>> unit_of("亩")[0]
    Unit(canonical='平方米', dimension='area', factor=Fraction(2000, 3))
    >>> unit_of("分", Cues(name="系统响应时间"))[0].canonical, unit_of("分")[0].canonical
    ('秒', '分')
    """
    rules = ambiguous().get(spelling)
    if rules is None:
        return measures().get(spelling) or counters().get(spelling), False
    for reading in rules["readings"]:
        if any(word in cues.name for word in reading.get("name", ())) or cues.level in reading.get("level", ()):
            return _usual(reading["unit"]), False
    return _usual(rules["otherwise"]), bool(rules.get("warns"))


def _usual(spelling: str) -> Unit | None:
    return measures().get(spelling) or counters().get(spelling)


def is_age(unit: Unit | None) -> bool:
    """Whether a unit measures how old somebody is, which nothing is counted by.

    >>> is_age(unit_of("周岁")[0]), is_age(unit_of("年")[0]), is_age(None)
    (True, False, False)
    """
    return unit is not None and unit.dimension == "age"


_CLAUSE = deferred(r"[,，;；。、\n]")
_POINTS = deferred(r"个点(?=$|[\s,;。、)]|以[上内下]|左右)")
_HUNDRED_MILLIONS = deferred(r"个亿(?=元|人民币|$|[\s,;。、)]|以[上下内]|左右|的?投资|的?资金)")
"""12个亿; 2个亿级产业 counts industries."""


def read_unit(text: str, at: int, cues: Cues = NO_CUES) -> UnitReading | None:
    """The longest unit at a place, with a multiplier and the filler 个 before it, or None.

    >>> read_unit("万字", 0).factor, read_unit("个工作日内", 0).written, read_unit("千克", 0).multiplier
    (Fraction(10000, 1), '工作日', 1)
    """
    if text.startswith("个亿", at) and _HUNDRED_MILLIONS.match(text, at):
        at += 1
    if text.startswith("个点", at) and _POINTS.match(text, at):
        points = _usual("百分点")
        return UnitReading("个点", at + 2, 1, points, points.factor if points else ONE)
    if text.startswith(" ", at):
        at += 2 if text.startswith(" ", at + 1) else 1
    spelling = _longest(text, at)
    multiplier = _multiplier(text, at)
    if multiplier and len(multiplier) >= len(spelling):
        behind = at + len(multiplier)
        behind += _gap(text, behind)
        rest = _longest(text, behind) or _filled(text, behind)
        unit, factor, warns = _multiplied(multiplier, rest, cues)
        behind += len(rest)
        return UnitReading(multiplier + rest, behind, MULTIPLIERS[multiplier], unit, factor, warns)
    if text.startswith("个", at):
        filled = _filled(text, at)
        spelling = filled if len(filled) > len(spelling) else spelling
    if not spelling or (spelling == "成" and not _TENTHS.match(text, at)):
        return None
    end = at + len(spelling)
    spelling = spelling.removeprefix("个") or spelling
    unit, warns = unit_of(spelling, cues)
    if warns and end < len(text):
        beside = _CLAUSE.split(text[end : end + 4])[0]  # what the next clause counts decides nothing here
        unit, warns = unit_of(spelling, cues._replace(name=cues.name + beside))
    if text.startswith("数", end) and not text.startswith(("数据", "数字", "数量"), end):
        end += 1
    return UnitReading(spelling, end, 1, unit, unit.factor if unit else ONE, warns)


@kept(8192)
def _multiplied(multiplier: str, spelling: str, cues: Cues) -> tuple[Unit | None, Fraction, bool]:
    """The unit behind a multiplier, if there is one, what so many of it are, and whether it was a guess."""
    unit, warns = unit_of(spelling, cues) if spelling else (None, False)
    return unit, MULTIPLIERS[multiplier] * (unit.factor if unit else ONE), warns


_APART = deferred("[A-Za-zμ]|[\u4e00-\u9fff]{1,3}(?![\u4e00-\u9fff])")


def _gap(text: str, at: int) -> int:
    """How many spaces part a multiplier from its unit (3.6万 m3, 100万 元), none where other words follow."""
    parted = text.startswith(" ", at) and _APART.match(text, at + 1) and _longest(text, at + 1)
    return 1 if parted else 0


def _longest(text: str, at: int) -> str:
    for word in spellings().get(text[at : at + 1], ()):
        if text.startswith(word, at) and not (word[-1].isascii() and _LETTER.match(text, at + len(word))):
            return word
    return ""


_LETTER = deferred("(?<=[A-Za-z])[A-Za-z]")
"""A letter that makes another word of a unit written in letters: dpi is no day."""


def _multiplier(text: str, at: int) -> str:
    if text[at : at + 1] not in _MULTIPLYING:
        return ""
    for length in (2, 1):
        if text[at : at + length] in MULTIPLIERS:
            return text[at : at + length]
    return ""


def _filled(text: str, at: int) -> str:
    """A unit behind the filler 个 (个月, 个百分点), with it; before a noun that is no measure 个 is a unit itself."""
    if not text.startswith("个", at):
        return ""
    spelling = _longest(text, at + 1)
    measure = measures().get(spelling)
    return "个" + spelling if measure and measure.dimension in COUNTED_WITH_GE else ""
