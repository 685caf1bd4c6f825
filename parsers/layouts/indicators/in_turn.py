"""Several names in one line of a cell, and as many values in one line of the cell beside it."""

import re
from collections.abc import Sequence

from normalize import reads_as_value
from parsers.layouts.grids.rows import Slot
from parsers.layouts.indicators.guessed_columns import states_target

_PARTS = re.compile("[;；]|(?=[①-⑳])")
_MARK = re.compile(r"^(?:[①-⑳]|[(（]?[0-9]{1,2}[)）]|[0-9]{1,2}(?:、|[.．](?![0-9])))\s*")
"""The number of a part, which is of neither its name nor its value."""
_NUMBER = re.compile(r"(?<![0-9.．(（])([0-9]{1,2})(?:[、)）]|[.．](?![0-9]))\s*")
_NUMBERS = (
    _NUMBER,
    *map(re.compile, (r"[(（]([0-9]{1,2})[)）]\s*", r"([①-⑳])\s*", r"指标\s*([0-9]{1,2})\s*[:：.、．]\s*")),
)
"""How the parts of a line are numbered: 1.… 2.…, （1）…（2）…, ①… ②…, 指标1：… 指标2：…."""
_NUMBER_APART = re.compile(r"(?:^|(?<=\s))([0-9]{1,2})[、)）.．]\s*")
"""The number of a part inside a line; behind a blank it may have a digit after its point: 1.24次 2.6场."""
_PARTED = re.compile("[;；①-⑳0-9/／、]")
"""What a line of several names holds; most names have none of it."""
_BETWEEN = (re.compile("[/／]"), re.compile("、"))
"""What stands between whole names, and as often between their values; in the middle of a name it parts nothing."""
_SHORTEST = 4
"""No name that stands between such marks is shorter: of 新建、改建里程 the first is none."""
_STOPS = "；;，,、。 "


def in_turn(names: str, values: str) -> tuple[tuple[str, str], ...]:
    """The names of a cell with the values of the one beside it, as many of both; none where it is not told so.

    >>> in_turn("修路；建桥", "5公里；1座"), in_turn("1.巡查次数 2.培训场次", "1.24次 2.6场")
    ((('修路', '5公里'), ('建桥', '1座')), (('巡查次数', '24次'), ('培训场次', '6场')))
    >>> in_turn("农村公路、农村桥梁", "≥5公里、≥1座"), in_turn("新建、改建公路", "≥5公里、≥1座")
    ((('农村公路', '≥5公里'), ('农村桥梁', '≥1座')), ())
    >>> in_turn("修路；建桥", "5公里"), in_turn("2.5米以下管道", "≥24次")
    ((), ())
    """
    if "\n" in names or not _PARTED.search(names):
        return ()
    for number in _NUMBERS:
        if (counted := _numbered(names, number)) and (beside := numbered_parts(values, len(counted))):
            return tuple(zip(counted, beside, strict=True))
    if len(parts := in_parts(names)) > 1 and (told := _paired(parts, in_parts(values))):
        return told
    whole = ((_between(names, mark), _between(values, mark)) for mark in _BETWEEN if mark.search(names))
    return next((p for one, other in whole if min(map(len, one)) >= _SHORTEST and (p := _paired(one, other))), ())


def _between(text: str, mark: re.Pattern[str]) -> Sequence[str]:
    return [part.strip(_STOPS) for part in mark.split(text)]


def _paired(names: Sequence[str], values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Names and values of like number, where the values say that they are some and the names are none."""
    if len(names) != len(values) or len(names) == 1 or not all((*names, *values)):
        return ()
    told = all(states_target(value) for value in values) and not any(reads_as_value(name) for name in names)
    return tuple(zip(names, values, strict=True)) if told else ()


def in_parts(text: str) -> Sequence[str]:
    """The parts of a line between semicolons or round numbers, without their numbers."""
    return [_MARK.sub("", part.strip()) for part in _PARTS.split(text.strip("；;。 ")) if part.strip()]


def numbered_parts(text: str, count: int) -> Sequence[str]:
    """The parts of a line that numbers count from 1 to so many, without the numbers; none where it has not as many.

    >>> numbered_parts("1.24次 2.6场", 2), numbered_parts("1.5倍", 2)
    (['24次', '6场'], [])
    """
    found = (_numbered(text, number) for number in (*_NUMBERS, _NUMBER_APART))
    return next((parts for parts in found if len(parts) == count), [])


def parts_beside(slot: Slot, count: int) -> Sequence[str]:
    """The parts of a cell that stands beside so many names in one line, however it parts them."""
    if len(told := numbered_parts(slot.text, count) or in_parts(slot.text)) == count:
        return told
    between = (_between(slot.text, mark) for mark in _BETWEEN)
    return next((parts for parts in between if len(parts) == count and all(map(reads_as_value, parts))), told)


def _numbered(text: str, number: re.Pattern[str]) -> list[str]:
    """The parts of a line behind numbers that count from 1 on; none where they do not, or where there is only one."""
    if number.match(text) is None:
        return []
    found = list(number.finditer(text))
    if (
        len(found) < _SEVERAL
        or found[0].start() > 0
        or [_count(mark[1]) for mark in found] != list(range(1, len(found) + 1))
    ):
        return []
    ends = (*(mark.start() for mark in found[1:]), len(text))
    parts = [text[mark.end() : end].strip(_STOPS) for mark, end in zip(found, ends, strict=True)]
    return parts if all(parts) else []


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number) - ord("①") + 1


_SEVERAL = 2
