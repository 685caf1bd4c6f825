"""Values that are one thing from end to end."""

import pytest

from normalize.expectations import Expectation, expect
from normalize.wholes import blank, whole


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "missing"), ("——", "placeholder"), ("不涉及", "not_applicable"), ("定性", "placeholder"), ("≥%", "placeholder"), ("公里", "placeholder"),
        ("零投诉", "zero-in-words"), ("不低于上年", "relation"), ("T+1", "same-day"), ("2024年6", "deadline"),
    ],
)  # fmt: skip
def test_what_is_one_thing_from_end_to_end(text: str, rule: str) -> None:
    said = whole(text, text, Expectation())
    assert said is not None
    assert said.rule == rule


@pytest.mark.parametrize("text", ["≥90%", "3件", "有效提升", "三例，不低于上年"])
def test_what_is_not(text: str) -> None:
    assert whole(text, text, Expectation()) is None


def test_two_numbers_with_a_slash_are_no_fraction_of_what_is_counted() -> None:
    said = whole("12/10", "12/10", expect("场", None, None, None, None))
    assert said is not None
    assert said.rule == "unparsed"


def test_a_blank_says_why_it_is_one() -> None:
    assert blank("—", "placeholder").rule == "placeholder"
