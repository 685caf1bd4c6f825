"""The long list: one indicator a row."""

from parsers.layouts import Hints, Interpretation, interpret
from tests.drawing import document


def read(drawing: str) -> Interpretation:
    found = interpret(document(drawing), Hints(file_name="a.txt"))
    assert found.cells.holds
    return found


def _told(found: Interpretation) -> list[tuple[str | None, str | None, list[str]]]:
    return [(t.agency, t.project_name, [i.name for i in t.indicators]) for t in found.tables]


REPEATED = """
项目支出绩效目标表
单位：元

单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
某局 | 甲 | 100 | 产出指标 | 数量指标 | 培训人数 | ≥ | 100 | 人
某局 | 甲 | 100 | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥ | 90 | %
某局 | 乙 | 50 | 产出指标 | 数量指标 | 报告 | ＝ | 1 | 份
"""
MERGED = """
项目支出绩效目标表
单位：元

单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
某局 | 甲 | 100 | 产出指标 | 数量指标 | 培训人数 | ≥ | 100 | 人
^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥ | 90 | %
^ | 乙 | 50 | 产出指标 | 数量指标 | 报告 | ＝ | 1 | 份
"""


def test_project_cells_repeated_or_merged_give_the_same_tables() -> None:
    repeated, merged = read(REPEATED), read(MERGED)
    assert _told(repeated) == _told(merged) == [("某局", "甲", ["培训人数", "满意度"]), ("某局", "乙", ["报告"])]
    assert [table.budget.total for table in repeated.tables] == ["100", "50"]
    assert [table.layout for table in merged.tables] == ["long_list", "long_list"]
    assert [table.coverage for table in repeated.tables] == [1, 1]


def test_project_cells_left_blank_below_the_first_are_the_same_project() -> None:
    found = read(MERGED.replace("^", ""))
    assert [(t.project_name, len(t.indicators)) for t in found.tables] == [("甲", 2), ("乙", 1)]


def test_a_header_repeated_on_the_next_page_is_dropped() -> None:
    header = REPEATED.strip().split("\n")[3]
    found = read(REPEATED.replace("某局 | 乙", f"\n{header}\n某局 | 乙"))
    assert _told(found) == [("某局", "甲", ["培训人数", "满意度"]), ("某局", "乙", ["报告"])]


def test_levels_do_not_run_over_from_one_project_into_the_next() -> None:
    found = read(REPEATED.replace("50 | 产出指标 | 数量指标", "50 | |"))
    assert [(i.level1, i.level2) for i in found.tables[1].indicators] == [(None, None)]


def test_labels_below_levels_head_columns_beside_funds_that_are_told_apart() -> None:
    found = read(
        """
        2025年市级部门预算项目绩效目标表
        序号 | 主管部门 | 项目名称 | 资金规模（万元） | < | < | < | 总体绩效目标 | 产出指标 | < | 效益指标 | < | 备注
        ^ | ^ | ^ | 合计 | 其中： | < | < | ^ | 指标名称 | 指标值 | 指标名称 | 指标值 | ^
        ^ | ^ | ^ | ^ | 中央 | 省级 | 市县 | ^ | ^ | ^ | ^ | ^ | ^
        1 | 市农业局 | 高标准农田 | 1000 | 600 | 300 | 100 | 建成5万亩 | 新增农田 | ≥5万亩 | 粮食产能 | 提升5% | 续建
        2 | 市林业局 | 国土绿化 | 200 | 0 | 200 | 0 | 造林1万亩 | 造林面积 | 1万亩 | 森林覆盖率 | 提高 | 新建
        """
    )
    assert [(t.project_name, t.budget.total, t.budget.fiscal) for t in found.tables] == [
        ("高标准农田", "10000000", "10000000"),
        ("国土绿化", "2000000", "2000000"),
    ]
    assert [(i.level1, i.name, i.stated.value) for t in found.tables for i in t.indicators] == [
        ("产出指标", "新增农田", "≥5万亩"),
        ("效益指标", "粮食产能", "提升5%"),
        ("产出指标", "造林面积", "1万亩"),
        ("效益指标", "森林覆盖率", "提高"),
    ]
    assert found.cells.reported == 0


def test_groups_of_columns_may_be_numbered() -> None:
    found = read(
        """
        2024年项目绩效目标一览表
        单位 | 项目 | 当年预算金额（万元） | 绩效目标 | 绩效指标1 | 指标值1 | 绩效指标2 | 指标值2
        县交通局 | 公路养护 | 500 | 养护公路 | 养护里程 | ≥100公里 | 群众满意度 | ≥95%
        县水务局 | 农饮工程 | 300 | 饮水安全 | 受益人口 | ≥1万人 | 水质达标率 | 100%
        """
    )
    assert [(t.project_name, t.budget.total) for t in found.tables] == [
        ("公路养护", "5000000"),
        ("农饮工程", "3000000"),
    ]
    assert [i.name for t in found.tables for i in t.indicators] == ["养护里程", "群众满意度", "受益人口", "水质达标率"]
    assert found.cells.reported == 0


def test_a_label_nobody_listed_below_one_that_gathers_is_no_name() -> None:
    found = read(
        """
        2025年项目支出绩效目标表
        单位名称 | 项目名称 | 绩效指标 | < | < | < | <
        ^ | ^ | 一级指标 | 二级指标 | 三级指标 | 比较方式说明 | 指标值
        某县农业农村局 | 数字乡村 | 产出指标 | 数量指标 | 建成数字农业工厂 | 大于等于 | 5个
        ^ | ^ | ^ | 质量指标 | 验收通过率 | 等于 | 100%
        """
    )
    assert [(i.name, i.stated.operator, i.stated.value) for table in found.tables for i in table.indicators] == [
        ("建成数字农业工厂", "大于等于", "5个"),
        ("验收通过率", "等于", "100%"),
    ]


def test_a_total_merged_over_the_rows_of_a_project_is_its_score() -> None:
    listed = """2023年度项目支出绩效自评表
项目名称 | 一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 总分
图书购置 | 产出指标 | 购书册数 | ≥12000册 | 12560册 | 60 | 60 | 98.5
^ | 效益指标 | 借阅人次 | ≥8万人次 | 7.8万人次 | 40 | 38.5 | ^
设备维护 | 产出指标 | 维护设备 | 45台 | 45台 | 50 | 50 | 100
^ | 效益指标 | 正常运行率 | ≥98% | 99% | 50 | 50 | ^"""
    found = read(listed)
    assert [(table.project_name, table.score) for table in found.tables] == [("图书购置", "98.5"), ("设备维护", "100")]
    assert [each.score for each in found.tables[0].indicators] == ["60", "38.5"]
