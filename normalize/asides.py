"""Brackets that state no target: what was reached before (2022年完成93%), how a share was worked out (120/120)."""

from bisect import bisect_left, bisect_right
from fractions import Fraction

from normalize.measured import Measured, Opaque
from normalize.numbers import exact
from normalize.patterns import deferred

_BRACKET = deferred(r"\([^()]{1,40}\)")
_BEFORE = deferred(
    r"\(\s*(?:其中:?)?(?P<year>(?:19|20)[0-9]{2})年(?:度|底|末)?(?P<known>实际|实绩|基[数准期线]|现状|同期)?"
    r"(?:完成|达到?|[值数为是:]|水平|[约共])*\s*[0-9][0-9.,]*[^()≥≤<>=0-9]{0,8}\)"
)
_BREAK = deferred(r"[,;、]")
_WORKED_OUT = deferred(
    r"\(\s*(?P<part>[0-9]{1,12}(?:\.[0-9]{1,6})?)\s*(?P<unit>[\u4e00-\u9fff]{0,2})\s*[/÷]"
    r"\s*(?P<whole>[0-9]{1,12}(?:\.[0-9]{1,6})?)\s*(?P=unit)\s*\)"
)
SAYS_AGAIN = r"[(（]\s*(?:即|合|计|共计?|折合|约合)?\s*"
"""How a bracket opens that may say the amount before it once more, which only its number tells."""
_AGAIN = deferred(SAYS_AGAIN)
_ROUNDED = Fraction(1, 2)
"""A share that was worked out may be rounded to a whole percent."""


def asides(text: str, sites: list[Measured], fiscal_year: int | None) -> tuple[Opaque, ...]:
    """The brackets of a legible text that state no target beside the numbers before them, which are `sites`.

    They tell of a year before the fiscal year, work a share out, or say an amount again.

    >>> from normalize.measured import read_measured
    >>> from normalize.units import Cues
    >>> text = "100%(120/120)"
    >>> asides(text, [read_measured(text, 0, 0, Cues())], None)
    (Opaque(start=4, end=13),)
    """
    found: list[Opaque] = []
    ends = [site.end for site in sites]
    for bracket in _BRACKET.finditer(text):
        start, end = bracket.span()
        at = bisect_right(ends, start)
        if not at or text[ends[at - 1] : start].strip():
            continue
        ahead, inside = sites[at - 1], sites[at : bisect_left(ends, end)]
        worked_out = _worked_out(text, start, end, ahead) or _again(text, start, end, ahead, inside)
        if worked_out or _past(text, start, end, fiscal_year):
            found.append(Opaque(start, end))
    return tuple(found)


def _past(text: str, start: int, end: int, fiscal_year: int | None) -> bool:
    clauses = _BREAK.split(text[start + 1 : end - 1])
    told = [_BEFORE.fullmatch(f"({clause})") for clause in clauses]
    return all(
        said is not None and (bool(said["known"]) or (fiscal_year is not None and int(said["year"]) < fiscal_year))
        for said in told
    )


def _worked_out(text: str, start: int, end: int, ahead: Measured) -> bool:
    said = _WORKED_OUT.fullmatch(text, start, end)
    if said is None or ahead.upper is not None or _canonical(ahead) != "%" or not exact(said["whole"]):
        return False
    return abs(100 * exact(said["part"]) / exact(said["whole"]) - ahead.quantity.amount) <= _ROUNDED


def _again(text: str, start: int, end: int, ahead: Measured, inside: list[Measured]) -> bool:
    """Whether a bracket holds nothing but the amount before it once more: 叁拾伍万元整(350000元)."""
    if len(inside) != 1 or ahead.upper is not None:
        return False
    only = inside[0]
    same = _canonical(ahead) == _canonical(only) != "" and ahead.quantity.amount == only.quantity.amount
    alone = _AGAIN.fullmatch(text, start, only.quantity.start) and not text[only.end : end - 1].strip()
    return same and bool(alone) and only.upper is None and not only.lead.signs


def _canonical(site: Measured) -> str:
    return site.quantity.measure.canonical if site.quantity.measure else ""
