"""Numbers before paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.numbering import goes_on

CHINESE = ["一", "二", "九", "十", "十一", "十九", "二十", "二十一", "九十九"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("1.甲", "2.乙"),
        ("9．甲", "10．乙"),
        ("1、甲", "2、乙"),
        ("1）甲", "2)乙"),
        (" （1）甲", "\t(2)乙"),
        ("⑲甲", "⑳乙"),
        ("九、甲", "十、乙"),
        ("十、甲", "十一、乙"),
        ("十九、甲", "二十、乙"),
        ("（二十）甲", "（二十一）乙"),
        ("1.2024年甲", "2.2025年乙"),
    ],
)
def test_the_next_number_in_one_style(above: str, below: str) -> None:
    assert goes_on(above, below)
    assert not goes_on(below, above)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("甲", "乙"),
        ("1.甲", "1.乙"),
        ("1.甲", "（2）乙"),
        ("1.5万元", "2.5万元"),
        ("1.5", "2.甲"),
        ("一、甲", "2、乙"),
        ("2023年", "2024年"),
        ("100、甲", "101、乙"),
        ("", "1.甲"),
    ],
)
def test_anything_else_is_no_sequel(above: str, below: str) -> None:
    assert not goes_on(above, below)


@given(st.text(alphabet="一二十①1.、（）甲", max_size=6), st.text(alphabet="一二十①1.、（）甲", max_size=6))
def test_nothing_is_the_sequel_of_its_own_sequel(above: str, below: str) -> None:
    assert not (goes_on(above, below) and goes_on(below, above))


@pytest.mark.parametrize("number", CHINESE)
def test_a_chinese_number_is_no_sequel_of_itself(number: str) -> None:
    assert not goes_on(f"{number}、甲", f"{number}、乙")
