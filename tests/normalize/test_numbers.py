"""Numbers stay exact through every script, and back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import LONGEST, chinese, exact, exact_text, plain, scaled

FRACTIONS = st.fractions(min_value=-(10**15), max_value=10**15)
DIGITS = "零一二三四五六七八九"


@given(FRACTIONS)
def test_the_text_of_a_number_is_that_number(number: Fraction) -> None:
    assert exact(exact_text(number)) == number


@given(st.integers(-(10**20), 10**20), st.integers(0, 12))
def test_a_number_whose_decimals_end_is_written_as_a_plain_decimal(units: int, places: int) -> None:
    text = exact_text(Fraction(units, 10**places))
    assert "/" not in text
    assert "e" not in text.lower()
    assert Fraction(text) == Fraction(units, 10**places)
    assert not ("." in text and text.endswith("0"))


@given(FRACTIONS, FRACTIONS)
def test_scaling_multiplies_exactly(number: Fraction, factor: Fraction) -> None:
    assert exact(scaled(exact_text(number), factor)) == number * factor


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(0), "0"), (Fraction(1, 10), "0.1"), (Fraction(-1, 8), "-0.125"), (Fraction(2, 3), "2/3"), (Fraction(-2000, 3), "-2000/3"),
        (Fraction(10**30), "1" + "0" * 30), (Fraction(5, 2), "2.5"), (Fraction(1, 10**6), "0.000001"), (Fraction(1, 12), "1/12"),
    ],
)  # fmt: skip
def test_texts_of_numbers(number: Fraction, text: str) -> None:
    assert exact_text(number) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("8,000", "8000"), ("1,234,567.89", "1234567.89"), ("8 000", "8000"), ("+3", "3"), ("-5", "-5"), ("4990.00", "4990.00"), ("0.95", "0.95"),
        ("1.5×10⁴", "15000"), ("1.5E4", "15000"), ("1.5x10^4", "15000"), ("2*10^3", "2000"), ("3×10⁻²", "0.03"), ("1e-3", "0.001"), ("007", "007"),
    ],
)  # fmt: skip
def test_digits_lose_grouping_and_keep_what_was_written(said: str, text: str) -> None:
    assert plain(said) == text


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十五", 15), ("二十", 20), ("廿", 20), ("廿五", 25), ("卅", 30), ("卅一", 31), ("九十九", 99),
        ("一百", 100), ("百", 100), ("一百零五", 105), ("一百〇五", 105), ("一百一十", 110), ("一百一", 110), ("一百二十", 120), ("两百五", 250), ("三千", 3000), ("三千二", 3200),
        ("一千零一", 1001), ("一千零一十", 1010), ("两千零二十四", 2024), ("二〇二四", 2024), ("二零二四", 2024), ("一万", 10**4), ("一万零三百", 10300), ("三万五", 35000),
        ("三万五千", 35000), ("十二万", 120000), ("一百二十万", 1200000), ("一亿", 10**8), ("两亿三", 230000000), ("一亿零五十万", 100500000), ("一万亿", 10**12),
        ("壹", 1), ("贰拾叁", 23), ("壹佰贰拾", 120), ("叁仟伍佰", 3500), ("玖万捌仟", 98000), ("1百23", 123), ("3千5百", 3500), ("2万3千", 23000), ("1亿2千万", 120000000), ("百二", 120),
    ],
)  # fmt: skip
def test_chinese_numerals(said: str, number: int) -> None:
    assert chinese(said) == number


@pytest.mark.parametrize(
    ("said", "number"), [("三点五", "3.5"), ("零点零八", "0.08"), ("十点二五", "10.25"), ("两点五", "2.5")]
)
def test_chinese_decimals(said: str, number: str) -> None:
    assert chinese(said) == Fraction(number)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "千千",
        "人",
        "十十",
        "点",
        "三点",
        "点五",
        "三点五点二",
        "一百人",
        "三点百",
        "一" * (LONGEST + 1),
        "五六百七八",
        "¥",
    ],
)
def test_what_makes_no_number_is_none(said: str) -> None:
    assert chinese(said) is None


def _spelled(number: int) -> str:
    """A number below a hundred million in full Chinese, the textbook way."""
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return _spelled(high) + "万" + ("" if not low else "零" * (low < 1000) + _spelled(low))
    said, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        said += ("零" if gap and digit and said else "") + (DIGITS[digit] + word if digit else "")
        gap = not digit
    return said or "零"


@given(st.integers(0, 10**8 - 1))
def test_every_number_in_full_chinese_reads_back(number: int) -> None:
    assert chinese(_spelled(number)) == number


@given(st.text("零〇一二两三十百千万亿点廿壹0123.", max_size=45))
def test_any_run_of_numerals_is_a_number_or_none(text: str) -> None:
    number = chinese(text)
    assert number is None or number >= 0
