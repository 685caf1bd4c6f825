"""Models made without a second validation are what validation would make of the same words."""

from typing import get_args

import pytest

from normalize import parse_value
from normalize.models import changed, made
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Blank, Comparison, Target, Unparsed
from tests.normalize.examples import examples

KINDS = get_args(get_args(Target)[0])


@pytest.mark.parametrize("kind", KINDS)
def test_fields_stand_in_their_order(kind: type[Target]) -> None:
    assert list(made(kind, {"text": "x"}).__dict__) == list(kind.model_fields)


@pytest.mark.parametrize("text", sorted({example.text for example in examples()}))
def test_a_made_target_is_a_valid_one(text: str) -> None:
    for target in parse_value(text, fiscal_year=2024).targets:
        again = type(target).model_validate(target.model_dump())
        assert again == target
        assert again.model_dump_json() == target.model_dump_json()


def test_a_made_diagnostic_is_a_valid_one() -> None:
    odd = made(Diagnostic, {"code": Code.UNPARSED, "args": {"text": "1.2.3"}})
    assert odd == Diagnostic(code=Code.UNPARSED, args={"text": "1.2.3"}) == Diagnostic.model_validate(odd.model_dump())


def test_a_made_model_cannot_change_and_can_be_copied() -> None:
    one = made(Comparison, {"text": "3", "comparator": "=", "explicit": False, "value": "3"})
    assert one.model_copy(update={"value": "4"}).value == "4"
    assert changed(one, {"value": "4"}).value == "4"
    assert one.value == "3"
    with pytest.raises(ValueError, match="frozen"):
        setattr(one, "value", "5")  # noqa: B010 - a type checker refuses the plain way


def test_two_made_models_are_equal_as_validated_ones_are() -> None:
    assert made(Unparsed, {"text": "x"}) == Unparsed(text="x")
    assert made(Blank, {"text": "", "reason": "missing"}) != Blank(text="", reason="placeholder")
