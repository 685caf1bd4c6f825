"""Text made comparable."""

from hypothesis import given
from hypothesis import strategies as st

from normalize.text import fold, narrow, spaced, tidy


@given(st.text())
def test_narrowing_keeps_every_position(text: str) -> None:
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)


@given(st.text())
def test_folding_and_tidying_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tidy(tidy(text)) == tidy(text)


def test_what_folds_alike_and_what_does_not() -> None:
    assert fold("（财政　资金：Ａ）") == fold("(财政资金:a)")
    assert fold("10²") != fold("102")
    assert fold("①") != fold("1")
    assert fold("㎡") != fold("m2")
    assert fold("⽬标") == fold("目标")


def test_paragraphs_of_a_cell_stay() -> None:
    assert tidy(" 报告  9份 \n\n 论坛 ") == "报告 9份\n论坛"


def test_each_chinese_character_is_a_word() -> None:
    assert spaced("2024年TISC网络≥20") == "2024 年 tisc 网 络 ≥20"
