"""Measures that say which things or which rate another number is about, and state no target: 8吨洒水车3台."""

import re
from functools import cache

from normalize.contexts import verb_only
from normalize.measured import Measured
from normalize.patterns import deferred
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
    if _is_bound_of_things(text, site, following, between):
        return True
    if site.lead.signs or site.quantity.per or not (_BETWEEN.fullmatch(between) and _opens(text, site)):
        return False
    return _pattern(_OF_RATE).fullmatch(between) is not None or _tells_apart(site, following, between)


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
