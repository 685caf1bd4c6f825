"""Goals below their labels, in words that end as labels do."""

import pytest

from tests.parsers.layouts.reading_drawings import one

GOALS = (
    "完成年度任务", "完成总体目标", "保障单位正常运转及人员经费", "掌握基本情况", "完成项目实施内容", "确保完成年度指标", "实现年度绩效目标",
    "履行主要职责", "按期完成年度计划",
)  # fmt: skip
GRID = "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值\n产出指标 | 数量指标 | 巡查次数 | ≥24次 | 24次"


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("left", ["^", ""], ids=["merged", "without merges"])
def test_a_sentence_below_the_label_of_a_goal_is_the_goal(goal: str, left: str) -> None:
    table = one(
        "项目支出绩效自评表\n项目名称 | 甲 | < | < | <\n"
        f"年度总体目标 | 预期目标 | < | 实际完成情况 | <\n{left} | {goal} | < | 已{goal} | <\n{GRID}"
    )
    assert (table.goal, table.goal_actual) == (goal, f"已{goal}")
    assert len(table.indicators) == 1


def test_labels_below_labels_of_goals_leave_these_empty() -> None:
    table = one(f"项目支出绩效自评表\n项目名称 | 甲 | < | < | <\n年度目标 | < | 实际完成情况 | < | <\n{GRID}")
    assert (table.goal, len(table.indicators)) == (None, 1)
