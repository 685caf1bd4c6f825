"""A stamped reading is the reading that would have been made in full."""

import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.expectations import expect
from normalize.frames import Beside, Frames, Read
from normalize.values import read_in_full
from tests.normalize.examples import examples

TEXTS = sorted({example.text for example in examples()})
NAMES = [None, "满意度", "合格率", "完成时间", "项目成本", "交易额增幅", "系统响应时间", "报告质量（≥**%）"]
UNITS = [None, "%", "万元", "丈", "元/亩"]
OPERATORS = [None, "≥", "≤", "定性"]
Change = Callable[[str, Random], str]


def _renumbered(text: str, random: Random) -> str:
    return "".join(
        str(random.randint(0, 9)) if character.isascii() and character.isdigit() else character for character in text
    )


def _number(random: Random) -> str:
    """A number of some sort: a day, a year, a share, a percentage that may be misread, a spreadsheet's day, a code."""
    whole = random.randint(
        *random.choice([(0, 4), (1, 31), (1, 999), (1900, 2099), (200, 299), (30000, 59999), (1, 10**8)])
    )
    return random.choice(
        [str(whole), str(whole), f"{whole}.{random.randint(0, 99)}", f"0.{whole}", f"0{whole}", "2024.12"]
    )


def _redrawn(text: str, random: Random) -> str:
    return re.sub(r"[0-9]+(?:\.[0-9]+)?", lambda _: _number(random), text)


@settings(max_examples=1500, deadline=None)
@given(
    st.sampled_from(TEXTS), st.sampled_from(UNITS), st.sampled_from(OPERATORS), st.sampled_from(NAMES),
    st.sampled_from([_renumbered, _redrawn]), st.randoms(use_true_random=False),
)  # fmt: skip
def test_a_frame_learnt_from_some_numbers_holds_for_others(
    text: str, unit: str | None, operator: str | None, name: str | None, change: Change, random: Random
) -> None:
    beside: Beside = (unit, operator, name, 2024, None, None)
    frames = Frames(_in_full)
    frames.read(change(text, random), beside)
    other = change(text, random)
    assert frames.read(other, beside) == read_in_full(other, expect(*beside))


def _in_full(text: str, beside: Beside) -> Read:
    return read_in_full(text, expect(*beside))


NOTHING: Beside = (None, None, None, None, None, None)


def _is_stamped(learnt: str, met: str) -> bool:
    """Whether a value is read by the frame of one met before."""
    full: list[str] = []

    def noted(text: str, beside: Beside) -> Read:
        full.append(text)
        return _in_full(text, beside)

    frames = Frames(noted)
    frames.read(learnt, NOTHING)
    frames.read(met, NOTHING)
    return full == [learnt]


@pytest.mark.parametrize(
    ("learnt", "met"),
    [
        ("≥3件", "≥40件"),
        ("不少于3场", "不少于1场"),
        ("≤2.5万元", "≤999万元"),
        ("100人以上", "7人以上"),
        ("2期，每期培训人数≥30人", "3期，每期培训人数≥45人"),
        ("政策兑现受理量≥5000项，拨付金额≥8000万元", "政策兑现受理量≥61项，拨付金额≥0.5万元"),
        ("2024年12月31日前", "2025年1月5日前"),
        ("2024年12月31日前完成80%", "2024年12月31日前完成95%"),
        ("3-5万元", "20-40万元"),
        ("90%～95%", "60%～65%"),
        ("60%～65%", "95%～90%"),
        ("较上年增长5%", "较上年增长7.5%"),
        ("50论文", "7论文"),
        ("PM2.5浓度≤35微克/立方米", "PM2.5浓度≤40微克/立方米"),
        ("1.培训3场；2.发放500份", "1.培训40场；2.发放60份"),
    ],
)
def test_frames_are_used(learnt: str, met: str) -> None:
    assert _is_stamped(learnt, met)


@pytest.mark.parametrize(
    ("learnt", "met"),
    [
        ("≤3年", "≤2024年"),
        ("19××年", "20××年"),
        ("90%", "292%"),
        ("≥3件", "≥3项"),
        ("2024年12月31日前", "2024年2月30日前"),
        ("3件，4件", "5件，5件"),
        ("2024年12月31日", "13812345678"),
        ("3-5万元", "50-4万元"),
        ("5000-1万元", "3-5万元"),
        ("8万-7万元", "3万-9万元"),
        ("123、开展培训3场", "12、开展培训3场"),
        ("每3年1次", "每4年1次"),
        ("13-14月", "3-5月"),
        ("千分之29", "千分之1.0"),
        ("达到上年的3倍", "达到上年的4倍"),
        ("262室0.44厅", "11室8厅"),
        ("123核2023翼", "3核2023翼"),
        ("88万元（即996327元）", "35万元（即350000元）"),
        ("2024年99", "2024年6"),
        ("通过等保2.6三级测评占比≥14%", "通过等保2.0三级测评占比≥95%"),
        ("每月 33 日前足额发放", "每月 15 日前足额发放"),
        ("100万854万(高标准农田400万元)", "854万854万(高标准农田400万元)"),
    ],
)
def test_what_may_mean_something_else_is_read_in_full(learnt: str, met: str) -> None:
    assert not _is_stamped(learnt, met)


def test_frames_can_be_forgotten() -> None:
    full: list[str] = []

    def noted(text: str, beside: Beside) -> Read:
        full.append(text)
        return _in_full(text, beside)

    frames = Frames(noted)
    frames.read("≥3件", NOTHING)
    frames.clear()
    frames.read("≥4件", NOTHING)
    assert full == ["≥3件", "≥4件"]


def test_a_contradiction_is_not_learnt_for_numbers_that_make_a_range() -> None:
    assert not _is_stamped("≥30人，≤20人", "≥20人，≤30人")
