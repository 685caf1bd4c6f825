"""At least as strict: intervals within intervals."""

import sqlite3
from contextlib import closing
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.asking.bounds import Side, asked, at_least, beside, bound, order, within
from audit.asking.words import Condition
from ingest.exits import CommandError, Exit
from ingest.rows import real
from normalize import parse_value
from normalize.denominators import canonical_per
from schema.target import Comparison


@pytest.mark.parametrize(
    ("limit", "met", "missed"),
    [
        (
            "≥90%",
            ["≥90%", ">90%", "≥98%", "100%", "90%-95%", "≥95百分比"],
            ["≥85%", "≤95%", "85%-95%", "≥90人", "有效提升", ""],
        ),
        (">90%", [">90%", "≥91%"], ["≥90%", "90%"]),
        ("≤50万元", ["≤50万元", "<50万元", "≤400000元", "40万元"], ["≤51万元", "≥10万元", "≤40件"]),
        ("<8小时", ["<8小时", "≤7小时", "≤30分钟"], ["≤8小时", "≤1天"]),
        ("90%-95%", ["90%-95%", "92%", "91%-95%"], ["≥90%", "≤95%", "89%-95%"]),
        ("≤2000元/亩", ["≤0.16万元/亩"], ["≤1600元"]),
        ("≤450元/人·天", ["≤450元/天·人", "≤400元/人天", "≤400元/（人·日）"], ["≤400元/人·月", "≤400元/人"]),
        ("2024年6月30日前", ["2024年6月30日前", "2024年3月31日前"], ["2024年12月31日前", "≥90%"]),
    ],
)
def test_what_meets_a_limit(limit: str, met: list[str], missed: list[str]) -> None:
    def all_within(text: str) -> bool:
        return all(within(target, asked(limit)) for target in parse_value(text).targets)

    assert [text for text in met if not all_within(text)] == []
    assert [text for text in missed if all_within(text)] == []


def test_a_unit_said_beside_the_value_counts() -> None:
    limit = asked("≥90", "%")
    assert isinstance(limit, Comparison)
    assert limit.unit_canonical == "%"


@pytest.mark.parametrize("text", ["有效提升", "", "≥1件，≤3人", "不低于上年", "—"])
def test_what_cannot_be_compared_is_a_usage_error(text: str) -> None:
    with pytest.raises(CommandError) as error:
        asked(text)
    assert error.value.code is Exit.USAGE


BOUNDS = st.none() | st.fractions(min_value=-1000, max_value=1000).map(str)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    low, high = draw(BOUNDS), draw(BOUNDS)
    opens = draw(st.booleans()), draw(st.booleans())
    unit = draw(st.sampled_from(["%", "元", ""]))
    return Comparison(
        text="x", comparator="range", explicit=True, low=low, high=high, low_open=opens[0], high_open=opens[1],
        unit=unit, unit_canonical=unit or None,
    )  # fmt: skip


def holds(target: Comparison, number: Fraction) -> bool:
    above = (
        target.low is None or number > Fraction(target.low) or (number == Fraction(target.low) and not target.low_open)
    )
    below = (
        target.high is None
        or number < Fraction(target.high)
        or (number == Fraction(target.high) and not target.high_open)
    )
    return above and below


@given(comparisons(), comparisons(), st.fractions(min_value=-1001, max_value=1001))
def test_what_meets_the_target_meets_the_limit(target: Comparison, limit: Comparison, number: Fraction) -> None:
    if within(target, limit) and holds(target, number):
        assert holds(limit, number)


def passes(target: Comparison, condition: Condition) -> bool:
    """Whether SQLite lets a target pass."""
    facts = {**target.model_dump(), "low_real": real(target.low), "high_real": real(target.high)}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_function("exact_order", 2, order, deterministic=True)
        connection.create_function("canonical_per", 1, canonical_per, deterministic=True)
        connection.execute(f"CREATE TABLE g ({', '.join(f'[{name}]' for name in facts)})")
        connection.execute(f"INSERT INTO g VALUES ({', '.join('?' * len(facts))})", list(facts.values()))
        (passed,) = connection.execute(f"SELECT count(*) FROM g WHERE {condition.sql}", condition.values).fetchone()
    return bool(passed)


@given(comparisons(), comparisons())
def test_sql_lets_pass_what_is_within(target: Comparison, limit: Comparison) -> None:
    assert passes(target, at_least(limit)) == within(target, limit)


@pytest.mark.parametrize(
    ("value", "below", "above", "neither"),
    [
        (
            "90%",
            ["≥85%", "89.99%", "≤80%", "80%-95%"],
            ["≥95%", ">90.01%", "80%-95%", "≤100%"],
            ["≥90%", "90%", ">90%"],
        ),
        ("50万元", ["≤49万元", "400000元"], ["≤51万元", "≥600000元"], ["≤50万元", "≤40件", "≤40万元/亩", "≤60"]),
        ("2小时", ["≤30分钟", "<1小时"], ["≤3小时", "≤1天"], ["≤120分钟"]),
        ("0.1", ["0.09"], ["0.11"], ["0.10"]),
    ],
)
def test_bounds_below_and_above_a_value(value: str, below: list[str], above: list[str], neither: list[str]) -> None:
    def on(side: Side, text: str) -> bool:
        (target,) = parse_value(text).targets
        return isinstance(target, Comparison) and passes(target, beside(bound(value, side), side))

    texts = {*below, *above, *neither}
    assert {text for text in texts if on("below", text)} == set(below)
    assert {text for text in texts if on("above", text)} == set(above)


@pytest.mark.parametrize("text", ["≥90%", "有效提升", "", "1件，3人", "80%-95%", "—", "9" * 10_000])
def test_what_is_no_bound_is_a_usage_error(text: str) -> None:
    for side in ("below", "above"):
        with pytest.raises(CommandError) as error:
            bound(text, "below" if side == "below" else "above")
        assert error.value.code is Exit.USAGE
        assert len(error.value.en) < 200


def test_numbers_beyond_floats_are_compared_exactly() -> None:
    huge = Comparison(text="x", comparator=">=", explicit=True, low="1" + "0" * 400, unit="件", unit_canonical="件")
    assert passes(huge, beside(bound("5件", "above"), "above"))
    assert passes(huge, at_least(huge))
    more = huge.model_copy(update={"low": "1" + "0" * 399 + "1"})
    assert (passes(more, at_least(huge)), passes(huge, at_least(more))) == (True, False)
