"""Lists of projects with their scores and no indicators."""

import pytest

from tests.parsers.layouts.reading_drawings import read

SUMMARY = """2023年度项目支出绩效自评结果汇总表
单位：万元
序号 | 项目名称 | 主管部门 | 预算数 | 执行数 | 执行率 | 自评得分 | 自评等级
1 | 路灯维护 | 某市城管局 | 260 | 255 | 98.08% | 96.5 | 优
2 | 河道清淤 | 某市水利局 | 500 | 430 | 86% | 84 | 良
合计 | | | 760 | 685 | | |
注：得分低于85分的项目应整改。 | < | < | < | < | < | < | <"""


def test_each_project_is_a_table_with_its_money_and_its_score() -> None:
    found = read(SUMMARY)
    assert [(t.kind, t.project_name, t.department, t.score, t.budget.total, t.indicators) for t in found.tables] == [
        ("other", "路灯维护", "某市城管局", "96.5", "2600000", ()),
        ("other", "河道清淤", "某市水利局", "84", "5000000", ()),
    ]
    assert [(fund.role, fund.amount) for fund in found.tables[1].funds] == [
        ("budget", "5000000"),
        ("executed", "4300000"),
    ]
    assert {(f.label, f.text) for f in found.tables[0].fields} >= {("自评等级", "优"), ("执行率", "98.08%")}
    assert found.cells.holds
    assert found.cells.reported == 0
    assert found.cells.ignored["note"] == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(SUMMARY.partition("\n")[2], id="without a title of performance"),
        pytest.param(SUMMARY.replace("自评等级", "三级指标"), id="with a column of indicators"),
        pytest.param(SUMMARY.replace("自评得分", "完成情况"), id="without a score"),
        pytest.param(SUMMARY.replace("项目名称", "单位名称"), id="without projects"),
    ],
)
def test_other_lists_are_none(other: str) -> None:
    assert not any(table.layout == "score_list" for table in read(other).tables)
