"""A stamped reading is the reading that would have been made in full."""

from random import Random

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
def test_a_frame_learnt_from_one_number_holds_for_another(text: str, name: str | None, random: Random) -> None:
    beside: Beside = (None, None, name, 2024, None)
    frames = Frames()
    first = _renumbered(text, random)
    typed, _, odd = read_value(first, expect(*beside))
    if len(typed) == 1 and typed[0].rule == "number" and not odd:
        frames.learn(first, beside, typed[0].target)
    other = _renumbered(text, random)
    stamped = frames.stamp(other, beside)
    if stamped is not None:
        again, join, diagnostics = read_value(other, expect(*beside))
        assert [item.target for item in again] == [stamped]
        assert (join, diagnostics, again[0].rule) == (None, (), "number")


def test_frames_are_met_in_the_examples() -> None:
    frames = Frames()
    beside: Beside = (None, None, None, None, None)
    for text in ("≥3件", "不少于3场", "≤2.5万元", "100人以上"):
        ((item,), _, _) = read_value(text, expect(*beside))
        frames.learn(text, beside, item.target)
    assert all(frames.stamp(text, beside) for text in ("≥40件", "不少于1场", "≤999万元", "7人以上"))
