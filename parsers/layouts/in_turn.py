"""Several names in one line of a cell, and as many values in one line of the cell beside it."""

import re
from collections.abc import Sequence

from normalize import reads_as_value
from parsers.layouts.guessed_columns import states_target
from parsers.layouts.rows import Slot

_PARTS = re.compile("[;；]|(?=[①-⑳])")
_MARK = re.compile(r"^(?:[①-⑳]|[(（]?[0-9]{1,2}[)）]|[0-9]{1,2}(?:、|[.．](?![0-9])))\s*")
"""The number of a part, which is of neither its name nor its value."""
_NUMBER = re.compile(r"(?<![0-9.．(（])([0-9]{1,2})(?:[、)）]|[.．](?![0-9]))\s*")
_NUMBER_APART = re.compile(r"(?:^|(?<=\s))([0-9]{1,2})[、)）.．]\s*")
"""The number of a part inside a line; behind a blank it may have a digit after its point: 1.24次 2.6场."""
_PARTED = re.compile("[;；①-⑳0-9]")
"""What a line of several names holds; most names have none of it."""
_STOPS = "；;，,、。 "


def in_turn(names: str, values: str) -> tuple[tuple[str, str], ...]:
    """The names of a cell with the values of the one beside it, as many of both; none where it is not told so.

    >>> in_turn("修路；建桥", "5公里；1座"), in_turn("1.巡查次数 2.培训场次", "1.24次 2.6场")
    ((('修路', '5公里'), ('建桥', '1座')), (('巡查次数', '24次'), ('培训场次', '6场')))
    >>> in_turn("修路；建桥", "5公里"), in_turn("2.5米以下管道", "≥24次")
    ((), ())
    """
    if "\n" in names or not _PARTED.search(names):
        return ()
    if (counted := _numbered(names, _NUMBER)) and (beside := numbered_parts(values, len(counted))):
        return tuple(zip(counted, beside, strict=True))
    one, other = in_parts(names), in_parts(values)
    if len(one) != len(other) or len(one) == 1 or not all((*one, *other)):
        return ()
    told = all(states_target(value) for value in other) and not any(reads_as_value(name) for name in one)
    return tuple(zip(one, other, strict=True)) if told else ()


def in_parts(text: str) -> Sequence[str]:
    """The parts of a line between semicolons or round numbers, without their numbers."""
    return [_MARK.sub("", part.strip()) for part in _PARTS.split(text.strip("；;。 ")) if part.strip()]


def numbered_parts(text: str, count: int) -> Sequence[str]:
    """The parts of a line that numbers count from 1 to so many, without the numbers; none where it has not as many.

    >>> numbered_parts("1.24次 2.6场", 2), numbered_parts("1.5倍", 2)
    (['24次', '6场'], [])
    """
    found = (_numbered(text, number) for number in (_NUMBER, _NUMBER_APART))
    return next((parts for parts in found if len(parts) == count), [])


def parts_beside(slot: Slot, count: int) -> Sequence[str]:
    """The parts of a cell that stands beside so many names in one line, however it parts them."""
    return numbered_parts(slot.text, count) or in_parts(slot.text)


def _numbered(text: str, number: re.Pattern[str]) -> list[str]:
    """The parts of a line behind numbers that count from 1 on; none where they do not, or where there is only one."""
    found = list(number.finditer(text))
    if (
        len(found) < _SEVERAL
        or found[0].start() > 0
        or [int(mark[1]) for mark in found] != list(range(1, len(found) + 1))
    ):
        return []
    ends = (*(mark.start() for mark in found[1:]), len(text))
    parts = [text[mark.end() : end].strip(_STOPS) for mark, end in zip(found, ends, strict=True)]
    return parts if all(parts) else []


_SEVERAL = 2
