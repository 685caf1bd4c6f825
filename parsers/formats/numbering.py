"""Numbers that people put before paragraphs: the evidence that one paragraph goes on with another."""

import re

_STYLES = (
    re.compile(r"(?P<number>[0-9]{1,2})[.．](?![0-9]{1,3}(?![0-9年]))"),  # 1. but not 1.5; 1.2024年 is number 1
    re.compile(r"(?P<number>[0-9]{1,2})[、:：)）]"),
    re.compile(r"[(（](?P<number>[0-9]{1,2})[)）]"),
    re.compile(r"(?P<number>[①-⑳])"),
    re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})[、.．]"),
    re.compile(r"[(（](?P<number>[一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})是"),
    re.compile(r"第(?P<number>[一二三四五六七八九十]{1,3})[，,：:、]"),
)
# 目标1：, 指标2.; the words before the number must be the same.
_NAMED = re.compile(r"(?P<name>[^\W\d]{1,6})(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[：:、.．](?![0-9])")
_ONES: tuple[str, ...] = ("", *"一二三四五六七八九")


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else _ONES[tens] + "十" if tens else "") + _ONES[ones]


_VALUES = {
    **{str(number): number for number in range(100)},
    **{chr(ord("①") + number - 1): number for number in range(1, 21)},
    **{_chinese(number): number for number in range(1, 100)},
}


def goes_on(above: str, below: str) -> bool:
    """Whether the paragraph below has the number that follows that of the one above, in the same style.

    >>> goes_on("1.举办论坛", "2.编写报告"), goes_on("（九）甲", "（十）乙"), goes_on("①甲", "②乙")
    (True, True, True)
    >>> goes_on("一是建设", "二是提高"), goes_on("第一，建设", "第二，提高")
    (True, True)
    >>> goes_on("目标1：甲", "目标2：乙"), goes_on("目标1：甲", "指标2：乙")
    (True, False)
    >>> goes_on("1.举办论坛", "3.编写报告"), goes_on("1.甲", "2、乙"), goes_on("1.5万元", "2.5万元")
    (False, False, False)
    """
    above, below = above.strip(), below.strip()
    for style in _STYLES:
        first, second = style.match(above), style.match(below)
        if first and second:
            return _follows(first, second)
    first, second = _NAMED.match(above), _NAMED.match(below)
    return bool(first and second and first["name"] == second["name"] and _follows(first, second))


def is_numbered(text: str) -> bool:
    """Whether a paragraph begins with a number as list items do.

    >>> is_numbered("（一）产出"), is_numbered("1.甲"), is_numbered("（万元）")
    (True, True, False)
    """
    return any(style.match(text.strip()) for style in _STYLES)


def _follows(first: re.Match[str], second: re.Match[str]) -> bool:
    return _VALUES.get(second["number"], 0) == _VALUES.get(first["number"], 0) + 1
