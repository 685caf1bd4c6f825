"""What the words around a number tell: the change, its basis, the trigger, what is counted."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from normalize.comparators import far_pattern, far_signs, glyph_sign, lead
from normalize.patterns import deferred
from normalize.remembered import kept
from normalize.text import fold
from normalize.vocabulary import vocabulary
from schema.target import Comparator

Change = Literal["increase", "decrease"]


class Context(NamedTuple):
    """What stands around one number, beyond its sign and unit."""

    subject: str | None = None
    sign: Comparator | None = None
    change: Change | None = None
    toward: Change | None = None
    basis: str | None = None
    trigger: str | None = None
    formula: bool = False
    within: bool = False


NO_CONTEXT = Context()


@cache
def _changes() -> dict[str, Change]:
    data = vocabulary("phrases")["changes"]
    return {word: direction for direction in ("increase", "decrease") for word in data[direction]}


@cache
def bases() -> dict[str, str]:
    """Every spelling of a basis with its usual name."""
    data = vocabulary("phrases")["bases"]
    return {spelling: usual for usual, others in data.items() for spelling in (usual, *others)}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _basis() -> re.Pattern[str]:
    against, named = "|".join(vocabulary("phrases")["against"]), _either(bases())
    behind = r"(?:相比|水平|基础上|末|底)?[\s,]*(?:有所|年均|至少|应|实现|不)?\s*$"
    return re.compile(
        rf"(?:(?:{against})(?P<said>[^,;:()\s]{{1,20}}?)|(?:与|同|和)(?P<with>[^,;:()\s]{{1,20}}?)相比){behind}"
        rf"|[由从](?P<from>[^,;。]{{1,20}})$|(?<![\u4e00-\u9fffA-Za-z0-9.])(?P<began>[0-9.]+(?![GD])[^0-9,;。]{{0,5}})$"
        rf"|在(?P<upon>[^,;:()\s%]{{1,20}}?)的?基础上[\s,]*|(?:{against})?(?P<named>{named})(?:相比|水平|基数)?[\s,]*"
    )


@cache
def _change() -> re.Pattern[str]:
    signed = "(?<=同比|环比|上年|去年|同期|年度|平均)"  # 同比+5%, 较上年-3%
    spared = r"节[约省](?:用电|用水|用能|用气|用煤|能源|能耗|标准?煤)"
    return re.compile(
        rf"(?:(?P<word>{_either(_changes())})(?:了|额|率|量|幅度|比例|约)?(?P<level>[至到为])?"
        rf"|(?P<up>升|{signed}\+|[比较].{{1,12}}?(?:(?<!增)多|(?<![提增])高))(?P<risen>[至到为])?|(?P<down>(?<![起升])降|{signed}-|[比较].{{1,12}}?(?:(?<!减)少|(?<![降减])低)|{spared}|节[约省])(?P<fallen>[至到为])?)\s*$"
    )


@cache
def _change_ends() -> frozenset[str]:
    """What the pattern of a change may end with, and nothing."""
    return frozenset({*(word[-1] for word in _changes()), *"了额率量度例约至到为升多高降少低省电水能气煤源耗+-"})


@cache
def _changed_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*的?(?P<word>{_either(_changes())})")


_CLAUSE = deferred(r"[,;。]")
_LINE = deferred(r"[,;。\n]")
_NOTED = deferred(r"[,;。\n(]")
_OF_YEAR = deferred(r"(?<!达到)(?<=[到至为])(?:(?:19|20)[0-9]{2}年[底末]?|原来|原有)的\s*$")
"""The year of the level that a change ends at: 提高到2025年的90%."""
_LEVEL_OF = deferred(r"(?P<year>(?:19|20)[0-9]{2}年)(?:度|底|末)?(?:水平|实际|数)?的\s*$")
"""The year whose level a share is one of: 达到2023年的105%."""
_TRIGGER = deferred(r"(?:^|[,;。])\s*(?P<trigger>[^,;。]{1,24}?(?:之日起|后起|之后|以后|后))\s*(?:的|,)?\s*$")
_DIVISOR = deferred(r"(?<=[\u4e00-\u9fff)])(?<![0-9][\u4e00-\u9fff])\s?[/÷]\s?\(?(?P<basis>[\u4e00-\u9fff]+)")
_RATIO = deferred(r"(?P<basis>(?=[^,;。、]*[\u4e00-\u9fffA-Za-z])[^,;。、]{2,30}?)的?\s*$")
_LABEL = deferred(r"\s*(?:年度|绩效)*(?:指标值|目标值|考核指标|考核目标|计划值|预期值)\s*:?\s*")
"""What a form calls its column, written before the value again: 指标值：≥95%."""
_EDGES = " \t\n,;。、:的()·-+×/*\"'“”[]{}【】「」『』"
_SERIAL = deferred(r"[0-9]{1,2}(?:[.](?![0-9])|[、)]|$)|[①-⑳]|[一二三四五六七八九]是")
_JOINING = deferred(r"(?:并且|以及|或者|且|并(?![发网联购轨行])|及(?!时|格)|和(?!谐)|与|或)+")


@kept(8192)
def read_context(left: str, right: str, *, share: bool, timed: bool, signed: bool, level: bool = False) -> Context:
    """What the words before (`left`) and after (`right`) a number and its sign tell of it.

    `share` says that the number is a multiple or a share, which may be one of something named before it; `timed` that
    it is a duration, which may run from an event; `signed` that a sign stands directly before the number; `level` that
    a word before it tells where a change ends (提高到90%), which makes it no change but a number to go `toward`.

    >>> said = read_context("较上年增长", "", share=True, timed=False, signed=False)
    >>> said.change, said.basis
    ('increase', '上年')
    >>> read_context("收到申请后", "", share=False, timed=True, signed=False).trigger
    '收到申请后'
    """
    if ("指标" in left or "值" in left or "目标" in left) and _LABEL.fullmatch(left):
        left = ""
    if not left.strip() and not right.strip():
        return NO_CONTEXT
    if "/" in left or "÷" in left:
        formula = _CLAUSE.split(left)[-1].strip()
        if divided := _DIVISOR.search(formula):
            return Context(subject=formula, basis=divided["basis"], formula=True)
    trigger, left = _trigger(left) if timed else (None, left)
    if "的" in left:
        left = _OF_YEAR.sub("", left)
    works = not share and not level and _is_work(left.rstrip())
    change, toward, left = (None, None, left) if works else _changed(left, right, level=level, share=share)
    changing = bool(change or toward)
    of = share and left.rstrip().endswith("的")
    alike = share and left.rstrip().endswith(_ALIKE)
    basis, left = _share_of(left, needed=changing) if share else _based(left, needed=changing)
    sign = None
    if not signed:
        sign, basis, left = _far(left, basis, share=share, of=of)
    if not change:
        sign, change, basis, left = _compared(left, sign, basis, share=share, signed=signed)
    if share and basis is None and right:
        change, basis, right = _told_behind(right, change)
    if share and not changing and change is None and alike:
        change = "increase"
    within = timed and right.lstrip().startswith(tuple(vocabulary("phrases")["within"]))
    within_it = right.lstrip().removeprefix("内") if within else right
    return Context(_subject(left, within_it), sign, change, toward, basis, trigger, within=within)


_ALIKE = ("同比", "环比")
"""What tells of growth without a word for it: 同比≥5%."""


def _compared(
    left: str, sign: Comparator | None, basis: str | None, *, share: bool, signed: bool
) -> tuple[Comparator | None, Change | None, str | None, str]:
    """The sign, change and basis of a number without a word of change, and the words left.

    A share may lie beyond anything, another number beyond what was planned: 低于预算8.6万元.
    """
    if not share:
        planned = _planned().search(left) if basis is None and sign is None and not signed else None
        return (sign, None, basis, left) if planned is None else _over(left, planned)
    if basis:
        beyond, change, left = _beyond(left, sign)
        return beyond, change, basis, left
    over = None if signed or sign is not None else _planned().search(left) or _OVER.search(left)
    return (sign, None, None, left) if over is None else _over(left, over)


@cache
def _planned() -> re.Pattern[str]:
    plans = "|".join(vocabulary("phrases")["planned"])
    return re.compile(rf"(?P<word>低于|少于|高于|超过|超出|超额|超)(?P<basis>(?:{plans})(?:数|值|成本|任务|进度)?)\s*$")


def _over(left: str, over: re.Match[str] | None) -> tuple[Comparator | None, Change | None, str | None, str]:
    """What a number is beyond that stands away from it: 高于城镇居民1个百分点."""
    if over is None:
        return None, None, None, left
    change: Change = "decrease" if over["word"] in {"低于", "慢于", "少于"} else "increase"
    basis = over["basis"].removesuffix("水平") if over["basis"].endswith("平均水平") else over["basis"]
    return ">=", change, bases().get(over["basis"], basis), left[: over.start()]


_TIMES_OF = deferred(r"于(?P<basis>[\u4e00-\u9fff]{2,20})\s*$")
_NOTED_BASIS = deferred(r"\s?\((?P<said>(?:较|比|与|同比|环比|相比)(?:(?:19|20)[0-9]{2}年?)?[^()0-9]{0,14})\)")


def _told_behind(right: str, change: Change | None) -> tuple[Change | None, str | None, str]:
    """The change and the basis that stand behind a number, and the words left: ≥5%(较上年增长), 3倍于上年."""
    if noted := _NOTED_BASIS.match(right):
        told, _, left = _changed(noted["said"], "", level=False, share=True)
        return change or told, _based(left or noted["said"], needed=True)[0], right
    if times := _TIMES_OF.match(right):
        return change, bases().get(times["basis"], times["basis"]), ""
    return change, None, right


def _beyond(left: str, sign: Comparator | None) -> tuple[Comparator | None, Change | None, str]:
    """高于全国平均5个百分点 is an increase over it; 达到上年的2倍 compares with it."""
    before = lead(left, 0, len(left))
    if not before.signs:
        return sign, None, left
    match before.signs[0]:
        case ">" if not left.rstrip().endswith("突破"):
            return ">=", "increase", left[: before.start]
        case "<":
            return ">=", "decrease", left[: before.start]
        case other:
            return other, None, left[: before.start]


def _trigger(left: str) -> tuple[str | None, str]:
    found = _TRIGGER.search(left)
    if found is None:
        return None, left
    return found["trigger"].strip(), left[: found.start("trigger")]


@cache
def _no_change() -> tuple[str, ...]:
    return tuple(vocabulary("phrases")["no_change"])


_BARE: dict[str, Change] = {"增": "increase", "减": "decrease"}
"""What tells a change only before a word of level or a share: 减至3项, 增5%."""


def _changed(left: str, right: str, *, level: bool, share: bool) -> tuple[Change | None, Change | None, str]:
    """The direction of a change, or of a level to reach by one (提高到), and what is left of the words."""
    found = _change().search(left) if left.rstrip()[-1:] in _change_ends() else None
    if found is not None:
        return _directed(found, left, level=level)
    if (level or share) and (bare := _BARE.get(left.rstrip()[-1:])) and not left.rstrip().endswith(_no_change()):
        return None if level else bare, bare if level else None, left.rstrip()[:-1]
    if right and (behind := _changed_behind().match(right)):
        return _changes()[behind["word"]], None, left
    begun = _change_of().search(left) if share and not level else None
    if begun is None:
        return None, None, left
    return _changes().get(begun["word"], "decrease"), None, left[: begun.start("word")] + begun["object"]


@cache
def _change_of() -> re.Pattern[str]:
    """A change with what changes by a share behind it, but for a rate, which is reached: 降低用电成本3%."""
    return re.compile(
        rf"(?:^|[,;。、\n])\s*(?P<word>{_either(_changes())}|{_either(vocabulary('phrases')['saving'])})"
        r"(?P<object>[\u4e00-\u9fff]{2,12}(?:(?<![率度例重比到至为])|(?<=效率)))\s*$"
    )


def _directed(found: re.Match[str], left: str, *, level: bool) -> tuple[Change | None, Change | None, str]:
    """What a word of change before a number says, and what is left of the words; of 比去年多 the basis is left."""
    word = found["word"]
    direction: Change = _changes()[word] if word else "increase" if found["up"] else "decrease"
    said = word or found["up"] or found["down"]
    rest = left[: found.end() - len(said)] if said[0] in "比较" else left[: found.start()]
    if said[0] in "比较":
        rest = left[: found.start()] + said[:-1]
    elif found["down"] and len(said) > 2:  # 节约用电 names what is counted
        rest = left
    if (level or found["level"] or found["risen"] or found["fallen"]) and not said.endswith(_NOUNS):
        return None, direction, rest
    return direction, None, rest


_NOUNS = ("率", "幅", "速", "量", "幅度")
"""A change told by a noun stays one where a verb of level follows: 增长率达到8%."""


def _share_of(left: str, *, needed: bool) -> tuple[str | None, str]:
    """What a share is one of, or measured against: 达到2023年的105%."""
    level_of = _LEVEL_OF.search(left)
    basis, rest = _based(left.rstrip(" 的"), needed=needed)
    return (level_of["year"], rest[: level_of.start()]) if level_of and basis is None else (basis, rest)


def _based(left: str, *, needed: bool) -> tuple[str | None, str]:
    left = _LEVEL_NOTED.sub("", left)
    needed = needed or not left.strip()
    found = _basis().search(left)
    if found is None:
        return None, left
    said = (
        found["said"] or found["with"] or found["from"] or found["began"] or found["upon"] or found["named"]
    ).strip()
    if not needed and (found["named"] is None or found.end() != len(left)):
        return None, left
    return bases().get(said, said), left[: found.start()] + left[found.end() :]


_LEVEL_NOTED = deferred(r"(?<=[年期])\([0-9.]{1,8}[^()0-9]{0,5}\)(?=\s*$)")
"""The level in a bracket behind the year that a change starts from: 较2023年(85.3%)提高."""
_OVER = deferred(r"(?P<word>高于|快于|优于|低于|慢于|超过|超出)(?P<basis>[\u4e00-\u9fff]{2,14})\s*$")
_AWAY = deferred(r"[≥≤<>][≥≤<>= ]*(?=[\u4e00-\u9fff][^,;。()≥≤<>]*$|$)")
"""Glyphs that words part from their number: ≤年初预算100万元, and nothing is left where the words are a basis."""


def _far(left: str, basis: str | None, *, share: bool, of: bool) -> tuple[Comparator | None, str | None, str]:
    """A sign away from its number (至少向企业提供20次), and the quantity a multiple is one of (不低于出资规模的2倍)."""
    glyphs = _AWAY.search(left)
    if glyphs and (sign := glyph_sign(glyphs[0].replace(" ", ""))):
        if of and basis is None and (ratio := _RATIO.match(left[glyphs.end() :])):
            return sign, ratio["basis"].strip(), left[: glyphs.start()]
        return sign, basis, left[: glyphs.start()] + left[glyphs.end() :]
    words = list(far_pattern().finditer(left))
    if not words:
        return None, basis, left
    word = words[-1]
    behind = left[word.end() :]
    if share and basis is None and (ratio := _RATIO.match(behind)):
        return far_signs()[word[0]], ratio["basis"].strip(), left[: word.start()]
    return far_signs()[word[0]], basis, left[: word.start()] + behind


@cache
def verb_only() -> frozenset[str]:
    """The words before a number that do not say what is counted: 举办2场培训 counts 培训."""
    return frozenset(vocabulary("phrases")["subjects"]["verbs"])


@cache
def _works() -> tuple[str, ...]:
    return tuple(vocabulary("phrases")["subjects"]["works"])


@cache
def _measured() -> tuple[str, ...]:
    return tuple(vocabulary("phrases")["subjects"]["measured"])


def _is_work(left: str) -> bool:
    """Whether words end in a kind of work that only sounds like a change: 改造提升1.8万亩, 路面提升12公里."""
    if left.endswith(_works()):
        return True
    what = left.removesuffix("提升")
    named = _LINE.split(what)[-1].strip(_EDGES)
    return what != left and len(named) > 1 and not _basis().search(what) and not named.endswith(_measured())


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(verb_only())


_PRODUCT = deferred(r"[0-9.]+\s?[*×xX]\s?[0-9]")
"""How the product begins that a number is the result of: 20*5000=100000元."""


SHARING = "分别"
"""What makes the words behind it those of each number that follows."""
_APART = frozenset("(,;。")
"""What parts words behind a number from it, so that they name nothing it counts: ≥90%，不足的按比例扣分."""


def _subject(left: str, right: str) -> str | None:
    before = _LINE.split(left.strip(_EDGES))[-1]
    before = _closed(_joined_off(before)).removesuffix(SHARING)
    before = "" if _PRODUCT.match(before) else before
    if before and not before.endswith(_verbs()):
        return before
    apart = right.lstrip()[:1] in _APART
    behind = "" if apart else _NOTED.split(_joined_off(right))[0].rstrip(_EDGES)
    behind = "" if behind in verb_only() else behind
    return behind or (before if before and before not in verb_only() else None)


def _closed(text: str) -> str:
    """A text with the bracket or the quotation mark that its edges lost: 优良路率(MQI), “3·15”活动."""
    text = f"“{text}" if text.count("”") == text.count("“") + 1 else text
    return f"{text})" if text.count("(") == text.count(")") + 1 else text


def _joined_off(text: str) -> str:
    """The text without the words that join it to what stands before."""
    text = text.strip(_EDGES)
    if serial := _SERIAL.match(text):
        text = text[serial.end() :].strip(_EDGES)
    joined = _JOINING.match(text)
    return text[joined.end() :].strip(_EDGES) if joined else text


def same_name(subject: str, name: str) -> bool:
    """Whether a subject names nothing beyond the indicator itself.

    >>> same_name("年度专利授权量", "年度专利授权量（件）"), same_name("拨付金额", "政策兑现服务数量、金额")
    (True, False)
    """
    one, other = fold(subject), fold(name)
    return bool(other) and (one in other or (len(other) > 3 and other in one))
