"""What rules ask: one row a table, an indicator, a reading; inputs; nothing that a scoring framework says."""

from audit.database import reading
from audit.rules.facts import inputs, prepare
from tests.audit.checked import Imported
from tests.audit.rules.changed_forms import form

AREAS = """
项目支出绩效目标表
（2024年度）
项目名称\t茶园
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t修路里程\t≥12公里\t0.6
预算执行\t预算执行率\t预算执行率\t≥95%\t0.1
满意度指标\t服务对象满意度指标\t群众满意度\t不涉及\t0.3
"""


def test_tables_indicators_and_readings(imported: Imported) -> None:
    with reading(imported(road={}, own=form("selfeval"), tea=AREAS), strictly=False) as connection:
        prepare(connection)
        prepare(connection)
        projects = {row["project_name"] + row["stage"]: row for row in connection.execute("SELECT * FROM project")}
        assert set(projects) == {"修路target", "修路selfeval", "茶园target"}
        tea, own = projects["茶园target"], projects["修路selfeval"]
        assert (tea["weight_scale"], tea["usable"], tea["period"], tea["total"]) == (100.0, 2, "annual", None)
        assert (own["execution_budget"], own["executed"], own["execution_rate"]) == (500000.0, 480000.0, 96.0)
        said = connection.execute(
            "SELECT name, is_execution, is_not_applicable FROM indicator WHERE table_id = ?", [tea["table_id"]]
        )
        assert {tuple(row) for row in said} == {("修路里程", 0, 0), ("预算执行率", 1, 0), ("群众满意度", 0, 1)}
        assert connection.execute("SELECT count(*) FROM planned WHERE is_main IS NULL").fetchone()[0] == 0
        assert connection.execute("SELECT count(*) FROM achieved WHERE status = 'met'").fetchone()[0] == 6


def test_a_yes_or_no_is_never_null(imported: Imported) -> None:
    with reading(
        imported(road="项目支出绩效目标表\n项目名称\t修路\n指标名称\t指标值\n里程\t≥12公里\n宽度\t≥3米\n"),
        strictly=False,
    ) as connection:
        prepare(connection)
        flags = ("is_cost", "is_satisfaction", "is_execution", "is_usable", "is_not_applicable", "has_grades")
        nulls = " OR ".join(f"{flag} IS NULL" for flag in flags)
        assert connection.execute("SELECT count(*) FROM indicator").fetchone()[0] == 2
        assert connection.execute(f"SELECT count(*) FROM indicator WHERE {nulls}").fetchone()[0] == 0


def test_every_input_is_said_in_both_languages() -> None:
    for name, said in inputs().items():
        assert said.zh, name
        assert said.en, name
