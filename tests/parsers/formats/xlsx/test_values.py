"""Stored values as text."""

from decimal import Decimal

import pytest

from parsers.formats.number_formats import number_format
from parsers.formats.xlsx.values import as_number, number_shown, serial, text_shown


@pytest.mark.parametrize(
    ("stored", "shown"), [("5", "5"), ("007", "7"), ("1E2", "100"), ("NaN", "NaN"), ("甲", "甲"), ("-0", "0")]
)
def test_numbers_without_a_format(stored: str, shown: str) -> None:
    assert number_shown(stored, number_format("General"), since_1904=False) == shown


def test_a_text_may_be_dressed() -> None:
    assert text_shown(" 甲 ", number_format('"共"@')) == "共 甲"
    assert text_shown("", number_format('"共"@')) == ""


def test_days_of_1904_are_fewer() -> None:
    assert serial("1904-01-02", since_1904=True) == Decimal(1)
    assert as_number("-inf") is None
