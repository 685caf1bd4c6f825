"""Indicators told as prose in one cell: where each begins, the levels it stands under, its name and its value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalize import parse_value, reads_as_value
from normalize.numbering import without_item_numbers
from normalize.placeholders import is_not_applicable, is_placeholder, strip_indicator_prefix
from normalize.taxonomy import is_level, level1, level2
from normalize.text import narrow
from normalize.values import split_trailing_value

_NUMBER = (
    r"(?:\(\s*[0-9一二三四五六七八九十]{1,3}\s*\)|[0-9]{1,3}(?:[、)]|\.(?![0-9]))"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|[-•·●◆])"
)
# Where one item may end and the next begin. A comma parts levels, never items.
_CANDIDATE = re.compile(r"[\s。;；,，、】):]+")
_MARK = re.compile(
    rf"""
    \s*(?:{_NUMBER}\s*){{0,2}}                              # its number
    (?:设\s*[0-9一二两三四五六七八九十]{{1,3}}\s*[条个项]\s*)?   # 设1条
    (?: 【(?P<bracketed>[^】]{{2,30}})】\s*:?               # 【产出指标-数量指标】
      | (?P<labelled>[^:,，。;；【】\n]{{2,24}}?)\s*:         # 产出指标-数量指标：
      | (?P<heading>[^:,，。;；【】\n]{{2,24}}?)[ ]*(?=\n|$)  # 一、产出指标
    )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(rf"\s*{_NUMBER}\s*(?=[^:,，。;；【】\n]{{2,24}}:)")
_ITEM_NUMBER = re.compile(rf"\s*(?:{_NUMBER}\s*)+")
_LEVEL_BREAK = re.compile(r"[-—–/→>·]+")
# 论坛场次，年度指标值：举办论坛≥4场
_VALUE_LABEL = re.compile(r"\s*[,，;；。]?\s*(?:年度|预期|绩效|目标|计划|全年)?(?:指标值|目标值)\s*:\s*")
_NAME_LABEL = re.compile(r"\s*(?:三级指标|(?:绩效)?指标(?:名称|内容))\s*:\s*")
_SPLIT = re.compile(rf"[。;；\n]|(?=指标\s*[0-9]{{1,2}}\s*[:、.])|(?:(?<=[\s)]))(?={_NUMBER})|(?=[①-⑳])")
_GLYPH = re.compile(r"[≥≤≧≦>＞<＜=＝]")
_IN_BRACKETS = re.compile(r"(?P<name>.+?)\((?P<value>[^()]+)\)", re.DOTALL)
_CLOSING = re.compile(r"\((?P<value>[^()]+)\)\s*(?=[。;；\n]|$)")
_COLON = re.compile(r"(?P<name>[^:]{2,60}):\s*(?P<value>.+)", re.DOTALL)
# 路灯30盏, 建设面积1.5万平方米: a number at the end, with what it counts
_COUNTED = re.compile(
    r"""(?P<name>[^0-9]{2,}?)\s*
        (?P<value>
          (?:(?:稳定|保持|维持|控制|提高|提升|增长|增加|下降|降低|减少|缩短|达)?(?:在|到|至)
            |(?:同比|较上年)?(?:提高|提升|增长|增加|下降|降低|减少|缩短)
            |[不未]?(?:少|低|高|多|大|小)于|[不未]?超过|达到|达|至少|至多|最多|最少|约|近)?
          [0-9][0-9.,]*\s*[^0-9,，、()]{0,8})""",
    re.DOTALL | re.VERBOSE,
)
# 控制在80万元以内 names nothing.
_VERB = re.compile(r"(?:稳定|保持|维持|控制|提高|提升|增长|增加|下降|降低|减少|缩短)(?:在|到|至)?")
# 完成时间2024年12月前: the name of a time, and one
_TIMED = re.compile(
    r"(?P<name>[^0-9]{0,20}?(?:时间|日期|时限|期限|时点))\s*(?:为|在|是)?(?P<value>[0-9年].*)", re.DOTALL
)
_MEASURED = frozenset({"comparison", "deadline"})
_SHORTEST_NAME = 2
_OUTPUT, _COST, _SATISFACTION = "产出指标", "成本指标", "满意度指标"
_OPEN, _CLOSE = "(《“[", ")》”]"


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels in force, as written and by their canonical names; `open` where a heading waits for a level below."""

    first: str | None = None
    second: str | None = None
    level1: str | None = None
    level2: str | None = None
    open: bool = False

    @property
    def known(self) -> bool:
        """Whether anything is told of levels."""
        return self.first is not None or self.second is not None or self.level1 is not None


@dataclass(frozen=True, slots=True)
class Told:
    """An item of prose: an indicator with its levels, or, without a name, words that tell of none."""

    levels: Levels
    name: str
    value: str
    piece: str


@dataclass(frozen=True, slots=True)
class _Style:
    """How a cell tells its indicators, which shows in all of them together.

    `bracketed`: each value stands in brackets behind its name. `cost_below_output`: only levels 2 are named, so that
    成本指标 among them is the one below 产出指标.
    """

    bracketed: bool
    cost_below_output: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place where levels are named: where it begins, where its items do, and the words."""

    start: int
    end: int
    words: str
    numbered: bool


def read_items(text: str, levels: Levels | None = None) -> tuple[Told, ...]:
    """The items of a cell of prose, under the levels its column names.

    >>> [(t.levels.level2, t.name, t.value) for t in read_items("设1条数量指标：培训≥3期；质量指标：合格率100%。")]
    [('数量指标', '培训', '≥3期'), ('质量指标', '合格率', '100%')]
    >>> nested = read_items("一、产出指标\\n1.数量指标：\\n①路灯 30盏\\n②管网 2公里")
    >>> [(t.levels.level1, t.levels.level2, t.name) for t in nested]
    [('产出指标', '数量指标', '路灯'), ('产出指标', '数量指标', '管网')]
    >>> [(t.name, t.value) for t in read_items("设1条时效指标：完成时间2024年12月前")]
    [('完成时间', '2024年12月前')]
    >>> [t.levels.level1 for t in read_items("数量指标：适配辅具≥200件；群众满意度≥90%")]
    ['产出指标', '满意度指标']
    """
    given = levels or Levels()
    plain = narrow(text)
    marks = list(_marks(plain))
    style = _Style(bracketed=_brackets_values(plain), cost_below_output=_names_only_second(marks))
    told: list[Told] = []
    if not marks or marks[0].start > 0:
        told.extend(_items(text[: marks[0].start] if marks else text, given, style, told_apart=False))
    now = given
    for mark, following in pairwise((*marks, _Mark(len(text), len(text), "", numbered=False))):
        body = without_item_numbers(text[mark.end : following.start])
        if not is_levels(mark.words):
            told.append(Told(now, "", "", text[mark.start : following.start]))
            continue
        now = _under(mark.words, now, given, style)
        told.extend(map(_at_home, _items(body, now, style, told_apart=True)))
        now = replace(now, open=not body.strip(" \n　。;；"))
    return tuple(told)


def named_values(text: str) -> tuple[tuple[str, str], ...]:
    """The names and values of a cell that holds both, one where it cannot be parted so that each has its own.

    >>> named_values("云主机≥1200台；存储≥5PB"), named_values("新建路灯30盏"), named_values("数量≥8个；持续提升")
    ((('云主机', '≥1200台'), ('存储', '≥5PB')), (('新建路灯', '30盏'),), (('数量', '≥8个；持续提升'),))
    >>> named_values("持续提升"), named_values("不少于5场"), named_values("巡查≥24次，培训≥6场")
    ((), (), (('巡查', '≥24次'), ('培训', '≥6场')))
    """
    style = _Style(bracketed=False, cost_below_output=False)
    pieces = [part for piece in _pieces(text) for part in _side_by_side(_bare(piece))]
    several = [pair for piece in pieces if (pair := _named(piece, style)) is not None]
    if 1 < len(pieces) == len(several):
        return tuple(several)
    whole = _named(_bare(text), style)
    return (whole,) if whole is not None else ()


def _named(said: str, style: _Style) -> tuple[str, str] | None:
    """The name and the value of a text; None where what stands before the number names nothing: 不少于5场, 每年2次."""
    pair = _split(said, style)
    plain = narrow(said)
    if pair is None or _GLYPH.search(plain) or any(mark in plain for mark in ":( "):
        return pair
    first = next(iter(parse_value(said).targets), None)
    return pair if first is not None and first.subject is not None else None


def _at_home(told: Told) -> Told:
    """An item that is named like the level of satisfaction, under that level: 时效指标：12月底前完成；满意度≥90%."""
    second = level2(told.name)
    satisfies = level1(told.name) == _SATISFACTION or (second is not None and second.parents == (_SATISFACTION,))
    away = satisfies and told.levels.level1 not in {None, _SATISFACTION}
    return replace(told, levels=Levels(level1=_SATISFACTION)) if away else told


def names_levels(text: str) -> bool:
    """Whether a text holds prose of indicators: at least one level and what stands under it.

    >>> names_levels("建成图书馆。设1条数量指标：开通≥1个月"), names_levels("建成图书馆，产出指标达标。")
    (True, False)
    """
    return any(is_levels(mark.words) for mark in _marks(narrow(text)))


def is_levels(words: str) -> bool:
    """Whether words are nothing but levels: 产出指标-数量指标."""
    parts = _parts(words)
    return bool(parts) and all(is_level(part) for part in parts)


def _parts(words: str) -> list[str]:
    return [part.strip() for part in _LEVEL_BREAK.split(words) if part.strip()]


def _brackets_values(plain: str) -> bool:
    """Whether most items end in brackets that hold a value: 养老机构(≥3家)；服务体系(更加健全)."""
    closing = [match["value"] for match in _CLOSING.finditer(plain)]
    items = [item for item in re.split(r"[。;；\n]", plain) if item.strip()]
    valued = sum(map(reads_as_value, closing))
    return valued > 1 and 2 * valued > len(closing) and 2 * len(closing) > len(items)


def _names_only_second(marks: Sequence[_Mark]) -> bool:
    """Whether levels 2 of 产出指标 are named, and nothing that is a level 1 only, or a level 2 of 成本指标."""
    parts = [part for mark in marks for part in _parts(mark.words)]
    seconds = [level2(part) for part in parts]
    alone = any(two is None and level1(part) is not None for part, two in zip(parts, seconds, strict=True))
    parents = [two.parents for two in seconds if two is not None]
    return not alone and (_OUTPUT,) in parents and (_COST,) not in parents


def _marks(plain: str) -> Iterator[_Mark]:
    """Where levels are named, and where a number opens what is labelled like one but names none: 2、其他事项：."""
    end = 0
    numbered_levels = False
    for at in (0, *(match.end() for match in _CANDIDATE.finditer(plain))):
        match = _MARK.match(plain, at) if at >= end else None
        if match is None:
            continue
        words = match["bracketed"] or match["labelled"] or match["heading"] or ""
        numbered = _NUMBERED.match(plain, at) is not None
        if is_levels(words) and (match["heading"] is None or at == 0 or plain[:at].rstrip(" ").endswith("\n")):
            numbered_levels = numbered_levels or numbered
        elif not (numbered and numbered_levels and match["labelled"] and not _states(plain, match.end())):
            continue
        yield _Mark(at, match.end(), words, numbered)
        end = match.end()


def _states(plain: str, at: int) -> bool:
    """Whether what follows a label up to the next stop reads as a value."""
    said = re.split(r"[。;；\n]", plain[at:], maxsplit=1)[0]
    return "指标" in said or reads_as_value(said)


def _under(words: str, above: Levels, given: Levels, style: _Style) -> Levels:
    """The levels some words name, under those above them.

    成本指标 and 服务对象满意度指标 name a level 1 as well as a level 2: below a heading that can hold them, a level 2.
    """
    now = above if above.open else given
    for part in _parts(words):
        one, two = level1(part), level2(part)
        below = now.level1 is not None and now.level2 is None and two is not None and now.level1 in two.parents
        below = below or (style.cost_below_output and one == _COST and two is not None and now.level1 is None)
        if two is not None and (one is None or below):
            parent = now.level1 if (below and now.level1) or not two.parents else two.parents[0]
            now = Levels(now.first if parent == now.level1 else None, part, parent, two.name)
        elif one is not None:
            full = two is not None and two.name.startswith("服务对象") and two.name[:5] == part[:5]
            now = Levels(part, part if full else None, one, two.name if full and two is not None else None)
    return now


def _items(body: str, levels: Levels, style: _Style, *, told_apart: bool) -> Iterator[Told]:
    """The indicators of the words below a level; `told_apart` where one was named, so that words alone are a name."""
    if _VALUE_LABEL.search(narrow(body)):
        yield from _labelled(body, levels)
        return
    for piece in _pieces(body):
        said = _bare(piece)
        if not said or is_placeholder(said) or is_not_applicable(said):
            continue
        for part in _side_by_side(said):
            split = _split(part, style)
            if split is None and not (told_apart or levels.known):
                yield Told(levels, "", "", piece)
            else:
                name, value = split or (part, part)
                yield Told(levels, name, value, piece)


def _labelled(body: str, levels: Levels) -> Iterator[Told]:
    """名，年度指标值：值。名，年度指标值：值。, where a value may hold stops and numbers of its own."""
    plain = narrow(body)
    labels = list(_VALUE_LABEL.finditer(plain))
    start = 0
    for label, following in zip(labels, (*labels[1:], None), strict=True):
        end = len(body)
        if following is not None:
            end = max(plain.rfind(stop, label.end(), following.start()) for stop in "。;；\n") + 1 or following.start()
        piece = body[start:end]
        name = _bare(body[start : label.start()])
        heading = _NAME_LABEL.match(narrow(name))
        yield Told(levels, name[heading.end() :] if heading else name, _trimmed(body[label.end() : end]), piece)
        start = end


def _pieces(body: str) -> Iterator[str]:
    """The body cut at stops, new lines and numbers, but not inside brackets."""
    plain = narrow(body)
    start = depth = seen = 0
    for match in _SPLIT.finditer(plain):
        for char in plain[seen : match.start()]:
            depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        seen = match.start()
        if depth == 0 and match.end() >= start:
            if body[start : match.start()].strip():
                yield body[start : match.start()]
            start = match.end()
    if body[start:].strip():
        yield body[start:]


def _side_by_side(said: str) -> Sequence[str]:
    """人数≥100人，合格率≥95%: parts between commas, where each has a name and a sign of its own."""
    parts = [part.strip() for part in re.split("[,，]", said)]
    signed = all((match := _GLYPH.search(part)) and match.start() >= _SHORTEST_NAME for part in parts)
    return parts if len(parts) > 1 and signed else (said,)


def _bare(piece: str) -> str:
    """A piece without its number, 指标N： and the stop behind it."""
    number = _ITEM_NUMBER.match(narrow(piece))
    return strip_indicator_prefix(_trimmed(piece[number.end() :] if number else piece))


def _trimmed(text: str) -> str:
    return text.strip().rstrip("。;；,，").strip()


def _split(said: str, style: _Style) -> tuple[str, str] | None:
    """The name and the value of an item, in whichever way it tells them."""
    plain = narrow(said)
    glyph = _GLYPH.search(plain)
    bracketed = _IN_BRACKETS.fullmatch(plain)
    if (
        bracketed
        and (style.bracketed or reads_as_value(bracketed["value"]))
        and (glyph is None or glyph.start() >= bracketed.start("value"))
    ):
        return _two(said, bracketed)
    colon = _COLON.fullmatch(plain)
    if colon and (glyph is None or glyph.start() >= colon.start("value")):
        return _two(said, colon)
    if (split := split_trailing_value(said)) is not None:
        return split
    if glyph is not None and glyph.start() >= _SHORTEST_NAME:
        return said[: glyph.start()].strip(), said[glyph.start() :].strip()
    for match in (_TIMED.fullmatch(plain), _COUNTED.fullmatch(plain)):
        named = match is not None and not _VERB.fullmatch(match["name"].strip())
        if match is not None and named and any(t.kind in _MEASURED for t in parse_value(match["value"]).targets):
            return _two(said, match)
    return None


def _two(said: str, match: re.Match[str]) -> tuple[str, str]:
    return said[slice(*match.span("name"))].strip(), said[slice(*match.span("value"))].strip()
