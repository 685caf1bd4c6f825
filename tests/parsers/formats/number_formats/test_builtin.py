"""The formats that have a number only."""

from decimal import Decimal

import pytest

from parsers.formats.number_formats import BUILTIN, number_format


@pytest.mark.parametrize(
    ("number", "value", "shown"),
    [
        (9, "0.95", "95%"),
        (14, "45657", "2024/12/31"),
        (31, "45657", "2024年12月31日"),
        (57, "45657", "2024年12月"),
        (43, "-1234.5", "-1,234.50"),
        (44, "1234.5", "¥1,234.50"),
        (49, "45657", "45657"),
    ],
)
def test_they_show_what_excel_in_china_shows(number: int, value: str, shown: str) -> None:
    assert number_format(BUILTIN[number]).number(Decimal(value)).strip() == shown


def test_each_shows_something() -> None:
    assert all(number_format(code).number(Decimal("45657.5")).strip() for code in BUILTIN.values())
