"""Intervals as mathematicians write them: [90%,100%], (80,90]."""

from normalize.comparators import Tail, lead, tail
from normalize.measured import Measured
from normalize.numbers import exact
from normalize.patterns import deferred
from normalize.quantities import Quantity, counted, with_unit_at
from normalize.units import Cues

_NUMBER = r"-?[0-9]{1,12}(?:\.[0-9]{1,8})?"
_UNIT = r"[^0-9,;()\[\]]{0,6}"
_INTERVAL = deferred(rf"[\[(]\s*(?P<low>{_NUMBER}){_UNIT}[,;]\s*(?P<high>{_NUMBER}){_UNIT}[\])]")


_UNBOUNDED = deferred(rf"[\[(]\s*(?P<low>{_NUMBER}){_UNIT}[,;]\s*\+?\s*∞\s*[\])]")


def read_interval(text: str, at: int, free: int, cues: Cues) -> Measured | None:
    """The interval whose first number stands at a place, right behind its bracket; None where none does.

    One of its brackets must be square, since round ones may hold a list; a round one leaves its number out.

    >>> site = read_interval("(80%,90%]", 1, 0, Cues())
    >>> site.quantity.number, site.upper.number, site.upper.unit, site.low_open, site.high_open
    ('80', '90', '%', True, False)
    """
    match = _INTERVAL.match(text, at - 1)
    if match is None:
        return _read_unbounded(text, at, free, cues)
    if match.start("low") != at:
        return None
    opened, closed = match[0][0], match[0][-1]
    if (opened, closed) == ("(", ")") or exact(match["low"]) >= exact(match["high"]):
        return None
    low, high = (_end(text, match.start(end), match.end(end), cues) for end in ("low", "high"))
    if not high.unit and (noted := with_unit_at(text, high, match.end(), cues)):
        high = noted
    end = max(match.end(), high.end)
    behind = tail(text, end, len(text))
    return Measured(
        at - 1, behind.end, lead(text, free, at - 1), behind, low, high, low_open=opened == "(", high_open=closed == ")"
    )


def _read_unbounded(text: str, at: int, free: int, cues: Cues) -> Measured | None:
    """[5,+∞): nothing but a lower bound."""
    match = _UNBOUNDED.match(text, at - 1)
    if match is None or match.start("low") != at:
        return None
    before = lead(text, free, at - 1)
    signed = before._replace(signs=(">" if match[0][0] == "(" else ">=", *before.signs))
    return Measured(at - 1, match.end(), signed, Tail(match.end()), _end(text, at, match.end("low"), cues))


def _end(text: str, start: int, end: int, cues: Cues) -> Quantity:
    """One end of an interval with its unit."""
    return counted(text, start, end, text[start:end], cues)
