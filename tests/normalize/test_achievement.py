"""Whether an actual value meets a target."""

import pytest

from normalize import parse_value
from normalize.achievement import achievement


@pytest.mark.parametrize(
    ("aim", "got", "status", "by"),
    [
        ("≥98%", "99.5%", "met", "1.5"),
        ("≥98%", "98%", "met", "0"),
        ("≥98%", "97.5%", "missed", "-0.5"),
        (">98%", "98%", "missed", "0"),
        ("≤40万元", "39.5万元", "met", "5000"),
        ("≤40万元", "400001元", "missed", "-1"),
        ("=100%", "100%", "met", "0"),
        ("100%", "99%", "missed", "-1"),
        ("90%-95%", "92%", "met", "2"),
        ("90%-95%", "96%", "missed", "-1"),
        ("≥30人", "≥35人", "met", "5"),
        ("≥30人", "≤20人", "missed", "-10"),
        ("≥30人", "≤35人", "not_comparable", None),
        ("≥30人", "30人次", "not_comparable", None),
        ("≥30人/期", "40人", "not_comparable", None),
        ("约500人", "500人", "not_comparable", None),
        ("2024年12月31日前", "2024年11月30日", "met", "31"),
        ("2024年11月30日前", "2024年12月31日", "missed", "-31"),
        ("合格", "合格", "met", None),
        ("是", "否", "missed", None),
        ("有效提升", "有效提升", "met", None),
        ("有效提升", "基本稳定", "not_comparable", None),
        ("≥98%", "已完成", "not_comparable", None),
        ("≤3年", "24个月", "met", "12"),
    ],
)
def test_an_actual_value_meets_or_misses_its_target(aim: str, got: str, status: str, by: str | None) -> None:
    (target,), (actual,) = parse_value(aim).targets, parse_value(got).targets
    result = achievement(target, actual)
    assert (result.status, result.by) == (status, by)


def test_an_actual_value_without_a_unit_is_taken_in_the_targets() -> None:
    (target,), (actual,) = parse_value("≤40万元").targets, parse_value("39.5").targets
    result = achievement(target, actual)
    assert (result.status, result.by, result.assumed_unit) == ("met", "5000", True)
