"""Comparisons in words alone, and values that are none."""

import pytest

from normalize.relations import read_relation


@pytest.mark.parametrize(
    ("text", "comparator", "basis", "subject"),
    [
        ("不低于上年", ">=", "上年", None), ("不低于去年水平", ">=", "上年", None), ("不少于上年度", ">=", "上年", None), ("优于上年", ">", "上年", None),
        ("高于全国平均", ">", "全国平均", None), ("高于全国平均水平", ">", "全国平均", None), ("不高于上年", "<=", "上年", None), ("不超过上年同期", "<=", "上年", None), ("低于全省平均", "<", "全省平均", None),
        ("低于2023年水平", "<", "2023年", None), ("与上年持平", "=", "上年", None), ("和去年基本持平。", "=", "上年", None), ("专利数不少于去年", ">=", "上年", "专利数"), ("优于行业平均水平", ">", "行业平均", None),
    ],
)  # fmt: skip
def test_a_comparison_with_something_named(text: str, comparator: str, basis: str, subject: str | None) -> None:
    said = read_relation(text, text)
    assert said is not None
    assert (said.text, said.comparator, said.basis, said.subject) == (text, comparator, basis, subject)
    assert (said.explicit, said.value, said.low, said.high, said.unit, said.change) == (
        True,
        None,
        None,
        None,
        "",
        None,
    )


@pytest.mark.parametrize(
    ("text", "change", "subject"),
    [
        ("逐年增加", "increase", None),
        ("数量逐年增加", "increase", "数量"),
        ("逐年提高", "increase", None),
        ("逐年下降", "decrease", None),
        ("投诉量逐年减少。", "decrease", "投诉量"),
    ],
)
def test_a_change_from_year_to_year(text: str, change: str, subject: str | None) -> None:
    said = read_relation(text, text)
    assert said is not None
    assert (said.comparator, said.basis, said.change, said.subject) == (">", "上年", change, subject)
    assert (said.explicit, said.value, said.low, said.high) == (False, None, None, None)


def test_the_text_kept_is_the_one_written() -> None:
    said = read_relation("　不低于上年　", "不低于上年")
    assert said is not None
    assert said.text == "　不低于上年　"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "上年",
        "不低于90%",
        "不低于上年90%",
        "高于",
        "优于国家标准",
        "逐年",
        "逐年增加5%",
        "有所增加",
        "持平",
        "不低于上年的服务次数和人数",
        "与上年",
        "合格",
    ],
)
def test_what_compares_with_nothing_named(text: str) -> None:
    assert read_relation(text, text) is None
