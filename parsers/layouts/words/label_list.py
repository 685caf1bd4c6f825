"""The labels of data/labels.toml, and the bare spelling in which labels are compared."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, cast

from normalize.scripts import in_chinese
from normalize.text import fold

KNOWN = 8192
"""So many spellings are remembered with what they stand for; the same few stand over and beside all grids."""
LONGEST_LABEL = 60
"""No label is longer; a longer text is compared with none."""
_LONGEST_OF_TWO = 160
"""Nor is one that is printed in two scripts."""
_YEAR = re.compile(r"\(20\d\d年?度?(?:[-~—–至到]+20\d\d年?度?)?\)(?=.)")
BULLETS = "•·●○■◆◇▪▸►▶➤➢❖※>–—\uf06c-\uf0ff-"
"""What stands before the items of a list, and so before labels in lines of their own; inside a class of characters."""
_LEAD = re.compile(
    rf"^(?:[*★☆【{BULLETS}]+|其中:?|资金(?:来源|结构|构成):|\(?[一二三四五六七八九十]+[)、]|\(\d{{1,2}}\)|[①-⑳]|\d{{1,2}}[.、](?=\D)|20\d\d(?=年度目标)|20\d\d年度?(?=\D{{3}}|预算|资金))+"
)
_TAIL = re.compile(
    r"(?:\((?:单位:)?(?:人民币)?(?:亿元|百万元|千元|万元|元|%|‰|必填|必填项|选填|盖章|公章|签章|签字|签名|章|\d{1,3}分|[a-f](?:/[a-f](?:[×x*]100%)?)?|(?:截[止至]到?|至|到)?20[\d×x*]{2}[^()]{0,24})\)|[::*】]|(?<=绩效目标|年度目标|长期目标|中期目标|总体目标)\d{1,2})+$"
)

Period = Literal["annual", "mid_term", "half_year"]
Stage = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Labels:
    """Every spelling, and the field, amount or column it stands for."""

    header: Mapping[str, str]
    amounts: Mapping[str, str]
    columns: Mapping[str, str]
    endings: Mapping[str, str]
    header_endings: Mapping[str, str]
    amount_endings: Mapping[str, str]
    turned: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
    under: Mapping[str, Mapping[str, str]]
    beside: Mapping[str, str]
    natures: tuple[str, ...]
    grades: Mapping[str, str]
    periods: Mapping[Period, tuple[str, ...]]
    whole: frozenset[str]
    stages: Mapping[Stage, tuple[str, ...]]
    rank: Mapping[str, int]
    groups: frozenset[str]
    broad: frozenset[str]
    rates: frozenset[str]
    labelled: tuple[str, ...]
    third: frozenset[str]
    goal_names: frozenset[str]
    area_totals: frozenset[str]
    joint: frozenset[str]
    government: frozenset[str]
    money: tuple[str, ...]
    this_time: tuple[str, ...]
    of_year: tuple[str, ...]
    spent: frozenset[str]
    reached: tuple[str, ...]
    opening: frozenset[str]
    schedules: frozenset[str]
    tasks: frozenset[str]
    totals: frozenset[str]
    personal: frozenset[str]
    personal_endings: tuple[str, ...]
    sealed: tuple[str, ...]
    explains: re.Pattern[str]


@lru_cache(maxsize=KNOWN)
def bare(text: str) -> str:
    """A label without what forms hang on it: spaces, marks, serials, 其中, a unit in brackets, a colon.

    >>> bare("其中：财政 拨款（万元）："), bare("★三级指标"), bare("2024年度目标")
    ('财政拨款', '三级指标', '年度目标')
    >>> bare("ལས་གཞི། 项目名称")
    '项目名称'
    """
    if len(text) > _LONGEST_OF_TWO:
        return ""
    spelling = in_chinese(fold(text))
    return _TAIL.sub("", _LEAD.sub("", _YEAR.sub("", spelling))) if len(spelling) <= LONGEST_LABEL else ""


@cache
def label_list() -> Labels:
    """The labels as loaded; raises `ValueError` where one spelling is claimed twice in a table of the file."""
    data = tomllib.loads((files("parsers.layouts") / "data" / "labels.toml").read_text(encoding="utf-8"))
    columns = data["columns"]
    return Labels(
        header=_spellings(data["header"]),
        amounts=_spellings(data["amounts"]),
        columns=_spellings(columns),
        endings=_endings(data["endings"]),
        header_endings=_endings(data["header_endings"]),
        amount_endings=_endings(data["amount_endings"]),
        under={over: {word: role for role in told for word in told[role]} for over, told in data["under"].items()},
        beside=_spellings(data["beside"]),
        natures=tuple(data["natures"]["endings"]),
        turned={role: (frozenset(turn["of"]), tuple(turn["words"])) for role, turn in data["turned"].items()},
        grades=_spellings(data["grades"]),
        periods={cast("Period", name): tuple(words) for name, words in data["periods"].items()},
        whole=frozenset(map(bare, data["whole"]["labels"])),
        stages={cast("Stage", name): tuple(words) for name, words in data["stages"].items()},
        rank={bare(text): rank for spellings in columns.values() for rank, text in enumerate(spellings)},
        groups=frozenset(map(bare, data["groups"]["labels"])),
        broad=frozenset(map(bare, data["broad"]["labels"])),
        reached=tuple(data["reached"]["words"]),
        labelled=tuple(data["labelled"]["beginnings"]),
        rates=frozenset(map(bare, data["rates"]["labels"])),
        third=frozenset(map(bare, data["third"]["labels"])),
        goal_names=frozenset(map(bare, data["goal_names"]["labels"])),
        area_totals=frozenset(data["area_totals"]["labels"]),
        joint=frozenset(map(bare, data["joint"]["labels"])),
        government=frozenset(data["government"]["labels"]),
        money=tuple(data["money"]["endings"]),
        this_time=tuple(data["this_time"]["words"]),
        of_year=tuple(data["of_year"]["beginnings"]),
        spent=frozenset(data["spent"]["labels"]),
        opening=frozenset(map(bare, data["opening"]["labels"])),
        schedules=frozenset(map(bare, data["schedules"]["labels"])),
        tasks=frozenset(map(bare, data["tasks"]["labels"])),
        totals=frozenset(map(bare, data["totals"]["labels"])),
        personal=frozenset(map(bare, data["personal"]["labels"])),
        personal_endings=tuple(data["personal"]["endings"]),
        sealed=tuple(data["sealed"]["endings"]),
        explains=_explanation(data["explains"]["beginnings"], data["explains"]["never"]),
    )


def _explanation(beginnings: Iterable[str], never: Iterable[str]) -> re.Pattern[str]:
    """What a sentence looks like that says what a word means: 指…的…."""
    return re.compile(f"(?:{'|'.join(beginnings)})(?!{'|'.join(never)}).*的", re.DOTALL)


def _endings(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    told = {ending: field for field, endings in fields.items() for ending in endings}
    return {ending: told[ending] for ending in sorted(told, key=len, reverse=True)}  # 主管部门名称 before 部门名称


def _spellings(fields: Mapping[str, Iterable[str]]) -> dict[str, str]:
    known: dict[str, str] = {}
    for field, spellings in fields.items():
        for spelling in map(bare, spellings):
            if known.setdefault(spelling, field) != field:
                raise ValueError(f"labels.toml: '{spelling}' is claimed by {known[spelling]} and {field}")
    return known
