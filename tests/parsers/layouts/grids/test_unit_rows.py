"""Rows that hold nothing but units."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.unit_rows import with_units
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read


@pytest.mark.parametrize(("unit", "total"), [("（万元）", "1000000"), ("元", "100"), ("单位：元", "100")])
def test_the_unit_below_a_label_of_a_list_is_that_of_its_column(unit: str, total: str) -> None:
    found = read(
        f"""
        2024年项目支出绩效目标表
        单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | {unit} | | | |
        某局 | 甲项目 | 100 | 产出指标 | 数量指标 | 培训人数 | ≥100人
        """
    )
    assert [table.budget.total for table in found.tables] == [total]
    assert found.cells.reported == 0
    assert not found.diagnostics


def test_a_unit_below_no_label_stays_where_it_is() -> None:
    rows = rows_of(document("三级指标 | 指标值\n合格率 | 95\n| %").grids[0])
    assert [[slot.text for slot in row.slots] for row in with_units(rows)][-1] == ["%"]
