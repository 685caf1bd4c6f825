"""The transposed form: indicators as columns."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.transposed import turned
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import one, read

FORM = """
项目支出绩效目标表（2020年度）
项目名称 | 养护 | < | <
一级指标 | 产出指标 | < | 满意度指标
二级指标 | 数量指标 | 质量指标 | 服务对象满意度指标
三级指标 | 里程 | 完好率 | 满意度
指标值 | ≥45 | ≥95 | ≥90
计量单位 | 公里 | % | %
"""


def test_each_column_is_an_indicator() -> None:
    table = one(FORM)
    assert (table.layout, table.project_name, table.fiscal_year, table.coverage) == ("transposed", "养护", 2020, 1)
    assert [(i.level1, i.level2, i.name, i.stated.value, i.stated.unit) for i in table.indicators] == [
        ("产出指标", "数量指标", "里程", "≥45", "公里"),
        ("产出指标", "质量指标", "完好率", "≥95", "%"),
        ("满意度指标", "服务对象满意度指标", "满意度", "≥90", "%"),
    ]
    assert table.indicators[1].spans["value"][0].row == 5


def test_levels_hold_to_the_right_where_a_file_keeps_no_merges() -> None:
    assert [i.level1 for i in one(FORM.replace("<", "")).indicators] == ["产出指标", "产出指标", "满意度指标"]


def test_blocks_one_below_the_other_and_a_label_down_their_side() -> None:
    block = "绩效指标 | 三级指标 | {} | {}\n^ | 年度指标值 | {} | {}"
    blocks = [block.format("里程", "完好率", "≥45公里", "≥95%"), block.format("投诉", "满意度", "≤3次", "≥90%")]
    table = one("绩效目标表\n项目名称 | 养护\n" + "\n".join(blocks))
    assert [(i.name, i.stated.value) for i in table.indicators] == [
        ("里程", "≥45公里"),
        ("完好率", "≥95%"),
        ("投诉", "≤3次"),
        ("满意度", "≥90%"),
    ]


def test_statistics_laid_out_this_way_are_left_alone() -> None:
    assert read("指标名称 | 人口 | 面积\n指标值 | 30 | 45").tables == ()


def test_a_grid_turned() -> None:
    rows = rows_of(document("三级指标 | 里程\n指标值 | ≥45").grids[0])
    assert [[slot.text for slot in row.slots] for row in turned(rows)] == [["三级指标", "指标值"], ["里程", "≥45"]]
