"""Measures that state no target: of the things that another number counts (8吨洒水车3台), and where a change starts."""

import re
from functools import cache

from normalize.contexts import verb_only
from normalize.measured import Measured
from normalize.patterns import deferred
from normalize.quantities import read_quantity
from normalize.units import COUNTED, SHARES
from normalize.vocabulary import vocabulary

_BETWEEN = deferred(r"的?[\u4e00-\u9fff]{2,12}")


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A pattern with the words of the vocabulary in place of their names."""
    return re.compile(form.format_map({name: "|".join(words) for name, words in vocabulary("specifications").items()}))


_GOES_ON = r"的?(?:{goes_on}|内?(?:{goes_on_in_time}))"
_OPENS = r"(?:^|[,;。、(\n]|{done})\s*$"
_SEATED = r"[\u4e00-\u9fff]{{0,3}}(?:{seated})"
_ATTRIBUTE = r"(?:{attributes})$"
_OF_RATE = r"[\u4e00-\u9fff]*(?:{rates})"
_SIZES = r"{sizes}"


def specifies(text: str, site: Measured, following: Measured) -> bool:
    """Whether a measure says which things are counted by the next number, or at which rate it is one.

    It opens its clause or follows what is done with the things, and a noun alone stands between the two, as in
    3吨以上锅炉淘汰10台 and 3日内办结率100%, but not in 道路5公里桥梁2座.
    """
    between = text[site.end : following.start]
    if between == ")" and text[site.start - 1 : site.start] == "(":  # 蓄水池(500m³)3座
        return _tells_apart(site, following, "")
    if _JOINED.match(between):
        return False
    if _is_bound_of_things(text, site, following, between):
        return True
    if site.lead.signs or site.quantity.per or not (_BETWEEN.fullmatch(between) and _opens(text, site)):
        return False
    return _pattern(_OF_RATE).fullmatch(between) is not None or _tells_apart(site, following, between)


_JOINED = deferred("[且或]|以及|并且|同时|和(?!谐)")
"""What joins another number to the first: 3场且合格率≥95%."""
_NOUN = deferred(r"内?的?[\u4e00-\u9fffA-Za-z]{2,14}")


def _is_bound_of_things(text: str, site: Measured, following: Measured, between: str) -> bool:
    """Whether a bound is one of the things the next number counts: 存栏300头以上奶牛场12个, 其中5亿元以上8个.

    Or of those whose share it is: 单笔1000万元以下贷款占比80%.
    """
    measure, other = (site.upper or site.quantity).measure, following.quantity.measure
    worded = bool(site.lead.signs) and text[site.lead.start].isalpha()
    within = text.startswith("内", site.end)
    if measure is None or other is None or not (site.tail.signs or worded or within):
        return False
    counted = other.dimension.startswith(COUNTED) and not following.lead.signs
    if not between:
        return counted and measure.dimension == "money" and bool(site.tail.signs)
    if measure.canonical in SHARES or not _NOUN.fullmatch(between) or _pattern(_GOES_ON).match(between):
        return False
    if not (counted or _pattern(_OF_RATE).fullmatch(between) or other.dimension == "length"):
        return False
    ends = (site.start, site.quantity.start) if worded else (site.start,)
    return any(_pattern(_ATTRIBUTE).search(text, max(0, end - 6), end) for end in ends)


def _opens(text: str, site: Measured) -> bool:
    measure = (site.upper or site.quantity).measure
    if measure is None or measure.canonical in SHARES:
        return False
    return _pattern(_OPENS).search(text, max(0, site.start - 6), site.start) is not None


def _tells_apart(site: Measured, following: Measured, between: str) -> bool:
    """Whether a measure is none of the things that the next number counts."""
    measure, other = (site.upper or site.quantity).measure, following.quantity.measure
    if measure is None or other is None or following.lead.signs or _pattern(_GOES_ON).match(between):
        return False
    counts = measure.dimension.startswith(COUNTED)
    if site.tail.signs:  # a bound of what is counted, not of how many there are
        return not (counts and between.startswith(tuple(verb_only())))
    if counts:
        return measure.canonical in {"人", "座"} and _pattern(_SEATED).fullmatch(between) is not None
    return other.dimension != measure.dimension or _pattern(_SIZES).match(between) is not None


@cache
def _starting() -> re.Pattern[str]:
    """What follows where a change starts from: 5天→3天, 95%提高到98%."""
    arrows = [word for word in vocabulary("comparators")["levels"]["before"] if not word.isalpha()]
    changes = vocabulary("phrases")["changes"]
    verbs = [*changes["increase"], *changes["decrease"], "降", "升"]
    return re.compile(rf"\s?(?:(?:{'|'.join(arrows)})|(?:{'|'.join(verbs)})[到至为])\s?[0-9]")


def may_start_change(text: str, at: int) -> bool:
    """Whether a level that something changes to follows at a place, right behind another number.

    >>> may_start_change("5天→3天", 2), may_start_change("5天内", 2)
    (True, False)
    """
    return _starting().match(text, at) is not None


def starts_change(text: str, site: Measured) -> bool:
    """Whether a number is where a change starts from: the level it ends at may be in the same unit.

    >>> from normalize.measured import read_measured
    >>> from normalize.units import Cues
    >>> [starts_change(text, read_measured(text, 0, 0, Cues())) for text in ("85%提高到90%", "3亿元,提高到90%", "3天")]
    [True, False, False]
    """
    joint = _starting().match(text, site.end)
    level = read_quantity(text, joint.end() - 1) if joint else None
    if level is None or level.ratio != site.quantity.ratio:
        return False
    one, other = site.quantity.measure, level.measure
    return one is None or other is None or one.dimension == other.dimension
