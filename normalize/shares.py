"""Shares of a whole in words: 百分之九十五, 三分之二, 三成五, 八五折."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from normalize.numbers import chinese, exact, plain
from normalize.units import Unit, unit_of

PARTS = {"十万": 10**5, "万": 10**4, "千": 1000, "百": 100}
Said = Mapping[str, str | None]


class Share(NamedTuple):
    """A share: the number as said, the word that makes it a share, and what one of it is in the canonical unit."""

    number: Fraction
    written: str
    factor: Fraction
    measure: Unit | None


def read_share(said: Said) -> Share | None:
    """The share that the named groups of a number make, or None where its numerals make no number."""
    for group, read in (
        ("parts", _of_parts),
        ("hundred", _hundred),
        ("whole", _of_whole),
        ("tenths", _tenths),
        ("off", _off),
    ):
        if said[group]:
            return read(said)
    return None


def value(text: str | None) -> Fraction | None:
    """The number of digits or of Chinese numerals."""
    if not text:
        return None
    return exact(plain(text)) if text[0].isascii() else chinese(text)


def _percent(number: Fraction, written: str, factor: Fraction) -> Share:
    return Share(number, written, factor, unit_of("%")[0])


def _of_parts(said: Said) -> Share | None:
    number, part = value(said["share"]), said["parts"] or ""
    if number is None:
        return None
    if part == "十万":
        return Share(number, "十万分之", Fraction(1), unit_of("/10万")[0])
    return _percent(number, f"{part}分之", Fraction(100, PARTS[part]))


def _hundred(said: Said) -> Share | None:
    return _percent(Fraction(100), said["hundred"] or "", Fraction(1))


def _of_whole(said: Said) -> Share | None:
    whole, piece = value(said["whole"]), value(said["piece"])
    if not whole or whole > _MOST_PARTS or piece is None:
        return None
    return _percent(piece / whole, "分之", Fraction(100))


_MOST_PARTS = 10**12
"""Nobody divides anything into more parts; numerals that say so are none."""


def _tenths(said: Said) -> Share | None:
    tenths = value(said["tenths"])
    more = Fraction(5) if said["halves"] == "半" else value(said["halves"] or "零")
    return None if tenths is None or more is None else _percent(tenths + more / 10, "成", Fraction(10))


def _off(said: Said) -> Share | None:
    digits = [chinese(character) or Fraction(0) for character in said["off"] or ""]
    return _percent(digits[0] + sum(digits[1:], Fraction(0)) / 10, "折", Fraction(10))
