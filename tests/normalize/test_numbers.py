"""Exact numbers from digits and numerals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import LONGEST, chinese, exact, exact_text, plain, scaled


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("二", 2),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("廿五", 25),
        ("卅", 30),
        ("一百零五", 105),
        ("一百二", 120),
        ("两百五", 250),
        ("一千零二十", 1020),
        ("三千", 3000),
        ("一万零五", 10005),
        ("三万五", 35000),
        ("二十五万三千", 253000),
        ("五千万", 50000000),
        ("三亿五千万", 350000000),
        ("三千五百亿", 350000000000),
        ("二〇二四", 2024),
        ("1百23", 123),
        ("3亿5000万", 350000000),
        ("1万2千", 12000),
        ("贰拾叁", 23),
        ("壹佰", 100),
        ("三点五", Fraction(7, 2)),
        ("百", 100),
    ],
)
def test_a_numeral_is_its_number(numeral: str, number: Fraction) -> None:
    assert chinese(numeral) == number


@pytest.mark.parametrize("text", ["", "百百", "点五", "三点", "级", "十" * (LONGEST + 1)])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert chinese(text) is None


@given(st.fractions())
def test_an_exact_text_reads_back(number: Fraction) -> None:
    text = exact_text(number)
    assert exact(text) == number
    assert "/" in text or not text.endswith(("0", ".")) or "." not in text


@given(st.decimals(0, 10**9, places=4).map(lambda number: exact_text(Fraction(number))), st.fractions(min_value=0))
def test_scaling_is_exact(text: str, factor: Fraction) -> None:
    assert exact(scaled(text, factor)) == exact(text) * factor


@pytest.mark.parametrize(("digits", "text"), [("8,000", "8000"), ("8 000", "8000"), ("1.50", "1.50"), ("1E+02", "100")])
def test_digits_keep_what_they_say(digits: str, text: str) -> None:
    assert plain(digits) == text
