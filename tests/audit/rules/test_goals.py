"""The text of a goal, taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from audit.rules.goals import clauses, quantities, sentences


def test_serials_titles_and_brackets_are_no_quantities() -> None:
    assert list(sentences("1.通过三年的时间，培训200人次。\n（2）印发《“十四五”规划（2021—2025年）》5份")) == [
        "通过三年的时间,培训200人次",
        "印发5份",
    ]
    assert list(clauses("设2条数量指标，完成12公里")) == ["完成12公里"] or list(
        clauses("设2条数量指标,完成12公里")
    ) == ["完成12公里"]


def test_numbers_without_a_known_unit_are_left_out() -> None:
    assert quantities("完成12公里，编号20240101") != []
    assert [said.unit_canonical for said in quantities("培训200人次，提升5")] == ["人次"]


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    for sentence in sentences(text):
        quantities(sentence)
