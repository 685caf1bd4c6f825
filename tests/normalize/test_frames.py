"""A stamped reading is the reading that would have been made in full."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.expectations import expect
from normalize.frames import Frames
from normalize.values import read_value
from tests.normalize.examples import examples

TEXTS = sorted({example.text for example in examples()})
NAMES = [None, "满意度", "完成时间", "项目成本", "交易额增幅"]
Beside = tuple[str | None, str | None, str | None, int | None, str | None]


def _renumbered(text: str, random: Random) -> str:
    return "".join(
        str(random.randint(0, 9)) if character.isascii() and character.isdigit() else character for character in text
    )


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_a_frame_learnt_from_some_numbers_holds_for_others(text: str, name: str | None, random: Random) -> None:
    beside: Beside = (None, None, name, 2024, None)
    frames = Frames()
    first = _renumbered(text, random)
    _learn(frames, first, beside)
    other = _renumbered(text, random)
    stamped = frames.stamp(other, beside)
    assert stamped is None or stamped == read_value(other, expect(*beside))


def _learn(frames: Frames, text: str, beside: Beside) -> None:
    frames.learn(text, beside, read_value(text, expect(*beside)))


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
    ],
)
def test_frames_are_used(learnt: str, met: str) -> None:
    frames = Frames()
    beside: Beside = (None, None, None, None, None)
    _learn(frames, learnt, beside)
    assert frames.stamp(met, beside) is not None


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
    ],
)
def test_what_may_mean_something_else_is_read_in_full(learnt: str, met: str) -> None:
    frames = Frames()
    beside: Beside = (None, None, None, None, None)
    _learn(frames, learnt, beside)
    assert frames.stamp(met, beside) is None


def test_frames_can_be_forgotten() -> None:
    frames = Frames()
    beside: Beside = (None, None, None, None, None)
    _learn(frames, "≥3件", beside)
    frames.clear()
    assert frames.stamp("≥4件", beside) is None
