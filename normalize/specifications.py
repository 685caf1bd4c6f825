"""Measures that say which things or which rate another number is about, and state no target: 8吨洒水车3台."""

import re
from functools import cache

from normalize.measured import Measured
from normalize.patterns import deferred
from normalize.units import COUNTED
from normalize.vocabulary import vocabulary

_BETWEEN = deferred(r"的?[\u4e00-\u9fff]{2,12}")


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A pattern with the words of the vocabulary in place of their names."""
    return re.compile(form.format_map({name: "|".join(words) for name, words in vocabulary("specifications").items()}))


_GOES_ON = r"的?(?:{goes_on}|内?(?:{goes_on_in_time}))"
_OPENS = r"(?:^|[,;。、(\n]|{done})\s*$"
_SEATED = r"[\u4e00-\u9fff]{{0,3}}(?:{seated})"
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
    if site.lead.signs or site.quantity.per or not (_BETWEEN.fullmatch(between) and _opens(text, site)):
        return False
    return _pattern(_OF_RATE).fullmatch(between) is not None or _tells_apart(site, following, between)


def _opens(text: str, site: Measured) -> bool:
    measure = (site.upper or site.quantity).measure
    if measure is None or measure.canonical in {"%", "百分点", "倍"}:
        return False
    return _pattern(_OPENS).search(text, max(0, site.start - 6), site.start) is not None


def _tells_apart(site: Measured, following: Measured, between: str) -> bool:
    """Whether a measure is none of the things that the next number counts."""
    measure, other = (site.upper or site.quantity).measure, following.quantity.measure
    if measure is None or other is None or following.lead.signs or _pattern(_GOES_ON).match(between):
        return False
    if site.tail.signs:  # a bound of what is counted, not of how many there are
        return True
    if measure.dimension.startswith(COUNTED):
        return measure.canonical in {"人", "座"} and _pattern(_SEATED).fullmatch(between) is not None
    return other.dimension != measure.dimension or _pattern(_SIZES).match(between) is not None
