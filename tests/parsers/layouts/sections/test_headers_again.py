"""Headers printed again in other columns of the same grid."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.sections.headers_again import in_columns_of_first
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read

LIST = """
项目支出绩效目标表（2024年度）
项目名称 | 绩效目标 | < | 一级指标 | < | 二级指标 | 三级指标 | < | 指标值 | 单位
执法经费 | 规范执法 | < | 产出指标 | < | 数量指标 | 检查次数 | < | 2910 | 次
项目名称 | < | 绩效目标 | 一级指标 | 二级指标 | < | 三级指标 | 指标值 | < | 单位
普法经费 | < | 宣传法律 | 产出指标 | 时效指标 | < | 处置时限 | 4 | < | 工作日
^ | < | ^ | 效益指标 | 社会效益指标 | < | 市场秩序 | 好转 | < |
"""
FORM = """
项目支出绩效目标表（2024年度）
项目名称 | 执法经费 | < | < | < | < | <
绩效指标 | 一级指标 | < | 二级指标 | 三级指标 | < | 指标值
^ | 产出指标 | < | 数量指标 | 检查次数 | < | 2910次
^ | 一级指标 | 二级指标 | < | 三级指标 | 指标值 | <
^ | 效益指标 | 社会效益指标 | < | 市场秩序 | 好转 | <
"""


@pytest.mark.parametrize("drawing", [LIST, FORM])
def test_indicators_stand_below_the_header_over_them(drawing: str) -> None:
    found = read(drawing)
    told = [(i.level1, i.level2, i.name, i.stated.value) for table in found.tables for i in table.indicators]
    assert told[0][2:] in {("检查次数", "2910"), ("检查次数", "2910次")}
    assert told[-1] == ("效益指标", "社会效益指标", "市场秩序", "好转")
    assert (found.cells.reported, found.diagnostics) == (0, ())


def test_a_cell_keeps_its_place() -> None:
    rows = in_columns_of_first(rows_of(document(FORM).grids[0]))
    value = rows[-1].slots[-1]
    assert (value.column, value.last_column, value.span.row, value.span.column) == (7, 7, 5, 6)


@pytest.mark.parametrize(
    "below",
    [
        "一级指标 | 二级指标 | < | 三级指标 | 指标值 | <\n效益指标 | 社会 | 效益 | 市场秩序 | 好转 | <",
        "一级指标 | 二级指标 | < | 三级指标 | 年度值 | <\n效益指标 | 社会效益指标 | < | 市场秩序 | 好转 | <",
        "一级指标 | < | 二级指标 | 三级指标 | < | 指标值\n效益指标 | < | 社会效益指标 | 市场秩序 | < | 好转",
    ],
    ids=["more cells than the header has", "other words", "the same columns"],
)
def test_others_stay_where_they_are(below: str) -> None:
    rows = rows_of(
        document(
            f"一级指标 | < | 二级指标 | 三级指标 | < | 指标值\n产出指标 | < | 数量 | 次数 | < | 5次\n{below}"
        ).grids[0]
    )
    assert in_columns_of_first(rows) == rows
