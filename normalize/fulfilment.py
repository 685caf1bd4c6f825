"""Whether an indicator was fulfilled: each of its targets beside the result that tells of it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from normalize.achievement import Achievement, achievement, answering
from normalize.directions import Direction, is_soon
from schema.target import Comparison, Target

Pair = tuple[Target, Target]
_TIMES = frozenset({"duration", "calendar_duration", "working_time"})


class Fulfilment(NamedTuple):
    """What became of all targets, as of one: `judged` is the pair that decides, `missed` are those that were missed."""

    status: Literal["met", "missed", "not_comparable"]
    by: str | None = None
    assumed_unit: bool = False
    reason: Literal["kind", "unit", "vague", "text", "direction", "number of values"] | None = None
    judged: Pair | None = None
    missed: tuple[Pair, ...] = ()


def fulfilment(
    targets: Sequence[Target],
    actual: Sequence[Target],
    direction: Direction | None = None,
    name: str = "",
    join: Literal["and", "or"] | None = None,
) -> Fulfilment:
    """Judge an indicator by its targets and its results, of which each target needs one; all are to be met, or any.

    One target that is missed is enough to miss all, whether or not results tell of the others. A plain number is missed
    only where something tells what is better, but for 100%, none of anything, and ranks.

    >>> from normalize import parse_value
    >>> aims, got = parse_value("≥12次，覆盖≥30个社区").targets, parse_value("12次，覆盖29个社区").targets
    >>> fulfilment(aims, got)[:2]
    ('missed', '-1')
    >>> fulfilment(parse_value("30天").targets, parse_value("20天").targets).reason
    'direction'
    """
    pairs = _pairs(targets, actual)
    found = [(_judged(aim, got, direction, name), (aim, got)) for aim, got in pairs]
    missed = [each for each in found if each[0].status == "missed"]
    unclear = [each for each in found if each[0].status == "not_comparable"]
    if join == "or":
        met = [each for each in found if each[0].status == "met"]
        missed = missed if len(missed) == len(targets) else []
        found, unclear = met or found, [] if met else unclear
    told = bool(missed) or len(pairs) == len(targets) or (join == "or" and found and found[0][0].status == "met")
    if not found or not told:
        return Fulfilment("not_comparable", reason="number of values")
    judged, pair = (missed or unclear or found)[0]
    assumed = any(each.assumed_unit for each, _ in found)
    return Fulfilment(judged.status, judged.by, assumed, judged.reason, pair, tuple(both for _, both in missed))


def _pairs(targets: Sequence[Target], actual: Sequence[Target]) -> list[Pair]:
    """Each target with the result that tells of it; those that none tells of are left out."""
    if len(targets) == 1:
        only = answering(targets[0], actual)
        return [(targets[0], only)] if only is not None else []
    in_turn = list(zip(targets, actual, strict=False)) if len(targets) == len(actual) else []
    if in_turn and all(_is_alike(aim, got) for aim, got in in_turn):
        return in_turn
    told = [(aim, answering(aim, [got for got in actual if _is_alike(aim, got)])) for aim in targets]
    # A result that would tell of two targets tells of neither.
    taken = [id(got) for _, got in told]
    found = [(aim, got) for aim, got in told if got is not None and taken.count(id(got)) == 1]
    return in_turn if in_turn and len(found) < len(targets) else found


def _is_alike(aim: Target, got: Target) -> bool:
    return achievement(aim, got).reason not in {"kind", "unit"}


def _judged(aim: Target, got: Target, direction: Direction | None, name: str) -> Achievement:
    way = direction
    if way is None and isinstance(aim, Comparison) and aim.dimension in _TIMES and is_soon(name):
        way = "lower"
    judged = achievement(aim, got, way, name)
    if way is None and judged.status == "missed" and _is_open(aim):
        return Achievement("not_comparable", reason="direction")
    return judged


def _is_open(aim: Target) -> bool:
    """Whether a target is a plain number that more or less of may be better than."""
    if not isinstance(aim, Comparison) or aim.comparator != "=" or aim.explicit or aim.change is not None:
        return False
    unit = aim.unit_canonical or aim.unit_inferred
    return aim.low != "0" and unit != "名次" and (aim.low, unit) != ("100", "%")
