"""Signs in every spelling, and titles that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.comparators import glyph_sign, legible, stated_sign


@pytest.mark.parametrize(
    ("stated", "sign"),
    [
        ("≥", ">="),
        ("≧", ">="),
        ("＞＝", ">="),
        (">=", ">="),
        ("=>", ">="),
        ("》", None),
        ("大于等于", ">="),
        ("不少于", ">="),
        ("≤", "<="),
        ("＜＝", "<="),
        ("=<", "<="),
        ("小于等于", "<="),
        ("＝", "="),
        ("=", "="),
        ("等于", "="),
        (">", ">"),
        ("＜", "<"),
        ("定性", None),
        ("定量", None),
        ("", None),
        ("正向", None),
        ("—", None),
    ],
)
def test_the_operator_column_says_its_sign(stated: str, sign: str | None) -> None:
    assert stated_sign(stated) == sign


@pytest.mark.parametrize("run", ["><", "≥≤", "<>"])
def test_glyphs_that_contradict_make_no_sign(run: str) -> None:
    assert glyph_sign(run) is None


@given(st.text())
def test_legible_text_keeps_its_length(text: str) -> None:
    assert len(legible(text)) == len(text)


@pytest.mark.parametrize("text", ["《2020年报告》1份", "出版《新编》3期", "〈关于5项〉"])
def test_a_title_is_no_sign(text: str) -> None:
    assert "≥" not in legible(text)
    assert "≤" not in legible(text)
