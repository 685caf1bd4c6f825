"""What headings are to their grid."""

import pytest

from parsers.layouts.grid_header import read_columns
from parsers.layouts.rows import rows_of
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import one


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


def test_scores_left_of_the_name_are_those_of_a_level() -> None:
    (header,) = rows_of(document("一级指标 | 分值 | 二级指标 | 三级指标 | 指标值 | 分值").grids[0])
    columns = read_columns(header)
    assert columns is not None
    assert (columns.ranges["of-level"], columns.ranges["weight"]) == ((2, 2), (6, 6))


def test_values_of_areas_stand_beside_each_other() -> None:
    (header,) = rows_of(document("三级指标 | 合计 | 城厢镇 | 参内镇").grids[0])
    columns = read_columns(header)
    assert columns is not None
    assert (columns.area, columns.ranges["value"]) == (None, (2, 2))
    assert [(variant.area, variant.ranges["value"]) for variant in columns.variants] == [
        ("城厢镇", (3, 3)),
        ("参内镇", (4, 4)),
    ]
