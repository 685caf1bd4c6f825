"""A column of values for each of several years."""

import pytest

from tests.parsers.layouts.reading_drawings import read

HEADERS = {
    "alone": "一级指标 | 二级指标 | 三级指标 | 2023年 | 2024年 | 2025年",
    "under a label": "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n^ | ^ | ^ | 2023年 | 2024年 | 2025年",
    "with words": "一级指标 | 二级指标 | 三级指标 | 2023年实际完成值 | 2024年目标值 | 2025年目标值",
}
ROWS = "产出指标 | 数量指标 | 培训人数 | 80人 | ≥100人 | ≥120人"


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_the_fiscal_year_s_is_the_value_and_the_others_are_told(header: str) -> None:
    found = read(f"项目支出绩效目标表（2024年度）\n项目名称 | 甲 | < | < | < | <\n{header}\n{ROWS}")
    (indicator,) = found.tables[0].indicators
    assert (indicator.stated.value, indicator.actual) == ("≥100人", None)
    assert (indicator.history or "").endswith("：80人")
    assert (indicator.remark or "").endswith("：≥120人")
    assert found.cells.reported == 0
    assert not found.diagnostics


def test_results_of_the_year_stay_results() -> None:
    header = "一级指标 | 三级指标 | 2022年实际完成值 | 2023年目标值 | 2023年实际完成值"
    found = read(f"项目支出绩效自评表（2024年公开）\n{header}\n产出指标 | 培训 | 80人 | ≥100人 | 110人")
    (indicator,) = found.tables[0].indicators
    assert (indicator.stated.value, indicator.actual) == ("≥100人", "110人")
    assert indicator.history == "2022年实际完成值：80人"


def test_a_year_that_is_only_assumed_is_said() -> None:
    found = read(f"项目支出绩效目标表\n项目名称 | 甲 | < | < | < | <\n{HEADERS['alone']}\n{ROWS}")
    assert [i.stated.value for i in found.tables[0].indicators] == ["80人"]
    assert [d.args for d in found.diagnostics if d.code.value == "year-of-columns-assumed"] == [{"label": "2023年"}]


def test_one_year_over_all_values_says_nothing_else() -> None:
    found = read("项目支出绩效目标表\n一级指标 | 三级指标 | 2024年目标值\n产出指标 | 培训 | ≥100人")
    assert [i.stated.value for i in found.tables[0].indicators] == ["≥100人"]


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        (
            "年度指标值 | 第一季度目标值 | 第二季度目标值", "≥500人 | 200 | 500",
            ("≥500人", None, "第一季度目标值：200；第二季度目标值：500"),
        ),
        ("年度指标值 | 第一季度 | 第二季度", "≥500人 | 200 | 500", ("≥500人", None, "第一季度：200；第二季度：500")),
        (
            "年度指标值 | 一季度完成值 | 二季度完成值", "≥500人 | 200 | 500",
            ("≥500人", None, "一季度完成值：200；二季度完成值：500"),
        ),
        ("年度指标值 | 第二季度完成值", "≥500人 | 200", ("≥500人", "200", None)),
    ],
)  # fmt: skip
def test_quarters_beside_the_year_are_told(header: str, row: str, told: tuple[str, str | None, str | None]) -> None:
    found = read(
        f"项目绩效表（2024年度）\n一级指标 | 二级指标 | 三级指标 | {header}\n产出指标 | 数量指标 | 培训 | {row}"
    )
    (indicator,) = found.tables[0].indicators
    assert (indicator.stated.value, indicator.actual, indicator.remark) == told
    assert found.cells.reported == 0
