"""By how much a target was missed, in the unit it is written in."""

from fractions import Fraction
from typing import NamedTuple

from normalize.achievement import scale
from normalize.numbers import exact, exact_text
from schema.target import Comparison, Deadline, Target


class Shortfall(NamedTuple):
    """The difference as evidence, and what a sentence says of it; all empty where there is no number to tell."""

    by: str | None = None
    zh: str = ""
    en: str = ""


def shortfall(margin: str | None, aim: Target | None) -> Shortfall:
    """What is lacking, of a margin in the canonical unit of a target; days for deadlines.

    >>> from normalize import parse_value
    >>> aim, = parse_value("≥12公里").targets
    >>> shortfall("-2000", aim)
    Shortfall(by='2公里', zh='，差 2公里', en=', short by 2公里')
    >>> aim, = parse_value("≥95%").targets
    >>> shortfall("-1.5", aim).zh, shortfall("0", aim).en, shortfall(None, aim).zh
    ('，差 1.5个百分点', ', just at the limit', '')
    """
    if margin is None:
        return Shortfall()
    number = abs(exact(margin))
    if not number:
        return Shortfall("0", "，恰在界限上", ", just at the limit")
    zh, en = "", ""
    if isinstance(aim, Deadline):
        zh, en = "天", " days"
    elif isinstance(aim, Comparison):
        number, zh, en = _measured(number, aim)
    text = exact_text(number)
    return Shortfall(f"{text}{zh}", f"，差 {text}{zh}", f", short by {text}{en}")


def _measured(number: Fraction, aim: Comparison) -> tuple[Fraction, str, str]:
    """A difference in the unit that the target is written in, where it has an end in it; else in the canonical one."""
    unit = aim.unit_canonical or aim.unit_inferred
    if unit == "%":
        return number, "个百分点", " percentage points"
    written = number / scale(aim)
    if aim.value is not None and exact(aim.value) and "/" not in exact_text(written):
        number, unit = written, aim.unit
    told = "个月" if unit == "月" else unit or ""
    told = f"{told}/{aim.per}" if told and aim.per else told
    return number, told, told
