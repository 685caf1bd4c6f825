"""The form: head, grid, and what goes wrong in them."""

import pytest

from parsers.layouts import Interpretation
from schema.catalogue import Code
from schema.table import PerformanceTable
from tests.parsers.layouts.reading_drawings import one, read


def rows(table: PerformanceTable) -> list[tuple[str | None, str | None, str, str | None]]:
    return [(i.level1, i.level2, i.name, i.stated.value) for i in table.indicators]


def codes(interpretation: Interpretation) -> list[Code]:
    return [diagnostic.code for diagnostic in interpretation.diagnostics]


PLAIN = """
1.2024年信息化运维项目支出绩效目标表
610101天津市知识产权局
单位：万元

项目名称 | 2024年信息化运维
预算数 | 1,040.50 | 其中：财政  资金 | 1000.5 | 其他资金 | 40

一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 等保测评系统数 | 1个
         | 时效指标 | 响应时间       | <1分钟
         |          | 修复时间       | <8小时
效益指标 | 社会效益指标 | 提升效率   | 有效提升
"""


def test_a_plain_form() -> None:
    table = one(PLAIN)
    assert table.title == "2024年信息化运维项目支出绩效目标表"
    assert (table.kind, table.project_name, table.agency, table.agency_code) == (
        "project_target",
        "2024年信息化运维",
        "天津市知识产权局",
        "610101",
    )
    assert table.budget.model_dump() == {"total": "10405000", "fiscal": "10005000", "other": "400000"}
    assert rows(table) == [
        ("产出指标", "数量指标", "等保测评系统数", "1个"),
        ("产出指标", "时效指标", "响应时间", "<1分钟"),
        ("产出指标", "时效指标", "修复时间", "<8小时"),
        ("效益指标", "社会效益指标", "提升效率", "有效提升"),
    ]
    assert table.coverage == 1


def test_levels_merged_down_are_not_taken_for_lost_ones() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        ^        | 效益指标 | 社会效益指标 | 知晓度 | ≥80%
        ^        | ^        | 服务对象满意度指标 | 学生满意度 | ≥90%
        ^        | ^        | ^ | 家长满意度 | ≥85%
        """
    )
    assert [row[:2] for row in rows(table)] == [
        ("效益指标", "社会效益指标"),
        ("效益指标", "服务对象满意度指标"),
        ("效益指标", "服务对象满意度指标"),
    ]


def test_a_level_lost_with_its_merge_follows_from_level_2() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        效益指标 | 社会效益指标 | 知晓度 | ≥80%
                 | 服务对象满意度指标 | 学生满意度 | ≥90%
        """
    )
    assert rows(found.tables[0])[1][:2] == ("满意度指标", "服务对象满意度指标")
    assert Code.LEVEL_INFERRED in codes(found)


def test_cells_shifted_to_the_left_are_put_back() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 报告 | 2份
        |          | 培训数量要求 | 举办至少2场次培训 |
        可持续影响指标 | | 长效机制 | 健全 |
        """
    )
    assert rows(found.tables[0]) == [
        ("产出指标", "数量指标", "报告", "2份"),
        ("产出指标", "数量指标", "培训数量要求", "举办至少2场次培训"),
        ("效益指标", "可持续影响指标", "长效机制", "健全"),
    ]
    assert codes(found).count(Code.REPAIRED_SHIFT) >= 4


def test_a_level_under_the_name_is_put_back_but_a_name_like_a_level_stays() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        效益指标 | 社会效益指标 | 知晓度 | ≥80%
                 |              | 生态效益指标 | 绿化面积 |
        满意度指标 | 服务对象满意度指标 | 服务对象满意度指标 | ≥90%
        产出指标 | 质量指标 | 质量指标 | 合格
        """
    )
    assert rows(table)[1:] == [
        ("效益指标", "生态效益指标", "绿化面积", ""),
        ("满意度指标", "服务对象满意度指标", "服务对象满意度指标", "≥90%"),
        ("产出指标", "质量指标", "质量指标", "合格"),
    ]


def test_an_unknown_level_is_kept_as_written() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 安全指标 | 事故起数 | 0起
        """
    )
    assert rows(found.tables[0]) == [("产出指标", "安全指标", "事故起数", "0起")]
    assert Code.UNKNOWN_LEVEL in codes(found)


def test_paragraphs_of_a_name_are_indicators_and_drifted_values_go_back() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 研究报告 9份⏎论坛场次 ≥4场 | 100%⏎2021年
                 | 质量指标 | 指标1：合格率 |
                 | 时效指标 | 指标1：完成期限 |
                 | 成本指标 | 指标4： |
        效益指标 | 社会效益指标 | 影响力 | 扩大
        """
    )
    assert rows(found.tables[0]) == [
        ("产出指标", "数量指标", "研究报告", "9份"),
        ("产出指标", "数量指标", "论坛场次", "≥4场"),
        ("产出指标", "质量指标", "合格率", "100%"),
        ("产出指标", "时效指标", "完成期限", "2021年"),
        ("效益指标", "社会效益指标", "影响力", "扩大"),
    ]
    assert codes(found).count(Code.VALUE_MOVED) == 2
    assert codes(found).count(Code.VALUE_FROM_NAME) == 2


def test_drifted_values_that_fit_nowhere_stay() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 9份⏎100%⏎2021年
                 | 质量指标 | 合格率 |
        效益指标 | 社会效益指标 | 影响力 | 扩大
        """
    )
    assert [row[3] for row in rows(table)] == ["9份\n100%\n2021年", "", "扩大"]


def test_as_many_values_as_names_in_a_cell_are_paired() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告⏎论坛 | 2份⏎3场
        """
    )
    assert [row[2:] for row in rows(table)] == [("报告", "2份"), ("论坛", "3场")]


def test_a_name_broken_over_two_lines_is_one_name() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 等保测评⏎信息系统 | 1个
        """
    )
    assert [row[2:] for row in rows(table)] == [("等保测评信息系统", "1个")]


def test_operator_value_and_unit_in_columns_of_any_order() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 分值
        产出指标 | 数量指标 | 培训人数 | ≥ | 100 | 人 | 10
        效益指标 | 社会效益指标 | 影响 | 定性 | 有效 | | 10
        """
    )
    first, second = table.indicators
    assert (first.stated.operator, first.stated.value, first.stated.unit, first.weight) == ("≥", "100", "人", "10")
    assert second.nature == "定性"


def test_a_table_broken_over_pages_with_and_without_its_header() -> None:
    table = one(
        """
        项目绩效目标表

        项目名称 | 甲

        | 一级指标 | 二级指标 | 三级指标 | 指标值
        绩效指标 | 产出指标 | 数量指标 | 报告 | 2份

        绩效指标 | 产出指标 | 数量指标 | 论坛 | 3场

        | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | 质量指标 | 合格率 | ≥95%
        """
    )
    assert rows(table) == [
        ("产出指标", "数量指标", "报告", "2份"),
        ("产出指标", "数量指标", "论坛", "3场"),
        ("产出指标", "质量指标", "合格率", "≥95%"),
    ]


def test_untitled_forms_begin_at_a_unit_line_or_a_project_name() -> None:
    form = """
        项目名称 | {name}
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    found = read(
        "项目绩效目标表\n"
        + form.format(name="甲")
        + "\n610203天津市知识产权保护中心\n"
        + form.format(name="乙")
        + form.format(name="丙").lstrip("\n")
    )
    assert [(t.title, t.agency_code, t.project_name) for t in found.tables] == [
        ("项目绩效目标表", None, "甲"),
        (None, "610203", "乙"),
        (None, "610203", "丙"),
    ]
    assert codes(found).count(Code.TITLE_MISSING) == 2


def test_a_label_beside_a_label_is_empty_and_a_label_over_two_rows_reaches_down() -> None:
    table = one(
        """
        省财政专项转移支付绩效目标表(二级项目-广州)
        项目名称 | 甲
        省级主管部门 | 地方主管部门 | 广州市市场监管局
        预算规模及资金用途 | 预算数 | 40.00万元 | 其他资金 |
                           | 用于运维
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    assert (table.kind, table.region, table.department) == ("region_target", "广州", "广州市市场监管局")
    assert table.budget.total == "400000"
    assert [(f.label, f.text) for f in table.fields] == [
        ("项目名称", "甲"),
        ("地方主管部门", "广州市市场监管局"),
        ("省级主管部门", ""),
        ("预算数", "40.00万元"),
        ("预算规模及资金用途", "用于运维"),
        ("其他资金", ""),
    ]


def test_money_without_any_unit_is_read_in_wan_and_said() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        预算数 | 40
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    assert found.tables[0].budget.total == "400000"
    assert Code.MONEY_UNIT_ASSUMED in codes(found)


def test_personal_data_is_left_out() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲 | 项目负责人及电话 | 王某 13800000000
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    assert "王某" not in found.tables[0].model_dump_json()
    assert Code.PERSONAL_DATA in codes(found)


def test_an_empty_template_is_no_table() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 指标1： |
                 |          | ...... |
        """
    )
    assert not found.tables
    assert Code.EMPTY_TEMPLATE in codes(found)


def test_another_table_is_left_alone_by_name() -> None:
    found = read(
        """
        收支总表
        收入 | 预算数
        一、一般公共预算拨款收入 | 100
        """
    )
    assert not found.tables
    assert codes(found) == [Code.OTHER_TABLE]
    assert found.cells.ignored == {"other-table": 4}


def test_a_cell_nobody_knows_is_reported_with_its_place() -> None:
    found = read(
        """
        项目绩效目标表
        项目名称 | 甲
        奇怪的栏目 | 内容
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    unused = [d for d in found.diagnostics if d.code is Code.UNUSED_CELL]
    assert [(d.args["text"], d.span.row if d.span else None) for d in unused] == [("奇怪的栏目", 2), ("内容", 2)]
    assert found.cells.reported == 2
    assert found.tables[0].coverage == round(10 / 12, 4)


def test_the_year_of_a_title_beats_the_year_of_the_name() -> None:
    form = """
        {title}
        项目名称 | 2023年专利转化
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    titled = read(form.format(title="项目支出绩效目标表（2024年度）"))
    named = read(form.format(title="2023年专利转化绩效目标表"))
    assert (titled.tables[0].fiscal_year, Code.YEAR_FROM_NAME in codes(titled)) == (2024, False)
    assert (named.tables[0].fiscal_year, Code.YEAR_FROM_NAME in codes(named)) == (2023, True)


def test_a_header_that_names_one_thing_twice_is_read_once_and_said() -> None:
    found = read(
        "项目绩效目标表\n项目名称 | 甲\n一级指标 | 二级指标 | 三级指标 | 指标值 | 考核值\n产出指标 | 数量指标 | 报告 | 2份 | 3份"
    )
    assert [i.stated.value for i in found.tables[0].indicators] == ["2份"]
    assert Code.COLUMN_TWICE in codes(found)
    assert [d.args["text"] for d in found.diagnostics if d.code is Code.UNUSED_CELL] == ["3份"]


@pytest.mark.parametrize("merged", [True, False])
def test_a_level_may_stand_in_a_row_of_its_own_above_each_header(*, merged: bool) -> None:
    drawn = """
        项目支出绩效目标表
        填报单位： | 某县文化馆 | 单位： | 万元
        项目名称 | 免费开放 | 项目总额 | 35
        其中：中央 | 20 | 其中：县级 | 15
        绩效目标 | 完成免费开放任务 | < | <
        一、产出指标 | < | < | <
        序号 | 指标名称 | 目标值 | 备注
        1 | 开放天数 | ≥300天 | 全年
        二、满意度指标 | < | < | <
        序号 | 指标名称 | 目标值 | 备注
        1 | 群众满意度 | ≥90% | 问卷
        """
    found = read(drawn if merged else drawn.replace("<", ""))
    (table,) = found.tables
    assert (table.budget.total, table.budget.fiscal) == ("350000", "350000")
    assert [(i.level1, i.name, i.stated.value) for i in table.indicators] == [
        ("产出指标", "开放天数", "≥300天"),
        ("满意度指标", "群众满意度", "≥90%"),
    ]
    assert found.cells.reported == 0
