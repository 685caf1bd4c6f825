"""The head of a form: labels paired with their texts, lines above taken in."""

from tests.parsers.layouts.heads.drawn_heads import fields, head_of


def test_pairs_side_by_side() -> None:
    head, uses = head_of("项目名称 | 甲 | 主管部门 | 财政局\n实施单位 | 乙中心 | 项目属性 | 延续项目")
    assert fields(head) == [
        ("项目名称", "甲"),
        ("主管部门", "财政局"),
        ("实施单位", "乙中心"),
        ("项目属性", "延续项目"),
    ]
    assert uses.used == 8
    assert head.first("agency") is not None


def test_texts_below_their_labels() -> None:
    head, _ = head_of("年度目标 | 中期目标 | <\n完成三项 | 建成体系 | <")
    assert fields(head) == [("年度目标", "完成三项"), ("中期目标", "建成体系")]


def test_a_row_without_labels_continues_the_leftmost_label_that_waits() -> None:
    head, _ = head_of("资金用途 | 预算数 | 40 | 其他资金 |\n^ | 用于运维")
    assert ("资金用途", "用于运维") in fields(head)
    assert [(amount.part, amount.text) for amount in head.amounts] == [("total", "40")]


def test_a_group_label_carries_nothing() -> None:
    head, uses = head_of("资金来源 | 财政拨款 | 40")
    assert fields(head) == [("财政拨款", "40")]
    assert uses.noted[("table 1", 1, 1)] == "group-label"


def test_a_label_over_a_column_is_no_text_of_a_label() -> None:
    head, _ = head_of("执行率 | 分值 | 得分\n项目名称 | 甲")
    assert fields(head) == [("执行率", ""), ("项目名称", "甲")]


def test_the_unit_beside_its_label_in_the_head_counts() -> None:
    head, _ = head_of("编制单位： | 某局 | 金额单位： | 元\n预算金额 | 520000")
    assert head.unit_of_money == "元"


def test_the_unit_of_a_first_label_holds_for_its_neighbours() -> None:
    head, _ = head_of("资金总额（元） | 1000000 | 财政拨款 | 600000")
    assert [amount.unit for amount in head.amounts] == ["元", "元"]


def test_the_amounts_of_yearly_tasks_are_not_the_table_s() -> None:
    head, uses = head_of(
        """
        单位名称 | 某局
        年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | < | <
        ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金
        ^ | 经济普查 | 普查 | 560 | 560 | 0
        年度总体目标 | 完成普查
        """
    )
    assert head.amounts == []
    assert fields(head)[1:-1] == [
        ("任务名称", "经济普查"),
        ("主要内容", "普查"),
        ("预算金额（万元） 总额", "560"),
        ("预算金额（万元） 财政拨款", "560"),
        ("预算金额（万元） 其他资金", "0"),
    ]
    assert [field.label for field in head.fields][::6] == ["单位名称", "年度总体目标"]
    assert set(uses.noted.values()) == {"used", "header"}


def test_a_goal_goes_on_in_the_rows_below_it() -> None:
    head, uses = head_of("年度总体目标 | 目标1：完成普查\n^ | 目标2：发布公报\n | 目标3：培训人员\n主管部门 | 某局")
    assert (goal := head.first("goal")) is not None
    assert (goal.text, len(goal.spans)) == ("目标1：完成普查\n目标2：发布公报\n目标3：培训人员", 3)
    assert uses.used == 6


def test_goals_and_results_beside_each_other_go_on_each_in_its_column() -> None:
    head, _ = head_of("年度总体目标 | 预期目标 | 实际完成情况\n | 目标1：甲 | 已完成甲\n | 目标2：乙 | 已完成乙")
    texts = [stated.text for name in ("goal", "goal_actual") if (stated := head.first(name)) is not None]
    assert texts == ["目标1：甲\n目标2：乙", "已完成甲\n已完成乙"]


def test_an_unknown_label_beside_a_text_is_no_text_of_the_label_above() -> None:
    head, uses = head_of("项目名称 | 甲\n奇怪的栏目 | 内容")
    assert fields(head) == [("项目名称", "甲")]
    assert uses.used == 2


def test_earlier_and_later_goals_and_money_of_an_adjustment() -> None:
    head, _ = head_of("总体目标 | 调整前 | 调整后\n | 办会1场 | 办会2场\n项目资金 | 调整前 | 100 | 调整后 | 120")
    assert (goal := head.first("goal")) is not None
    assert (before := head.first("goal_previous")) is not None
    assert (goal.text, before.text) == ("办会2场", "办会1场")
    assert [(amount.stage, amount.text) for amount in head.amounts] == [("initial", "100"), ("adjusted", "120")]


def test_the_name_of_a_task_that_opens_a_head_is_the_project_and_elsewhere_it_is_not() -> None:
    head, _ = head_of("任务名称 | 平安建设\n主管部门 | 公安局")
    assert [stated.text for stated in head.texts["project_name"]] == ["平安建设"]
    assert "project_name" not in head_of("部门名称 | 公安局\n任务名称 | 平安建设")[0].texts
    assert "project_name" not in head_of("任务名称 | 主要内容 | 预算金额\n平安建设 | 巡查 | 5")[0].texts


def test_a_total_below_its_label_left_of_its_parts_is_the_total() -> None:
    head, uses = head_of(
        "年度预算（万元） | 资金总额 | 按收入性质分 | < | 按支出性质分 | <\n"
        "^ | 1526.8 | 一般公共预算 | 1500 | 基本支出 | 826.8\n^ | ^ | 其他资金 | 26.8 | 项目支出 | 700"
    )
    totals = [(a.label, a.text) for a in head.amounts if a.part == "total" and a.stage == "year"]
    assert totals == [("资金总额", "1526.8")]
    assert uses.used == 11


def test_a_year_between_a_label_of_money_and_an_amount_is_a_label() -> None:
    head, _ = head_of("资金规模（亿元） | 实施期总额 | 30 | 2024年 | 10")
    assert [(a.stage, a.unit, a.text) for a in head.amounts] == [("mid_term", "亿元", "30"), ("year", "亿元", "10")]


def test_one_text_beside_a_label_that_elsewhere_gathers_is_its_text() -> None:
    head, _ = head_of("绩效目标完成情况 | 全部完成。")
    assert [stated.text for stated in head.texts["goal_actual"]] == ["全部完成。"]


def test_a_stage_behind_a_label_of_money_is_its_own() -> None:
    head, _ = head_of("资金情况（元） | 年度 | 预算数 | 执行数 | 结余 | 执行率\n^ | 2023年 | 300 | 280 | 20 | 93%")
    assert [(a.role, a.text) for a in head.amounts] == [("budget", "300"), ("executed", "280"), ("other", "20")]
