"""Targets in words."""

import pytest

from ingest.spoken import spoken
from normalize import parse_value
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

PERCENT = Comparison(text="", comparator=">=", explicit=True, unit="%", unit_canonical="%", dimension="percent")


def percent(**changes: object) -> Comparison:
    return PERCENT.model_copy(update=changes)


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        (percent(low="90"), "≥ 90 %", "≥ 90 %"),
        (percent(low="90", low_open=True), "> 90 %", "> 90 %"),
        (percent(high="5"), "≤ 5 %", "≤ 5 %"),
        (percent(high="5", high_open=True), "< 5 %", "< 5 %"),
        (percent(low="100", high="100"), "= 100 %", "= 100 %"),
        (percent(low="90", high="95"), "90 – 95 %", "90 – 95 %"),
        (percent(low="90", high="95", high_open=True), "≥ 90, < 95 %", "≥ 90, < 95 %"),
        (percent(comparator="~", value="1.5", unit="万人", unit_canonical="人"), "≈ 1.5 万人", "≈ 1.5 万人"),
        (percent(low="1600", unit_canonical="元", per="亩"), "≥ 1,600 元/亩", "≥ 1,600 元/亩"),
        (percent(low="90", unit_canonical=None, unit_inferred="%"), "≥ 90 % (单位推定)", "≥ 90 % (unit inferred)"),
        (percent(low="3", unit="新", unit_canonical=None), "≥ 3 新", "≥ 3 新"),
        (percent(basis="上年", unit_canonical=None, unit=""), "≥ (相对于上年)", "≥ (against 上年)"),
        (percent(low="5", change="increase", hedge="力争"), "≥ 5 % (增加, 力争)", "≥ 5 % (increase, 力争)"),
        (percent(low="5", subject="增幅"), "增幅 ≥ 5 %", "增幅 ≥ 5 %"),
        (Deadline(text="2024年", not_before="2024-01-01", not_after="2024-12-31", granularity="year", inferred=True),
         "2024-01-01 – 2024-12-31（年份推定）", "2024-01-01 – 2024-12-31 (year inferred)"),
        (Deadline(text="之后", not_before="2024-01-01", granularity="day"), "不早于 2024-01-01", "from 2024-01-01"),
        (Deadline(text="每月", recurrence="月", granularity="month"), "每月", "every 月"),
        (Deadline(text="年内", granularity="year"), "年内", "年内"),
        (Statement(text="是", truth=True, sense="boolean"), "文字（是否：是）", "words (yes or no: yes)"),
        (Blank(text="—", reason="placeholder"), "空（占位符）", "blank (placeholder)"),
        (Unparsed(text="3-"), "未能识别，请核对原文", "not understood; check the source"),
    ],
)  # fmt: skip
def test_targets_in_words(target: Target, zh: str, en: str) -> None:
    assert (spoken(target, "zh"), spoken(target, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("≤2小时", "≤ 2 小时"),
        ("≥49小时", "≥ 49 小时"),
        ("30分钟-2小时", None),
        ("2-3天", "2 – 3 天"),
        ("<1.5小时", "< 1.5 小时"),
        ("≥100亩", "≥ 100 亩"),
        ("≥3万亩", "≥ 3 万亩"),
        ("≥12公里", "≥ 12,000 米"),
        ("≤231.5万元", "≤ 2,315,000 元"),
        ("≥3亿元", "≥ 300,000,000 元"),
        ("≥2TB", "≥ 2 TB"),
        ("≤0小时", None),
    ],
)
def test_a_unit_that_a_person_uses(value: str, said: str | None) -> None:
    spoken_ones = [spoken(target, "zh") for target in parse_value(value).targets]
    assert all("86,400" not in one and "7,200" not in one and "/3" not in one for one in spoken_ones)
    assert said is None or spoken_ones == [said]


@pytest.mark.parametrize(
    ("value", "said"),
    [("12.5亿", "= 1,250,000,000"), ("≥3万", "≥ 30,000"), ("50万/公里", "= 500,000/公里"), ("3箩", "= 3 箩")],
)
def test_a_multiplier_is_said_once(value: str, said: str) -> None:
    assert spoken(parse_value(value).targets[0], "zh") == said
