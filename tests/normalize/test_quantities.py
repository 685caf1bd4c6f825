"""Numbers with their units and denominators."""

from fractions import Fraction

import pytest

from normalize.comparators import legible
from normalize.quantities import read_quantity


@pytest.mark.parametrize(
    ("text", "number", "unit", "amount", "per"),
    [
        ("0.16万元/亩", "0.16", "万元", Fraction(1600), "亩"),
        ("1.2万亩", "1.2", "万亩", Fraction(8000000), None),
        ("两个半月", "2.5", "月", Fraction(5, 2), None),
        ("3亿5000万元", "350000000", "元", Fraction(350000000), None),
        ("5元/生·天", "5", "元", Fraction(5), "生·天"),
        ("2万元/公里/年", "2", "万元", Fraction(20000), "公里·年"),
        ("3次每年", "3", "次", Fraction(3), "年"),
        ("2万多人", "2", "万人", Fraction(20000), None),
        ("10(场)", "10", "场", Fraction(10), None),
        ("8,000", "8000", "", Fraction(8000), None),
        ("1千克", "1", "千克", Fraction(1), None),
        ("35μg/m³", "35", "μg/m³", Fraction(35), None),
    ],
)
def test_a_quantity_is_read_whole(text: str, number: str, unit: str, amount: Fraction, per: str | None) -> None:
    read = read_quantity(legible(text), 0)
    assert read is not None
    assert (read.number, read.unit, read.amount, read.per, read.end) == (number, unit, amount, per, len(text))


def test_where_no_number_stands_there_is_none() -> None:
    assert read_quantity("报告1份", 0) is None
