"""Columns under words nobody listed."""

import pytest

from tests.parsers.layouts.reading_drawings import read

HEADER = "一级指标 | 二级指标 | 三级指标 | {} | {} | {}"
ROWS = "产出指标 | 数量指标 | 里程 | ≥ | 10 | 公里\n^ | 质量指标 | 合格率 | = | 100 | %\n^ | ^ | 成效 | 定性 | 好 |"


@pytest.mark.parametrize(
    "labels", [("某种记号", "指标值", "度量"), ("指标性质", "指标值", "量"), ("记号", "目标值", "单位")]
)
def test_signs_and_units_are_told_by_what_they_are(labels: tuple[str, ...]) -> None:
    found = read(f"项目绩效目标表\n{HEADER.format(*labels)}\n{ROWS}")
    stated = [(i.stated.operator, i.stated.value, i.stated.unit) for i in found.tables[0].indicators]
    assert stated[:2] == [("≥", "10", "公里"), ("=", "100", "%")]
    said = {d.args["label"] for d in found.diagnostics if d.code.value == "column-guessed"}
    assert said == set(labels) - {"指标值", "指标性质", "目标值", "单位"}


def test_values_under_an_unknown_label_are_read_and_that_is_said() -> None:
    found = read(
        "项目绩效目标表\n项目名称：修路\n一级指标 | 三级指标 | 拟达到\n产出指标 | 里程 | ≥10公里\n^ | 时间 | 12月底前"
    )
    assert [i.stated.value for i in found.tables[0].indicators] == ["≥10公里", "12月底前"]
    assert [d.args for d in found.diagnostics] == [{"label": "拟达到", "field": "value"}]


@pytest.mark.parametrize(
    "table",
    [
        "一级指标 | 三级指标 | 甲 | 乙\n产出指标 | 里程 | ≥10公里 | ≥8公里",
        "一级指标 | 三级指标 | 甲\n产出指标 | 里程 | 修好",
        "一级指标 | 三级指标 | 去年达到\n产出指标 | 里程 | ≥10公里",
        "一级指标 | 三级指标 | 甲\n产出指标 | 里程 | 10",
    ],
    ids=["two that would do", "words", "last year", "bare numbers"],
)
def test_nothing_is_guessed_where_it_might_be_wrong(table: str) -> None:
    found = read(f"项目绩效目标表\n{table}")
    assert not found.tables
    assert "table-not-understood" in {d.code.value for d in found.diagnostics}
