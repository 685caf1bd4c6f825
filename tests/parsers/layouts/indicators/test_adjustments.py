"""Targets before and after an adjustment."""

from schema.table import Indicator
from tests.parsers.layouts.reading_drawings import one


def told(indicators: tuple[Indicator, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(i.name, i.previous, i.stated.value) for i in indicators]


def test_both_values_in_columns_of_their_own() -> None:
    table = one(
        """
        项目绩效目标调整表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 调整前指标值 | 调整后指标值 | 调整原因
        产出指标 | 数量指标 | 报告 | 2份 | 3份 | 任务增加
        """
    )
    assert told(table.indicators) == [("报告", "2份", "3份")]
    assert (table.kind, table.indicators[0].remark) == ("adjust", "任务增加")


def test_both_values_below_one_label_with_their_operators() -> None:
    table = one(
        """
        项目绩效目标调整表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 调整前 | < | < | 调整后 | < | <
        ^ | ^ | ^ | 符号 | 指标值 | 单位 | 符号 | 指标值 | 单位
        产出指标 | 数量指标 | 报告 | ≥ | 2 | 份 | ≥ | 3 | 份
        """
    )
    assert told(table.indicators) == [("报告", "≥2份", "3")]
    assert (table.indicators[0].stated.operator, table.indicators[0].stated.unit) == ("≥", "份")


def test_grids_side_by_side_and_what_was_dropped_or_added() -> None:
    table = one(
        """
        项目绩效目标调整表
        项目名称 | 甲
        调整前 | < | < | < | 调整后 | < | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份 | 产出指标 | 数量指标 | 报告 | 3份
        ^ | ^ | 论坛 | 1场 | ^ | ^ | 展会 | 1场
        """
    )
    assert told(table.indicators) == [("报告", "2份", "3份"), ("展会", None, "1场"), ("论坛", "1场", None)]
    assert table.coverage == 1


def test_grids_above_each_other() -> None:
    table = one(
        """
        项目绩效目标调整表
        项目名称 | 甲
        调整前绩效指标 | < | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        调整后绩效指标 | < | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 报告 | 3份
        """
    )
    assert told(table.indicators) == [("报告", "2份", "3份")]


def test_blocks_beside_their_rows_below_one_header() -> None:
    table = one(
        """
        项目绩效目标调整表
        项目名称 | 甲
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        调整前 | 产出指标 | 数量指标 | 报告 | 2份
        ^ | ^ | 质量指标 | 合格率 | ≥95%
        调整后 | 产出指标 | 数量指标 | 报告 | 3份
        ^ | ^ | 质量指标 | 合格率 | ≥98%
        """
    )
    assert told(table.indicators) == [("报告", "2份", "3份"), ("合格率", "≥95%", "≥98%")]
