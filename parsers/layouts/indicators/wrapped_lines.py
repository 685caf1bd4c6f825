"""The paragraphs of a value cell, those put together again that a person or a narrow cell broke: 2024年 | 12月底前."""

import re
from collections.abc import Mapping, Sequence

from normalize import reads_as_value
from normalize.comparators import stated_sign
from normalize.placeholders import strip_indicator_prefix
from normalize.statements import only_opens, sense_of
from normalize.values import is_unit
from parsers.layouts.grids.rows import Slot

# A line that goes on in the middle of a number, a date or a bracket was broken by the width of its cell.
_ENDS_OPEN = re.compile(r"(?:[0-9.]|[(（《“、，,~～-])$")
_GOES_ON = re.compile(r"[%％‰年月日号时分秒个人次元万亿千百米亩公里份件家场期平方吨)）》”、，,;；。]")
_HALVES = 2
_CUT = (
    (re.compile(r"[0-9]{2,}$"), re.compile(r"0+[^0-9.．%％]+$")),
    (re.compile(r"[0-9]{3,}\.$"), re.compile(r"[0-9]+[^0-9.．]+$")),
)
"""How the halves of a number end and begin that the width of its cell cut in two: no value begins with 0平方米."""
_NO_BEGINNING = re.compile(
    r"[(（](?![0-9]{1,2}[)）])[^()（）]*[)）]$|[/／](?=.)|(?:及?以[上下内前]|之[前内]|左右|[底末]?前|内|[底末])$"
)
"""What begins no value: （含）, /年, 以上."""
_OF_TIME = (
    (re.compile(r"(?:19|20)[0-9]{2}年度?$"), re.compile(r"(?:[0-9]{1,2}月|第?[一二三四1-4]季度|[上下]半年|年?[底末])")),
    (re.compile(r"[0-9]{1,2}月$"), re.compile(r"(?:[0-9]{1,2}[日号]|[上中下]旬|[底末])")),
    (re.compile(r"每[年季月周日天]度?$"), re.compile(r"[0-9≥≤不]")),
)
"""How a time ends and goes on that stands in two lines, 2024年 | 12月底前, or how often is counted: 每年 | 2次."""
_CHANGES = frozenset({"trend", "boolean"})
_COUNTING = ("weight", "score")
_EACH = ("operator", "unit", "actual")


def whole_values(slots: Mapping[str, Slot]) -> tuple[str, ...]:
    """The values of a row, one a paragraph of its cell but for those that were broken."""
    slot = slots.get("value")
    if slot is None:
        return ()
    lines = slot.lines
    if len(lines) == 1:
        return lines
    if _lists(slots, len(lines)):
        return unwrapped(lines, listed=True)
    whole = unwrapped(lines)
    name = slots.get("name")
    if name is not None and len(name.lines) == len(whole) > 1 and _counts_once(slots) and _is_one(whole):
        return ("".join(whole),)
    return whole


def unwrapped(lines: Sequence[str], *, listed: bool = False) -> tuple[str, ...]:
    """The paragraphs of a value cell, broken lines put together; of what is `listed` only those cut in a number.

    >>> [unwrapped(lines) for lines in (["≥1.2", "万平方米"], ["9份", "9场"], ["1", "2021年"], ["28", "座"])]
    [('≥1.2万平方米',), ('9份', '9场'), ('1', '2021年'), ('28座',)]
    >>> unwrapped(["1200", "0平方米"]), unwrapped(["128.", "6公里"]), unwrapped(["≥9", "5%"])
    (('12000平方米',), ('128.6公里',), ('≥9', '5%'))
    >>> unwrapped(["2024年", "12月底前"]), unwrapped(["100%", "（含）"]), unwrapped(["明显", "提高"])
    (('2024年12月底前',), ('100%（含）',), ('明显提高',))
    """
    if len(lines) == _HALVES and any(one.search(lines[0]) and other.match(lines[1]) for one, other in _CUT):
        return ("".join(lines),)
    whole: list[str] = []
    for line in lines:
        if whole and (_is_cut(whole[-1], line) or (not listed and _goes_on(whole[-1], line))):
            whole[-1] += line
        else:
            whole.append(line)
    return tuple(whole)


def _is_cut(above: str, line: str) -> bool:
    return _ENDS_OPEN.search(above) is not None and (_GOES_ON.match(line) is not None or is_unit(line))


def _goes_on(above: str, line: str) -> bool:
    """Whether a line is no value of its own but the rest of the one above it."""
    if _NO_BEGINNING.match(line) or stated_sign(above) is not None:
        return True
    if any(one.search(above) and other.match(line) for one, other in _OF_TIME):
        return True
    return only_opens(above) and not only_opens(line) and sense_of(line).sense in _CHANGES


def _lists(slots: Mapping[str, Slot], count: int) -> bool:
    """Whether the lines of a row are known to be of several: their names are numbered, or each has a score."""
    name = slots.get("name")
    lines = name.lines if name is not None else ()
    if len(lines) == count and sum(strip_indicator_prefix(line) != line for line in lines) > count // 2:
        return True
    return any(role in slots and len(slots[role].lines) == count for role in (*_COUNTING, "operator"))


def _counts_once(slots: Mapping[str, Slot]) -> bool:
    """Whether a row has one weight or one score, and nothing in it that would be of several."""
    counted = [slots[role] for role in _COUNTING if role in slots]
    each = [slots[role] for role in _EACH if role in slots]
    return bool(counted) and all(len(slot.lines) == 1 for slot in (*counted, *each))


def _is_one(lines: Sequence[str]) -> bool:
    """Whether lines are a value only together: 控制在 | 80万元以内."""
    return not all(map(reads_as_value, lines)) and reads_as_value("".join(lines))
