"""Values with one number a clause: what stands before and what stands behind are read once, whatever the number.

Most values of published tables are such (≥22000件, 图书5000册，期刊200种). Read apart, a thousand beginnings and a
hundred units cover a hundred thousand values that differ; a value of any other make is left to the full reading.
"""

from typing import NamedTuple

from normalize.broken_words import with_words_whole
from normalize.claims import BARE, beginnings, claim
from normalize.clauses import Own, Typed, before, behind
from normalize.comparators import GLYPHS, Lead, lead, legible
from normalize.contexts import SHARING
from normalize.expectations import Expectation
from normalize.measured import Measured, Opaque, is_marked, may_be_counted, read_measured
from normalize.mistypes import is_suspect
from normalize.numbers import chinese, exact_text
from normalize.patterns import deferred
from normalize.placeholders import begins_with_none
from normalize.quantities import Quantity
from normalize.relations import read_relation
from normalize.remembered import kept
from normalize.sites import is_plain
from normalize.targets import EDGES, merged, typed_number
from normalize.text import fold, tidy
from normalize.units import Cues, read_unit
from schema.target import Comparison

_NUMBER = deferred(r"([0-9]+(?:\.[0-9]+)?|[零〇一二三四五六七八九十百千两]+)")
_FIT = deferred(r"(?!(?:19|20)[0-9]{2}\.)[0-9]{1,6}(?:\.[0-9]{1,8})?")
"""A number that is neither a code nor a year and a month."""
_YEAR = deferred(r"(?:19|20)[0-9]{2}")
_LONGEST = 40
_MOST = 6
"""The most characters between two numbers, and the most numbers, of a value that is read so."""


class Before(NamedTuple):
    """What stands before a number: its sign, the words before that, and whether there are any but a sign.

    `starts` are the places of its legible form, `plain`, where a word or a time may begin that goes on behind it.
    """

    lead: Lead
    words: str
    worded: bool
    plain: str
    starts: tuple[int, ...]


class After(NamedTuple):
    """What stands behind a number, as read behind another; `rest` is the quantity but for its place and number."""

    plain: str
    site: Measured
    rest: tuple[object, ...]
    words: str
    said: tuple[Typed, ...]
    risky: str
    """What stands behind the number where it may make a year or a hotline of some."""


def read_lone(text: str, beside: Expectation) -> tuple[Typed, ...] | None:
    """The targets of a value with a number in each of its clauses, as the full reading gives them.

    None where that might give something else.

    >>> [item.target.low for item in read_lone("图书≥5000册，期刊≥200种", Expectation())]
    ['5000', '200']
    >>> read_lone("2024年", Expectation()), read_lone("3-5万元", Expectation()), read_lone("进一步提升", Expectation())
    (None, None, None)
    """
    parts = _NUMBER.split(text)
    opened = text[:1] in _EDGES  # 、无3人以上事故: what it begins with is not told from what stands between clauses
    if len(parts) == 3 and not opened:
        first, number, last = parts
        if (
            (beside.name or beside.level) and not last.strip(EDGES) and not _worded(first)
        ):  # a year or a month that stands alone
            return None
        only = _clause(text, first, number, last, beside)
        return only if only is None or len(only) == 1 else tuple(merged(text, list(only)))
    if opened or len(parts) == 1 or len(parts) > 2 * _MOST + 1 or SHARING in text:
        return None
    typed: list[Typed] = []
    first = parts[0]
    for place in range(1, len(parts), 2):
        number, last, following = parts[place], parts[place + 1], ""
        if place + 2 < len(parts):
            cut = _cut(last)
            if not cut:
                return None
            last, following = last[:cut], last[cut:]
        bound = bool(typed) and isinstance(typed[-1].target, Comparison) and typed[-1].target.explicit
        goes_on = bound and not first.strip(f"{EDGES}:：")  # 350人 of ≥120户、350人 has its sign
        clause = None if goes_on else _clause((first + number + last).strip(EDGES), first, number, last, beside)
        if clause is None:
            return None
        typed.extend(clause)
        first = following
    return tuple(merged(text, typed))


_EDGES = frozenset(EDGES)
_BREAKS = frozenset(",;。，；")
_OTHERWISE = deferred(r"[或等和及且与(（]|/.*、|每.*、|[,;，；]\s*(?:上一?年|去年|上期|实际)")
"""What makes more of the words between two numbers than the end of one clause and the beginning of the next."""


@kept(8_192)
def _cut(text: str) -> int:
    """Where between two numbers a clause ends and another begins, 0 where that is not plain."""
    if text == "。" or "\n" in text or _OTHERWISE.search(text):  # 12。5%
        return 0
    strong = max(text.rfind(mark) for mark in _BREAKS)
    return 1 + (strong if strong >= 0 else text.rfind("、"))


def _clause(text: str, first: str, number: str, last: str, beside: Expectation) -> tuple[Typed, ...] | None:
    """The targets of a clause around a number, with what is said behind it."""
    spelled = not number[0].isascii()
    year = not spelled and len(number) == 4 and _YEAR.match(number)
    before = _before(first, "han" if spelled else "year" if year else "")
    if before is None or (number == "0" and before.worded):  # 事故发生率为0
        return None
    after = _after(last, beside.cues)
    odd = (number == "0" and last and after and after.site.quantity.measure is None) or (
        "." in number and last.startswith(("前", "底", "之前", "以前"))
    )
    if after is None or odd or _goes_on(before, f"{before.plain}{number}{after.plain}"):  # 0事故, 死亡3人以上事故
        return None
    if spelled:
        read = _spelled(first, number, last, before, after)
        if read is None or read_relation(text, legible(text)) is not None:  # 达到上年的一个季度
            return None
        number = read
    elif not _FIT.fullmatch(number) or (after.risky and not BARE.match(number + after.risky)):
        return None
    if after.site.quantity.warns and before.words:  # 带宽500M: the words before may decide what M is
        return None
    start = len(first)
    quantity = Quantity._make((start, start + after.site.quantity.end, number, *after.rest))
    site = Measured(before.lead.start, start + after.site.end, before.lead, after.site.tail, quantity)
    return (typed_number(text, site, before.words, after.words, beside), *after.said)


_PARTED = ("w", "W", "仟", "佰", "拾", "分之", "成", "折", "点", "半", "(", "（")
"""What makes a share of a Chinese numeral, or parts it from its unit."""


def _spelled(first: str, numeral: str, last: str, before: Before, after: After) -> str | None:
    """The number that a Chinese numeral states which its unit follows; None where it may be a word, or no number."""
    quantity = after.site.quantity
    if numeral[0] in "零百千" or len(numeral) > _LONGEST_NUMERAL or last.lstrip(" 万亿").startswith(_PARTED):
        return None
    if not (quantity.measure or quantity.more) or not may_be_counted(
        first, numeral + last, signed=bool(before.lead.signs)
    ):
        return None
    said = claim(legible(first + numeral + last), len(first))
    number = chinese(numeral) if said and said.sort == "number" else None
    return None if number is None else exact_text(number)


_LONGEST_NUMERAL = 12
_BEHIND = ("个月来", "分", "米", "号", ",", "%的原因")
_SAMPLES = {
    "": ("3", "12", "12345", *(f"3{behind}" for behind in _BEHIND)),
    "year": ("2023增", *(f"2023{behind}" for behind in _BEHIND)),
    "han": ("三", "十二", "三个月来", "一年同期", "三名"),
}
"""Numbers, and words behind them, that what stands before might make a word or a time of: 近3个月来, 较2023增."""
_NEVER_IN = frozenset("《》〈〉〔[【由从*×xX÷_")
"""What may begin words that run on past a number, or an empty form's template."""
_FORM = frozenset({"指标", "目标"})
_OF_UNIT = deferred(r"[A-Za-zμµ/·*.、经纬]\s*$")
"""What may make a part of a unit or of a place of a number: m2, 元/5天, 东经120°."""


def _worded(text: str) -> str:
    return legible(text).strip(f" {GLYPHS}")


@kept(8_192)
def _before(text: str, sort: str) -> Before | None:
    """What stands before a number of a sort; None where it may make more of the number than a number."""
    plain = legible(text) if sort == "han" else legible(f"{text}3")[:-1]
    if not _is_plain(text + "3", plain + "3"):
        return None
    if _is_open(plain) or is_marked(plain) or begins_with_none(text):
        return None
    worded = _worded(text)
    if fold(worded) in _FORM or (worded and _OF_UNIT.search(plain)):  # 目标1
        return None
    if sort == "han" and worded and read_unit(worded, 0):  # 天/年三天
        return None
    said = lead(plain, 0, len(plain))
    words = plain[: said.start]
    starts = tuple(found.start() for found in beginnings().finditer(plain))
    read = Before(said, words, bool(worded), plain, starts)
    if any(_goes_on(read, plain + sample) for sample in _SAMPLES[sort]):
        return None
    return None if words and before(text, words).targets else read


def _goes_on(before: Before, plain: str) -> bool:
    """Whether a word or a time begins before the number of a text."""
    return bool(before.starts) and any(claim(plain, at) for at in before.starts)


def _is_open(plain: str) -> bool:
    """Whether a bracket or a quotation mark before a number may hold it: “3820”工程."""
    return plain.rfind("(") > plain.rfind(")") or plain.rfind("“") > plain.rfind("”") or plain.count('"') % 2 == 1


_ODD_BEHIND = deferred(
    rf"不含|\(\s*含\s*(?:\)|本数|[0-9])|不得分|得满分|为[优良中差]|未[完达开实]|[{GLYPHS}]|^3年来?的?平均"
)
"""What changes the sign before a number from behind it."""


@kept(8_192)
def _after(text: str, cues: Cues) -> After | None:
    """What stands behind a number; None where it may make more of the number than a number, or states more."""
    whole = "3" + text
    plain = legible(whole)
    broken = "\n" in plain  # the unit may stand on the next line
    if (
        broken
        or not _is_plain(whole, plain)
        or plain.rfind("(") > plain.rfind(")")
        or plain.find(")") < plain.find("(")
    ):
        return None
    related = read_relation(whole.rstrip(EDGES), plain.rstrip(EDGES)) is not None
    if not BARE.match(plain) or _ODD_BEHIND.search(plain) or related:
        return None
    site = read_measured(plain, 0, 0, cues, 1)
    if site is None or isinstance(site, Opaque) or site.upper or site.spread or site.rank or site.lead != Lead(0):
        return None
    listed = bool(site.tail.signs) and "、" in plain[site.end :]  # 10万元以上项目、工程评审率 may name a rate
    if site.quantity.number != "3" or listed or not is_plain(plain, site):
        return None
    own = behind(whole, plain, site.end) if plain[site.end :] else Own("")
    if own.either or _claimed(plain, 1, len(plain)):
        return None
    risky = plain[1:] if plain[1:2] in _RISKY else ""
    return After(plain[1:], site, site.quantity[3:], own.rest, own.targets, risky)


_RISKY = frozenset(
    '妇儿护教警查青交特洪地建记呼求法检纳医环项行专版型款年新冠热平急联投举消指接报便政服工高院诉办来转市小公财会预学上下Qq周%出火话宣受劝"”'
)
"""What may stand behind a number that is a year, or that everyone knows: 12345热线, 211工程."""


def _is_plain(text: str, plain: str) -> bool:
    """Whether nothing in a short text needs tidying or a second look before its numbers can be read."""
    whole = tidy(text) == text and with_words_whole(text) == text
    return len(text) <= _LONGEST and whole and not is_suspect(plain) and _NEVER_IN.isdisjoint(plain)


def _claimed(text: str, at: int, end: int) -> bool:
    """Whether a word that holds digits, a time, 每… or a number begins between two places of a text."""
    return any(claim(text, found.start()) for found in beginnings().finditer(text, at, end))
