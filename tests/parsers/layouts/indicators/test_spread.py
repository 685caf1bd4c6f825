"""One thing told in several cells of a row."""

import pytest

from schema.table import Indicator
from tests.parsers.layouts.reading_drawings import one, read


def of(header: str, *rows: str) -> tuple[Indicator, ...]:
    """The indicators of a plain form with a header and rows."""
    return one("\n".join(("项目绩效目标表", "项目名称 | 甲", header, *rows))).indicators


def test_operator_value_and_unit_below_one_wide_label() -> None:
    first, second = of(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <",
        "产出指标 | 数量指标 | 培训人数 | ≥ | 100 | 人",
        "^ | 质量指标 | 培训效果 | 良好 | < | <",
    )
    assert (first.stated.operator, first.stated.value, first.stated.unit) == ("≥", "100", "人")
    assert (second.stated.operator, second.stated.value) == (None, "良好")


def test_a_direction_in_the_column_of_operators_and_an_operator_in_that_of_directions() -> None:
    first, second = of(
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 指标值 | 计量单位",
        "产出指标 | 数量指标 | 培训人数 | 正向 | ≥ | 100 | 人",
        "^ | 质量指标 | 差错率 | ≤ | 反向 | 1 | %",
    )
    assert (first.stated.operator, first.direction_stated) == ("≥", "正向")
    assert (second.stated.operator, second.direction_stated) == ("≤", "反向")


@pytest.mark.parametrize("nature", ["指标性质", "性质", "定量或定性", "评价方式", "指标值类型", "指标类型"])
@pytest.mark.parametrize("header", ["{} | 计算符号 | 指标值 | 单位", "计算符号 | {} | 指标值 | 单位"])
def test_natures_and_operators_stand_beside_each_other(nature: str, header: str) -> None:
    marks = "定量 | ≥" if header.startswith("{}") else "≥ | 定量"
    found = read(
        f"""
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | {header.format(nature)}
        产出指标 | 数量指标 | 培训人数 | {marks} | 100 | 人
        """
    )
    (indicator,) = found.tables[0].indicators
    assert (indicator.stated.operator, indicator.nature) == ("≥", "定量")
    assert (found.cells.reported, list(found.diagnostics)) == (0, [])


def test_a_sign_in_the_column_of_natures_beside_what_is_no_sign() -> None:
    (indicator,) = of(
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 计算方式 | 指标值 | 计量单位",
        "产出指标 | 数量指标 | 培训人数 | ≥ | 求和 | 100 | 人",
    )
    assert indicator.stated.operator == "≥"


def test_history_by_years_is_told_together() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 指标值 | 历史值 | < | <\n^ | ^ | ^ | ^ | 前年 | 上年 | 预计当年实现"
    (indicator,) = of(header, "产出指标 | 数量指标 | 报告 | 2份 | 1份 | 1份 | 2份")
    assert indicator.history == "前年：1份；上年：1份；预计当年实现：2份"
    assert len(indicator.spans["history"]) == 3


def test_thresholds_and_their_value() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 评价标准 | < | < | <\n^ | ^ | ^ | ^ | 优 | 良 | 中 | 差"
    (indicator,) = of(header, "产出指标 | 质量指标 | 合格率 | 合格的比例 | 100% | 90% | 85% | 85%")
    assert indicator.stated.value == "100%"
    assert indicator.grades == {"优": "100%", "良": "90%", "中": "85%", "差": "85%"}


def test_reasons_that_are_ticked_and_how_likely_a_target_is_met() -> None:
    found = read(
        """
        项目支出绩效运行监控表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月完成值 | 全年预计完成值 | 偏差原因分析 | < | < | 完成目标可能性 | <
        ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 其他 | 原因说明 | 确定能 | 有可能
        产出指标 | 数量指标 | 报告 | 4份 | 1份 | 3份 | √ | | 经费下达晚 | | √
        """
    )
    (indicator,) = found.tables[0].indicators
    assert (indicator.actual, indicator.forecast) == ("1份", "3份")
    assert (indicator.deviation, indicator.remark) == ("经费保障；原因说明：经费下达晚", "完成可能性：有可能")
    assert found.tables[0].kind == "monitor"
    assert found.cells.reported == 0


def test_one_value_an_area() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 指标值 | < | <\n^ | ^ | ^ | 合计 | 城厢镇 | 参内镇"
    found = of(header, "产出指标 | 数量指标 | 示范点 | 3个 | 2个 | 1个", "^ | 质量指标 | 合格率 | | 100% |")
    assert [(i.area, i.name, i.stated.value) for i in found] == [
        (None, "示范点", "3个"),
        ("城厢镇", "示范点", "2个"),
        ("城厢镇", "合格率", "100%"),
        ("参内镇", "示范点", "1个"),
    ]


def test_areas_without_a_label_above_them() -> None:
    found = of("一级指标 | 二级指标 | 三级指标 | 城厢镇 | 参内镇", "产出指标 | 数量指标 | 示范点 | 2个 | 1个")
    assert [(i.area, i.stated.value) for i in found] == [("城厢镇", "2个"), ("参内镇", "1个")]


def test_half_a_year_beside_the_year() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 上半年 | < | 全年 | <\n^ | ^ | ^ | 目标值 | 完成值 | 目标值 | 完成值"
    found = of(header, "产出指标 | 数量指标 | 报告 | 1份 | 1份 | 3份 | 2份")
    assert [(i.period, i.stated.value, i.actual) for i in found] == [
        ("half_year", "1份", "1份"),
        ("annual", "3份", "2份"),
    ]
    found = of("一级指标 | 二级指标 | 三级指标 | 半年指标值 | 全年指标值", "产出指标 | 数量指标 | 报告 | 1份 | 3份")
    assert [(i.period, i.stated.value) for i in found] == [("half_year", "1份"), ("annual", "3份")]


@pytest.mark.parametrize(
    ("header", "rows", "actual"),
    [
        ("目标值 | < | 完成值 | <\n^ | ^ | ^ | 数值 | 单位 | 数值 | 单位", "5000 | 空方 | 5120 | 空方", "5120空方"),
        ("目标值 | 单位 | 完成值 | 单位", "5000 | 空方 | 5120 | 空方", "5120空方"),
        ("目标值 | 单位 | 完成值 | 完成值单位", "5000 | 空方 | 5120空方 | 空方", "5120空方"),
        ("目标值 | 单位 | 完成值 | 单位", "5000 | 空方 | — | 空方", "—"),
    ],
)
def test_a_result_keeps_the_unit_of_a_column_of_its_own(header: str, rows: str, actual: str) -> None:
    head = "项目绩效自评表\n项目名称 | 海洋牧场\n一级指标 | 二级指标 | 三级指标 | "
    found = read(f"{head}{header}\n产出指标 | 数量指标 | 投放鱼礁 | {rows}")
    ((told,),) = [table.indicators for table in found.tables]
    assert (told.stated.value, told.stated.unit, told.actual) == ("5000", "空方", actual)
    assert [span.column for span in told.spans["actual"]] == ([6, 7] if actual != "—" else [6])
    assert found.cells.reported == 0
