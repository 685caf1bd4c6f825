"""Whether what was achieved meets what was aimed at, and by how much."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from normalize.denominators import canonical_per
from normalize.directions import Direction
from normalize.numbers import exact, exact_text
from normalize.patterns import deferred
from normalize.signs import is_of_second
from normalize.text import fold
from normalize.units import COUNTED, MULTIPLIERS
from normalize.vocabulary import vocabulary
from schema.target import Comparison, Deadline, Statement, Target

Bound = tuple[Fraction | None, bool]


class Achievement(NamedTuple):
    """Met or missed; `by` is the margin in the target's canonical unit (days for deadlines), below zero if missed.

    `assumed_unit` says that the actual value states no unit, or no change, and was taken in the target's. `reason` says
    why two values cannot be compared; "direction" that nothing tells whether more or less than a number is better.
    """

    status: Literal["met", "missed", "not_comparable"]
    by: str | None = None
    assumed_unit: bool = False
    reason: Literal["kind", "unit", "vague", "text", "direction"] | None = None


def achievement(target: Target, actual: Target, direction: Direction | None = None, name: str = "") -> Achievement:
    """Compare an actual value with its target.

    An actual value that is a range or carries an operator itself meets the target where all of it does, misses it where
    none does, and is not comparable in between. A target without an operator (5场) is a point; where the indicator's
    direction is known, more (or less) than it is met too, but for none of anything (0起), which is met by none alone; a
    better rank meets one. The indicator's `name` tells which number of 1:5 is meant.

    >>> from normalize import parse_value
    >>> (aim,), (got,) = parse_value("≥98%").targets, parse_value("99.5%").targets
    >>> achievement(aim, got)[:2]
    ('met', '1.5')
    >>> (aim,), (got,) = parse_value("5场").targets, parse_value("6场").targets
    >>> achievement(aim, got)[:2], achievement(aim, got, "higher")[:2]
    (('missed', '-1'), ('met', '1'))
    """
    match target, actual:
        case Comparison() as aim, Comparison() as got:
            if direction == "higher" and _is_left_out(aim, got):
                return Achievement("not_comparable", reason="vague")
            turned = aim.unit == "比" and is_of_second(aim.text, name, aim.subject)
            return _compared(aim, got, _TURNED.get(direction, direction) if turned else direction)
        case Deadline() as aim, Deadline() as got:
            return _dated(aim, got)
        case Statement() as aim, Statement() as got:
            return _stated(aim, got)
        case _:
            return Achievement("not_comparable", reason="kind")


_TURNED: dict[Direction | None, Direction] = {"higher": "lower", "lower": "higher"}


def answering(target: Target, actual: Sequence[Target]) -> Target | None:
    """The one of several actual values that tells of a target; None where none does, or more than one.

    >>> from normalize import parse_value
    >>> aim, = parse_value("≥12次").targets
    >>> answering(aim, parse_value("开展培训15次，完成率125%").targets).text
    '开展培训15次'
    >>> answering(aim, parse_value("第一期15次，第二期3次").targets) is None
    True
    """
    if len(actual) == 1:
        return actual[0]
    alike = [got for got in _as_a_whole(actual) if achievement(target, got).reason not in {"kind", "unit"}]
    told = [got for got in alike if not _tells_more(got, target)] if len(alike) > 1 else alike
    return told[0] if len(told) == 1 else None


def _as_a_whole(actual: Sequence[Target]) -> Sequence[Target]:
    """What was reached without what it is made of: 96%。其中：学生98%，家长94%."""
    parts = next((place for place, got in enumerate(actual) if "其中" in got.text), len(actual))
    return actual[:parts] or actual


def _tells_more(got: Target, target: Target) -> bool:
    """Whether an actual value says by how much it is more or less than the target, or what is left: 超额完成3个."""
    words = vocabulary("directions")["actual"]["beside"]
    return any(word in got.text and word not in target.text for word in words)


def _unit(said: Comparison) -> str | None:
    return said.unit_canonical or said.unit_inferred


def _counted_in(said: Comparison) -> tuple[str | None, str, str | None]:
    """What a number is counted in, and by: 元/平方米 and 元/㎡ are one."""
    unit = _unit(said)
    return unit, said.unit if unit is None else "", canonical_per(said.per)


def _compared(aim: Comparison, got: Comparison, direction: Direction | None) -> Achievement:
    if (aim.low, aim.high) == (None, None) or (got.low, got.high) == (None, None):
        return Achievement("not_comparable", reason="vague")
    low, high = _reached(got)
    bare = got.unit == "" and _unit(got) is None and got.per is None
    assumed = bare and (_unit(aim) is not None or aim.per is not None)
    if assumed and _is_in_ones(aim, low[0] if low[0] is not None else high[0]):
        return Achievement("not_comparable", reason="unit")
    if _is_share(aim, got):
        return _as_share(aim, got, direction)
    if assumed:
        one = scale(aim)
        low = (low[0] * one if low[0] is not None else None, low[1])
        high = (high[0] * one if high[0] is not None else None, high[1])
    elif _is_nothing(aim, got) or _in_yuan(aim, got) or _of_the_year(aim, got) or _is_counted(aim, got):
        assumed = True
    elif _counted_in(aim) != _counted_in(got):
        return Achievement("not_comparable", reason="unit")
    elif aim.change is not None and got.change is None:
        if not _SHARE.fullmatch(got.text.strip()):
            return Achievement("not_comparable", reason="unit")
        assumed = True
    if _turns(aim, got):
        low, high = _negated(high), _negated(low)
    return _placed(_wanted(aim, direction), (low, high))._replace(assumed_unit=assumed)


def _turns(aim: Comparison, got: Comparison) -> bool:
    """Whether what was reached goes the other way than its target counts: -6% beside 降低5%, 增长3% beside 下降5%."""
    if aim.change is None:
        return False
    if got.change is None:
        return (
            aim.change == "decrease"
            and got.text.strip()[:1] in _BELOW
            and _SHARE.fullmatch(got.text.strip()) is not None
        )
    return aim.change != got.change


_BELOW = frozenset("-－")
_SHARE = deferred(r"[-－]?[0-9.]+\s*[%％]")
"""A share that says nothing of a change, beside a target that does: 5.2% is by how much it grew."""


def _is_nothing(aim: Comparison, got: Comparison) -> bool:
    """Whether a target is none of anything, whatever that is counted in: 0 beside 1起.

    A zero in digits may be a share, 0 beside 2%; words are none, 零事故 beside 100%.
    """
    if _unit(got) == "%" and not _NUMBER.search(fold(aim.text)):
        return False
    return aim.low in {None, "0"} and aim.high == "0" and _unit(aim) is None and not aim.unit and aim.per is None


def _is_left_out(aim: Comparison, got: Comparison) -> bool:
    """Whether a target is zero and something was reached: where more is better a number was left out (R43).

    Words (零事故) and what counts only what is unwanted (0起) leave nothing out.
    """
    if (
        not _is_point(aim)
        or not _NUMBER.match(fold(aim.text))
        or aim.unit in vocabulary("directions")["harm"]["counters"]
    ):
        return False
    return (aim.low, aim.high) == ("0", "0") != (got.low, got.high)


def _is_counted(aim: Comparison, got: Comparison) -> bool:
    """Whether a number without a unit is one of what was counted: 12 beside 15次."""
    bare = aim.unit == "" and _unit(aim) is None and aim.per is None and aim.change is None
    return bare and got.per is None and (got.dimension or "").startswith(COUNTED)


def _is_in_ones(aim: Comparison, number: Fraction | None) -> bool:
    """Whether a bare number is rather one of 元 than of the target's 万元: 500000 beside 50万元."""
    one, bound = scale(aim), aim.low if aim.low is not None else aim.high
    if number is None or bound is None or one < _MUCH or not exact(bound) or not number:
        return False
    return 1 / _NEAR <= abs(number / exact(bound)) <= _NEAR


_MUCH, _NEAR = 1000, Fraction(10)
"""A multiplier that tells amounts apart, and how near to its target a result is that takes it to be none."""


def _in_yuan(aim: Comparison, got: Comparison) -> bool:
    """Whether an amount without 元 is one of money, since its target is: 48.5万 beside ≤50万元."""
    return (
        _unit(aim) == "元"
        and canonical_per(aim.per) == canonical_per(got.per)
        and _unit(got) is None
        and got.unit in MULTIPLIERS
    )


def _of_the_year(aim: Comparison, got: Comparison) -> bool:
    """Whether what was reached is so much a year, since the target is: 3次 for 3次/年."""
    same = (aim.unit_canonical, aim.change) == (got.unit_canonical, got.change) != (None, None)
    return same and canonical_per(aim.per) == "年" and got.per is None


def _wanted(aim: Comparison, direction: Direction | None) -> tuple[Bound, Bound]:
    """The bounds of a target; one without an operator is open towards what is better."""
    low, high = _span(aim)
    if not _is_point(aim) or low[0] == high[0] == 0:
        return low, high
    if _unit(aim) == _RANK and aim.change is None:
        direction = "lower"
    return (None, False) if direction == "lower" else low, (None, False) if direction == "higher" else high


_RANK = "名次"


def _is_point(aim: Comparison) -> bool:
    return aim.comparator == "=" and not aim.explicit


def _reached(got: Comparison) -> tuple[Bound, Bound]:
    """The bounds of an actual value: what a word of change implies (增长4%) is no bound but what was reached."""
    low, high = _span(got)
    if got.comparator in {">=", "<="} and not got.explicit:
        return (low, low) if high[0] is None else (high, high)
    return low, high


def _negated(bound: Bound) -> Bound:
    number, is_open = bound
    return (None if number is None else -number, is_open)


def _is_share(aim: Comparison, got: Comparison) -> bool:
    """Whether a bare number may be a share of one, where the target is a percentage: 0.95 beside ≥90%.

    A column of units makes 0.95% of it, which its cell does not say.
    """
    if _unit(aim) != "%" or not (_unit(got) in {None, "%"} and _NUMBER.fullmatch(fold(got.text))):
        return False
    bounds = [exact(bound) for bound in (aim.low, aim.high) if bound is not None]
    return got.value is not None and 0 < exact(got.value) <= 1 and max(bounds) > 1


_NUMBER = deferred("[0-9./]+")


def _as_share(aim: Comparison, got: Comparison, direction: Direction | None) -> Achievement:
    """What may be a share or a percentage: missed where it is both ways, by what the share lacks."""
    number, wanted = exact(str(got.value)), _wanted(aim, direction)
    share, percentage = (_placed(wanted, ((one, False), (one, False))) for one in (number * 100, number))
    if share.status == percentage.status == "missed":
        return share._replace(assumed_unit=True)
    return Achievement("not_comparable", reason="unit")


def _span(said: Comparison) -> tuple[Bound, Bound]:
    low = exact(said.low) if said.low is not None else None
    high = exact(said.high) if said.high is not None else None
    return (low, said.low_open), (high, said.high_open)


def scale(aim: Comparison) -> Fraction:
    """What one of the target's written unit is in its canonical one.

    >>> from normalize import parse_value
    >>> aim, = parse_value("≥1.5万元").targets
    >>> scale(aim)
    Fraction(10000, 1)
    """
    bound = aim.low if aim.low is not None else aim.high
    if aim.value is None or bound is None or not exact(aim.value) or aim.change is not None:
        return Fraction(1)
    return exact(bound) / exact(aim.value)


def _placed(aim: tuple[Bound, Bound], got: tuple[Bound, Bound]) -> Achievement:
    """Where one interval lies in the other."""
    (low, low_open), (high, high_open) = aim
    (least, least_open), (most, most_open) = got
    above = low is None or (least is not None and (least > low or (least == low and (least_open or not low_open))))
    below = high is None or (most is not None and (most < high or (most == high and (most_open or not high_open))))
    if above and below:
        margins = [
            margin
            for margin in (
                least - low if low is not None and least is not None else None,
                high - most if high is not None and most is not None else None,
            )
            if margin is not None
        ]
        return Achievement("met", exact_text(min(margins)) if margins else None)
    if low is not None and most is not None and (most < low or (most == low and (low_open or most_open))):
        return Achievement("missed", exact_text(most - low))
    if high is not None and least is not None and (least > high or (least == high and (high_open or least_open))):
        return Achievement("missed", exact_text(high - least))
    return Achievement("not_comparable", reason="vague")


def _dated(aim: Deadline, got: Deadline) -> Achievement:
    if aim.not_after is None or got.not_after is None or aim.recurrence or got.recurrence:
        return Achievement("not_comparable", reason="vague")
    days = (date.fromisoformat(aim.not_after) - date.fromisoformat(got.not_after)).days
    return Achievement("met" if days >= 0 else "missed", str(days))


_REACHED = deferred("^(?:已经?|均已|全部)")
"""What says no more of what was aimed at than that it is so: 建立 and 已建立."""


_EITHER = frozenset({"优良"})
"""A result that leaves open which of two grades it is; a target is met by either."""


def _grade(said: str) -> int | None:
    """The place of a grade in its scale, the best first: 优 before 良."""
    scale = vocabulary("statements")["grade"]["scale"]
    return next((place for place, words in enumerate(scale) if said in words), None)


def _stated(aim: Statement, got: Statement) -> Achievement:
    said = fold(got.text)
    if aim.truth is not None and got.truth is not None:
        if aim.truth or not got.truth or said in vocabulary("statements")["boolean"]["plain"]:
            return Achievement("met" if aim.truth == got.truth else "missed")
        # 否 says that nothing bad came about, and so does 未超支.
        return Achievement("not_comparable", reason="text")
    wanted = fold(aim.text)
    if wanted in {said, _REACHED.sub("", said)}:
        return Achievement("met")
    if said in {f"{denial}{wanted}" for denial in ("不", "未", "没有")}:
        return Achievement("missed")
    one, other = _grade(wanted), _grade(said)
    if one is not None and other is not None and said not in _EITHER:
        return Achievement("met" if other <= one else "missed")
    return Achievement("not_comparable", reason="text")
