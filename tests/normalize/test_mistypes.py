"""Letters read as the digits they stand for, and letters left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.mistypes import with_digits
from normalize.units import NO_CUES


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("≥l00%", "≥100%"),
        ("≥1OO%", "≥100%"),
        ("≥2O个", "≥20个"),
        ("O.95", "0.95"),
        ("≤l.5万元", "≤1.5万元"),
        ("2O24年", "2024年"),
        ("l,5OO人", "1,500人"),
        ("≥9l", "≥9l"),
        ("5l", "5l"),
        ("O2O平台", "O2O平台"),
        ("O3浓度", "O3浓度"),
        ("CO2", "CO2"),
        ("IO件", "IO件"),
        ("PM1O", "PM1O"),
        ("I5酷睿", "I5酷睿"),
        ("≥100%", "≥100%"),
    ],
)
def test_letters_are_digits_only_where_all_else_is_a_number(text: str, read: str) -> None:
    plain, said = with_digits(text, NO_CUES)
    assert plain == read
    assert bool(said) == (plain != text)


@given(st.text(alphabet="0123456789OoIl.,≥%个万元l O"))
def test_length_is_kept_and_only_letters_change(text: str) -> None:
    plain, said = with_digits(text, NO_CUES)
    assert len(plain) == len(text)
    assert all(one == other or one in "OoIl" for one, other in zip(text, plain, strict=True))
    assert all(len(one.written) == len(one.read) for one in said)
