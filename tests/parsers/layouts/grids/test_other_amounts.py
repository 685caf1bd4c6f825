"""A plain 其他 among labels of amounts."""

from parsers.layouts.grids.other_amounts import with_other_amounts
from parsers.layouts.grids.rows import rows_of
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read


def test_other_funds_stand_below_a_label_that_gathers_amounts() -> None:
    found = read(
        """
        2024年部门项目支出绩效目标情况表
        部门名称：某市水利局 | < | < | < | < | 单位：万元 | < | < | < | < | <
        单位 | 项目名称 | 资金总额 | 其中 | < | 年度绩效目标 | 绩效指标 | < | < | < | <
        ^ | ^ | ^ | 财政拨款 | 其他 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值单位
        合计 | | 500 | 450 | 50 | | | | | |
        水利局本级 | 河道整治 | 300 | 300 | 0 | 整治河道10公里 | 产出指标 | 数量指标 | 整治河道长度 | ≥10 | 公里
        ^ | ^ | ^ | ^ | ^ | ^ | 效益指标 | 生态效益指标 | 水质改善 | 有所改善 |
        ^ | 水库除险 | 200 | 150 | 50 | 除险加固3座 | 产出指标 | 数量指标 | 除险加固水库 | 3 | 座
        """
    )
    assert [(t.project_name, t.agency, t.budget.total, t.budget.fiscal, t.budget.other) for t in found.tables] == [
        ("河道整治", "水利局本级", "3000000", "3000000", "0"),
        ("水库除险", "水利局本级", "2000000", "1500000", "500000"),
    ]
    assert found.cells.reported == 0


def test_what_is_no_amount_stays_other() -> None:
    rows = rows_of(document("项目类别 | 其他 | 财政拨款 | 100").grids[0])
    assert [slot.text for slot in with_other_amounts(rows)[0].slots] == ["项目类别", "其他", "财政拨款", "100"]
