"""Measures that say which things or which rate another number is about, and state no target: 8吨洒水车3台."""

from normalize.measured import Measured
from normalize.patterns import deferred

_BETWEEN = deferred(r"的?[\u4e00-\u9fff]{2,12}")
_GOES_ON = deferred(r"的?(?:共|和|及|与|或|并|每|占|为|达|至|到|内?(?:完成|办结|办理|响应|解决|答复))")
_OPENS = deferred(
    r"(?:^|[,;。、(\n]|购置|采购|购买|新建|建设|改造|铺设|修建|发放|举办|开展|组织|更换|维修|安装|配备|新增|淘汰|完成|开设)\s*$"
)
_SEATED = deferred(r"(?:规模)?(?:会议|客车|校车|大巴|培训班|班|会场|礼堂|剧场|教室)")
_OF_RATE = deferred(r"[\u4e00-\u9fff]*(?:率|比例|占比|比重)")
_SIZES = frozenset("宽厚长高深")
"""What says in which direction a length is one: 6米宽道路5公里."""
_COUNTS = ("count:", "persons", "person_times", "households")


def specifies(text: str, site: Measured, following: Measured) -> bool:
    """Whether a measure says which things are counted by the next number, or at which rate it is one.

    It opens its clause or follows what is done with the things, and a noun alone stands between the two, as in
    3吨以上锅炉淘汰10台 and 3日内办结率100%, but not in 道路5公里桥梁2座.
    """
    between = text[site.end : following.start]
    if site.lead.signs or site.quantity.per or not (_BETWEEN.fullmatch(between) and _opens(text, site)):
        return False
    return _OF_RATE.fullmatch(between) is not None or _tells_apart(site, following, between)


def _opens(text: str, site: Measured) -> bool:
    measure = (site.upper or site.quantity).measure
    if measure is None or measure.canonical in {"%", "百分点", "倍"}:
        return False
    return _OPENS.search(text, max(0, site.start - 4), site.start) is not None


def _tells_apart(site: Measured, following: Measured, between: str) -> bool:
    """Whether a measure is none of the things that the next number counts."""
    measure, other = (site.upper or site.quantity).measure, following.quantity.measure
    if measure is None or other is None or following.lead.signs or _GOES_ON.match(between):
        return False
    if site.tail.signs:  # a bound of what is counted, not of how many there are
        return True
    if measure.dimension.startswith(_COUNTS):
        return measure.canonical in {"人", "座"} and _SEATED.fullmatch(between) is not None
    return other.dimension != measure.dimension or between[0] in _SIZES
