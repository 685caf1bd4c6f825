"""The canonical text of a comparison reads back as the comparison it stands for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import parse_value
from normalize.canonical import canonical_text
from normalize.numbers import exact_text
from normalize.units import measures, spellings
from schema.target import Comparator, Comparison
from tests.normalize.examples import Example, examples

MEANING = ("comparator", "low", "high", "low_open", "high_open", "per", "change", "trigger")


def _meaning(said: Comparison) -> tuple[object, ...]:
    bounds = tuple(getattr(said, name) for name in MEANING)
    return (*bounds, said.unit_canonical or said.unit_inferred, said.basis)


def _comparisons(example: Example) -> list[Comparison]:
    targets = parse_value(example.text, **example.beside).targets
    return [target for target in targets if isinstance(target, Comparison) and not (target.subject and target.basis)]


@pytest.mark.parametrize(
    "example", [pytest.param(e, id=f"{e.row}-{e.text}") for e in examples() if e.group != "not-yet"]
)
def test_every_comparison_of_the_examples_reads_back(example: Example) -> None:
    for said in _comparisons(example):
        (again,) = parse_value(canonical_text(said)).targets
        assert isinstance(again, Comparison)
        assert _meaning(again) == _meaning(said), canonical_text(said)


NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.decimals(0, 10**9, places=3).map(lambda number: exact_text(Fraction(number))),
)
SIGNS: st.SearchStrategy[Comparator] = st.sampled_from([">=", "<=", ">", "<", "="])
UNITS = st.sampled_from(sorted({unit.canonical for unit in measures().values()} - {"月", "番", "1/10万"}))


@given(NUMBERS, SIGNS, UNITS)
def test_a_number_with_sign_and_unit_reads_back(number: str, sign: Comparator, unit: str) -> None:
    glyph = {">=": "≥", "<=": "≤"}.get(sign, sign)
    (said,) = parse_value(f"{glyph}{number}{unit}").targets
    assert isinstance(said, Comparison)
    assert (said.comparator, said.value, said.unit_canonical) == (sign, number, unit)
    (again,) = parse_value(canonical_text(said)).targets
    assert isinstance(again, Comparison)
    assert _meaning(again) == _meaning(said)


def test_every_spelling_of_a_unit_is_read_whole() -> None:
    for group in spellings().values():
        for unit in (spelling for spelling in group if not spelling[0].isdigit()):
            (said,) = parse_value(f"≥7{unit}").targets
            assert isinstance(said, Comparison), unit
            assert said.unit == unit, unit
