"""Budget units and their projects, drawn from the data: the same seed and number give the same unit, for ever."""

import re
import tomllib
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from bench.generation.truth import plain

DATA = Path(__file__).with_name("data")
LEVELS = {
    "数量": ("产出指标", "数量指标"),
    "质量": ("产出指标", "质量指标"),
    "时效": ("产出指标", "时效指标"),
    "成本": ("产出指标", "成本指标"),
    "经济": ("效益指标", "经济效益指标"),
    "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"),
    "可持续": ("效益指标", "可持续影响指标"),
    "满意度": ("满意度指标", "服务对象满意度指标"),
}
"""The levels of an indicator where cost stands under output, as in the forms of 2015."""
ORDER = tuple(LEVELS)
_ALTERNATIVES = re.compile(r"\{([^{}0-9]*\|[^{}]*)\}")
_BAR = re.compile(r"\s\|(?:\s|$)")
# What a year changes: most targets are copied from the year before, some are raised or lowered.
_COPIED = 0.6


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator before a form writes it down: a comparison, words, or a date of the year (`sign` is "by")."""

    level: str
    name: str
    sign: str
    number: Decimal = Decimal(0)
    unit: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project of a unit in one year; money in yuan."""

    name: str
    code: str
    year: int
    total: Decimal
    other: Decimal
    goal: str
    aims: tuple[Aim, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A budget unit of a place."""

    number: int
    place: str
    name: str
    code: str
    department: str
    department_code: str
    themes: tuple[dict[str, Any], ...] = field(repr=False)


def drawn(*parts: object) -> Random:
    """A source of chance that depends on nothing but what it is named."""
    return Random(":".join(map(str, parts)))  # noqa: S311 - the same documents each time, no secret


@cache
def loaded(name: str) -> dict[str, Any]:
    """A file of data."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def unit_of(number: int) -> Unit:
    """A budget unit by its number; neighbours are of different places and bureaus.

    >>> unit_of(0).name, unit_of(0).code, unit_of(1).name, unit_of(1).department
    ('天津市大数据管理局', '120101', '石家庄市市场监督管理局', '石家庄市市场监督管理局')
    """
    places, branches, themes = loaded("places")["places"], loaded("places")["branches"], loaded("themes")["theme"]
    prefix, place = places[number % len(places)].split(" ")
    turn = number // len(places)
    at = (number + turn) % len(themes)
    branch = branches[turn // len(themes) % len(branches)]
    bureau = f"{place}{themes[at]['bureau']}"
    own = tuple(themes[(at + step) % len(themes)] for step in (0, 1, 5, 7, 11, 13, 17, 19))
    code = int(prefix) * 1000 + 101 + at * 20
    return Unit(
        number=number,
        place=place,
        name=bureau + branch,
        code=str(code + branches.index(branch)),
        department=bureau,
        department_code=f"{code // 1000}{at + 1:03d}",
        themes=own,
    )


def projects_of(unit: Unit, year: int, count: int, seed: object) -> list[Project]:
    """A unit's projects in a year: the same ones each year, some of their targets and their money changed."""
    return [_project(unit, year, at, seed) for at in range(count)]


def _project(unit: Unit, year: int, at: int, seed: object) -> Project:
    fixed, yearly = drawn(seed, unit.number, at), drawn(seed, unit.number, at, year)
    theme = unit.themes[at % len(unit.themes)]
    again = at // len(unit.themes)
    name = one_of(theme["name"], fixed) + (f"（{'二三四五六七八九'[again - 1 & 7]}期）" if again else "")
    if fixed.random() < 0.3:
        name = f"{year}年{name}"
    low, high = (Decimal(text) for text in theme["money"].split("-"))
    total = _between(low, high, fixed) * 10_000
    if yearly.random() > _COPIED:
        total = _rounded(total * Decimal(yearly.randint(80, 130)) / 100)
    aims = tuple(_this_year(aim, yearly) for aim in _aims(theme, total, fixed))
    goal = theme["goal"]
    for place, aim in enumerate(aims[:3], start=1):
        goal = goal.replace(f"{{{place}}}", in_words(aim))
    return Project(
        name=name,
        code=f"{unit.code}{year % 100:02d}T{unit.number % 10**6:06d}{at:06d}",
        year=year,
        total=total,
        other=_rounded(total / 5) if fixed.random() < 0.25 else Decimal(0),
        goal=one_of(goal, fixed),
        aims=aims,
    )


def _aims(theme: dict[str, Any], total: Decimal, fixed: Random) -> list[Aim]:
    """Two thirds of a theme's indicators and more, in the order of their levels, the first of each level always."""
    found: list[Aim] = []
    for line in theme["indicators"]:
        level, name, sign, said, unit = (part.strip() for part in _BAR.split(line))
        if fixed.random() < 0.2 and any(aim.level == level for aim in found):
            continue
        found.append(_aim(level, one_of(name, fixed), sign, said, unit, total, fixed))
    return sorted(found, key=lambda aim: ORDER.index(aim.level))


def _aim(level: str, name: str, sign: str, said: str, unit: str, total: Decimal, fixed: Random) -> Aim:
    if sign == "~":
        return Aim(level, name, sign, words=fixed.choice(said.split("/")))
    if sign == "by":
        return Aim(level, name, sign, number=Decimal(fixed.choice((6, 9, 10, 11, 12, 12, 12))))
    if said == "@":
        return Aim(level, name, sign, number=total / 10_000, unit=unit)
    ends = [Decimal(text) for text in said.split("-")]
    number = _between(ends[0], ends[-1], fixed)
    return Aim(level, name, sign, number=number, unit=unit)


def _this_year(aim: Aim, yearly: Random) -> Aim:
    if aim.sign not in {">=", "<="} or aim.unit in {"%", "‰", "年"} or yearly.random() < _COPIED or aim.level == "成本":
        return aim
    step = Decimal(1).scaleb(int(aim.number.as_tuple().exponent))
    changed = (aim.number * Decimal(yearly.randint(85, 125)) / 100).quantize(step, ROUND_HALF_UP)
    return replace(aim, number=changed or aim.number)


def _between(low: Decimal, high: Decimal, drawn: Random) -> Decimal:
    """A number between two, as precise as they are written; large ones are round, as targets are."""
    places = -int(low.as_tuple().exponent)
    steps = drawn.randint(int(low.scaleb(places)), int(high.scaleb(places)))
    round_to = 10 ** max(0, len(str(steps)) - 3)
    return Decimal(max(steps // round_to * round_to, int(low.scaleb(places)))).scaleb(-places)


def _rounded(money: Decimal) -> Decimal:
    return (money / 100).quantize(Decimal(1), ROUND_HALF_UP) * 100


def one_of(text: str, chance: Random) -> str:
    """A text with each {a|b} replaced by one of its alternatives.

    >>> one_of("道路{养护|养护}费{1}", drawn(1))
    '道路养护费{1}'
    """
    return _ALTERNATIVES.sub(lambda match: chance.choice(match[1].split("|")), text)


def in_words(aim: Aim) -> str:
    """An aim as a clause of prose."""
    if aim.sign in {"~", "by"}:
        return f"{aim.name}{aim.words or '按期完成'}"
    verb = {">=": "不少于", "<=": "不超过", "=": "达到"}[aim.sign]
    return f"{aim.name}{verb}{plain(aim.number)}{aim.unit}"


def canonical(number: Decimal, unit: str) -> tuple[Fraction, str]:
    """A number of a unit in the unit its bounds are kept in.

    >>> canonical(Decimal("2.5"), "万元"), canonical(Decimal(3), "万亩")[0] == 20_000_000
    ((Fraction(25000, 1), '元'), True)
    """
    known = loaded("units")
    if unit in known:
        factor, name = known[unit].split(" ")
        return Fraction(number) * Fraction(factor), name
    if unit.startswith("万") and len(unit) > 1:
        value, name = canonical(number, unit[1:])
        return value * 10_000, name
    return Fraction(number), unit


def shares(total: int, weights: list[int]) -> list[int]:
    """A whole number split by weights, the parts adding up to it.

    >>> shares(50, [1, 1, 1])
    [17, 16, 17]
    """
    ends = [0]
    for weight in weights:
        ends.append(ends[-1] + weight)
    marks = [int(Decimal(total * end / ends[-1]).quantize(Decimal(1), ROUND_HALF_UP)) for end in ends]
    return [after - before for before, after in pairwise(marks)]
