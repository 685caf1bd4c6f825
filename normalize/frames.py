"""Frames: what surrounds a number means the same for every number, so it is read once (≥…件, ≤…万元, …人以上)."""

import re
from fractions import Fraction

from normalize.numbers import exact, scaled
from schema.target import Comparison, Target

Beside = tuple[str | None, str | None, str | None, int | None, str | None]
Key = tuple[str, str, Beside]

_FRAMED = re.compile(r"([^0-9]{0,60})([1-9][0-9]{0,6}(?:\.[0-9]{1,4})?|0\.[0-9]{1,4})([^0-9]{1,30})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_MISREAD = re.compile(r"2[0-9]{2}(?![0-9])")
_JOINED_TO_NUMBER = re.compile(r"[A-Za-z+.,:/±第前≠¥￥$€《〔\[(（零〇一二三四五六七八九十百千万亿两半—–－＋．，：／-]$")
"""What before a number may change what kind of number it is."""

MOST = 16_384
"""The most frames that are remembered."""


class Frame:
    """A comparison whose number is exchanged; `factor` leads from the number to the bounds."""

    __slots__ = ("_factor", "_high", "_low", "_read", "_whole", "percent")

    def __init__(self, read: Comparison, factor: Fraction) -> None:
        self._read = read
        self._low, self._high = read.low is not None, read.high is not None
        self._factor = factor
        self._whole = factor.numerator if factor.denominator == 1 else 0
        self.percent = read.unit_canonical == "%" and not read.explicit

    def stamp(self, text: str, number: str) -> Comparison:
        """The comparison with another number in it; digits need no second validation."""
        if self._whole and "." not in number:
            bound = number if self._whole == 1 else str(int(number) * self._whole)
        else:
            bound = scaled(number, self._factor)
        fields = {"text": text, "value": number}
        if self._low:
            fields["low"] = bound
        if self._high:
            fields["high"] = bound
        return self._read.model_copy(update=fields)


class Frames:
    """The frames met so far, a bounded number of them.

    Only readings by the plain rule, with a known unit and nothing odd, are learnt; and only numbers that could not be
    a year, a month, a code or a misread sign are stamped, so that a stamped reading is what the full reading would be.
    """

    def __init__(self) -> None:
        self._frames: dict[Key, Frame] = {}

    def stamp(self, text: str, beside: Beside) -> Comparison | None:
        """The comparison a value makes if its frame is known, else None."""
        match = _FRAMED.fullmatch(text)
        if match is None:
            return None
        before, number, behind = match.groups()
        frame = self._frames.get((before, behind, beside))
        if frame is None or (behind[0] == "年" and _YEAR.match(number)):
            return None
        if frame.percent and _MISREAD.match(number):
            return None
        return frame.stamp(text, number)

    def learn(self, text: str, beside: Beside, read: Target) -> None:
        """Remember the frame of a value that was read in full, if it holds for other numbers."""
        match = _FRAMED.fullmatch(text)
        if match is None or not isinstance(read, Comparison) or not _holds(read, text):
            return
        before, number, behind = match.groups()
        if (
            read.value != number
            or _JOINED_TO_NUMBER.search(before)
            or behind[0] in "月季日号"
            or (behind[0].isascii() and behind[0] != "%")
        ):
            return
        bound = read.low if read.low is not None else read.high
        if not exact(number):
            return
        factor = Fraction(1) if bound is None else exact(bound) / exact(number)
        if len(self._frames) >= MOST:
            self._frames.clear()
        self._frames[before, behind, beside] = Frame(read, factor)


def _holds(read: Comparison, text: str) -> bool:
    """Whether a reading depends on its number in no other way than by its size."""
    return read.text == text and read.unit_canonical is not None and read.upper is None and read.change is None
