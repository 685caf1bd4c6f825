"""Which way an indicator is better, from its name and level."""

import re
from functools import cache
from typing import Literal

from normalize.remembered import remembered
from normalize.text import fold
from normalize.vocabulary import vocabulary

Direction = Literal["higher", "lower", "hit"]


@cache
def _words(group: str, key: str) -> tuple[str, ...]:
    return tuple(vocabulary("directions")[group][key])


def _holds(name: str, group: str, key: str) -> bool:
    return any(word in name for word in _words(group, key))


def stated_direction(text: str | None) -> Direction | None:
    """The direction a column of the form states in words, or None.

    >>> stated_direction("正向指标"), stated_direction("反向"), stated_direction("≥"), stated_direction(None)
    ('higher', 'lower', None, None)
    """
    if not text:
        return None
    said = fold(text)
    ways: tuple[Direction, ...] = ("higher", "lower", "hit")
    return next((way for way in ways if said in _words("stated", way)), None)


def is_soon(name: str) -> bool:
    """Whether a span of time under such a name is better the shorter it is: 完工时间 6个月; no level tells it.

    >>> is_soon("项目完成时间"), is_soon("施工天数"), is_soon("开放时间")
    (True, True, False)
    """
    return _holds(name, "moments", "soon")


def direction(name: str, level1: str | None, level2: str | None) -> Direction | None:
    """Whether higher or lower is better or the number is to be hit; None where neither name nor level tells.

    What it says against an operator is a matter for review, never a correction: caps on quantities can be meant.

    >>> direction("专利授权量", "产出指标", "数量指标"), direction("项目总成本", "成本指标", None)
    ('higher', 'lower')
    >>> direction("资金发放时间", "产出指标", None) is None
    True
    >>> direction("投诉办结率", None, None), direction("系统响应时间", "产出指标", "时效指标")
    ('higher', 'lower')
    """
    if (told := _by_name(name)) is not None:
        return told
    if {level1, level2} & {*_words("lower", "levels")}:
        return "lower"
    bare = _bare(name)
    if _may_be_harm(bare):
        return None
    if bare.endswith(_words("moments", "ends")):
        return None
    if level2 == "时效指标":
        return "higher" if bare.endswith(("率", "性")) else None
    good = {level1, level2} & {*_words("higher", "levels")} or bare.endswith(_words("higher", "plain"))
    return "higher" if good else None


@remembered
def _by_name(name: str) -> Direction | None:
    """What a name tells whatever its level."""
    bare = _bare(name)
    if _denied().search(_without_neutral(bare)):
        return "lower"
    if bare.endswith(_words("higher", "ends")) or bare.startswith(_words("higher", "begins")):
        return "higher"
    if _holds(bare, "hit", "contains"):
        return "hit"
    slow = _holds(bare, "lower", "first") and _holds(bare, "lower", "second")
    return "lower" if slow or _holds(bare, "lower", "contains") or _is_harm(bare) else None


def _is_harm(bare: str) -> bool:
    """Whether a name counts what is unwanted: 不合格率, 溺亡人数, 火灾起数; of 排查火灾隐患数 it is what was done."""
    found = _harm().search(_without_neutral(bare))
    if found is None:
        return False
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    return (found["measure"] or "").endswith(_RATES) or not _holds(before, "harm", "acts")


_NEAR = 6
"""How many characters before what is unwanted tell what is done to it."""
_RATES = ("率", "比例", "占比", "比重")


@remembered
def _may_be_harm(bare: str) -> bool:
    """Whether a name holds a word of something unwanted, and none of what is done against it."""
    said = _without_neutral(bare)
    if bare.endswith(_words("higher", "ends")):
        return False
    hinted = _holds(said, "harm", "hints") and not _holds(bare, "harm", "remedies")
    return hinted or _holds(said, "harm", "negations")


def _without_neutral(bare: str) -> str:
    return _neutral().sub("·", bare)


@cache
def _neutral() -> re.Pattern[str]:
    return re.compile(_any_of("neutral"))


@cache
def _denied() -> re.Pattern[str]:
    """What is wanted and did not come about: 不合格率, 未及时办结率."""
    wanted = "|".join(map(re.escape, _words("higher", "ends")))
    return re.compile(f"(?:{_any_of('negations')})(?:{_any_of('manners')})?(?:{wanted})$")


@cache
def _harm() -> re.Pattern[str]:
    """What is unwanted at the end of a name, and what it is measured by."""
    kind = f"{_any_of('kinds')}|(?:{_any_of('prefixes')})[\u4e00-\u9fff]{{1,4}}?"
    return re.compile(f"(?:(?:{kind})(?P<measure>{_any_of('measures')})?|{_any_of('names')})$")


def _any_of(key: str) -> str:
    return "|".join(map(re.escape, sorted(_words("harm", key), key=len, reverse=True)))


def _bare(name: str) -> str:
    return name.rstrip("。 （）()%")
