"""Rows in other widths than the header over them."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.sections.other_widths import in_columns_of_header
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read

FORM = """
项目支出绩效目标表（2024年度）
项目名称 | 执法经费 | < | < | < | < | < | <
一级指标 | 二级指标 | < | 三级指标 | < | < | 指标值 | <
产出指标 | 数量指标 | < | 检查次数 | < | < | 2910次 | <
^ | 质量指标 | < | 办结率 | < | < | 95% | <
产出指标 | < | 时效指标 | < | 处置时限 | 4个工作日 | < | <
效益指标 | < | 经济效益指标 | < | 挽回损失 | 675万元 | < | <
^ | < | 社会效益指标 | < | 市场秩序 | 好转 | < | <
"""
GRADES = """
2024年项目绩效目标指标表
项目名称 | 运维 | < | < | < | < | < | < | < | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | < | 绩效指标描述 | < | < | 评价标准 | < | < | < | < | < | 标准依据 | <
^ | ^ | ^ | < | ^ | < | < | 优 | 良 | < | 中 | < | 差 | ^ | <
产出指标 | 数量指标 | 系统 | < | 反映系统 | < | < | ≥16个 | ≥15个 | < | ≥14个 | < | 未达到 | 计划 | <
产出指标 | 质量指标 | < | 在线人数 | < | 反映人数 | ≥4010人 | < | < | ≥3810人 | < | ≥3609人 | < | 未达到 | 标准
"""


def test_values_stand_below_their_label() -> None:
    found = read(FORM)
    (table,) = found.tables
    assert [(i.level1, i.level2, i.name, i.stated.value) for i in table.indicators] == [
        ("产出指标", "数量指标", "检查次数", "2910次"),
        ("产出指标", "质量指标", "办结率", "95%"),
        ("产出指标", "时效指标", "处置时限", "4个工作日"),
        ("效益指标", "经济效益指标", "挽回损失", "675万元"),
        ("效益指标", "社会效益指标", "市场秩序", "好转"),
    ]
    assert (found.diagnostics, found.cells.reported) == ((), 0)


def test_so_they_do_where_the_label_beside_the_header_ends_above_them() -> None:
    upper = "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | < | 指标值 | < | < | 分值\n^ | 产出指标 | 数量指标 | 讲座 | < | ≥91场 | < | < | 8"
    lower = "产出指标 | < | 质量指标 | 报告率 | ≥98% | < | 9 | < | <\n效益指标 | < | 社会效益指标 | 死亡率 | 下降 | < | 11 | < | <"
    (table,) = read(
        f"项目支出绩效目标表（2024年度）\n项目名称 | 卫生 | < | < | < | < | < | < | <\n{upper}\n{lower}"
    ).tables
    told = [(i.level2, i.name, i.stated.value, i.weight) for i in table.indicators]
    assert told[1:] == [("质量指标", "报告率", "≥98%", "9"), ("社会效益指标", "死亡率", "下降", "11")]


def test_so_do_grades_below_a_header_of_two_rows() -> None:
    (table,) = read(GRADES).tables
    last = table.indicators[-1]
    assert (last.name, last.stated.value, last.standard) == ("在线人数", "≥4010人", "标准")
    assert last.grades == {"优": "≥4010人", "良": "≥3810人", "中": "≥3609人", "差": "未达到"}


@pytest.mark.parametrize(
    "row",
    [
        "产出指标 | 时效指标 | < | 处置时限 | < | 限期 | 4个工作日 | <",
        "产出指标 | 时效指标 | < | 处置时限 | < | < | < | 4个工作日",
        "工作 | < | 内容 | < | 处置 | 限期 | < | <",
    ],
    ids=["one cell more", "one cell wider", "no levels"],
)
def test_a_row_that_is_merely_irregular_stays_as_it_is(row: str) -> None:
    rows = rows_of(
        document(f"{FORM.split('产出指标 | <', maxsplit=1)[0].split('目标表（2024年度）')[1]}{row}").grids[0]
    )
    assert in_columns_of_header(rows) == rows
