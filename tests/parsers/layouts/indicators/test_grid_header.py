"""Rows that make headers over grids of indicators, and rows that do not."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.indicators.grid_header import read_columns, read_groups, read_header
from tests.drawing import document


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


def test_a_label_that_comes_again_opens_the_next_group() -> None:
    (header,) = rows_of(document("二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值").grids[0])
    first, second = read_groups(header)
    assert (first.ranges["value"], second.ranges["value"]) == ((3, 3), (6, 6))
    assert (first.period, second.period) == ("mid_term", "annual")


def test_a_header_of_two_rows_is_taken_whole() -> None:
    rows = rows_of(document("三级指标 | 指标值 | <\n^ | 计划 | 完成\n修路 | ≥3公里 | 4公里").grids[0])
    taken, (columns,) = read_header(rows, 0)
    assert (taken, columns.ranges["value"], columns.ranges["actual"]) == (2, (2, 2), (3, 3))
    assert read_header(rows, 2) == (0, ())
