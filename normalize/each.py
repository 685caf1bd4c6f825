"""What a number is counted by, said before it: 每期, 每季度, 按月, 每新增1家."""

import re
from functools import cache
from typing import NamedTuple

from normalize.patterns import deferred
from normalize.units import read_unit
from normalize.vocabulary import vocabulary


class Counted(NamedTuple):
    """每期, 每季度, 按月: what a number is counted by."""

    start: int
    end: int
    per: str


def is_period(per: str) -> bool:
    """Whether what follows 每 is a time, so that something may happen once in it: 每季度, 每两年, but not 每户.

    >>> is_period("季度"), is_period("两年"), is_period("工作日"), is_period("户"), is_period("百万人口")
    (True, True, True, False, False)
    """
    return per.endswith(("年", "月", "季", "周", "日", "天", "旬", "时", "钟", "秒", "度", "学期", "星期"))


_EVERY = deferred(
    r"(?:每|[一按逐分])\s*(?:[0-9]{1,7}(?:[-~至到][0-9]{1,7})?|[一两二三四五六七八九十半]{1,2})?\s*(?:个|一)?"
)


@cache
def _each_done() -> re.Pattern[str]:
    """What is paid for so many of what is done: 每新增1家奖励5万元."""
    done = "|".join(sorted(vocabulary("denominators")["done"], key=len, reverse=True))
    return re.compile(
        rf"每(?:{done})\s*(?P<count>[0-9]{{1,7}}(?:[.][0-9]{{1,4}})?|[一两二三四五六七八九十])\s*(?=[\u4e00-\u9fff%])"
    )


_WHO = deferred(r"(?:(?!每)[\u4e00-\u9fff]){1,4}(?=\s?[≥≤<>=0-9])|[\u4e00-\u9fff]")


@cache
def _so_many() -> re.Pattern[str]:
    """People by the hundred or thousand: 每千常住人口3.2人, 每百名学生18台."""
    people = "|".join(sorted(vocabulary("denominators")["people"], key=len, reverse=True))
    return re.compile(rf"每[十百千万]{{1,2}}[名个]?(?:{people})")


@cache
def _paying() -> tuple[str, ...]:
    return tuple(word for word in vocabulary("comparators")["paid"]["words"] if word.isalpha())


def _without_paying(noun: str) -> str:
    """What something is paid for, without that it is: 餐 of 每餐补贴3元, nothing of 每个补助1000万元."""
    return next((noun.removesuffix(word) for word in _paying() if noun.endswith(word)), noun)


_OR_TIME = deferred("/(?P<time>年|月|天|日|次|季度|学期|学年)")


def read_each(text: str, at: int) -> Counted | None:
    """What a number is counted by, said before it, at a place of a text, or None.

    >>> read_each("每季度1次", 0).per, read_each("每引进1个项目奖励10万元", 0).per, read_each("按月报送", 0).per
    ('季度', '个', '月')
    """
    return _every_other(text, at) or _of_what_is_done(text, at) or _of_many(text, at) or _of_one(text, at)


_APART = deferred(
    r"隔(?:(?P<one>一个?)|(?P<many>[0-9]{1,3}|[两二三四五六七八九十半]{1,2})个?)(?P<unit>小时|分钟|季度|[天日周月年])"
)


def _every_other(text: str, at: int) -> Counted | None:
    """双月, 隔天 and 隔一天, each as one word; 每隔2小时 is every two hours."""
    start = at + (text[at] == "每")
    if apart := _APART.match(text, start):
        return Counted(at, apart.end(), f"{'隔' if apart['one'] else apart['many']}{apart['unit']}")
    return Counted(at, start + 2, text[start : start + 2]) if text[start : start + 1] in {"双", "隔"} else None


def _of_what_is_done(text: str, at: int) -> Counted | None:
    each = _each_done().match(text, at)
    unit = read_unit(text, each.end()) if each else None
    if each is None or unit is None or unit.unit is None:
        return None
    count = "" if each["count"] in {"1", "一"} else each["count"]
    return Counted(at, unit.end, count + unit.written)


def _of_many(text: str, at: int) -> Counted | None:
    many = _so_many().match(text, at)
    return Counted(at, many.end(), many[0][1:]) if many else None


def _of_one(text: str, at: int) -> Counted | None:
    """每期, 每两年, 按月; of words that are no unit and no time all that stands before the number."""
    match = _EVERY.match(text, at)
    if match is None:
        return None
    start = at + 1
    word, begin = _period_at(text, start), start
    if not word:
        begin = match.end()
        word = _period_at(text, begin)
        unit = read_unit(text, begin)
        if unit and unit.end - begin > len(word):
            word = text[begin : unit.end]
        if not word and text[at] == "每" and (noun := _WHO.match(text, begin)):
            word = _without_paying(noun[0])
            if not word and match[0].endswith("个"):
                return Counted(at, begin, "个")
        if not word:
            return Counted(at, match.end(), text[start : match.end()]) if match.end() > start else None
    end = begin + len(word)
    per = word if begin == start else text[start:end].strip().removeprefix("个").removeprefix("一")
    timed = _OR_TIME.match(text, end)  # 每人/月3200元
    return Counted(at, timed.end(), f"{per}·{timed['time']}") if timed else Counted(at, end, per)


def _period_at(text: str, at: int) -> str:
    periods = sorted(vocabulary("periods")["recurrences"], key=len, reverse=True)
    return next((period for period in periods if text.startswith(period, at)), "")
