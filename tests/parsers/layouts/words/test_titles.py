"""Titles: which lines are one, what they say about kind and region."""

import pytest

from parsers.layouts.words.titles import bare_title, is_title, title_kind, title_project, title_region
from schema.table import TableKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("项目支出绩效目标表", "project_target"),
        ("2024年度项目支出绩效目标申报表", "project_target"),
        ("项目支出绩效自评表（2023年度）", "project_selfeval"),
        ("部门整体支出绩效目标表", "dept_target"),
        ("部门（单位）整体支出绩效目标申报表", "dept_target"),
        ("部门整体绩效自评表", "dept_selfeval"),
        ("中央对地方专项转移支付区域绩效目标表", "region_target"),
        ("中央对地方专项转移支付项目绩效目标表", "project_target"),
        ("省财政专项转移支付绩效目标表(二级项目-深圳)", "region_target"),
        ("转移支付区域绩效自评表", "region_selfeval"),
        ("中央对地方专项转移支付整体绩效自评表", "region_selfeval"),
        ("省对下转移支付资金整体绩效自评情况表", "region_selfeval"),
        ("中央对地方专项转移支付整体绩效目标申报表", "region_target"),
        ("部门整体支出绩效自评表（含转移支付）", "dept_selfeval"),
        ("转移支付单位整体支出绩效自评表", "dept_selfeval"),
        ("项目支出绩效目标表（含转移支付项目）", "project_target"),
        ("项目支出绩效运行监控表", "monitor"),
        ("项目绩效目标调整表", "adjust"),
    ],
)
def test_kinds(title: str, kind: TableKind) -> None:
    assert is_title(title, paragraph=True)
    assert title_kind(title) == kind


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("1.2024年局机关信息化运维绩效目标表", "2024年局机关信息化运维绩效目标表"),
        ("10.非财政拨款——共建保护中心绩效目标表", "非财政拨款——共建保护中心绩效目标表"),
        ("附件3：省级专项绩效目标表", "省级专项绩效目标表"),
        ("附件3 省级专项绩效目标表", "省级专项绩效目标表"),
        ("十一、“2024·知识产权周”专项绩效目标表   第3页", "“2024·知识产权周”专项绩效目标表"),
        ("表12 项目绩效目标表", "项目绩效目标表"),
        ("（三）项目绩效目标表", "项目绩效目标表"),
        ("2.5G网络建设绩效目标表", "2.5G网络建设绩效目标表"),
        ("2024年项目绩效目标表", "2024年项目绩效目标表"),
    ],
)
def test_what_stands_before_a_title_is_no_part_of_it(line: str, title: str) -> None:
    assert bare_title(line) == title


@pytest.mark.parametrize(
    "line", ["附件3", "单位：万元", "绩效目标", "年度绩效目标", "按时公开绩效目标表。", "— 12 —", ""]
)
def test_other_lines_are_no_titles(line: str) -> None:
    assert not is_title(line, paragraph=True)


def test_a_region_is_taken_from_the_brackets_that_name_one() -> None:
    assert title_region("省财政专项转移支付绩效目标表（二级项目—珠海）") == "珠海"
    assert title_region("项目支出绩效目标表（2024年度）") is None


@pytest.mark.parametrize(
    ("title", "project"),
    [
        ("平安建设绩效目标表", "平安建设"),
        ("2024年度雪亮工程项目绩效自评表（2024年度）", "雪亮工程"),
        ("义务教育补助资金绩效目标申报表", "义务教育补助资金"),
        ("项目支出绩效目标表", None),
        ("2024年市级项目支出绩效自评表", None),
        ("部门整体支出绩效目标表", None),
        ("一般性项目绩效目标表", None),
        ("桂林市项目绩效目标表", None),
        ("政府购买服务绩效目标表", None),
        (None, None),
    ],
)
def test_a_title_names_a_project_where_it_is_of_one_and_of_no_kind_of_table(
    title: str | None, project: str | None
) -> None:
    assert title_project(title) == project
