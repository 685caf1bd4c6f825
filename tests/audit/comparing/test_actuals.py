"""Targets against what was achieved, and scores against the rule."""

from pathlib import Path

import pytest

from audit import open_database
from audit.comparing import Meeting
from tests.command_line import CommandLine

FORM = """项目支出绩效自评表
项目名称\t修路\t年度\t2024\t\t\t
主管部门\t交通局\t实施单位\t公路处\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t修路里程\t≥12公里\t9公里\t10\t7.5
产出指标\t数量指标\t检测桥梁\t≥20座\t20座\t10\t10
产出指标\t质量指标\t验收合格率\t≥95%\t90%\t10\t10
产出指标\t时效指标\t响应时间\t≤2小时\t3小时\t10\t6.67
产出指标\t成本指标\t项目总经费\t≤50万元\t40万元\t10\t8
产出指标\t成本指标\t单位造价\t≤50万元\t40件\t10\t8
效益指标\t社会效益指标\t通行条件\t明显改善\t有所改善\t10\t8
效益指标\t社会效益指标\t受益人口\t≥100人\t\t10\t0
满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t96%\t10\t11
"""


@pytest.fixture
def found(jixiao: CommandLine, tmp_path: Path) -> dict[str, Meeting]:
    (tmp_path / "form.txt").write_text(FORM, encoding="utf-8")
    assert jixiao("import", tmp_path / "form.txt", "--db", tmp_path / "x.db").code == 0
    with open_database(tmp_path / "x.db") as database:
        meetings = list(database.achievements())
        assert [one.side.name for one in database.achievements("满意度")] == ["群众满意度"]
    return {one.side.name: one for one in meetings}


def test_met_or_missed_and_by_how_much(found: dict[str, Meeting]) -> None:
    assert {name: (one.status, one.by, one.unit, one.share) for name, one in found.items()} == {
        "修路里程": ("missed", "-3000", "米", "0.75"),
        "检测桥梁": ("met", "0", "座", "1"),
        "验收合格率": ("missed", "-5", "%", "0.9474"),
        "响应时间": ("missed", "-3600", "秒", "0.6667"),
        "项目总经费": ("met", "100000", "元", "1.25"),
        "单位造价": ("not_comparable", None, "元", None),
        "通行条件": ("not_comparable", None, None, None),
        "受益人口": ("no_actual", None, None, None),
        "群众满意度": ("met", "6", "%", "1.0667"),
    }
    assert found["单位造价"].why == "unit"
    assert found["通行条件"].why == "text"


def test_scores_against_the_rule(found: dict[str, Meeting]) -> None:
    assert {name: (one.due, one.scored) for name, one in found.items()} == {
        "修路里程": ("7.5", "as_the_rule"),
        "检测桥梁": ("10", "as_the_rule"),
        "验收合格率": ("9.47", "above_the_rule"),
        "响应时间": ("6.67", "as_the_rule"),
        "项目总经费": ("10", "below_the_rule"),
        "单位造价": (None, None),
        "通行条件": (None, None),
        "受益人口": (None, None),
        "群众满意度": ("10", "above_weight"),
    }


MONITORED = """2025年1-6月项目支出绩效运行监控表
项目名称\t修路\t主管部门\t交通局\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t1-6月执行情况\t全年预计完成情况
产出指标\t数量指标\t修路里程\t≥12公里\t9公里\t12公里
产出指标\t数量指标\t检测桥梁\t≥20座\t20座\t30座
产出指标\t时效指标\t响应时间\t≤2小时\t3小时\t3小时
"""


def test_what_a_monitoring_table_has_not_reached_yet_is_under_way(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "form.txt").write_text(MONITORED, encoding="utf-8")
    assert jixiao("import", tmp_path / "form.txt", "--db", tmp_path / "x.db").code == 0
    with open_database(tmp_path / "x.db") as database:
        found = {one.side.name: one.status for one in database.achievements()}
    assert found == {"修路里程": "under_way", "检测桥梁": "met", "响应时间": "missed"}
