"""Columns fitted to the levels in the rows below them."""

from tests.parsers.layouts.reading_drawings import one


def test_one_label_over_levels_and_names_is_divided() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        绩效指标 | < | < | 指标值
        产出指标 | 数量指标 | 报告 | 2份
        ^ | 质量指标 | 合格率 | ≥95%
        """
    )
    assert [(i.level1, i.level2, i.name) for i in table.indicators] == [
        ("产出指标", "数量指标", "报告"),
        ("产出指标", "质量指标", "合格率"),
    ]


def test_the_name_is_the_fourth_level_and_the_third_is_told_in_the_description() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 四级指标 | 指标值
        产出指标 | 数量指标 | 培训 | 培训人数 | ≥100人
        ^ | ^ | ^ | 培训期数 | ≥2期
        """
    )
    assert [(i.level2, i.name, i.description) for i in table.indicators] == [
        ("数量指标", "培训人数", "培训"),
        ("数量指标", "培训期数", "培训"),
    ]
    assert table.coverage == 1


def test_levels_move_up_where_the_first_of_four_is_the_word_of_the_form() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        一级指标 | 二级指标 | 三级指标 | 四级指标 | 指标值
        绩效指标 | 产出指标 | 数量指标 | 培训人数 | ≥100人
        ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90%
        """
    )
    assert [(i.level1, i.level2, i.name, i.description) for i in table.indicators] == [
        ("产出指标", "数量指标", "培训人数", None),
        ("效益指标", "社会效益指标", "知晓率", None),
    ]


def test_a_first_level_that_holds_second_ones_is_the_second() -> None:
    table = one(
        """
        项目绩效目标表
        项目名称 | 甲
        指标类别 | 指标名称 | 指标值
        数量指标 | 报告 | 2份
        满意度指标 | 群众满意度 | ≥90%
        质量指标 | 合格率 | ≥90%
        """
    )
    assert [(i.level1, i.level2) for i in table.indicators] == [
        ("产出指标", "数量指标"),
        ("满意度指标", "服务对象满意度指标"),
        ("产出指标", "质量指标"),
    ]


def test_a_column_of_types_may_hold_levels_or_natures_and_what_is_neither_is_reported() -> None:
    drawn = """
        项目绩效目标表
        项目名称 | 甲
        指标类型 | 指标名称 | 目标值
        {0} | 报告 | 2份
        {1} | 合格率 | ≥95%
        """
    levels = one(drawn.format("数量指标", "质量指标"))
    assert [(i.level1, i.level2) for i in levels.indicators] == [("产出指标", "数量指标"), ("产出指标", "质量指标")]
    natures = one(drawn.format("定量指标", "定性"))
    assert [i.nature for i in natures.indicators] == ["定量", "定性"]
    assert one(drawn.format("约束性", "定量")).coverage < 1


WEIGHED = "项目绩效自评表\n项目名称 | 甲\n权重 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 得分\n"


def test_a_weight_for_each_name_is_the_names_wherever_its_column_stands() -> None:
    rows = "20 | 产出指标 | 数量指标 | 报告 | 2份 | 20\n30 | ^ | 质量指标 | 合格率 | ≥95% | 28\n10 | 满意度指标 | | 满意度 | ≥90% | 9"
    table = one(WEIGHED + rows)
    assert [i.weight for i in table.indicators] == ["20", "30", "10"]
    assert table.coverage == 1


def test_weights_of_levels_are_of_no_name() -> None:
    merged = "50 | 产出指标 | 数量指标 | 报告 | 2份 | 20\n^ | ^ | 质量指标 | 合格率 | ≥95% | 28\n10 | 满意度指标 | | 满意度 | ≥90% | 9"
    again = "60 | 产出指标 | 数量指标 | 报告 | 2份 | 20\n60 | ^ | 质量指标 | 合格率 | ≥95% | 28\n40 | 满意度指标 | | 满意度 | ≥90% | 9"
    assert [i.weight for rows in (merged, again) for i in one(WEIGHED + rows).indicators] == [None] * 6
