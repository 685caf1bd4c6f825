"""Residue of empty forms, and words for nothing."""

import pytest

from normalize.placeholders import is_not_applicable, is_placeholder, is_zero, strip_indicator_prefix


@pytest.mark.parametrize(
    "text",
    [
        "指标4：",
        "指标 1:",
        "指标1",
        "目标1：",
        ".....",
        "……",
        "... ..",
        "——",
        "—",
        "-",
        "/",
        "××",
        "XX",
        "**",
        "≥**%",
        "（≥**人）",
        "20××年",
        "××人",
        "#REF!",
    ],
)
def test_what_the_form_prints_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["0", "无", "", "1", "指标1：培训人数", "≥5%", "2024年", "优", "x5"])
def test_what_someone_wrote_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("指标1：高校参与数", "高校参与数"),
        ("指标 2:培训", "培训"),
        ("指标1、培训", "培训"),
        ("指标体系建设", "指标体系建设"),
        ("指标1: 项目申报、评审、公示程序符合相关管理办法要求 ... ..", "项目申报、评审、公示程序符合相关管理办法要求"),
        ("培训人数", "培训人数"),
    ],
)
def test_the_number_of_an_indicator_is_taken_off(name: str, bare: str) -> None:
    assert strip_indicator_prefix(name) == bare


def test_nothing_is_zero_only_where_something_is_unwanted() -> None:
    assert is_zero("无", "安全事故")
    assert not is_zero("无", "培训人数")
    assert is_zero("不发生重大安全事故", "")
    assert is_not_applicable("无")
    assert not is_not_applicable("无事故")
