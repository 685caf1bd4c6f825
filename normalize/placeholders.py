"""What a form prints where nothing was filled in, and what it prints in front of a name."""

import re
from functools import cache

from normalize.patterns import deferred
from normalize.remembered import kept, remembered
from normalize.text import fold
from normalize.vocabulary import vocabulary

_folded = kept(256)(fold)
"""A value is folded once, though several questions are asked of it."""

_PREFIX = deferred(r"\s*指标\s*[0-9一二三四五六七八九十]{1,2}\s*[:：.、．]?\s*")
_LISTED = deferred(
    r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){2,3}[.．、]?|[0-9]{1,2}\s*[.．、]|[(（][0-9]{1,2}[)）]|[①-⑳])\s*(?=[\u4e00-\u9fffA-Za-z《“])"
)
_DOTS = deferred(r"[\s.。…·]*(?:\.{2,}|…|(?<=\s)\.(?=\s*$))[\s.。…·]*$")
_TEMPLATE = deferred(
    r"[(]{0,2}[≥≤<>=≧≦]{0,2}[(]{0,2}(?:[*×xX_]{1,8}|20[*×xX_]{2,4})\s*(?P<unit>[^0-9*×_]{0,6})[)]{0,3}"
    r"|20[*×xX_]{2,4}年(?:(?:[*×xX_]{1,4}|[0-9]{1,2})月)?(?:(?:[*×xX_]{1,4}|[0-9]{1,2})日)?[之以]?[前底内]?(?:完成)?"
)
_HOLLOW = deferred("[*×x_]")
"""What stands for a number in every template."""
_TARGET = deferred(r"(?:指标|目标)\s*[0-9一二三四五六七八九十]{0,2}\s*[:：.、．]?[\s.。…]*")


_FILLED = deferred("[≥≤<>=]?(?!20[*×x_])[0-9]")
"""How a number begins, which no form prints."""


@cache
def _marks() -> frozenset[str]:
    return frozenset(fold(mark) for mark in vocabulary("placeholders")["marks"])


@remembered
def is_placeholder(text: str) -> bool:
    """Whether a cell holds what the empty form prints, and nothing that anyone filled in.

    >>> [is_placeholder(text) for text in ("指标4：", "... ..", "≥**%", "20××年", "——")]
    [True, True, True, True, True]
    >>> [is_placeholder(text) for text in ("0", "无", "指标1：培训人数", "")]
    [False, False, False, False]
    """
    folded = _folded(text)
    if not folded or _FILLED.match(folded):
        return False
    if folded in _marks() or not folded.strip("-—―–_.…。·"):
        return True
    return bool(
        (folded[0] in "指目" and _TARGET.fullmatch(folded)) or (_HOLLOW.search(folded) and _TEMPLATE.fullmatch(folded))
    )


@remembered
def is_ditto(text: str) -> bool:
    """Whether a cell says that the one above holds for its row, too.

    >>> is_ditto("同上"), is_ditto("〃"), is_ditto("数量指标")
    (True, True, False)
    """
    return text.strip() in vocabulary("placeholders")["ditto"]


@remembered
def strip_indicator_prefix(text: str) -> str:
    """A name without the number of a list before it, the one the form prints, and the dots it prints behind it.

    >>> strip_indicator_prefix("指标1：高校参与数"), strip_indicator_prefix("指标1: 符合要求 ... ..")
    ('高校参与数', '符合要求')
    >>> strip_indicator_prefix("1.1.1培训人数")
    '培训人数'
    >>> strip_indicator_prefix("1.A类设备"), strip_indicator_prefix("3A级景区")
    ('A类设备', '3A级景区')
    >>> strip_indicator_prefix("1.培训人数"), strip_indicator_prefix("（2）合格率"), strip_indicator_prefix("3.15晚会")
    ('培训人数', '合格率', '3.15晚会')
    """
    prefix = _PREFIX.match(text) or _LISTED.match(text)
    return _DOTS.sub("", text[prefix.end() :] if prefix else text).strip()


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in vocabulary("placeholders")[key])


@cache
def _affixes(key: str) -> tuple[str, ...]:
    return tuple(_words(key))


@cache
def _may_say_none() -> re.Pattern[str]:
    """A character of every value that says none in words."""
    return re.compile(f"[零0率{''.join({word[0] for key in ('zero', 'none_of') for word in _words(key)})}]")


@remembered
def is_not_applicable(text: str) -> bool:
    """Whether a cell says that there is nothing to state (不涉及, 不适用, 无).

    >>> is_not_applicable("不涉及"), is_not_applicable("N/A"), is_not_applicable("无事故")
    (True, True, False)
    """
    return _folded(text).rstrip("。") in _words("not_applicable")


@remembered
def is_nameless(text: str) -> bool:
    """Whether a cell says in place of a name that its row holds no indicator.

    >>> is_nameless("无"), is_nameless("不适用"), is_nameless("不涉及"), is_nameless("无事故")
    (True, True, False, False)
    """
    return _folded(text).rstrip("。") in _words("nameless")


_NONE_OF_ANY = deferred("零(?![0-9])[\u4e00-\u9fff]{2}")
"""零复发, 零断档: nothing of what is named; 零距离 and 零星 are words."""


def _is_none_of_any(folded: str) -> bool:
    return _NONE_OF_ANY.fullmatch(folded) is not None and folded not in vocabulary("opaque")["words"]


def _sure(folded: str) -> str:
    """What happens or not without the word that makes sure of it: 实现零排放."""
    return next((folded.removeprefix(word) for word in _words("ensured") if folded.startswith(f"{word}零")), folded)


def is_zero(text: str, name: str) -> bool:
    """Whether a cell says in words that nothing may happen; 无 does so only under the name of something unwanted.

    >>> is_zero("零投诉", ""), is_zero("无", "安全事故"), is_zero("无", "其他")
    (True, True, False)
    """
    if not _may_say_none().search(text):
        return False
    folded = _folded(text).rstrip("。")
    if _NOT_ONE.fullmatch(folded):
        return True
    folded = _sure(_NOTED.sub("", folded))
    length = len(_NUMERAL.sub("0", folded))  # how long a number is tells nothing
    if folded[:1] == "0" and folded[1:] in {"发生", *_words("events")}:
        return True
    if length <= 20 and (ended := _NEVER.search(folded)) and not _NUMBER.search(folded, 0, ended.start()):
        return any(event in folded + name for event in _words("events"))
    if (
        folded in _words("zero")
        or _is_none_of_any(folded)
        or (folded in _DENIED and any(event in name for event in _words("events")))
    ):
        return True
    return (
        length <= 16
        and folded.startswith(_affixes("none_of"))
        and _HAPPENING.sub("", folded).endswith(_affixes("events"))
    )


def none_begins(text: str) -> int:
    """How many characters say none before the name of something unwanted that a text states as none.

    >>> none_begins("无安全事故"), none_begins("零投诉"), none_begins("零发生")
    (1, 1, 1)
    """
    return max((len(word) for word in _words("none_of") if text.startswith(word)), default=0)


def begins_with_none(text: str) -> bool:
    """Whether a text begins with a word that, before the name of something unwanted, says 0.

    >>> begins_with_none("不发生"), begins_with_none("发生")
    (True, False)
    """
    return fold(text).startswith(_affixes("none_of"))


_DENIED = frozenset({"无", "没有", "没有发生", "未发生", "未出现", "没有出现", "不发生"})
"""What says 0 under the name of something unwanted."""
_NOT_ONE = deferred(
    r"(?:(?:无|没有|不出现|未出现|不发生|未发生|不漏|不落|不存在|不得?有)(?:[0-9]{1,7}(?:\.[0-9]{1,4})?|一)个?(?:例(?!外)|人|次|起|件|宗|处|户|项|名|家|笔|个)[^0-9,;。≥≤<>]{0,8}[、,，]?){1,2}"
)
"""None at all is said by denying one: 无1例, 不漏一户、不落一人."""
_NOTED = deferred(r"(?<=[故件失亡诉])[(（][^()（）]{1,24}[)）]$")
_NUMERAL = deferred(r"[0-9]+(?:\.[0-9]+)?")
_NEVER = deferred(r"(?:[\"“]?零发生[\"”]?|发生率[为]?[零0]|为零)$")
_NUMBER = deferred("[0-9]")
"""What of 合格率≥95%,事故发生率0 states more than that nothing may happen."""
_HAPPENING = deferred(r"的?(?:发生|出现)$")


@remembered
def is_nature(text: str) -> bool:
    """Whether a cell holds what belongs in the column of natures or directions (定性, 反向)."""
    return _folded(text) in _words("natures")
