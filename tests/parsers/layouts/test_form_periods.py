"""Forms of other kinds and periods: self-evaluations, mid-term beside and above annual targets."""

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import one, read


def test_a_self_evaluation_keeps_results_and_its_total_score() -> None:
    table = one(
        """
        项目支出绩效自评表
        （2023年度）
        项目名称 | 森林防火
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
                         | 年度资金总额 | 100 | 120 | 118.5 | 10 | 98.75% | 9.9
        年度总体目标 | 预期目标 | < | < | 实际完成情况
                     | 完成防火 | < | < | 已完成
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
                 | 产出指标 | 数量指标 | 巡护次数 | ≥100次 | 110次 | 20 | 20 | 计划偏低
        总分 | | | | | | 100 | 99.9
        """
    )
    assert (table.kind, table.fiscal_year, table.score) == ("project_selfeval", 2023, "99.9")
    assert (table.goal, table.goal_actual, table.budget.total) == ("完成防火", "已完成", "1200000")
    (indicator,) = table.indicators
    assert (indicator.actual, indicator.weight, indicator.score, indicator.deviation) == (
        "110次",
        "20",
        "20",
        "计划偏低",
    )
    assert table.coverage == 1


def test_mid_term_and_annual_targets_side_by_side() -> None:
    found = read(
        """
        项目支出绩效目标申报表
        项目名称 | 河道治理
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 治理长度 | ≥30公里 | 数量指标 | 治理长度 | ≥10公里
        |          | 质量指标 | 合格率   | ≥95%    | 质量指标 | 合格率   | ≥96%
        """
    )
    assert [(i.period, i.level1, i.level2, i.name, i.stated.value) for i in found.tables[0].indicators] == [
        ("mid_term", "产出指标", "数量指标", "治理长度", "≥30公里"),
        ("mid_term", "产出指标", "质量指标", "合格率", "≥95%"),
        ("annual", "产出指标", "数量指标", "治理长度", "≥10公里"),
        ("annual", "产出指标", "质量指标", "合格率", "≥96%"),
    ]
    assert found.cells.reported == 0
    assert Code.REPAIRED_SHIFT not in {diagnostic.code for diagnostic in found.diagnostics}


def test_mid_term_above_annual() -> None:
    table = one(
        """
        项目支出绩效目标申报表
        项目名称 | 河道治理
        一级指标 | 二级指标 | 三级指标 | 实施期指标值
        产出指标 | 数量指标 | 治理长度 | ≥30公里
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        产出指标 | 数量指标 | 治理长度 | ≥10公里
        """
    )
    assert [(i.period, i.stated.value) for i in table.indicators] == [("mid_term", "≥30公里"), ("annual", "≥10公里")]


def test_the_unit_in_the_brackets_of_a_title_counts_and_is_no_part_of_it() -> None:
    table = one(
        """
        2023年度项目绩效目标表（单位：元）
        项目名称 | 甲
        年度资金总额 | 2500000
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    assert (table.title, table.budget.total) == ("2023年度项目绩效目标表", "2500000")


def test_a_form_whose_grid_is_not_understood_is_never_left_out_in_silence() -> None:
    found = read("项目绩效目标表\n项目名称 | 甲\n一级 | 指标 | 要求\n产出指标 | 报告 | 写得好些")
    assert not found.tables
    assert Code.TABLE_NOT_UNDERSTOOD in {diagnostic.code for diagnostic in found.diagnostics}
    assert found.cells.reported == 8


def test_a_column_that_only_ends_like_a_value_is_the_value() -> None:
    table = one(
        "项目绩效目标表\n项目名称 | 甲\n一级指标 | 二级指标 | 三级指标 | 本年目标值\n产出指标 | 数量指标 | 报告 | 2份"
    )
    assert table.indicators[0].stated.value == "2份"


def test_a_drifted_value_never_crosses_into_another_level_1() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 甲报告 9份⏎乙报告 ≥2份 | 100%
                 | 质量指标 | 指标1： |
        效益指标 | 社会效益指标 | 影响力 |
        """
    )
    assert [(i.name, i.stated.value) for i in table.indicators] == [
        ("甲报告", "9份"),
        ("乙报告", "≥2份"),
        ("影响力", ""),
    ]


def test_a_list_of_statistics_is_no_performance_table() -> None:
    found = read("2024年统计指标表\n指标名称 | 计量单位 | 指标值\n地区生产总值 | 亿元 | 1234.5\n常住人口 | 万人 | 56.7")
    assert (found.tables, found.cells.ignored) == ((), {"other-table": 9})


def test_words_below_the_label_of_an_amount_belong_to_the_label_that_reaches_down() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        预算规模及资金用途 | 预算数 | | 其他资金 | 12.5
                           | 用于信息化运维
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        """
    )
    fields = {field.label: field.text for field in table.fields}
    assert (fields["预算规模及资金用途"], fields["预算数"], table.budget.other) == ("用于信息化运维", "", "125000")


def test_levels_over_groups_beside_each_other_are_theirs_and_no_periods() -> None:
    found = read(
        "项目支出绩效目标表\n项目名称 | 监测预警 | < | < | < | <\n产出指标 | < | < | 效益指标 | < | <\n"
        "指标名称 | 指标值 | 单位 | 指标名称 | 指标值 | 单位\n监测洞窟 | ≥100 | 个 | 准确率 | ≥95 | %\n"
        "成本指标 | < | < | 满意度指标 | < | <\n造价 | ≤5 | 万元 | 游客满意度 | ≥90 | %"
    )
    (table,) = found.tables
    assert [(i.level1, i.name, i.stated.value, i.period) for i in table.indicators] == [
        ("产出指标", "监测洞窟", "≥100", "annual"),
        ("成本指标", "造价", "≤5", "annual"),
        ("效益指标", "准确率", "≥95", "annual"),
        ("满意度指标", "游客满意度", "≥90", "annual"),
    ]
    assert found.cells.reported == 0


def test_values_of_the_whole_project_beside_those_of_the_year_are_mid_term() -> None:
    for whole in ("总目标值", "总体指标值"):
        table = one(
            f"""
            2024年项目支出绩效目标表
            项目名称 | 森林防火
            一级指标 | 二级指标 | 三级指标 | {whole} | 年度目标值
            产出指标 | 数量指标 | 巡护次数 | ≥300次 | ≥100次
            """
        )
        assert [(i.period, i.stated.value) for i in table.indicators] == [
            ("mid_term", "≥300次"),
            ("annual", "≥100次"),
        ]


def test_a_total_alone_is_the_target_of_the_year() -> None:
    table = one("2024年项目支出绩效目标表\n三级指标 | 总目标值\n巡护次数 | ≥300次")
    assert [i.period for i in table.indicators] == ["annual"]


def test_plan_and_result_in_words_of_many_kinds() -> None:
    for plan, result in (
        ("计划数", "完成数"),
        ("应完成", "实完成"),
        ("设定目标", "实现情况"),
        ("年初计划", "年末完成"),
    ):
        table = one(
            f"""
            2023年项目支出绩效自评表
            项目名称 | 森林防火
            一级指标 | 二级指标 | 三级指标 | {plan} | {result} | 计量单位 | 得分
            产出指标 | 数量指标 | 巡护次数 | 100 | 110 | 次 | 10
            """
        )
        (indicator,) = table.indicators
        assert (indicator.stated.value, indicator.actual, indicator.stated.unit) == ("100", "110", "次")
