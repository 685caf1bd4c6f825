"""Scoring frameworks: recognised, named, and not read as targets."""

import pytest

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

ROWS = "产出 | 数量 | 完成率 | 实际完成与计划之比 | 完成得满分，否则按比例扣分 | 10 | 9"
HEADER = "一级指标 | 二级指标 | 三级指标 | 指标解释 | 评分标准 | 分值 | 得分"


@pytest.mark.parametrize(
    "title", ["某项目绩效评价指标体系表", "附件2：XX专项资金绩效评价指标体系及评分标准", "项目支出绩效评价指标评分表"]
)
def test_a_framework_is_a_table_of_another_kind_without_indicators(title: str) -> None:
    found = read(f"{title}\n{HEADER}\n{ROWS}")
    (table,) = found.tables
    assert (table.kind, table.indicators, table.layout) == ("other", (), "framework")
    assert table.title is not None
    assert table.title in title
    assert [diagnostic.code for diagnostic in found.diagnostics] == [Code.SCORING_FRAMEWORK]
    assert found.cells.ignored == {"scoring-framework": 14}


@pytest.mark.parametrize(
    "header",
    [
        HEADER.replace("指标解释", "指标值"),
        HEADER.replace("得分", "实际完成值").replace("指标解释", "目标值"),
    ],
)
def test_targets_beside_a_standard_are_targets(header: str) -> None:
    found = read(f"项目绩效目标表\n{header}\n{ROWS.replace('实际完成与计划之比', '≥95%')}")
    assert [len(table.indicators) for table in found.tables] == [1]
    assert Code.SCORING_FRAMEWORK not in [diagnostic.code for diagnostic in found.diagnostics]
