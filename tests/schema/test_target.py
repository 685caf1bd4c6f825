"""Targets, told apart by their kind."""

import pytest
from pydantic import TypeAdapter, ValidationError

from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

TARGET: TypeAdapter[Target] = TypeAdapter(Target)
EACH: list[Target] = [
    Comparison(text="≥98%", comparator=">=", explicit=True, value="98", unit="%", low="98"),
    Deadline(text="2024年12月31日前", not_after="2024-12-31", granularity="day"),
    Statement(text="有效提升", sense="trend"),
    Blank(text="—", reason="placeholder"),
    Unparsed(text="约3～"),
]


@pytest.mark.parametrize("target", EACH, ids=lambda target: target.kind)
def test_a_target_comes_back_from_json_as_what_it_was(target: Target) -> None:
    again = TARGET.validate_json(target.model_dump_json())
    assert type(again) is type(target)
    assert again == target


def test_the_kinds_are_five() -> None:
    assert [target.kind for target in EACH] == ["comparison", "deadline", "statement", "blank", "unparsed"]


@pytest.mark.parametrize(
    "raw",
    [
        {"kind": "wish", "text": "甲"},
        {"kind": "comparison", "text": "≥9", "comparator": "≥", "explicit": True},
        {"kind": "comparison", "text": "≥9", "comparator": ">=", "explicit": True, "value": "9.0e1"},
        {"kind": "deadline", "text": "年底", "granularity": "year", "not_after": "2024年"},
        {"kind": "statement", "text": "好", "sense": "mood"},
        {"kind": "blank", "text": ""},
    ],
)
def test_what_is_no_target_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TARGET.validate_python(raw)
