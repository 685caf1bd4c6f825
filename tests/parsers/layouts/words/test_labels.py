"""Labels are known through what forms hang on them."""

import pytest

from parsers.layouts.words import labels
from tests.parsers.layouts.reading_drawings import one


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("项目名称", "project_name"),
        ("项 目 名 称", "project_name"),
        ("*项目名称：", "project_name"),
        ("专项（项目）名称", "project_name"),
        ("主管部门及代码", "department"),
        ("一、项目概况", "purpose"),
        ("年度总体目标", "goal"),
        ("预算执行单位", "agency"),
        ("具体实施处室（单位）", "agency"),
        ("子项目名称", "project_name"),
        ("天津市知识产权局", None),
        ("", None),
    ],
)
def test_header_fields(text: str, field: str | None) -> None:
    assert labels.header_field(text) == field


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("其中：财政    资金", "fiscal"),
        ("其中:财政拨款（万元）", "fiscal"),
        ("项目资金（元）", "total"),
        ("全年执行数（B）", "executed"),
        ("其他资金", "other"),
        ("本年度金额", "total"),
        ("纳入专户管理的非税收入拨款", "other"),
        ("本级支出", "breakdown"),
        ("40.00", None),
    ],
)
def test_amounts(text: str, role: str | None) -> None:
    assert labels.amount_role(text) == role


@pytest.mark.parametrize(
    ("text", "role"), [("实际达到值", "actual"), ("实际结果", "actual"), ("自评得分情况", "score"), ("分解目标", None)]
)
def test_columns_of_results(text: str, role: str | None) -> None:
    assert labels.column(text) == role


def test_a_label_in_two_scripts_is_the_chinese_one() -> None:
    header = "دەرىجە一级指标 | 二级指标 | 三级指标 | 指标值\n"
    table = one(f"项目支出绩效目标表\nལས་གཞི།项目名称 | 技能培训 | < | <\n{header}产出指标 | 数量指标 | 人数 | 9人")
    assert (table.project_name, len(table.indicators)) == ("技能培训", 1)
