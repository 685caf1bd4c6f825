"""Findings made of rows: keys that last, evidence, places."""

from audit.database import reading
from audit.findings import Finding
from audit.rules.checking import check
from audit.rules.registry import asks
from tests.audit.checked import Imported
from tests.audit.rules.changed_forms import form


def found(imported: Imported, **documents: dict[str, str] | str) -> list[Finding]:
    with reading(imported(**documents), strictly=False) as connection:
        return [one for one in check(connection, asks()) if isinstance(one, Finding)]


def test_keys_do_not_depend_on_rows_or_files(imported: Imported) -> None:
    (one,) = found(imported, road={"≥90%": "≥70%"})
    moved = form("target", {"≥90%": "≥70%", "产出指标 | 数量指标 | 修路里程 | ≥12公里\n": ""})
    others = found(imported, road="第一行\n\n" + moved)
    (other,) = (other for other in others if other.rule == "R70")
    assert (one.key, one.said) == (other.key, other.said)
    assert one.row != other.row


def test_another_value_is_another_fingerprint_of_the_same_finding(imported: Imported) -> None:
    (one,) = found(imported, road={"≥90%": "≥70%"})
    (other,) = found(imported, road={"≥90%": "≥75%"})
    assert one.key == other.key
    assert one.said != other.said


def test_tables_that_do_not_say_whose_they_are_are_told_by_their_files(imported: Imported) -> None:
    nameless = {"主管部门 | 交通局 | 实施单位 | 公路处\n": "", "项目名称 | 修路\n": "", "（2024年度）\n": "",
                "2024年11月底前": "≤10个月", "≥90%": "≥70%"}  # fmt: skip
    ones = [one for one in found(imported, a=nameless, b=nameless | {"≥12公里": "≥13公里"}) if one.rule == "R70"]
    assert len({one.key for one in ones}) == len(ones) == 2


def test_what_is_told_in_both_languages_is_no_evidence(imported: Imported) -> None:
    (one,) = (one for one in found(imported, road={"≥12公里": "≤12公里"}) if one.rule == "R40")
    assert one.evidence == {}
    assert "一般越高越好" in one.message_zh
    assert "more is better" in one.message_en


def test_a_finding_about_money_stands_where_the_money_stands(imported: Imported) -> None:
    (one,) = found(imported, road={" | 其他资金 | 10": " | 其他资金 | 8"})
    assert (one.rule, one.row, one.column) == ("R23", 5, 3)
    assert one.evidence["difference"] == "2万元"


COLUMNS = """
项目支出绩效目标表
（2024年度）
项目名称 | 修路
一级指标 | 二级指标 | 三级指标 | 计算符号 | 指标值 | 计量单位
产出指标 | 数量指标 | 修路里程 | ≥ | 12 | 公里
产出指标 | 质量指标 | 验收情况 | 定性 | 合格 | 无
产出指标 | 成本指标 | 项目总经费 | ≥ | 50 | 万元
满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 75 | 百分比
"""


def test_a_value_is_told_with_the_sign_and_the_unit_of_its_row(imported: Imported) -> None:
    told = {one.rule: one for one in found(imported, road=COLUMNS.replace(" | ", "\t"))}
    assert "目标为 ≥75%" in told["R70"].message_zh
    assert told["R70"].stated_value == "75"
    assert "目标却是 ≥50万元" in told["R40"].message_zh
