"""Comparisons in words alone."""

import pytest

from normalize.relations import read_relation


@pytest.mark.parametrize(
    ("text", "comparator", "basis"),
    [
        ("不低于上年", ">=", "上年"),
        ("≥上年水平", ">=", "上年"),
        ("优于全国平均水平", ">", "全国平均"),
        ("与上年持平", "=", "上年"),
        ("不高于2023年水平", "<=", "2023年"),
        ("发案数低于去年同期", "<", "上年"),
    ],
)
def test_a_basis_is_compared_with(text: str, comparator: str, basis: str) -> None:
    said = read_relation(text, text)
    assert said is not None
    assert (said.comparator, said.basis, said.value, said.low, said.high) == (comparator, basis, None, None, None)


@pytest.mark.parametrize("text", ["有效提升", "高于预期", "上年", "不低于90%", "达到国家标准"])
def test_what_names_no_known_basis_is_none(text: str) -> None:
    assert read_relation(text, text) is None
