"""The wide list with indicators as prose."""

import pytest

from parsers.layouts import Hints, Interpretation, interpret
from schema.catalogue import Code
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read as drawn

LIST = """
项目支出绩效目标表（含转移支付项目）

主管部门 | 预算单位 | 项目名称 | 绩效目标 | 绩效指标
市局（部门） | 市局 | 甲 | 甲的目标 | {prose}
"""


def read(prose: str) -> Interpretation:
    found = interpret(document(LIST.format(prose=prose)), Hints(file_name="a.txt"))
    assert found.cells.holds
    return found


def _told(found: Interpretation) -> list[tuple[str | None, str | None, str, str | None]]:
    return [(i.level1, i.level2, i.name, i.stated.value) for table in found.tables for i in table.indicators]


def test_each_item_is_an_indicator() -> None:
    found = read("1、产出指标：论坛场次，年度指标值：举办论坛≥4场。2、效益指标：影响力，年度指标值：扩大影响。")
    assert _told(found) == [
        ("产出指标", None, "论坛场次", "举办论坛≥4场"),
        ("效益指标", None, "影响力", "扩大影响"),
    ]
    (table,) = found.tables
    assert (table.department, table.agency, table.project_name, table.goal) == (
        "市局（部门）",
        "市局",
        "甲",
        "甲的目标",
    )
    assert table.kind == "project_target"


@pytest.mark.parametrize(
    ("prose", "level2"),
    [
        ("1、数量指标：论坛场次，年度指标值：≥4场。", "数量指标"),
        ("1.产出指标-数量指标：论坛场次，指标值：≥4场；", "数量指标"),
        ("产出指标：论坛场次；目标值：≥4场", None),
    ],
)
def test_levels_and_marks_vary(prose: str, level2: str | None) -> None:
    assert _told(read(prose)) == [("产出指标", level2, "论坛场次", "≥4场")]


def test_numbers_inside_a_value_begin_no_item() -> None:
    found = read("1、产出指标：会议，年度指标值：1次。2、代表不少于30人。2、产出指标：报告，年度指标值：1份。")
    assert [told[2:] for told in _told(found)] == [("会议", "1次。2、代表不少于30人"), ("报告", "1份")]


def test_items_end_at_semicolons_and_numbers_stand_in_brackets() -> None:
    found = read("（1）产出指标：剂次，年度指标值：≥5万剂次；（2）满意度指标：群众满意度，年度指标值：≥95%。")
    assert [told[2:] for told in _told(found)] == [("剂次", "≥5万剂次"), ("群众满意度", "≥95%")]


def test_serial_numbers_are_left_out_by_name() -> None:
    listed = LIST.replace("主管部门 |", "序号 | 主管部门 |").replace("市局（部门） |", "1 | 市局（部门） |")
    found = interpret(document(listed.format(prose="产出指标：会议，指标值：1次")), Hints(file_name="a.txt"))
    assert found.cells.ignored == {"header": 2, "serial": 1}


def test_prose_in_no_known_way_is_reported() -> None:
    found = read("1、产出指标：会议，年度指标值：1次。2、其他事项：另行通知。")
    assert [told[2] for told in _told(found)] == ["会议"]
    assert Code.UNUSED_TEXT in [diagnostic.code for diagnostic in found.diagnostics]


def test_a_list_without_any_indicator_is_said_not_to_be_understood() -> None:
    found = read("详见附件")
    assert not found.tables
    assert (found.cells.ignored, found.cells.reported) == ({}, 10)
    assert Code.TABLE_NOT_UNDERSTOOD in [diagnostic.code for diagnostic in found.diagnostics]


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("1.数量指标：更新电脑≥200台；2.质量指标：合格率 100%。", [("更新电脑", "≥200台"), ("合格率", "100%")]),
        (
            "设1条数量指标：培训教师≥300人次；设1条质量指标：开通月份≥1个月",
            [("培训教师", "≥300人次"), ("开通月份", "≥1个月")],
        ),
        (
            "数量指标：培训≥3期；质量指标：合格率≥95%；时效指标：2024年12月底前完成。",
            [("培训", "≥3期"), ("合格率", "≥95%"), ("2024年12月底前完成", "2024年12月底前完成")],
        ),
        ("【产出指标-数量指标】指标1:隔离车(≥77台)", [("隔离车", "≥77台")]),
    ],
)
def test_names_and_values_told_in_one_breath(prose: str, told: list[tuple[str, str]]) -> None:
    assert [(name, value) for _, _, name, value in _told(read(prose))] == told


def test_a_level_that_a_column_names_stands_in_its_label() -> None:
    drawn = "项目名称 | 预算单位 | 产出数量指标 | 满意度指标\n河长制 | 水利局 | 巡河次数≥1200次 | 群众满意度≥90%\n水库 | 水利局 | 水库除险5座 | 满意度≥92%"
    (first, _) = interpret(document(f"项目绩效目标汇总表\n{drawn}"), Hints(file_name="a.txt")).tables
    spans = first.indicators[0].spans
    assert [(span.row, span.column) for span in (*spans["level2"], *spans["value"])] == [(1, 3), (2, 3)]


def test_a_level_over_several_columns_stands_where_it_is_written() -> None:
    found = drawn(
        """
        项目绩效目标表
        项目名称 | 预算单位 | 产出指标 | < | 满意度指标
        ^ | ^ | 数量指标 | 质量指标 | 服务对象满意度
        便民桥 | 交通局 | 修建桥梁1座 | 合格率≥95% | ≥90%
        """
    )
    indicators = found.tables[0].indicators
    assert [(i.stated.level1, i.stated.level2) for i in indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("满意度指标", "服务对象满意度"),
    ]
    places = [[(s.row, s.column) for level in ("level1", "level2") for s in i.spans[level]] for i in indicators]
    assert places == [[(1, 3), (2, 3)], [(1, 3), (2, 4)], [(1, 5), (2, 5)]]


def test_columns_of_levels_2_stand_under_the_level_above_them_and_what_is_not_applicable_is_ignored() -> None:
    found = drawn(
        """
        2025年度部门项目支出绩效目标表
        单位名称 | 二级项目 | 金额 | 产出指标 | < | < | 效益指标 | < | 满意度
        ^ | ^ | ^ | 数量指标 | 质量指标 | 成本指标 | 经济效益 | 社会效益 | ^
        区教育局 | 校舍维修 | 120万元 | 维修校舍5所 | 合格率100% | 控制在120万元以内 | 无 | 改善条件 | 满意度≥95%
        """
    )
    (table,) = found.tables
    assert (table.project_name, table.budget.total) == ("校舍维修", "1200000")
    assert [(i.level1, i.level2, i.name, i.stated.value) for i in table.indicators] == [
        ("产出指标", "数量指标", "维修校舍", "5所"),
        ("产出指标", "质量指标", "合格率", "100%"),
        ("产出指标", "成本指标", "成本指标", "控制在120万元以内"),
        ("效益指标", "社会效益指标", "改善条件", "改善条件"),
        ("满意度指标", None, "满意度", "≥95%"),
    ]
    assert (found.cells.reported, found.cells.ignored["placeholder"]) == (0, 1)


def test_cost_among_levels_2_is_that_of_the_output() -> None:
    found = drawn(
        """
        部门预算项目绩效目标批复表
        项目名称 | 金额（元） | 年度目标 | 数量指标 | 成本指标 | 服务对象满意度指标
        禁毒宣传 | 150000 | 宣传20场 | 宣传场次≥20场 | ≤15万元 | 满意度≥90%
        """
    )
    assert [(i.level1, i.level2) for i in found.tables[0].indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "成本指标"),
        ("满意度指标", "服务对象满意度指标"),
    ]


def test_a_cell_that_reaches_over_the_column_of_goals_is_read_as_one() -> None:
    header = "项目名称 | 主管部门 | 预算单位 | 总体目标\n甲 | 某局 | 某中心 | 数量指标：报告≥2份"
    tables = drawn(f"项目绩效目标表\n{header}\n乙 | 某局 | 数量指标：报告≥3份 | <").tables
    assert [table.indicators[0].stated.value for table in tables] == ["≥2份", "≥3份"]


def test_a_bare_unit_left_of_the_levels_heads_the_offices() -> None:
    found = drawn(
        "2024年项目绩效目标汇总表\n单位 | 项目 | 数量指标 | 质量指标 | 社会效益指标\n"
        "县一中 | 校舍维修 | 维修面积≥2000平方米 | 验收合格率100% | 改善办学条件"
    )
    assert [(t.agency, t.project_name, len(t.indicators)) for t in found.tables] == [("县一中", "校舍维修", 3)]
