"""Headers over names that open another table than the form above."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.sections.own_indicators import heads_own_indicators, names_indicators
from tests.drawing import document


@pytest.mark.parametrize(
    ("drawing", "own"),
    [
        ("序号 | 指标 | 单位 | 2023年 | 2024年\n1 | 学生满意度 | % | 95 | 96", True),
        ("一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准\n产出 | 数量 | 巡查完成率 | 40 | 按比例", True),
        ("一级指标 | 二级指标 | 三级指标 | 指标值\n履职 | 改革 | 办件量 | ≥30件", False),
        ("三级指标 | 指标值 | 权重\n办件量 | ≥30件 | 10", False),
        ("三级指标 | 指标值\n产出指标 | \n办件量 | ≥30件", False),
    ],
)
def test_a_header_is_another_table_s_without_targets_or_without_levels(drawing: str, own: bool) -> None:
    rows = rows_of(document(drawing).grids[0])
    assert names_indicators(rows[0])
    assert heads_own_indicators(rows) is own


def test_a_row_of_an_indicator_is_no_header() -> None:
    (row,) = rows_of(document("产出指标 | 数量指标 | 巡查次数 | ≥3次").grids[0])
    assert not names_indicators(row)
