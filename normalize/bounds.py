"""Two bounds with the unit said once, behind the second: ≥3且≤5个."""

from normalize.measured import Measured
from normalize.patterns import deferred

_BETWEEN = deferred(r"\s*(?:[,、]|并?且)?\s*")


def with_shared_unit(text: str, one: Measured, other: Measured) -> Measured:
    """The first of two bounds, one from below and one from above, with the unit and denominator of the second.

    It stays as it is where it has a unit, and where anything but a mark or 且 stands between them.

    >>> from normalize.measured import read_measured
    >>> from normalize.units import Cues
    >>> one, other = read_measured("≥3且≤5个", 1, 0, Cues()), read_measured("≥3且≤5个", 4, 2, Cues())
    >>> with_shared_unit("≥3且≤5个", one, other).quantity.unit
    '个'
    """
    low, high = one.quantity, other.quantity
    if low.unit or low.per or low.ratio or high.measure is None or one.upper or other.upper or one.spread:
        return one
    signs = {sign[0] for site in (one, other) for sign in (site.lead.signs + site.tail.signs)[:1]}
    if signs != {"<", ">"} or _BETWEEN.fullmatch(text, one.end, other.start) is None:
        return one
    return one._replace(quantity=low._replace(unit=high.unit, factor=high.factor, measure=high.measure, per=high.per))
