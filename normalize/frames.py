"""Frames: what surrounds the numbers of a value means the same for other numbers, so it is read once (≥…件, ≤…万元)."""

import re
from calendar import monthrange
from fractions import Fraction
from typing import Literal, NamedTuple

from normalize.numbers import exact, scaled
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparison, Deadline, Target

Beside = tuple[str | None, str | None, str | None, int | None, str | None]
Join = Literal["and", "or"] | None
Key = tuple[tuple[str, ...], Beside]

_NUMBER = re.compile(r"([1-9][0-9]{0,6}(?:\.[0-9]{1,4})?|0\.[0-9]{1,4})")
_DAY = re.compile(r"([^0-9]{0,20})((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日([^0-9]{0,20})")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_MISREAD = re.compile(r"2[0-9]{2}(?![0-9])")
_JOINED_TO_NUMBER = re.compile(
    r"(?:指标|目标|[A-Za-z+.,:/±第前≠¥￥$€《〔\[(（零〇一二三四五六七八九十百千万亿两半—–－＋．，：／-])$"
)
"""What directly before a number may change what kind of number it is."""

_A_DAY = "2024年12月31日"
"""Marks the frame of a day; no part between numbers can hold digits."""

LONGEST = 120
"""Longer values are read in full each time."""

MOST = 16_384
"""The most frames that are remembered."""


class Slot(NamedTuple):
    """A target of a frame: as read, the number it takes, and its own words before and behind it.

    `place` counts the numbers of the value; None where the target has none and stays as it is. `factor` leads from the
    number to the bounds. A `percent` that carries no sign may be a misread one.
    """

    read: Target
    place: int | None = None
    before: str = ""
    behind: str = ""
    factor: Fraction = Fraction(1)
    low: bool = False
    high: bool = False
    percent: bool = False

    def stamp(self, number: str) -> Target:
        """The target with another number in it; digits need no second validation."""
        fields = {"text": f"{self.before}{number}{self.behind}", "value": number}
        if self.low or self.high:
            bound = number if self.factor == 1 and "." not in number else scaled(number, self.factor)
            if self.low:
                fields["low"] = bound
            if self.high:
                fields["high"] = bound
        return self.read.model_copy(update=fields)


class Read(NamedTuple):
    """A value's targets, how they join, what was odd, and the rules that read them."""

    targets: tuple[Target, ...]
    join: Join
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[str, ...]


class _Frame(NamedTuple):
    slots: tuple[Slot, ...]
    join: Join
    rules: tuple[str, ...]
    unit_missing: bool = False


class Frames:
    """The frames met so far, a bounded number of them.

    Only readings by the plain rules, with known units and nothing odd, are learnt; and only numbers that could not be a
    year, a month, a code or a misread sign are stamped, so that a stamped reading is what the full reading would be.
    """

    def __init__(self) -> None:
        self._frames: dict[Key, _Frame] = {}

    def clear(self) -> None:
        """Forget every frame."""
        self._frames.clear()

    def stamp(self, text: str, beside: Beside) -> Read | None:
        """The targets of a value if its frame is known, else None."""
        if len(text) > LONGEST:
            return None
        parts = _NUMBER.split(text)
        frame = self._frames.get((tuple(parts[::2]), beside))
        if frame is None:
            return self._stamp_day(text, beside)
        targets = []
        for slot in frame.slots:
            if slot.place is None:
                targets.append(slot.read)
                continue
            number = parts[2 * slot.place + 1]
            if _special(number, parts[2 * slot.place + 2], percent=slot.percent):
                return None
            targets.append(slot.stamp(number))
        odd = (unit_missing(text),) if frame.unit_missing else ()
        return Read(tuple(targets), frame.join, odd, frame.rules)

    def _stamp_day(self, text: str, beside: Beside) -> Read | None:
        dated = _dated(text)
        frame = self._frames.get(((_A_DAY, dated[0], dated[2]), beside)) if dated else None
        if dated is None or frame is None:
            return None
        read = frame.slots[0].read.model_copy(update={"text": text, "not_after": dated[1]})
        return Read((read,), frame.join, (), frame.rules)

    def learn(self, text: str, beside: Beside, read: Read) -> None:
        """Remember the frame of a value that was read in full with nothing odd, if it holds for other numbers."""
        targets, join, odd, rules = read
        missing = odd == (unit_missing(text),)
        if len(text) > LONGEST or not PLAIN.issuperset(rules) or (odd and not missing):
            return
        if missing and (len(targets) > 1 or beside[2] is not None or beside[4] is not None):
            return
        if len(self._frames) >= MOST:
            self._frames.clear()
        match targets:
            case (Deadline() as day,):
                dated = _dated(text)
                if dated is not None and day.text == text and (day.not_before, day.not_after) == (None, dated[1]):
                    self._frames[(_A_DAY, dated[0], dated[2]), beside] = _Frame((Slot(day),), join, rules)
            case _:
                parts = _NUMBER.split(text)
                slots = _slots(targets, parts)
                if slots is not None:
                    self._frames[tuple(parts[::2]), beside] = _Frame(slots, join, rules, missing)


PLAIN = frozenset({"number", "frequency", "ratio", "deadline", "once-each"})
"""The rules that depend on a number only by its size."""


def _special(number: str, behind: str, *, percent: bool) -> bool:
    """Whether a number may be something else than a number: a year or month, or a percentage with a misread sign."""
    dated = not behind or behind[0] == "年" or "." in number
    return (dated and _YEAR.match(number) is not None) or (percent and _MISREAD.match(number) is not None)


def _slots(targets: tuple[Target, ...], parts: list[str]) -> tuple[Slot, ...] | None:
    """The targets with their numbers taken out, in order; None where the frame would not hold for other numbers."""
    if len(parts) < 3 or not all(map(_apart, parts[:-1:2], parts[1::2], parts[2::2])):
        return None
    if any(_DIGIT.search(part) for part in parts[::2]) or not all(len(part.strip()) > 1 for part in parts[2:-1:2]):
        return None
    slots: list[Slot] = []
    place = 0
    for read in targets:
        if isinstance(read, Comparison) and read.unit == "" and not _DIGIT.search(read.text):
            slots.append(Slot(read))
            continue
        slot = _slot(read, place, parts[2 * place + 1]) if 2 * place + 1 < len(parts) else None
        if slot is None:
            return None
        slots.append(slot)
        place += 1
    told = {(slot.before, slot.behind) for slot in slots}
    return tuple(slots) if place == len(parts) // 2 and len(told) == len(slots) else None


def _apart(before: str, number: str, behind: str) -> bool:
    """Whether a number stands by itself: neither a part of a word nor of a month, a day or a code."""
    if not exact(number) or _JOINED_TO_NUMBER.search(before):
        return False
    return behind == "" or (behind[0] not in "月季日号×" and not (behind[0].isascii() and behind[0] != "%"))


def _slot(read: Target, place: int, number: str) -> Slot | None:
    if not isinstance(read, Comparison) or read.value != number or read.text.count(number) != 1:
        return None
    if read.unit_inferred is not None or read.upper is not None or read.change is not None:
        return None
    before, _, behind = read.text.partition(number)
    if _DIGIT.search(before) or _DIGIT.search(behind):
        return None
    bound = read.low if read.low is not None else read.high
    factor = Fraction(1) if bound is None else exact(bound) / exact(number)
    percent = read.unit_canonical == "%" and not read.explicit
    return Slot(read, place, before, behind, factor, read.low is not None, read.high is not None, percent)


def unit_missing(text: str) -> Diagnostic:
    """What is said of a number without a unit."""
    return Diagnostic(code=Code.UNIT_MISSING, args={"text": text})


def _dated(text: str) -> tuple[str, str, str] | None:
    """A text around one full date, and the date; None where there is none or it does not exist."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    before, year, month, day, behind = match.groups()
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return None
    return before, f"{year}-{month.rjust(2, '0')}-{day.rjust(2, '0')}", behind
