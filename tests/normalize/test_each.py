"""What is said before a number to count it by."""

import pytest

from normalize.each import is_period, read_each


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每季度1次", "季度"),
        ("每两年1次", "两年"),
        ("每个月", "月"),
        ("每双周1次", "双周"),
        ("每新增1家奖励5万元", "家"),
        ("每引进3个项目奖励10万元", "3个"),
        ("每培训1人补助500元", "人"),
        ("每选民15元", "选民"),
        ("每生每天5元", "生"),
    ],
)
def test_what_a_number_is_counted_by(text: str, per: str) -> None:
    said = read_each(text, 0)
    assert said is not None
    assert said.per == per


def test_only_times_recur() -> None:
    assert [is_period(per) for per in ("学期", "2年", "人", "平方米")] == [True, True, False, False]
