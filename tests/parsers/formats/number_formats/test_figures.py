"""Digits laid into the places of a format."""

from decimal import Decimal

import pytest

from parsers.formats.number_formats.codes import sections
from parsers.formats.number_formats.display import NumberFormat
from parsers.formats.number_formats.figures import exact, figure, general


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("# 0.00 元", "5", " 5.00 元"),
        ("??0", "5", "  5"),
        ("0.0,,%", "1", "0.0%"),
        ("0%%", "0.5", "5000%%"),
        ("#", "0", ""),
        (".00", "1.5", "1.50"),
        ("0/0", "0.5", "1/2"),
        ("0 /元", "5", "5 /元"),
        ("# 0/100", "1.25", "1 25/100"),
    ],
)
def test_places_are_filled_from_the_right(code: str, number: str, shown: str) -> None:
    assert figure(Decimal(number), sections(code)[0]) == shown


def test_whole_numbers_keep_their_digits_and_others_eleven_characters() -> None:
    assert general(Decimal(123456789012345)) == "123456789012345"
    assert general(Decimal("1234567890.123")) == "1234567890"
    assert general(Decimal("0.000012345")) == "0.000012345"


def test_fifteen_digits_are_exact() -> None:
    assert exact(Decimal("2.675000000000000266")) == Decimal("2.675")


@pytest.mark.parametrize("stated", ["1E999999999", "-1E100000", "1e-999999999", "9" * 6000])
def test_a_number_that_no_program_stores_is_shown_short(stated: str) -> None:
    for code in ("General", "0.00%", "#,##0", "yyyy-mm-dd", "[h]:mm", "# ?/?", "0.00E+00"):
        assert len(NumberFormat(code).number(Decimal(stated))) < 20
