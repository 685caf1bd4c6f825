"""Differences in the unit that a target is written in."""

import pytest

from audit.rules.shortfall import Shortfall, shortfall
from normalize import parse_value


@pytest.mark.parametrize(
    ("aim", "margin", "by"),
    [
        ("≥12公里", "-2000", "2公里"),
        ("≤100万元", "-10000", "1万元"),
        ("≤2小时", "-3600", "1小时"),
        ("≤3‰", "-0.1", "0.1个百分点"),
        ("≤1天", "-7200", "7200秒"),
        ("1年", "-1", "1个月"),
        ("≤6个月", "-1", "1个月"),
        ("0万元", "-50000", "50000元"),
        ("≤450元/人", "-10", "10元/人"),
        ("≥12", "-2", "2"),
        ("2024年6月底前", "-15", "15天"),
        (">15家", "0", "0"),
        ("合格", None, None),
    ],
)
def test_what_is_lacking(aim: str, margin: str | None, by: str | None) -> None:
    (target,) = parse_value(aim, fiscal_year=2024).targets
    assert shortfall(margin, target).by == by


def test_what_nobody_can_count_is_not_told() -> None:
    assert shortfall(None, None) == Shortfall(None, "", "")
