"""Shares of a whole in words keep their exact fraction."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.shares import Share, read_share, value

GROUPS = ("parts", "share", "whole", "piece", "tenths", "halves", "off")


def _read(**said: str) -> Share | None:
    return read_share(dict.fromkeys(GROUPS, None) | said)


@pytest.mark.parametrize(
    ("said", "written", "unit", "amount"),
    [
        ({"parts": "百", "share": "九十五"}, "百分之", "%", "95"), ({"parts": "百", "share": "3.5"}, "百分之", "%", "3.5"), ({"parts": "千", "share": "三"}, "千分之", "%", "0.3"),
        ({"parts": "万", "share": "一"}, "万分之", "%", "0.01"), ({"parts": "十万", "share": "12"}, "十万分之", "1/10万", "12"), ({"whole": "三", "piece": "二"}, "分之", "%", "200/3"),
        ({"whole": "四", "piece": "三"}, "分之", "%", "75"), ({"whole": "3", "piece": "0"}, "分之", "%", "0"), ({"tenths": "七"}, "成", "%", "70"), ({"tenths": "三", "halves": "五"}, "成", "%", "35"),
        ({"tenths": "六", "halves": "半"}, "成", "%", "65"), ({"tenths": "8.5"}, "成", "%", "85"), ({"off": "八"}, "折", "%", "80"), ({"off": "八五"}, "折", "%", "85"),
    ],
)  # fmt: skip
def test_a_share_in_words(said: dict[str, str], written: str, unit: str, amount: str) -> None:
    share = _read(**said)
    assert share is not None
    assert share.measure is not None
    assert (share.written, share.measure.canonical, share.number * share.factor) == (written, unit, Fraction(amount))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"whole": "零", "piece": "一"},
        {"whole": "0", "piece": "1"},
        {"parts": "百", "share": "千千"},
        {"whole": "三", "piece": "万万十十"},
        {"tenths": "千千"},
    ],
)
def test_what_makes_no_share_is_none(said: dict[str, str]) -> None:
    assert _read(**said) is None


@pytest.mark.parametrize(
    ("text", "number"), [("12", "12"), ("3.5", "3.5"), ("1,000", "1000"), ("九十五", "95"), ("三点五", "3.5")]
)
def test_the_number_in_either_script(text: str, number: str) -> None:
    assert value(text) == Fraction(number)


@pytest.mark.parametrize("text", [None, "", "千千", "分"])
def test_no_number(text: str | None) -> None:
    assert value(text) is None


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_fraction_is_never_rounded(whole: int, piece: int) -> None:
    share = _read(whole=str(whole), piece=str(piece))
    assert share is not None
    assert share.number == Fraction(piece, whole)
