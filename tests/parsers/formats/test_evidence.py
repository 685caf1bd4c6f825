"""How much a text looks like Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.evidence import SAMPLE, plausibility


@pytest.mark.parametrize(
    ("right", "encoding", "wrong"),
    [
        ("绩效目标申报表", "gb18030", "big5hkscs"),
        ("績效目標申報表", "big5", "gb18030"),
        ("绩效目标\n申报表", "utf-16-le", "utf-16-be"),
        ("绩效目标申报表", "utf-8", "gb18030"),
        ("小时", "gb18030", "utf-8"),
    ],
)
def test_the_right_reading_looks_better(right: str, encoding: str, wrong: str) -> None:
    assert plausibility(right) > plausibility(right.encode(encoding).decode(wrong, "replace")) + 0.1


def test_controls_speak_against_a_text_and_ascii_does_not() -> None:
    assert plausibility("abc 98%\r\n\t") == 1
    assert plausibility("a\x00b\x00") < 0
    assert plausibility("") == 1


@given(st.text())
def test_no_text_looks_better_than_everyday_chinese(text: str) -> None:
    assert plausibility(text) <= plausibility("绩效目标")


def test_only_the_beginning_is_looked_at() -> None:
    assert plausibility("项" * SAMPLE + "\x00" * 99) == 1
