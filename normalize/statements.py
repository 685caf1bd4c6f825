"""Values in words: whether they say yes or no, a grade, a scale, a rank, a trend, a reference, or free text."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from normalize.models import made
from normalize.patterns import deferred
from normalize.remembered import kept
from normalize.text import fold
from normalize.vocabulary import vocabulary
from schema.target import Statement


class Sense(NamedTuple):
    """What kind of statement a text makes, and yes or no where it makes one."""

    sense: str
    truth: bool | None = None


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in vocabulary("statements")[table].get(key, ()))


@cache
def _affixes(table: str, key: str) -> tuple[str, ...]:
    return tuple(sorted(_words(table, key)))


_MARKS = deferred("^[。.;、,=≥≤<>\"'“”]+|[。.;、,=\"'“”]+$")
_OR_BETTER = deferred("(?<=.)(?:及?以上|等次|等级)$")
_CLASS = deferred(
    "(?:不低于|优于|好于|达到|达|国家|地表水|水质|环境)*(?:[a-eivⅰ-ⅵⅠ-Ⅵ]{1,5}|[一二三四五六1-6]a?)(?:级|类|星级|等奖|等)"
    "[a-e甲乙丙]?等?(?:标准|水质|水体|水|景区)?(?:及?以上)?"
)
"""A class that an ordinal names: Ⅲ类, 4A级以上, 五星级, 三等奖以上."""
LONGEST_BOOLEAN = 20
"""A longer sentence that ends in 合格 or begins with 完成 tells more than yes."""


def statement(text: str) -> Statement:
    """The statement a text makes.

    >>> statement("培训合格").truth, statement("有效提升").sense, statement("形成可复制可推广模式").sense
    (True, 'trend', 'text')
    """
    read = sense_of(text)
    return made(Statement, {"text": text, "truth": read.truth, "sense": read.sense})


@kept(8192)
def sense_of(text: str) -> Sense:
    """The sense of a text, in the order the data file gives.

    >>> sense_of("按资金使用标准完成"), sense_of("全面排名前列"), sense_of("优良中低差")
    (Sense(sense='reference', truth=None), Sense(sense='rank', truth=None), Sense(sense='scale', truth=None))
    """
    folded = _MARKS.sub("", fold(text))
    if _CLASS.fullmatch(folded):
        return Sense("grade")
    folded = _OR_BETTER.sub("", folded)
    exact = _exact().get(folded)
    if exact is not None:
        return Sense(exact)
    for sense, words in _order():
        if sense == "boolean":
            truth = _truth(folded)
            if truth is not None:
                return Sense("boolean", truth)
        elif _trend(folded) if sense == "trend" else _fits(sense, words, folded):
            return Sense(sense)
    return Sense("text")


def only_opens(text: str) -> bool:
    """Whether a text is nothing but a word that says how far a change goes, and waits for the change: 明显, 有效.

    >>> only_opens("明显"), only_opens("明显提高"), only_opens("提高")
    (True, False, False)
    """
    return fold(text) in _words("trend", "begins")


class _Affixes(NamedTuple):
    """The words that a statement of some sense begins with, ends in, or contains."""

    begins: tuple[str, ...]
    ends: tuple[str, ...]
    contains: tuple[str, ...]


@cache
def _order() -> tuple[tuple[str, _Affixes], ...]:
    """The senses in the order in which they are tried, with their words."""
    return tuple(
        (sense, _Affixes(_affixes(sense, "begins"), _affixes(sense, "ends"), _affixes(sense, "contains")))
        for sense in vocabulary("statements")["order"]
    )


@cache
def _exact() -> dict[str, str]:
    """The sense of each word that is a whole value."""
    order = vocabulary("statements")["order"]
    return {word: sense for sense in reversed(order) for word in _words(sense, "words")}


def _truth(folded: str) -> bool | None:
    if folded in _words("boolean", "true") or folded in _words("boolean", "false"):
        return folded in _words("boolean", "true")
    if len(folded) > LONGEST_BOOLEAN or folded.startswith(_affixes("reference", "begins")):
        return None
    denied = _denied(folded)
    if denied is not None:
        return denied
    if folded.endswith(_affixes("boolean", "false_ends")):
        return False
    told = folded.endswith(_affixes("boolean", "true_ends")) or folded.startswith(_affixes("boolean", "true_begins"))
    return True if told and not folded.endswith(("率", "度", "数", "量", "数量")) else None


@cache
def _negations() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a negation, and behind it of what is affirmed, of that with its object, of what is unwanted."""
    said = {key: _either(_words("negation", key)) for key in vocabulary("statements")["negation"]}
    grades = {word for word in _words("grade", "words") if len(word) > 1}
    whole = _words("boolean", "true") | _words("boolean", "true_ends") | grades | _words("negation", "affirmed")
    governing = _either(_words("boolean", "true_begins") | _words("negation", "governing"))
    object_ = f"(?!(?:{said['measured']})$|.*(?:的|(?:{_either(_words('trend', 'ends'))})$))"
    events = _either({*vocabulary("placeholders")["events"], *_words("negation", "unwanted")})
    adverbs = f"(?:{said['adverbs']})*"
    return (
        re.compile(said["negators"]),
        re.compile(f"{adverbs}(?:(?:{_either(whole)})$|(?:{governing}){object_})"),
        re.compile(f"{adverbs}(?:{_either(whole)}){object_}"),
        re.compile(f"(?:{said['bare']})$|(?:(?:{said['happening']}).*|(?:{said['grave']})*)(?:{events})$"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _denied(folded: str) -> bool | None:
    """What a negation makes of the words behind it: 未按时完成 is no, 未发生事故 is yes; None without one.

    不 negates the words it stands at (不及时), 未 all that follow (未及时支付资金), unless something stands before it.
    """
    negation, alone, governed, unwanted = _negations()
    for found in negation.finditer(folded):
        before, behind = folded[: found.start()], folded[found.end() :]
        if unwanted.match(behind):
            return True
        strict = bool(before) or found[0] == "不"
        if alone.match(behind) or (not strict and governed.match(behind)):
            return before.startswith(averts := _affixes("negation", "averts")) or before.endswith(averts)
    return None


def _fits(sense: str, words: _Affixes, folded: str) -> bool:
    if folded.startswith(words.begins) or folded.endswith(words.ends):
        return len(folded) <= LONGEST_BOOLEAN or sense == "reference"
    return any(word in folded for word in words.contains)


def _trend(folded: str) -> bool:
    """有效提升: a word of degree and a verb of change; or a short sentence that ends in such a verb."""
    degree = folded.startswith(_affixes("trend", "begins")) and any(s in folded for s in _affixes("trend", "stems"))
    return degree or (len(folded) <= LONGEST_BOOLEAN and folded.endswith(_affixes("trend", "ends")))
