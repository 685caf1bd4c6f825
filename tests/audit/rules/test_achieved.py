"""Results beside targets."""

from audit import open_database
from audit.database import reading
from audit.rules.facts import prepare
from tests.audit.checked import Imported
from tests.audit.rules.changed_forms import form


def test_what_was_met_and_missed_and_cannot_be_compared(imported: Imported) -> None:
    changed = {"12.5公里": "11公里", "2100人": "2100户", "2024年10月": "2024年12月", "48万元": "480000元"}
    with reading(imported(own=form("selfeval", changed)), strictly=False) as connection:
        prepare(connection)
        told = connection.execute(
            "SELECT name, status, margin, assumed_unit FROM achieved JOIN indicator USING (indicator_id)"
        )
        assert {name: tuple(rest) for name, *rest in told} == {
            "修路里程": ("missed", "-1000", 0),
            "验收合格率": ("met", "1", 0),
            "完工时间": ("missed", "-31", 0),
            "项目总经费": ("met", "20000", 0),
            "受益人口": ("not_comparable", None, 0),
            "群众满意度": ("met", "2", 0),
        }


def test_of_several_targets_nobody_knows_which(imported: Imported) -> None:
    changed = {"≥12公里 | 12.5公里": "≥12公里，≥3座桥 | 12.5公里"}
    with reading(imported(own=form("selfeval", changed)), strictly=False) as connection:
        prepare(connection)
        names = connection.execute("SELECT name FROM achieved JOIN indicator USING (indicator_id)")
        assert "修路里程" not in {name for (name,) in names}


def test_of_several_results_the_one_that_tells_of_the_target(imported: Imported) -> None:
    changed = {"≥12公里 | 12.5公里": "≥12公里 | 2024年完成11公里，完成率92%"}
    with reading(imported(own=form("selfeval", changed)), strictly=False) as connection:
        prepare(connection)
        told = connection.execute("SELECT name, status, margin FROM achieved JOIN indicator USING (indicator_id)")
        assert ("修路里程", "missed", "-1000") in {tuple(row) for row in told}


def test_rules_and_comparisons_judge_alike(imported: Imported) -> None:
    changed = {
        "≥12公里 | 12.5公里": "≥12公里，≥3座桥 | 2座桥，13公里",
        "验收合格率 | ≥95% | 96%": "验收不合格率 | 5% | 4%",
        "2024年11月底前 | 2024年10月": "第3名 | 第1名",
        "≤50万元 | 48万元": "≤50万元 | 48",
        "受益人口 | ≥2000人 | 2100人": "开放天数 | 30天 | 40天",
        "群众满意度 | ≥90% | 92%": "验收 | 合格 | 不合格",
    }
    database = imported(own=form("selfeval", changed))
    with reading(database, strictly=False) as connection:
        prepare(connection)
        rows = connection.execute("SELECT name, status, margin FROM achieved JOIN indicator USING (indicator_id)")
        of_rules = {name: tuple(rest) for name, *rest in rows}
    with open_database(database) as opened:
        of_comparisons = {one.side.name: (one.status, one.by) for one in opened.achievements()}
    assert of_rules == of_comparisons
    assert {status for status, _ in of_rules.values()} == {"met", "missed"}
