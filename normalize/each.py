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


_EVERY = deferred(r"(?:每|[一按逐分])\s*(?:[0-9]{1,7}|[一两二三四五六七八九十半]{1,2})?\s*(?:个|一)?")


@cache
def _each_done() -> re.Pattern[str]:
    """What is paid for so many of what is done: 每新增1家奖励5万元."""
    done = "|".join(sorted(vocabulary("denominators")["done"], key=len, reverse=True))
    return re.compile(rf"每(?:{done})\s*(?P<count>[0-9]{{1,7}}|[一两二三四五六七八九十])\s*(?=[\u4e00-\u9fff%])")


_WHO = deferred(r"(?:(?!每)[\u4e00-\u9fff]){1,4}(?=\s?[≥≤<>=0-9])|[\u4e00-\u9fff]")


def read_each(text: str, at: int) -> Counted | None:
    """What a number is counted by, said before it, at a place of a text, or None.

    >>> read_each("每季度1次", 0).per, read_each("每引进1个项目奖励10万元", 0).per, read_each("按月报送", 0).per
    ('季度', '个', '月')
    """
    start = at + (text[at] == "每")
    if text[start : start + 1] in {"双", "隔"}:
        return Counted(at, start + 2, text[start : start + 2])
    if each := _each_done().match(text, at):
        unit = read_unit(text, each.end())
        if unit is not None and unit.unit is not None:
            count = "" if each["count"] in {"1", "一"} else each["count"]
            return Counted(at, unit.end, count + unit.written)
    match = _EVERY.match(text, at)
    if match is None:
        return None
    periods = sorted(vocabulary("periods")["recurrences"], key=len, reverse=True)
    start = at + 1
    word = next((period for period in periods if text.startswith(period, start)), None)
    if word is not None:
        return Counted(at, start + len(word), word)
    end = match.end()
    word = next((period for period in periods if text.startswith(period, end)), "")
    unit = read_unit(text, end)
    if unit and unit.end - end > len(word):
        word = text[end : unit.end]
    if not word and text[at] == "每" and (noun := _WHO.match(text, end)):
        word = noun[0]
    if not word:
        return Counted(at, match.end(), text[start : match.end()]) if match.end() > start else None
    return Counted(at, end + len(word), text[start : end + len(word)].strip().removeprefix("个").removeprefix("一"))
