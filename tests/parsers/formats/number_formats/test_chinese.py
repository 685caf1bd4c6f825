"""Chinese numerals."""

import pytest

from parsers.formats.number_formats.chinese import digit_by_digit, numeral


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (5, "五"),
        (10, "一十"),
        (101, "一百〇一"),
        (1010, "一千〇一十"),
        (10_001, "一万〇一"),
        (120_000, "一十二万"),
        (10**16, "一〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇"),
    ],
)
def test_numerals(number: int, shown: str) -> None:
    assert numeral(number, 1) == shown


def test_what_is_no_digit_stays() -> None:
    assert digit_by_digit("1.5%", 2) == "壹.伍%"
