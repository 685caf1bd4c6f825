"""What every model is, and which texts are exact numbers and days."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schema.model import Exact, IsoDate, Model

EXACT: TypeAdapter[str] = TypeAdapter(Exact)
DAY: TypeAdapter[str] = TypeAdapter(IsoDate)


class Sample(Model):
    """A model with one field."""

    name: str = ""


def test_a_model_is_frozen_closed_and_a_value() -> None:
    sample = Sample(name="甲")
    with pytest.raises(ValidationError, match="frozen"):
        setattr(sample, *("name", "乙"))
    with pytest.raises(ValidationError, match="Extra inputs"):
        Sample.model_validate({"other": "甲"})
    assert sample == Sample(name="甲")
    assert hash(sample) == hash(Sample(name="甲"))


@pytest.mark.parametrize("text", ["0", "0.05", "231.5", "-3", "2000/3", "-1/3", "007"])
def test_exact_numbers(text: str) -> None:
    assert EXACT.validate_python(text) == text
    assert Fraction(text) is not None


@pytest.mark.parametrize(
    "text", ["", "1.", ".5", "1e3", "1,000", "+1", "1/0", "1/03", "１", "二", "1 ", "1\n", "--1", "1/2/3", "∞"]
)
def test_other_texts_are_no_exact_numbers(text: str) -> None:
    with pytest.raises(ValidationError):
        EXACT.validate_python(text)


@given(st.fractions())
def test_every_fraction_is_an_exact_number(number: Fraction) -> None:
    assert Fraction(EXACT.validate_python(str(number))) == number


@pytest.mark.parametrize(
    ("text", "day"), [("2024-12-31", True), ("2024-1-1", False), ("2024/12/31", False), ("", False)]
)
def test_days(text: str, *, day: bool) -> None:
    if day:
        assert DAY.validate_python(text) == text
        return
    with pytest.raises(ValidationError):
        DAY.validate_python(text)
