"""What is read apart, before and behind a number, is what the full reading gives."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.expectations import Expectation, expect
from normalize.lone import read_lone
from normalize.values import read_in_full
from tests.normalize.examples import examples

NUMBER = re.compile(r"[0-9.]+|[零〇一二三四五六七八九十百千两]+")
TEXTS = sorted({example.text for example in examples()})
WORDS = sorted({word for text in TEXTS for word in NUMBER.split(text)})
NUMBERS = [
    "3",
    "12",
    "24",
    "100",
    "2023",
    "12345",
    "0",
    "1",
    "0.5",
    "1.50",
    "2024.5",
    "1234567",
    "05",
    "211",
    "45657",
    "三",
    "十二",
    "一百二十",
    "两",
    "一",
    "三百",
    "零",
    "百",
]
BREAKS = ["，", "；", "、", "。", ",", " ", "或", "等", "和", ""]
NAMES = [None, "满意度", "合格率", "完成时间", "项目成本", "系统响应时间", "报告质量（≥**%）"]


def _agrees(text: str, beside: Expectation) -> None:
    typed = read_lone(text, beside)
    if typed is not None:
        full = read_in_full(text, beside)
        assert tuple(item.target for item in typed) == full.targets
        assert tuple(item.rule for item in typed) == full.rules
        assert full.join == ("and" if len(typed) > 1 else None)
        assert {odd.code for item in typed for odd in item.diagnostics} <= {odd.code for odd in full.diagnostics}


@pytest.mark.parametrize("text", TEXTS)
def test_every_example_reads_the_same(text: str) -> None:
    _agrees(text, Expectation())


@settings(max_examples=2000, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(NUMBERS), st.sampled_from(WORDS)), max_size=3),
    st.sampled_from(BREAKS), st.sampled_from(NAMES), st.sampled_from([None, "%", "万元", "月"]),
    st.sampled_from([None, "≥", "定性"]),
)  # fmt: skip
def test_any_words_beside_any_number_read_the_same(
    clauses: list[tuple[str, str, str]], joint: str, name: str | None, unit: str | None, operator: str | None
) -> None:
    _agrees(joint.join("".join(clause) for clause in clauses), expect(unit, operator, name, 2024, None))


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3), st.sampled_from(BREAKS), st.randoms())
def test_examples_with_other_numbers_read_the_same(texts: list[str], joint: str, random: Random) -> None:
    _agrees(NUMBER.sub(lambda _: random.choice(NUMBERS), joint.join(texts)), Expectation())


@pytest.mark.parametrize(
    "text",
    [
        "", "进一步提升", "2024年", "2024年5场", "3-5万元", "1:3", "8,000元", "每年3次", "近3年来", "较2023增长",
        "发生率为0", "80%（不含）以下", "5G网络", "12345热线", "211工程", "《5年规划》1份", "≥l0个", "第3批", "排名前10",
        "±3%", "¥500", "无5起事故", "指标4：", "m2", "5项或6项", "培训3期150人次", "三成", "三分之二以上", "一般", "统一标准", "三月底前", "三四十人", "二十大", " 5项", "≥1234567元", "2021.07", "≥3人，:3%",
    ],
)  # fmt: skip
def test_what_may_mean_more_is_left_to_the_full_reading(text: str) -> None:
    assert read_lone(text, Expectation()) is None


@pytest.mark.parametrize(
    "text",
    ["≥22000件", "培训人数不少于30人", "≤1年", "80%以上", "图书5000册，期刊200种", "5处、3处", "不少于三场", "十五人"],
)
def test_what_most_tables_say_is_read(text: str) -> None:
    assert read_lone(text, Expectation()) is not None


@pytest.mark.parametrize("text", ["发生死亡3人以上的较大事故", "发生一次死亡10人以上事故"])
def test_words_that_begin_before_a_number_and_end_behind_it_are_left_to_the_full_reading(text: str) -> None:
    assert read_lone(text, Expectation()) is None


def test_a_relation_behind_a_number_is_left_to_the_full_reading_whatever_ends_it() -> None:
    assert [read_lone(f"3不低于上年{mark}", Expectation()) for mark in ("", "，", "；", "。")] == [None] * 4


@pytest.mark.parametrize("text", ["、无三人以上的较大事故", "、无12人、", "达到上年的一个季度"])
def test_a_mark_in_front_and_a_numeral_in_a_relation_are_left_to_it_too(text: str) -> None:
    assert read_lone(text, Expectation()) is None


def test_a_word_that_begins_where_the_unit_does_is_left_to_the_full_reading() -> None:
    assert read_lone("不低于上年三分季度", Expectation()) is None


def test_a_number_alone_may_be_a_year_or_a_month_where_the_name_says_so() -> None:
    assert read_lone("12", Expectation()) is not None
    assert read_lone("12", Expectation(name="完成时间")) is None
