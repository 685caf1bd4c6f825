"""Labels and their texts in one line."""

import pytest

from parsers.layouts.words.inline_labels import inline, line_without_colon, told_apart
from parsers.layouts.words.labels import field_of


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("预算单位：某县农业农村局", ("预算单位", "某县农业农村局")),
        ("项目金额：560.00万元", ("项目金额", "560.00万元")),
        ("目标1：完成治理", None),
        ("项目名称：" + "长" * 3000, None),
        ("：", None),
    ],
)
def test_a_label_and_its_text(line: str, told: tuple[str, str] | None) -> None:
    assert inline(line) == told


def test_a_line_of_several_labels_is_cut_before_each() -> None:
    assert told_apart("填报单位：某局 预算年度：2024年") == ("填报单位：某局", "预算年度：2024年")
    assert told_apart("项目名称：甲 乙") == ("项目名称：甲 乙",)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "填报单位：某市水利局填报日期：2024年3月5日单位：万元",
            ("填报单位：某市水利局", "填报日期：2024年3月5日", "单位：万元"),
        ),
        ("填报单位：某县交通局（公章）金额单位：万元", ("填报单位：某县交通局（公章）", "金额单位：万元")),
        ("主管部门：某省教育厅项目实施单位：某大学", ("主管部门：某省教育厅", "项目实施单位：某大学")),
        ("项目名称：某县修路主管部门：某县交通局", ("项目名称：某县修路主管部门：某县交通局",)),
        ("年度目标：完成改造任务项目名称：甲", ("年度目标：完成改造任务项目名称：甲",)),
    ],
)
def test_a_label_right_behind_an_office_or_a_date_begins_a_part_of_its_own(line: str, parts: tuple[str, ...]) -> None:
    assert told_apart(line) == parts


@pytest.mark.parametrize("mark", ["• ", "■", "- ", "> ", "◆ ", "● ", "➢", "※", "\uf0b7 "])
def test_a_label_may_stand_behind_the_mark_of_a_list(mark: str) -> None:
    assert inline(f"{mark}项目名称：巡查") == (f"{mark}项目名称", "巡查")
    assert field_of(f"{mark}项目名称") == "project_name"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("【项目名称】安全巡查", ("【项目名称】", "安全巡查")),
        ("【年度资金总额】：45.6万元", ("【年度资金总额】", "45.6万元")),
        ("【公告】2024年项目", None),
        ("非财政拨款——某中心项目", None),
    ],
)
def test_a_label_may_be_set_off_by_brackets(line: str, told: tuple[str, str] | None) -> None:
    assert inline(line) == told


def test_labels_may_be_parted_by_the_signs_of_a_sentence() -> None:
    line = "项目名称：安全巡查；实施单位：某市应急管理局；年度资金总额：45.6万元。"
    assert told_apart(line) == ("项目名称：安全巡查", "实施单位：某市应急管理局", "年度资金总额：45.6万元")
    goal = "年度目标：完成巡查；消除隐患。年度资金总额：45.6万元"
    assert told_apart(goal) == ("年度目标：完成巡查；消除隐患", "年度资金总额：45.6万元")
    assert told_apart("年度目标：完成治理；目标二：建成。") == ("年度目标：完成治理；目标二：建成。",)
    assert told_apart("• 项目名称：甲 • 实施单位：乙局") == ("• 项目名称：甲", "• 实施单位：乙局")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("项目名称 安全生产巡查", ("项目名称", "安全生产巡查")),
        ("项目名称——安全巡查", ("项目名称", "安全巡查")),
        ("年度资金总额—45.6万元", ("年度资金总额", "45.6万元")),
        ("其他资金——", None),
        ("非财政拨款——某中心项目", None),
        ("项目支出绩效目标表——安全巡查", None),
        ("实施单位 某市应急管理局", ("实施单位", "某市应急管理局")),
        ("项目名称 绩效目标", None),
        ("项目名称 （二级项目）", None),
        ("项目名称 项目类别 预算数", None),
        ("主管部门 及代码", None),
        ("年度目标 完成治理", None),
    ],
)
def test_a_line_of_its_own_may_have_a_dash_for_the_colon_or_a_blank_before_a_name(
    line: str, told: tuple[str, str] | None
) -> None:
    assert line_without_colon(line) == told
