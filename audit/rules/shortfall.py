"""By how much a target was missed, in the unit it is written in."""

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
    match aim:
        case Deadline():
            zh, en = "天", " days"
        case Comparison():
            number = number / scale(aim)
            zh, en = _unit(aim)
        case _:
            zh, en = "", ""
    text = exact_text(number)
    return Shortfall(f"{text}{zh}", f"，差 {text}{zh}", f", short by {text}{en}")


def _unit(aim: Comparison) -> tuple[str, str]:
    if (aim.unit_canonical or aim.unit_inferred) == "%":
        return "个百分点", " percentage points"
    unit = f"{aim.unit}/{aim.per}" if aim.unit and aim.per else aim.unit
    return unit, unit
