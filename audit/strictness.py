"""Which targets are at least as strict as one that a person names: ≥90% takes in ≥98% and 100%."""

from fractions import Fraction

from audit.search import Condition
from ingest.exits import CommandError, Exit
from ingest.rows import real
from normalize import parse_value
from schema.target import Comparison, Deadline, Target

Asked = Comparison | Deadline


def asked(text: str, unit: str | None = None) -> Asked:
    """What a person asks for, `≥90%`, `≤50万元`, `2024年6月30日前`; raises `CommandError` if it is no such thing.

    >>> asked("≥90%").low
    '90'
    """
    match parse_value(text, unit=unit).targets:
        case (Comparison(low=low, high=high) as target,) if low is not None or high is not None:
            return target
        case (Deadline() as target,) if target.not_before or target.not_after:
            return target
        case _:
            raise CommandError(
                Exit.USAGE,
                zh=f"--target “{text}”不是一个可比较的值；例如 ≥90%、≤50万元、2024年6月30日前",
                en=f"--target '{text}' is not one value to compare with; say ≥90%, ≤50万元 or 2024年6月30日前",
            )


def possible(target: Asked) -> Condition:
    """A condition on rows `g` that every target meets that is `within`; SQL compares floats, so more may meet it."""
    match target:
        case Comparison(low=low, high=high):
            parts = ["g.kind = 'comparison'", "coalesce(g.unit_canonical, g.unit_inferred, g.unit) = ?"]
            values: list[str | float | None] = [_unit(target)]
            if low is not None:
                parts.append("(g.low_real >= ? OR g.low_real IS NULL AND g.low IS NOT NULL)")
                values.append(real(low))
            if high is not None:
                parts.append("(g.high_real <= ? OR g.high_real IS NULL AND g.high IS NOT NULL)")
                values.append(real(high))
            return Condition(" AND ".join(parts), tuple(values))
        case Deadline(not_before=first, not_after=last):
            return Condition(
                "g.kind = 'deadline' AND (? IS NULL OR g.not_before >= ?) AND (? IS NULL OR g.not_after <= ?)",
                (first, first, last, last),
            )


def within(target: Target, limit: Asked) -> bool:
    """Whether whatever meets the target meets the limit too: exactly, in canonical units, open bounds and all.

    >>> within(asked("≥98%"), asked("≥90%")), within(asked(">90%"), asked("≥90%")), within(asked("≥90%"), asked(">90%"))
    (True, True, False)
    >>> within(asked("≤40万元"), asked("≤500000元")), within(asked("≥98人"), asked("≥90%"))
    (True, False)
    """
    match target, limit:
        case Comparison(), Comparison():
            return _unit(target) == _unit(limit) and target.per == limit.per and _inside(target, limit)
        case Deadline(not_before=begins, not_after=ends), Deadline(not_before=first, not_after=last):
            return (first is None or (begins or "") >= first) and (last is None or (ends or "9999") <= last)
        case _:
            return False


def _unit(target: Comparison) -> str:
    return target.unit_canonical or target.unit_inferred or target.unit


def _inside(target: Comparison, limit: Comparison) -> bool:
    return _not_beyond(limit.low, limit.low_open, target.low, target.low_open, sign=1) and _not_beyond(
        limit.high, limit.high_open, target.high, target.high_open, sign=-1
    )


# A bound and whether it is open are one pair, twice; named, the calls would read worse.
def _not_beyond(limit: str | None, limit_open: bool, bound: str | None, bound_open: bool, *, sign: int) -> bool:  # noqa: FBT001
    if limit is None:
        return True
    if bound is None:
        return False
    distance = sign * (Fraction(bound) - Fraction(limit))
    return distance > 0 or (distance == 0 and (bound_open or not limit_open))
