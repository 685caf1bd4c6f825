"""Which sort of site claims the characters at a place: a word that states no number, a time, 每…, or a number."""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from normalize.dates import begins, compiled
from normalize.numbers import HAN
from normalize.patterns import deferred
from normalize.quantities import PLAIN
from normalize.vocabulary import by_first, vocabulary

Sort = Literal["once", "opaque", "date", "per", "number"]


class Claim(NamedTuple):
    """A sort of site that begins at a place; where its words end, and the match of a time."""

    sort: Sort
    end: int
    time: re.Match[str] | None = None


Trial = Callable[[str, int], Claim | None]

_DIGITS = "0-9"
_NUMERALS = HAN[1:-1] + "半"
_ONCE = deferred(rf"一(?=[年月季周旬日天]度?(?:(?:[0-9]|{HAN})[次回期场届]|一[报查检测评巡结清]))")
_PER = deferred(
    r"每|按(?=年|月|季|周|日|旬|半年|学期|学年)(?!年度|年龄|年初|日程|日常|季节|月均)|逐(?=[月季周日旬])|分(?=季度|月)|双(?=[周月](?!刊))|隔(?=[日天周月年])"
)

_WORDS = (
    "[0-9]{7}",
    r"(?:1[0-2]|0?[1-9])\.(?:3[01]|[12][0-9]|0[1-9])[日号]?前",
    "(?:19|20)[0-9]{2}(?:[.年新冠学Qq版型款]|项目|行动|专项|(?:财|会计|预算)年|[上下]半)",
    "2[0-9]年",
    '(?:1[12][0-9]{1,3}|9[56][0-9]{3})[热平急联投举消指接报警查青交便政服公市出工火话宣受预劝来咨电呼求法检纳医人环"”]',
    "84消",
    "(?<=[经纬])[0-9]",
    r"2\.0[三二四]级",
    "3C[认产数]",
    "[1-9][村户人企校县镇乡馆案事][1-9][档策品卡码表案]",
    "12345[工诉办来转市]",
    "24小时[不服热值在监运供开畅待]",
    "(?:211|985)[工高院]",
    r"[0-9]+(?:\.[0-9]+)?[^0-9=,;。]{1,6}[×*xX] ?[0-9]",
)
"""How a word or a time goes on that begins with certain digits."""
_BEHIND = (
    "年[级制一]",
    "周年|号[文桥路公线院街库井汽柴标地站]|[%‰](?:人口)?.{0,2}[抽样]|价.{1,4}疫|型糖|排(?:螺|CT)|团[中小场连医]|[WV][太路L灯电水线供低高直交]|个?班.{0,4}[幼小中学]|[省县乡国]道|分制|层.{0,6}[楼厂房]",
    r"个?(?:小时|分钟|秒|天|年)(?:[内以之累]|[\u4e00-\u9fff]{1,14}?[率例占比])",
    "(?:周|个月)[内以之]",
    "(?:米|公里|k?m)[范内以见服半覆]",
    " ?(?:[kK]V|千伏)[及变线输配电母开架主]",
    r"人以上超?大班|核|届|人制|标段|英寸|[寸吋芯孔]|口[A-Za-z千百万兆交路光网]|路[\u4e00-\u9fff]|[UP匹开][\u4e00-\u9fff]|克[A铜双打复白]|式太|车道|通道|导联|强[企项民客单县镇高医]|个(?:[市州县区旗盟省地设乡街单部])|(?:年|个月)期",
    " ?(?:mm|cm|厘米|毫米|公分|米|m)[厚宽高深长径]",
    "级(?:[公医甲响等资标系地重中轻残伤、]|及?以上地)",
    "(?:#|号[楼机炉坝泵])|·[0-9]|[.][0-9]{1,4}[国世全消宪禁防知植青环妇儿护教警特洪地建记]",
    r"[^0-9,;。()%\s]{1,5}的[0-9]",
)
"""What makes a word or a time of any number before it."""
BARE = deferred(
    rf"(?!{'|'.join(_WORDS)}|[0-9]{{1,7}}(?:\.[0-9]{{1,4}})?(?:{'|'.join(_BEHIND)}))"
    + PLAIN
    + r"(?![ADGKS]|[PpIi](?![A-Za-z])|万像|[A-Z][0-9]|[、)月季点学度~至到+对版-]|[天日][xX×*]|\([0-9])"
)
"""A number that is neither a word nor a time, whatever stands before it: no pattern of either goes on so."""


@cache
def beginnings() -> re.Pattern[str]:
    """Any character that a site may begin with: a quick search for where it is worth trying."""
    opaque = vocabulary("opaque")
    words = "".join(sorted({re.escape(word[0]) for word in opaque["words"]}))
    patterns = "".join(shape["begin"] for shape in opaque["patterns"])
    return re.compile(f"[{words}{patterns}{begins()}{_DIGITS}{_NUMERALS}每按逐分双隔.+-]")


def claim(text: str, at: int) -> Claim | None:
    """What claims the characters at a place: the first of the words, times, 每… and numbers that may begin so.

    >>> [said and said.sort for said in (claim("2024年", 0), claim("2024年", 1), claim("5G网络", 0), claim("年", 0))]
    ['date', 'number', 'opaque', None]
    """
    for trial in _trials(text[at]):
        said = trial(text, at)
        if said is not None:
            return said
    return None


@cache
def _trials(character: str) -> tuple[Trial, ...]:
    """What is tried where a character stands, in order."""
    opaque = vocabulary("opaque")
    trials: list[Trial] = []
    if character == "一":
        trials.append(_matching("once", _ONCE))
    if words := by_first(opaque["words"]).get(character):
        trials.append(_one_of(words))
    if shapes := _shapes(next((kind for kind in _KINDS if character in kind), character)):
        trials.append(_matching("opaque", _either(shapes)))
    if re.match(f"[{_DIGITS}{begins()}]", character):
        trials.append(_time)
    if character in "每按逐分双隔":
        trials.append(_matching("per", _PER))
    if re.match(f"[{_DIGITS}{_NUMERALS}.+-]", character):
        trials.append(_number)
    return tuple(trials)


_KINDS = ("0123456789", "一二两三四五六七八九十百千")
"""Characters for which one pattern does: it takes long to compile, and most of it is the same for each of them."""


def _shapes(characters: str) -> tuple[str, ...]:
    """The patterns that may begin with any of some characters; those that may not with each say with which."""
    found: list[str] = []
    for shape in vocabulary("opaque")["patterns"]:
        begun = len(re.findall(f"[{shape['begin']}]", characters))
        if begun:
            every = begun == len(characters)
            found.append(shape["pattern"] if every else f"(?=[{shape['begin']}])(?:{shape['pattern']})")
    return tuple(found)


@cache
def _either(shapes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(shapes), re.VERBOSE)


def _matching(sort: Sort, pattern: re.Pattern[str]) -> Trial:
    def trial(text: str, at: int) -> Claim | None:
        match = pattern.match(text, at)
        return Claim(sort, match.end()) if match else None

    return trial


def _one_of(words: tuple[str, ...]) -> Trial:
    def trial(text: str, at: int) -> Claim | None:
        for word in words:
            if text.startswith(word, at):
                return Claim("opaque", at + len(word))
        return None

    return trial


def _time(text: str, at: int) -> Claim | None:
    match = compiled().match(text, at)
    return Claim("date", match.end(), match) if match else None


_NUMBER = Claim("number", 0)
"""Where a number ends is for its reader to tell."""


def _number(_text: str, _at: int) -> Claim | None:
    return _NUMBER
