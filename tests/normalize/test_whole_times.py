"""Values that are a time from end to end and do not say so."""

import pytest

from normalize.expectations import expect
from normalize.whole_times import whole_time
from schema.catalogue import Code
from schema.target import Deadline


def _read(text: str, unit: str | None = None, operator: str | None = None, name: str | None = None) -> object:
    typed = whole_time(text, text, expect(unit, operator, name, 2024, None))
    return typed and typed.rule


@pytest.mark.parametrize(
    ("text", "unit", "operator", "name", "rule"),
    [
        ("10", "月", "≤", "设备采购完成时间", "bare-month"),
        ("≤10", "月份", None, "竣工时间", "bare-month"),
        ("≤10月", None, None, "竣工时间", "bare-month"),
        ("10", "月", "≤", "完成时限", None),
        ("10", "月", "≤", "建设工期", None),
        ("10", "月", "≤", "平均办理完成时间", None),
        ("13", "月", "≤", "完成时间", None),
        ("10", "个", None, "完成时间", None),
        ("2024", None, None, "完成时间", "bare-year"),
        ("2024", "年", None, "完成时间", "bare-year"),
        ("2024", "人", None, "完成时间", None),
        ("202406", None, None, "完成时间", "bare-month"),
        ("45657", None, None, "完成时间", "spreadsheet-day"),
        ("T+1", None, None, None, "same-day"),
        ("当日办结", None, None, None, "same-day"),
        ("3", None, None, None, None),
    ],
)
def test_what_a_bare_value_is(
    text: str, unit: str | None, operator: str | None, name: str | None, rule: str | None
) -> None:
    assert _read(text, unit, operator, name) == rule


def test_a_month_read_as_a_deadline_is_said_to_be() -> None:
    typed = whole_time("10", "10", expect("月", "≤", "项目完成时间", 2024, None))
    assert typed is not None
    assert isinstance(typed.target, Deadline)
    assert (typed.target.not_before, typed.target.not_after) == (None, "2024-10-31")
    assert [odd.code for odd in typed.diagnostics] == [Code.MONTH_AS_DEADLINE]


def test_a_month_without_a_year_is_said_to_have_none() -> None:
    typed = whole_time("10", "10", expect("月", "≤", "项目完成时间", None, None))
    assert typed is not None
    assert [odd.code for odd in typed.diagnostics] == [Code.MONTH_AS_DEADLINE, Code.YEAR_UNKNOWN]
