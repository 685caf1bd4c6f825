"""Comparators: the signs and words before and after a number, read from data/comparators.toml."""

import re
from functools import cache
from typing import Literal, NamedTuple

from normalize.patterns import deferred
from normalize.remembered import kept, remembered
from normalize.text import NARROW, narrow
from normalize.vocabulary import by_first, by_last, vocabulary
from schema.target import Comparator

Role = Literal["sign", "approximate", "hedge", "copula"]
GLYPHS = "≥≤<>=≈"


class Word(NamedTuple):
    """What a word beside a number says."""

    role: Role
    sign: Comparator | None = None
    below: bool = False
    level: bool = False


class Lead(NamedTuple):
    """What stands directly before a number: where it starts, its sign and how it is softened.

    `signs` holds every sign said, the one nearest to the number first.
    """

    start: int
    signs: tuple[Comparator, ...] = ()
    hedge: str | None = None
    approximate: bool = False
    below: bool = False
    level: bool = False


_NOTHING = Lead(0)
_OFTEN = 8
"""The longest that what stands before a number may be for its reading to be remembered."""


class Tail(NamedTuple):
    """What stands directly after a number and its unit: where it ends, its sign and how it is softened."""

    end: int
    signs: tuple[Comparator, ...] = ()
    hedge: str | None = None
    approximate: bool = False


@cache
def _glyphs() -> tuple[re.Pattern[str], dict[int, str]]:
    """Any character that is not its usual self, and the usual one for each."""
    usual = {ord(other): sign for sign, others in vocabulary("comparators")["glyphs"].items() for other in others}
    for code in NARROW:
        narrowed = narrow(chr(code))
        usual[code] = usual.get(ord(narrowed), narrowed)
    return re.compile(f"[{re.escape(''.join(map(chr, usual)))}]"), usual


@cache
def _mistyped() -> dict[str, str]:
    return dict(vocabulary("comparators")["mistyped"])


_FILLED = deferred(
    r"(?<=[≥≤<>=])\s?[/_](?==?\s?[0-9])|(?<=[≥≤<>=])\s?\([0-9.]{1,9}[^()0-9]{0,4}\)|(?<=[0-9])(?:[wW](?=[人户元次件亩+,;。、]|$)|[仟佰](?=[万亿元克米瓦人]))"
)
"""What forms and typists put between a sign and its number, or write for 万: ≥/90%, ≥(90%), 10w人, 3仟元."""
_EMPTIED = str.maketrans("/_()wW仟佰", "    万万千百")
_RULED = deferred(r"(?<=[≥≤<>=≧≦＞＜＝])\s?[—–]{1,2}(?=\s?[0-9])")
"""A rule between a sign and its number is no minus: ≥—90%."""
_LESS = deferred(r"(?<=下降|降低|减少|压减)-(?=[0-9])")
"""A dash behind what says decrease already: 下降-3.2%."""
_POINT = deferred(r"(?<=[0-9])(?:[·•](?=[0-9]{1,2}\s?[%‰])|。(?=[0-9]{1,4}\s?(?:[%‰]|[万亿]?元)))")
"""A point in the middle of the line, or a full stop right between digits: 95·5%, 12。5万元."""
_TITLE = deferred(r"《[^《》]*》|〈[^〈〉]*〉")
_BELOW_ZERO = deferred(r"零下(?=[0-9])|(?<![减担抱胜肩背正欺重])负(?=[0-9])")
_ABOVE_ZERO = deferred("零上(?=[0-9])")
_AROUND = deferred("正负(?=[0-9])")
_UNEQUAL = deferred("不等于(?=[0-9])|(?<![并若而除是])非(?=0(?![0-9.]))")
_BRACED = deferred(
    r"\((?P<number>\s?[0-9][0-9.]{0,9}\s?(?:[~±-]\s?[0-9.]{1,9}\s?(?=\)[%‰℃A-Za-zμ\u4e00-\u9fff]{1,5}(?:[,;。]|$))|(?=\)[%‰℃])))\)"
)
"""A number or a range in a bracket of its own before the unit: (20±2)℃, (95)%."""
_LONE = deferred(r"[《》〈〉](?=\s*[=<>]?\s*[0-9])")


@remembered
def legible(text: str) -> str:
    """The text narrowed, with every look-alike of a sign, dash or tilde as the usual one; length is kept.

    >>> legible("≧９８﹪"), legible("》90%"), legible("3—5万元"), legible("《2020年报告》1份")
    ('≥98%', '≥90%', '3-5万元', '《2020年报告》1份')
    """
    if "—" in text or "–" in text:
        text = _RULED.sub(lambda ruled: " " * len(ruled[0]), text)
    unusual, usual = _glyphs()
    if unusual.search(text):
        text = text.translate(usual)
    if "零上" in text:
        text = _ABOVE_ZERO.sub("  ", text)
    if "负" in text or "零下" in text:
        text = _BELOW_ZERO.sub(lambda below: "-".rjust(len(below[0])), _AROUND.sub(" ±", text))
    if _FILLED.search(text):
        text = _FILLED.sub(lambda filled: filled[0].translate(_EMPTIED), text)
    if "·" in text or "•" in text or "。" in text:
        text = _POINT.sub(".", text)
    if "降" in text or "减" in text:
        text = _LESS.sub(" ", text)
    if "等于" in text or "非" in text:
        text = _UNEQUAL.sub(lambda unlike: "≠".rjust(len(unlike[0])), text)
    if text[:1] == "(" and (braced := _BRACED.match(text)):
        text = f" {braced['number']} {text[braced.end() :]}"
    return _with_signs(text) if _LONE.search(text) else text


def _with_signs(text: str) -> str:
    """A text with a sign in place of each mark of a title that nothing closes: 》90%."""
    titles = [match.span() for match in _TITLE.finditer(text)]
    signs = _mistyped()
    return _LONE.sub(
        lambda lone: lone[0] if any(start <= lone.start() < end for start, end in titles) else signs[lone[0]], text
    )


def glyph_sign(run: str) -> Comparator | None:
    """The one sign that a run of glyphs makes, or None where they contradict each other.

    >>> glyph_sign("≥="), glyph_sign("=>"), glyph_sign("=<"), glyph_sign(">"), glyph_sign("=="), glyph_sign("><")
    ('>=', '>=', '<=', '>', '=', None)
    """
    up, down = "≥" in run or ">" in run, "≤" in run or "<" in run
    if "≈" in run or not run:
        return "~" if run and not (up or down) else None
    if up and down:
        return None
    loose = "=" in run or "≥" in run or "≤" in run
    if up:
        return ">=" if loose else ">"
    return ("<=" if loose else "<") if down else "="


@cache
def _before() -> tuple[dict[str, tuple[str, ...]], dict[str, Word]]:
    data = vocabulary("comparators")
    levels = set(data["levels"]["before"])
    words = {word: Word("copula") for word in data["copulas"]["before"]}
    words |= {word: Word("copula", level=True) for word in levels}
    for sign, lists in data["signs"].items():
        words |= {word: Word("sign", sign, level=word in levels) for word in lists["before"]}
    words |= {word: Word("hedge") for word in data["hedges"]["before"]}
    below = set(data["approximate"]["below"])
    words |= {word: Word("approximate", below=word in below) for word in data["approximate"]["before"]}
    return by_last(list(words)), words


@cache
def _after() -> tuple[dict[str, tuple[str, ...]], dict[str, Word]]:
    data = vocabulary("comparators")
    words = {word: Word("approximate") for word in data["approximate"]["after"]}
    words |= {word: Word("copula") for word in data["copulas"]["after"]}
    for sign, lists in data["signs"].items():
        words |= {word: Word("sign", sign) for word in lists["after"]}
    return by_first(list(words)), words


@cache
def far_signs() -> dict[str, Comparator]:
    """The words that may stand away from their number, each with its sign."""
    return {word: sign for sign, lists in vocabulary("comparators")["signs"].items() for word in lists["far"]}


@cache
def far_pattern() -> re.Pattern[str]:
    """Any word that may stand away from its number."""
    paid = vocabulary("comparators")["paid"]
    before = "|".join(paid["words"])
    words = (
        f"{word}(?={before})" if word in paid["bounds"] else word for word in sorted(far_signs(), key=len, reverse=True)
    )
    return re.compile("|".join(words))


def far_hedge(subject: str) -> str | None:
    """The word of hedging that what is counted begins with, away from its number, or None.

    >>> far_hedge("力争获得金牌"), far_hedge("计划生育率")
    ('力争', None)
    """
    far = _far_hedges()
    return next(word for word in far if subject.startswith(word)) if subject.startswith(far) else None


@cache
def _far_hedges() -> tuple[str, ...]:
    return tuple(vocabulary("comparators")["hedges"]["far"])


def lead(text: str, start: int, end: int) -> Lead:
    """Read backwards from a number at `end`, no further than `start`, what says how it is compared.

    >>> lead("力争达到95%", 0, 4)
    Lead(start=0, signs=('>=',), hedge='力争', approximate=False, below=False, level=True)
    """
    if start == end:
        return _NOTHING if not start else Lead(start)
    if end - start > _OFTEN:
        return _lead(text, start, end)
    read = _short_lead(text[start:end])
    return read._replace(start=start + read.start) if start else read


@kept(8_192)
def _short_lead(text: str) -> Lead:
    return _lead(text, 0, len(text))


def _lead(text: str, start: int, end: int) -> Lead:
    by, words = _before()
    at, signs, hedge = end, [], None
    approximate = below = level = False
    while True:
        while at > start and text[at - 1] == " ":
            at -= 1
        if at == start:
            break
        if text[at - 1] in _RUNS and (begin := _run_start(text, start, at)) < at:
            signs.append(glyph_sign(text[begin:at].strip("( )").replace(" ", "")) or "=")
            at = begin
            continue
        said = _ends_at(text, start, at, by.get(text[at - 1], ()))
        if not said:
            break
        at -= len(said)
        word = words[said]
        level |= word.level
        match word.role:
            case "sign" if word.sign is not None:
                denied = denial(text, start, at)
                signs.append(DENIED[word.sign] if denied < at else word.sign)
                at = denied
            case "approximate":
                approximate, below, hedge = True, word.below, said
            case "hedge":
                hedge = hedge or said
            case _:
                pass
    return Lead(at, _joined(signs), hedge, approximate, below, level)


DENIED: dict[Comparator, Comparator] = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "=", "~": "~"}
"""What is left of a comparator that is denied: 不突破 is ≤."""
_DENIAL = deferred(r"(?:(?:绝|决|均|应|都)?不(?:[得能应可宜会许准要]|允许)?|未能?|没有?|严禁|禁止|杜绝)$")


def denial(text: str, start: int, at: int) -> int:
    """Where a denial that ends at a place begins, no further back than `start`; the place itself without one.

    >>> denial("成本不得突破100万元", 0, 4), denial("成本突破100万元", 0, 2)
    (2, 2)
    """
    if at == start or text[at - 1] not in _DENYING:
        return at
    found = _DENIAL.search(text, max(start, at - 4), at)
    return found.start() if found else at


_DENYING = frozenset("不得能应可宜会许准要未没有禁止绝")
_RUNS = frozenset(GLYPHS + ")")


def _run_start(text: str, start: int, end: int) -> int:
    """Where the glyphs before a place begin, in brackets or not; the place itself where there are none."""
    if text[end - 1] == ")":
        noted = _NOTED.search(text, max(start, end - 6), end)
        return noted.start() if noted else end
    while end > start and text[end - 1] in GLYPHS + " ":
        end -= 1
    return end


_NOTED = deferred(rf"\( ?[{GLYPHS}]{{1,2}} ?\)$")
"""A sign in brackets behind the same in words: 不少于(≥)95%."""


def _ends_at(text: str, start: int, end: int, words: tuple[str, ...]) -> str:
    """The first of some words that a stretch of a text ends in, unless it only ends another word there; or nothing."""
    for word in words:
        if text.endswith(word, start, end):
            begin = end - len(word)
            another = begin > start and text[begin - 1] in vocabulary("comparators")["within"].get(word, "")
            return "" if another else word
    return ""


def _joined(signs: list[Comparator]) -> tuple[Comparator, ...]:
    """The signs before a number, the nearest first, with 大于 等于 as one."""
    if len(signs) > 1 and signs[0] == "=" and signs[1] in _LOOSE:
        return (_LOOSE[signs[1]], *signs[2:])
    return tuple(signs)


_LOOSE: dict[Comparator, Comparator] = {">": ">=", "<": "<="}
_INSIDE = deferred(
    r"内(?=[部容外网涵设在地])|起(?=[到草重来]|步(?=[\u4e00-\u9fff]))|\+(?=\s?[0-9]|[\u4e00-\u9fff]{1,8}[0-9])|内(?!$|[\s,,;。;、()]|完|办|响|到|修|解|答|反|处|审|拨|支|报|做|提|的|及|予|发|送|出|受|落|实|组|回|复|恢|上|下|全|将|给|兑|开|结|批|未|无|不|排|抢|赶|抵)"
)


def tail(text: str, at: int, end: int) -> Tail:
    """Read forwards from behind a number and its unit, no further than `end`, what says how it is compared.

    >>> tail("90%以上（含90%）", 3, 11)
    Tail(end=5, signs=('>=',), hedge=None, approximate=False)
    """
    by, words = _after()
    if at == end or (text[at] not in by and text[at] != " "):
        return Tail(at)
    signs: list[Comparator] = []
    hedge, approximate = None, False
    while at < end:
        ahead = at + 1 if text[at] == " " else at
        for said in by.get(text[ahead : ahead + 1], ()):
            if text.startswith(said, ahead, end):
                break
        else:
            break
        if _INSIDE.match(text, ahead):
            break
        word = words[said]
        if word.sign is not None:
            signs.append(word.sign)
        elif word.role == "approximate":
            hedge, approximate = said, True
        at = ahead + len(said)
    return Tail(at, tuple(signs), hedge, approximate)


def stated_sign(text: str) -> Comparator | None:
    """The sign in an operator column, or None where it holds none (定性, 正向, blank).

    >>> stated_sign("≥"), stated_sign("大于等于"), stated_sign("定性"), stated_sign("＝"), stated_sign("约")
    ('>=', '>=', None, '=', '~')
    >>> stated_sign("≥（大于等于）"), stated_sign("≥/≤"), stated_sign("定量≥"), stated_sign("约等于")
    ('>=', None, '>=', '~')
    """
    said = [_sign_alone(part) for part in _PARTS.split(_NATURES.sub("", legible(text))) if part.strip()]
    return said[0] if said and len(set(said)) == 1 else None


_PARTS = deferred(r"[/()、|]|\s+")
_NATURES = deferred("^(?:定量|定性)(?=.)")
"""What stands before a sign, and what parts a sign from the same in words: 定量≥, ≥（大于等于）."""


def _sign_alone(text: str) -> Comparator | None:
    read = lead(text, 0, len(text))
    behind = tail(text, 0, len(text))
    if text and behind.end == len(text) and len(behind.signs) == 1:  # 以上
        return behind.signs[0]
    if read.start != 0 or _contradicts(text.replace(" ", "")):
        return None
    if read.approximate and not set(read.signs) - {"="}:
        return "~"
    return read.signs[0] if read.signs else None


def _contradicts(run: str) -> bool:
    """Whether glyphs alone say two things that cannot both be: >=≤."""
    return bool(run) and set(run) <= set(GLYPHS) and glyph_sign(run) is None


def says_range(text: str) -> bool:
    """Whether an operator column says that the value is a range.

    >>> says_range("介于"), says_range("≥")
    (True, False)
    """
    return text.strip() in vocabulary("comparators")["ranges"]["operators"]
