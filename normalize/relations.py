"""Comparisons without a number: 不低于上年, 优于全国平均, 逐年增加."""

import re
from functools import cache

from normalize.comparators import DENIED, GLYPHS, denial
from normalize.contexts import Change, bases
from normalize.models import made
from normalize.patterns import deferred
from normalize.vocabulary import vocabulary
from schema.target import Comparator, Comparison


@cache
def _alike() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    said = vocabulary("comparators")["signs"]
    signs: dict[str, Comparator] = {word: sign for sign in said for word in said[sign]["before"]}
    signs |= {word: sign for sign, words in vocabulary("phrases")["alike"].items() for word in words}
    words = "|".join(sorted(signs, key=len, reverse=True))
    named = "|".join(sorted(bases(), key=len, reverse=True))
    return re.compile(
        rf"(?P<subject>.{{0,30}}?)(?:(?P<word>{words})(?:于)?"
        rf"(?P<basis>{named}|(?:19|20)[0-9]{{2}}年|(?:[近前]|过去)?(?:[0-9]{{1,7}}(?:[.][0-9]{{1,4}})?|[一二三四五])年(?=来?的?平均)|[^,;。0-9%且并]{{0,12}}(?:任务[数量]|计划[数量]|计划任务|目标[数值]|目标任务|平均[值数]|平均水平)|[^,;。0-9%且并]{{2,14}}(?:增速|增幅))"
        rf"(?:的?(?:实际|完成|同期|度)*(?:水平|数|值|数据|实际|完成数|标准|指标|情况)?"
        rf"|(?<=年)度?的?[^\W\d和及与、]{{1,10}}?(?:数|水平|值|额|量|率|度|情况))"
        rf"|(?:与|和|同|较|比)?(?P<with>{named}|(?:19|20)[0-9]{{2}}年)(?:水平)?(?:基本)?持平"
        rf"|(?P<beyond>{named})(?:水平)?及?以(?P<side>[上下]))[。]?"
    ), signs


@cache
def _yearly() -> tuple[re.Pattern[str], dict[str, Change]]:
    data = vocabulary("phrases")["yearly"]
    directions: dict[str, Change] = dict.fromkeys(data["increase"], "increase")
    directions |= dict.fromkeys(data["decrease"], "decrease")
    return re.compile(rf"(?P<subject>.{{0,20}}?)(?P<word>{'|'.join(directions)})[。]?"), directions


_STATES = deferred(r"[0-9一二三四五六七八九十百千].*[且并,;、]\s*$|[≥≤<>]")
"""A subject that states a number of its own, which the relation only follows: ≥5.6亿元且 | 不低于上年."""
_DATED = deferred(r"[0-9]{4}年度?。?")
"""A year alone behind a sign is one to be done by: ≤2024年."""
_MAY = deferred("上|去|往|历|均|基|初|期|前|年|比|速|幅|进度|指标|标准|任务|计划|目标")
"""A character of every basis and of every yearly change."""


@cache
def _ends() -> frozenset[str]:
    """What every basis, with 水平 or 实际 behind it or not, and every yearly change ends in."""
    return frozenset({*"年数量值务平际准标据况成期度额率速幅上下", *(word[-1] for word in (*bases(), *_yearly()[1]))})


_SIDES: dict[str | None, Comparator] = {"上": ">=", "下": "<="}


def _is_none(found: re.Match[str], basis: str, plain: str) -> bool:
    """Whether a word only seems to compare: 超额完成目标任务, and ≤2024年, which is a time."""
    word = found["word"] or ""
    dated = word in GLYPHS and _DATED.fullmatch(plain, found.end("word")) is not None
    return bool(word) and (dated or (word == "超" and basis.startswith("额")))


def read_relation(text: str, plain: str) -> Comparison | None:
    """The comparison a value makes in words alone, or None.

    >>> said = read_relation("不低于上年水平", "不低于上年水平")
    >>> said.comparator, said.value, said.basis
    ('>=', None, '上年')
    """
    last = plain[-2:-1] if plain[-1:] == "。" else plain[-1:]
    if last not in _ends() or not _MAY.search(plain):
        return None
    pattern, signs = _alike()
    if found := pattern.fullmatch(plain):
        basis = found["basis"] or found["with"] or found["beyond"]
        sign: Comparator = signs[found["word"]] if found["word"] else _SIDES.get(found["side"], "=")
        subject, at = found["subject"], found.end("subject")
        if _is_none(found, basis, plain) or _STATES.search(subject):
            return None
        if found["word"] and (begin := denial(plain, 0, at)) < at:
            sign, subject = DENIED[sign], plain[:begin]
        said = {"comparator": sign, "explicit": True, "basis": bases().get(basis, basis)}
        return made(Comparison, {"text": text, "subject": subject or None, **said})
    yearly, directions = _yearly()
    if found := yearly.fullmatch(plain):
        change = directions[found["word"]]
        said = {"comparator": ">", "explicit": False, "basis": "上年", "change": change}
        return made(Comparison, {"text": text, "subject": found["subject"] or None, **said})
    return None
