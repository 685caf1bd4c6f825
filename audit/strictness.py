"""Targets beside a value that a person names: at least as strict as ≥90%, or with a bound below or above 90%."""

from fractions import Fraction
from typing import Literal

from audit.search import Condition, Parameter
from ingest.exits import CommandError, Exit
from ingest.rows import real
from normalize import parse_value
from normalize.numbers import exact
from schema.target import Comparison, Deadline, Target

Asked = Comparison | Deadline
Side = Literal["below", "above"]


def asked(text: str, unit: str | None = None) -> Asked:
    """What a person asks for, `≥90%`, `≤50万元`, `2024年6月30日前`; raises `CommandError` if it is no such thing.

    >>> asked("≥90%").low
    '90'
    """
    match _read(text, unit):
        case Comparison(low=low, high=high) as target if low is not None or high is not None:
            return target
        case Deadline() as target if target.not_before or target.not_after:
            return target
        case _:
            raise CommandError(
                Exit.USAGE,
                zh=f"--target “{_short(text)}”不是一个可比较的值；例如 ≥90%、≤50万元、2024年6月30日前",
                en=f"--target '{_short(text)}' is not one value to compare with; say ≥90%, ≤50万元 or 2024年6月30日前",
            )


def bound(text: str, side: Side, unit: str | None = None) -> Asked:
    """The number or the day on whose `side` bounds are looked for: 90%, 50万元, 2024年6月30日; raises `CommandError`.

    >>> bound("90%", "below").low, bound("2024年6月30日", "above").not_after
    ('90', '2024-06-30')
    """
    match _read(text, unit):
        case Comparison(low=str(low), high=high, explicit=False) as target if low == high:
            return target
        case Deadline(not_after=str()) as target:
            return target
        case _:
            raise CommandError(
                Exit.USAGE,
                zh=f"--{side} “{_short(text)}”不是一个数或日期；例如 90%、50万元、2024年6月30日，不带比较符号",
                en=f"--{side} '{_short(text)}' is no number or day; say 90%, 50万元 or 2024年6月30日, without a sign",
            )


def _read(text: str, unit: str | None) -> Target | None:
    # No value is longer; what is need not be understood to be refused.
    targets = parse_value(text, unit=unit).targets if len(text) <= 200 else ()
    return targets[0] if len(targets) == 1 else None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


def order(one: str | None, other: str | None) -> int | None:
    """Which of two exact numbers is larger: -1, 0 or 1; the SQL function `exact_order`.

    >>> order("2/3", "0.7"), order("90", "90.0"), order(None, "1")
    (-1, 0, None)
    """
    if one is None or other is None:
        return None
    distance = exact(one) - exact(other)
    return (distance > 0) - (distance < 0)


def at_least(target: Asked) -> Condition:
    """That the target `g` is at least as strict as one: whatever meets it meets that one. It needs `exact_order`."""
    match target:
        case Comparison(low=low, high=high):
            parts = [_of_its_kind(target)]
            if low is not None:
                parts += [
                    *_near("g.low_real", ">=", low),
                    _not_beyond("g.low", "g.low_open", ">", low, target.low_open),
                ]
            if high is not None:
                parts += [
                    *_near("g.high_real", "<=", high),
                    _not_beyond("g.high", "g.high_open", "<", high, target.high_open),
                ]
            return both(parts)
        case Deadline(not_before=first, not_after=last):
            return Condition(
                "g.kind = 'deadline' AND (? IS NULL OR g.not_before >= ?) AND (? IS NULL OR g.not_after <= ?)",
                (first, first, last, last),
            )


def beside(value: Asked, side: Side) -> Condition:
    """That the bound of the target `g` lies below or above a value: the lower of two bounds below, the upper above."""
    match value, side:
        case Comparison(low=str(low)), "below":
            exactly = Condition("exact_order(coalesce(g.low, g.high), ?) < 0", (low,))
            return both([_of_its_kind(value), *_near("g.low_real", "<=", low), exactly])
        case Comparison(low=str(low)), _:
            exactly = Condition("exact_order(coalesce(g.high, g.low), ?) > 0", (low,))
            return both([_of_its_kind(value), *_near("g.high_real", ">=", low), exactly])
        case Deadline(not_after=last), _:
            sign = "<" if side == "below" else ">"
            return Condition(f"g.kind = 'deadline' AND g.not_after {sign} ?", (last,))
        case _:
            raise ValueError(value)


def both(parts: list[Condition]) -> Condition:
    """That every one of some conditions holds."""
    return Condition(" AND ".join(part.sql for part in parts), tuple(value for part in parts for value in part.values))


def _of_its_kind(target: Comparison) -> Condition:
    same = "g.kind = 'comparison' AND coalesce(g.unit_canonical, g.unit_inferred, g.unit) = ? AND g.per IS ?"
    return Condition(same, (_unit(target), target.per))


def _near(column: str, sign: str, number: str) -> list[Condition]:
    """The condition on floats that the exact one implies: it is quick, and most rows need no other."""
    nearest: Parameter = real(number)
    return [] if nearest is None else [Condition(f"({column} {sign} ? OR {column} IS NULL)", (nearest,))]


# A bound and whether it is open are one pair, twice; named, the calls would read worse.
def _not_beyond(column: str, column_open: str, sign: str, limit: str, limit_open: bool) -> Condition:  # noqa: FBT001
    equal = f"exact_order({column}, ?) = 0" + (f" AND {column_open}" if limit_open else "")
    return Condition(f"(exact_order({column}, ?) {sign} 0 OR {equal})", (limit, limit))


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
    return _beyond(target.low, target.low_open, limit.low, limit.low_open, 1) and _beyond(
        target.high, target.high_open, limit.high, limit.high_open, -1
    )


def _beyond(bound: str | None, bound_open: bool, limit: str | None, limit_open: bool, sign: int) -> bool:  # noqa: FBT001
    if limit is None or bound is None:
        return limit is None
    distance = sign * (Fraction(bound) - Fraction(limit))
    return distance > 0 or (distance == 0 and (bound_open or not limit_open))
