"""What headings are to their grid."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.indicators.grid_header import read_columns
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import one, read


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


def _one(drawing: str) -> tuple[str | None, str | None]:
    found = read(drawing)
    (indicator,) = found.tables[0].indicators
    assert found.cells.reported == 0
    return indicator.deviation, indicator.remark


HEAD = "项目支出绩效自评表\n项目名称 | 节能\n一级指标 | 三级指标 | 指标值 | 完成值"
ROW = "\n产出指标 | 节能率 | ≥3% | 2.7%"


@pytest.mark.parametrize(
    ("labels", "texts", "told"),
    [
        ("偏差率 | 原因", "-10% | 气温偏低", ("气温偏低", "偏差率：-10%")),
        ("偏差原因分析 | 偏差度", "气温偏低 | -10%", ("气温偏低", "偏差度：-10%")),
        ("偏差率", "-10%", ("-10%", None)),
        ("是否完成 | 原因", "否 | 气温偏低", ("气温偏低", "是否完成：否")),
        ("是否完成 | 原因", "是 |", (None, "是否完成：是")),
        (
            "偏差率 | 偏差原因 | 改进措施",
            "-10% | 气温偏低 | 巡检",
            ("偏差原因：气温偏低；改进措施：巡检", "偏差率：-10%"),
        ),
    ],
)
def test_how_far_a_result_deviates_is_not_why(labels: str, texts: str, told: tuple[str, str | None]) -> None:
    assert _one(f"{HEAD} | {labels}{ROW} | {texts}") == told


def test_what_an_indicator_means_stands_beside_its_name() -> None:
    (indicator,) = one(
        "项目绩效目标表\n一级指标 | 二级指标 | 指标名称 | 指标内容 | 指标值\n产出指标 | 数量指标 | 安全柜 | 购置防爆柜 | 5台"
    ).indicators
    assert (indicator.name, indicator.description) == ("安全柜", "购置防爆柜")


@pytest.mark.parametrize(
    "labels", [("计划数", "完成数"), ("年初计划", "年末完成"), ("计划指标", "完成指标"), ("目标值", "达到")]
)
def test_targets_and_results_beside_each_other_tell_which_is_which(labels: tuple[str, str]) -> None:
    (indicator,) = one(
        f"项目绩效自评表\n一级指标 | 三级指标 | {' | '.join(labels)} | 计量单位\n产出指标 | 巡查 | 120 | 130 | 次"
    ).indicators
    assert (indicator.stated.value, indicator.actual, indicator.stated.unit) == ("120", "130", "次")
