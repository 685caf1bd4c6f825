"""A break or a space inside a word changes nothing of what it says; one between two words stays."""

import pytest

from normalize import parse_value
from normalize.broken_words import with_words_whole
from normalize.vocabulary import vocabulary
from schema.target import Comparison

WORDS = sorted(
    {word for sign in vocabulary("comparators")["signs"].values() for word in sign["before"] if len(word) > 1 and not {*"/("} & {*word}}
)  # fmt: skip
BEHIND = sorted(
    {word for sign in vocabulary("comparators")["signs"].values() for word in sign["after"] if len(word) > 1}
)


def _said(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (target.comparator, target.low, target.high)
        for target in parse_value(text).targets
        if isinstance(target, Comparison)
    ]


@pytest.mark.parametrize("gap", ["\n", " "])
@pytest.mark.parametrize("word", WORDS)
def test_a_sign_before_a_number_is_read_whole(word: str, gap: str) -> None:
    for at in range(1, len(word)):
        assert _said(f"{word[:at]}{gap}{word[at:]}95%") == _said(f"{word}95%")


@pytest.mark.parametrize("word", [word for word in BEHIND if "(" not in word])
def test_a_sign_behind_a_number_is_read_whole(word: str) -> None:
    for at in range(len(word)):
        assert _said(f"95%{word[:at]}\n{word[at:]}") == _said(f"95%{word}")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("15个\n工作日", "15个工作日"),
        ("3个工\n作日内", "3个工作日内"),
        ("3000人\n次", "3000人次"),
        ("1200公\n里道路", "1200公里道路"),
        ("530元/\n人·月", "530元/人·月"),
        ("每人每月\n530元", "每人每月530元"),
        ("较上年增\n长5%", "较上年增长5%"),
        ("不 低 于 95%", "不低于 95%"),
        ("＜\n5%", "＜5%"),
        ("普及率达到\n91%", "普及率达到91%"),
        ("受害率≤0.\n8‰", "受害率≤0.8‰"),
        ("≤0. 35吨", "≤0.35吨"),
        ("1.\n30场", "1.\n30场"),
        ("不低于上\n年同期", "不低于上年同期"),
        ("每亩增\n收300元", "每亩增收300元"),
        ("培训12期\n次日总结", "培训12期\n次日总结"),
        ("200人\n次年完成", "200人\n次年完成"),
        ("培训\n12期\n500人次", "培训\n12期\n500人次"),
        ("完成率\n不低于90%", "完成率\n不低于90%"),
        ("数量 多于5个", "数量 多于5个"),
    ],
)
def test_what_is_put_together_and_what_stays_apart(broken: str, whole: str) -> None:
    assert with_words_whole(broken) == whole
