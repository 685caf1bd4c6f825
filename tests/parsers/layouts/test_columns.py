"""Headers over grids of indicators."""

import pytest

from parsers.layouts.columns import read_columns
from parsers.layouts.rows import rows_of
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import one


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("一级指标 | 二级指标 | 三级指标 | 指标值", ["level1", "level2", "name", "value"]),
        ("绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值", [None, "level1", "level2", "name", "value"]),
        ("指标名称 | 计量单位 | 指标性质 | 指标值 | 权重", ["name", "unit", "operator", "value", "weight"]),
        ("一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分", None),
        ("三级指标 | < | 指标值", ["name", "name", "value"]),
    ],
)
def test_columns_are_known_by_their_labels(header: str, roles: list[str | None] | None) -> None:
    columns = read_columns(rows_of(document(header).grids[0])[0])
    assert columns is not None
    expected = roles or ["level1", "level2", "name", "value", "actual", "weight", "score"]
    assert [columns.role(column) for column in range(1, len(expected) + 1)] == expected


@pytest.mark.parametrize("row", ["一级指标 | 二级指标", "产出指标 | 指标 | 指标值", "项目名称 | 甲", "收入 | 预算数"])
def test_other_rows_are_no_header(row: str) -> None:
    assert read_columns(rows_of(document(row).grids[0])[0]) is None


@pytest.mark.parametrize(
    ("label", "value", "unit"),
    [
        ("指标值（万元）", "≤100", "万元"),
        ("目标值(%)", "≥95", "%"),
        ("指标值（单位）", "≥95", None),
        ("指标值（公里）", "提升", None),
    ],
)
def test_the_unit_in_the_label_over_the_values_is_that_of_the_numbers_below(
    label: str, value: str, unit: str | None
) -> None:
    table = one(f"项目支出绩效目标表\n三级指标 | {label} | 权重\n培训成本 | {value} | 10")
    assert [(i.stated.value, i.stated.unit) for i in table.indicators] == [(value, unit)]


def test_of_what_was_achieved_by_two_dates_the_later_counts() -> None:
    (header,) = rows_of(document("三级指标 | 指标值 | 1-6月完成值 | 1-9月完成值 | 偏差原因").grids[0])
    columns = read_columns(header)
    assert columns is not None
    assert columns.ranges["actual"] == (4, 4)
    assert [slot.text for slot in columns.twice] == ["1-6月完成值"]
