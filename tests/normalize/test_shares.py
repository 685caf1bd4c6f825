"""Shares of a whole in words, through the pattern of numbers."""

from fractions import Fraction

import pytest

from normalize.quantities import read_quantity


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("百分之九十五", Fraction(95)),
        ("百分之95.5", Fraction(191, 2)),
        ("千分之三", Fraction(3, 10)),
        ("万分之一", Fraction(1, 100)),
        ("三分之二", Fraction(200, 3)),
        ("3分之2", Fraction(200, 3)),
        ("三成五", Fraction(35)),
        ("七成半", Fraction(75)),
        ("八五折", Fraction(85)),
        ("八折", Fraction(80)),
        ("百分百", Fraction(100)),
    ],
)
def test_a_share_is_an_exact_percentage(text: str, percent: Fraction) -> None:
    read = read_quantity(text, 0)
    assert read is not None
    assert (read.amount, read.end) == (percent, len(text))


@pytest.mark.parametrize("text", ["零分之一", "百分之", "分之二", "万亿亿分之三"])
def test_what_is_no_share_is_not_read_as_one(text: str) -> None:
    read = read_quantity(text, 0)
    assert read is None or read.unit != "分之"
