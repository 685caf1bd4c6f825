"""Intervals in brackets."""

import pytest

from normalize.intervals import read_interval
from normalize.units import NO_CUES


@pytest.mark.parametrize(
    ("text", "at", "low", "high", "unit", "opened", "closed"),
    [
        ("[90%,100%]", 1, "90", "100", "%", False, False),
        ("(80,90]分", 1, "80", "90", "分", True, False),
        ("达到[0.5,1.5)万元以内", 3, "0.5", "1.5", "万元", False, True),
    ],
)
def test_an_interval_has_two_ends(
    text: str, at: int, low: str, high: str, unit: str, opened: bool, closed: bool
) -> None:
    site = read_interval(text, at, 0, NO_CUES)
    assert site is not None
    assert site.upper is not None
    assert (site.quantity.number, site.upper.number, site.upper.unit) == (low, high, unit)
    assert (site.low_open, site.high_open) == (opened, closed)


@pytest.mark.parametrize(
    ("text", "at"), [("(80,90)", 1), ("[90,80]", 1), ("[1,2,3]", 1), ("[80-90]", 1), ("[2024]5号", 1), ("[,5]", 2)]
)
def test_a_list_or_a_number_in_brackets_is_none(text: str, at: int) -> None:
    assert read_interval(text, at, 0, NO_CUES) is None
