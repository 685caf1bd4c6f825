"""Targets over their results."""

from tests.parsers.layouts.reading_drawings import one, read

DRAWN = """
2023年度项目绩效自评表
项目名称 | 社区矫正 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 类别 | 内容 | 得分
产出指标 | 数量指标 | 走访 | 目标值 | ≥300人次 | 10
^ | ^ | ^ | {} | 326人次 | ^
效益指标 | 社会效益指标 | 重新犯罪率 | 目标值 | ≤0.2% | 9
^ | ^ | ^ | {} | 0.1% | ^
"""


def test_a_result_below_its_target_is_the_result() -> None:
    table = one(DRAWN.format("完成值", "完成值"))
    assert [(i.name, i.stated.value, i.actual, i.score) for i in table.indicators] == [
        ("走访", "≥300人次", "326人次", "10"),
        ("重新犯罪率", "≤0.2%", "0.1%", "9"),
    ]
    assert table.indicators[0].spans["actual"][0].row == 4
    assert not read(DRAWN.format("完成值", "完成值")).cells.reported


def test_rows_that_do_not_say_in_turn_what_they_hold_stay_apart() -> None:
    assert len(one(DRAWN.format("完成值", "备注")).indicators) == 4
