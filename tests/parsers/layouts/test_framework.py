"""Scoring frameworks: recognised, named, and not read as targets."""

import pytest

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

ROWS = "产出 | 数量 | 完成率 | 实际完成与计划之比 | 完成得满分，否则按比例扣分 | 10 | 9"
HEADER = "一级指标 | 二级指标 | 三级指标 | 指标解释 | 评分标准 | 分值 | 得分"


@pytest.mark.parametrize(
    "title", ["某项目绩效评价指标体系表", "附件2：XX专项资金绩效评价指标体系及评分标准", "项目支出绩效评价指标评分表"]
)
def test_a_framework_is_a_table_of_another_kind_without_indicators(title: str) -> None:
    found = read(f"{title}\n{HEADER}\n{ROWS}")
    (table,) = found.tables
    assert (table.kind, table.indicators, table.layout) == ("other", (), "framework")
    assert table.title is not None
    assert table.title in title
    assert [diagnostic.code for diagnostic in found.diagnostics] == [Code.SCORING_FRAMEWORK]
    assert found.cells.ignored == {"scoring-framework": 14}


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (HEADER.replace("指标解释", "指标值"), "project_target"),
        (HEADER.replace("得分", "实际完成值").replace("指标解释", "目标值"), "project_selfeval"),
    ],
)
def test_targets_beside_a_standard_are_targets(header: str, kind: str) -> None:
    found = read(f"项目绩效目标表\n{header}\n{ROWS.replace('实际完成与计划之比', '≥95%')}")
    assert [table.kind for table in found.tables] == [kind]
    assert Code.SCORING_FRAMEWORK not in [diagnostic.code for diagnostic in found.diagnostics]


def test_a_framework_that_only_explains_its_indicators_is_known_by_its_name() -> None:
    rows = """
    一级指标 | 二级指标 | 三级指标 | 指标解释 | 指标说明
    决策 | 项目立项 | 立项依据充分性 | 立项是否符合法律法规 | 评价要点：是否符合国家政策
    产出 | 产出数量 | 实际完成率 | 实际产出数与计划产出数的比率 | 实际产出数/计划产出数×100%
    """
    found = read(f"附件2 项目支出绩效评价指标体系框架（参考）\n{rows}")
    assert [(table.kind, table.indicators) for table in found.tables] == [("other", ())]
    assert [d.code for d in found.diagnostics] == [Code.SCORING_FRAMEWORK]


def test_targets_under_an_unlisted_label_make_it_no_framework() -> None:
    found = read(
        """
        部门整体绩效目标申报表
        一级指标 | 二级指标 | 三级指标 | 拟实现 | 评价标准
        产出指标 | 数量指标 | 新建农田 | ≥5万亩 | 按完成率计分
        """
    )
    assert [i.stated.value for table in found.tables for i in table.indicators] == ["≥5万亩"]
