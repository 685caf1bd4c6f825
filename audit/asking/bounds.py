"""Targets beside a value that a person names: at least as strict as ≥90%, or with a bound below or above 90%."""

from fractions import Fraction
from math import inf
from typing import Literal

from audit.asking.words import Condition
from ingest.exits import CommandError, Exit
from ingest.rows import real
from normalize import parse_value
from normalize.denominators import canonical_per
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
                parts.append(_beyond_in_sql("g.low", ">", low, "AND g.low_open" if target.low_open else ""))
            if high is not None:
                parts.append(_beyond_in_sql("g.high", "<", high, "AND g.high_open" if target.high_open else ""))
            return both(parts)
        case Deadline(not_before=first, not_after=last):
            return Condition(
                "g.kind = 'deadline' AND (? IS NULL OR g.not_before >= ?) AND (? IS NULL OR g.not_after <= ?)",
                (first, first, last, last),
            )


def _beyond_in_sql(bound: str, sign: str, limit: str, open_too: str) -> Condition:
    """That a bound, a column, lies beyond a limit or on it: told by floats, and only where those are equal exactly."""
    near = real(limit)
    exactly = f"exact_order({bound}, ?) {sign} 0 OR exact_order({bound}, ?) = 0 {open_too}"
    return Condition(
        f"({bound}_real {sign} ? OR ({bound}_real = ? OR {bound}_real IS NULL OR ? IS NULL) AND ({exactly}))",
        (near, near, near, limit, limit),
    )


_SIDES = {"below": ("low", "high", "<"), "above": ("high", "low", ">")}


def beside(value: Asked, side: Side) -> Condition:
    """That the bound of the target `g` lies below or above a value: the lower of two bounds below, the upper above."""
    first, second, sign = _SIDES[side]
    match value:
        case Comparison(low=str(number)):
            near = real(number)
            exactly = f"exact_order(coalesce(g.{first}, g.{second}), ?) {sign} 0"
            # Floats tell most; where they are equal, and beyond them, the exact numbers do.
            otherwise = f"g.{first} IS NOT NULL OR g.{second}_real IS NULL OR g.{second}_real {sign}= ?"
            unsure = f"g.{first}_real = ? OR ? IS NULL OR g.{first}_real IS NULL AND ({otherwise})"
            wanted = Condition(
                f"(g.{first}_real {sign} ? OR ({unsure}) AND {exactly})", (near, near, near, near, number)
            )
            return both([_of_its_kind(value), wanted])
        case Deadline(not_after=last):
            return Condition(f"g.kind = 'deadline' AND g.not_after {sign} ?", (last,))
        case _:
            raise ValueError(value)


def both(parts: list[Condition]) -> Condition:
    """That every one of some conditions holds."""
    return Condition(" AND ".join(part.sql for part in parts), tuple(value for part in parts for value in part.values))


def _of_its_kind(target: Comparison) -> Condition:
    unit = _unit(target)
    same = "g.unit_canonical = ? OR g.unit_canonical IS NULL AND coalesce(g.unit_inferred, g.unit) = ?"
    per = canonical_per(target.per)
    return Condition(f"g.kind = 'comparison' AND ({same}) AND canonical_per(g.per) IS ?", (unit, unit, per))


def within(target: Target, limit: Asked) -> bool:
    """Whether whatever meets the target meets the limit too: exactly, in canonical units, open bounds and all.

    >>> within(asked("≥98%"), asked("≥90%")), within(asked(">90%"), asked("≥90%")), within(asked("≥90%"), asked(">90%"))
    (True, True, False)
    >>> within(asked("≤40万元"), asked("≤500000元")), within(asked("≥98人"), asked("≥90%"))
    (True, False)
    """
    match target, limit:
        case Comparison(), Comparison():
            return _counted_in(target) == _counted_in(limit) and _inside(target, limit)
        case Deadline(not_before=begins, not_after=ends), Deadline(not_before=first, not_after=last):
            return (first is None or (begins or "") >= first) and (last is None or (ends or "9999") <= last)
        case _:
            return False


def _unit(target: Comparison) -> str:
    return target.unit_canonical or target.unit_inferred or target.unit


def _counted_in(target: Comparison) -> tuple[str, str | None]:
    return _unit(target), canonical_per(target.per)


def _inside(target: Comparison, limit: Comparison) -> bool:
    low, high = _beyond(1, target.low, limit.low), _beyond(-1, target.high, limit.high)
    return (low > 0 or (low == 0 and (target.low_open or not limit.low_open))) and (
        high > 0 or (high == 0 and (target.high_open or not limit.high_open))
    )


def _beyond(sign: int, bound: str | None, limit: str | None) -> Fraction | float:
    """How far a bound lies within a limit: everything does where there is no limit, nothing where there is no bound."""
    if limit is None:
        return inf
    return -inf if bound is None else sign * (Fraction(bound) - Fraction(limit))
