"""What the empty form prints is told from what someone filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.placeholders import is_nature, is_not_applicable, is_placeholder, is_zero, strip_indicator_prefix


@pytest.mark.parametrize(
    "text",
    [
        "指标1：", "指标 1:", "指标4:", "指标1", "指标十二：", "指标5：……", "……", "…", "... ..", ".....", "....", "——", "—", "――", "-", "--", "/", "\\", "目标1：", "目标 2", "××", "XX", "ＸＸ", "**", "*",
        "≥**%", "≧**%", "≥××人", "20××", "20××年", "20XX年", "（**人）", "（≥**人）", "正向", "反向", " —　", "。",
    ],
)  # fmt: skip
def test_what_a_form_prints(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "无",
        "不适用",
        "指标1：培训人数",
        "目标1：完成培训",
        "-5",
        "1.",
        "≥90%",
        "5*3",
        "2024年",
        "-5%",
        "/10万",
        "指标体系",
        "x光机1台",
        "×10",
        "…1",
        "合计",
        "优",
    ],
)
def test_what_someone_wrote_or_left_empty(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("指标1：高校参与数", "高校参与数"), ("指标 2: 培训人数", "培训人数"), ("指标3、报告", "报告"), ("指标十：报告", "报告"), ("指标12.报告", "报告"), ("指标1: 符合要求 ... ..", "符合要求"), ("报告……", "报告"),
        ("指标体系建设", "指标体系建设"), ("数量指标1：报告", "数量指标1：报告"), ("见1.5", "见1.5"), ("指标1：2024年报告", "2024年报告"), ("指标4：", ""), ("  报告  ", "报告"), ("", ""),
    ],
)  # fmt: skip
def test_names_lose_what_the_form_prints_around_them(name: str, bare: str) -> None:
    assert strip_indicator_prefix(name) == bare


@pytest.mark.parametrize(
    "text", ["无", "不涉及", "不适用", "无此项", "N/A", "n/a", "ＮＡ", "不涉及。", " 不 涉 及 ", "暂无"]
)
def test_nothing_to_state(text: str) -> None:
    assert is_not_applicable(text)


@pytest.mark.parametrize("text", ["", "无事故", "无障碍", "不适", "0", "—", "不适用于本年"])
def test_something_stated(text: str) -> None:
    assert not is_not_applicable(text)


@pytest.mark.parametrize(
    ("text", "name", "zero"),
    [
        ("零", "", True), ("零投诉", "", True), ("杜绝", "", True), ("不发生", "重大舆情", True), ("无事故", "", True), ("无", "安全事故", True), ("无", "有效投诉", True), ("无。", "违规问题", True),
        ("无", "其他费用", False), ("无", "", False), ("零星", "", False), ("有", "安全事故", False), ("", "安全事故", False), ("无投诉处理", "", False),
    ],
)  # fmt: skip
def test_zero_in_words(text: str, name: str, zero: bool) -> None:
    assert is_zero(text, name) is zero


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("定性", True),
        ("定量", True),
        ("定量（其他）", True),
        ("正向指标", True),
        (" 反向 ", True),
        ("≥", False),
        ("定性有效", False),
        ("", False),
        ("方向", False),
    ],
)
def test_natures_and_directions(text: str, nature: bool) -> None:
    assert is_nature(text) is nature


@given(st.text("指标目1二：:.、…*×X20年%≥<（）() —-/\\无培训", max_size=16))
def test_what_is_stripped_is_stripped_once_and_digits_filled_in_are_never_a_placeholder(text: str) -> None:
    assert strip_indicator_prefix(text) in text
    assert not is_placeholder(text + "99人")
