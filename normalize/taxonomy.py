"""The levels of indicators, read from data/taxonomy.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from normalize.patterns import deferred
from normalize.remembered import kept, remembered
from normalize.scripts import in_chinese
from normalize.text import fold

Named = TypeVar("Named", str, "Level2")

_LONGEST = 80
"""No level is longer; a longer text is compared with none."""
_MARKS = deferred(
    r"^(?:[*★☆]+|\(?[一二三四五六七八九十]+\)?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?:\.\d{1,2})+[.、]?|\(?\d{1,2}[.、)])+"
)
_WEIGHT = deferred(r"\((?:\d+(?:\.\d+)?分?%?|权重.*|必填.*|选填.*)\)|\d+(?:\.\d+)?分$")
_CLOSING = deferred(r"(?:指标|目标|类)$")
_JOINT = deferred(r"[-－—–/·>→]+")


@dataclass(frozen=True, slots=True)
class Level2:
    """A level 2 with the level-1 names it can stand under, the usual one first."""

    name: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every spelling of a level, and what it stands for."""

    level1: dict[str, str]
    level2: dict[str, Level2]


@remembered
def level1(text: str) -> str | None:
    """The canonical level-1 name a text stands for, or None.

    >>> level1("产出 指标（50分）"), level1("项目效益"), level1("★成本指标"), level1("数量指标")
    ('产出指标', '效益指标', '成本指标', None)
    """
    return taxonomy().level1.get(_bare(text))


@remembered
def level2(text: str) -> Level2 | None:
    """The level 2 a text stands for, or None.

    >>> level2("（一）数量指标").name, level2("1.1数量指标").name
    ('数量指标', '数量指标')
    >>> level2("服务对象 满意度指标").name, level2("成本指标").parents, level2("培训数量要求")
    ('服务对象满意度指标', ('产出指标', '成本指标'), None)
    >>> level2("产出-数量").name, level2("满意度-数量")
    ('数量指标', None)
    """
    bare = _bare(text)
    return taxonomy().level2.get(bare) or _below(bare)


def _below(bare: str) -> Level2 | None:
    """The level 2 that stands behind its level 1 in one text: 产出-数量指标."""
    above, joint, own = _JOINT.sub("-", bare).partition("-")
    known = taxonomy()
    found = known.level2.get(_CLOSING.sub("", own)) if joint else None
    first = known.level1.get(_CLOSING.sub("", above)) if found is not None else None
    return Level2(found.name, (first,)) if found is not None and first in found.parents else None


@remembered
def is_level(text: str) -> bool:
    """Whether a text names a level of either kind.

    >>> is_level("可持续影响指标"), is_level("指标8：")
    (True, False)
    """
    return level1(text) is not None or level2(text) is not None


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy as loaded; raises `ValueError` where the data claims one spelling for two levels of a kind."""
    data = tomllib.loads((files("normalize") / "data" / "taxonomy.toml").read_text(encoding="utf-8"))
    first: dict[str, str] = {}
    second: dict[str, Level2] = {}
    for entry in data["level1"]:
        _claim(first, entry, entry["name"])
    for entry in data["level2"]:
        _claim(second, entry, Level2(entry["name"], tuple(entry["parents"])))
    return Taxonomy(first, second)


def _claim(spellings: dict[str, Named], entry: Mapping[str, Any], level: Named) -> None:
    for spelling in {_bare(text) for text in (entry["name"], *entry["variants"])}:
        if spelling in spellings:
            raise ValueError(f"taxonomy.toml: '{spelling}' is claimed twice")
        spellings[spelling] = level


@kept(8192)
def _bare(text: str) -> str:
    """The text without marks, weights and the closing 指标, which say nothing about which level it is."""
    if len(text) > _LONGEST:
        return ""
    folded = _WEIGHT.sub("", _MARKS.sub("", in_chinese(fold(text)))).rstrip(":")
    return _CLOSING.sub("", folded)
