"""Findings kept beside the database, and what people decide about them."""

from pathlib import Path

import pytest

from audit.database import reading
from audit.rules.configuration import Configuration
from audit.rules.registry import asks
from audit.side import beside
from audit.side.review import Wanted, reviewing
from ingest.exits import CommandError
from tests.audit.checked import FAULTS, Imported, checked
from tests.audit.rules.changed_forms import form


def test_findings_with_their_places(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, connection):
        found = list(review.findings())
        assert [(one.rule, one.name, one.stated_value, one.row) for one in found] == [
            ("R70", "群众满意度", "≥70%", 15),
            ("R90", "验收合格率", "292%", 11),
        ]
        assert not review.stale(connection)
        run = review.last_run()
        assert run is not None
        assert run.import_id == 1
        assert len(review.rules()) == 61


def test_filters_sums_and_pages(imported: Imported) -> None:
    with checked(imported(road=FAULTS, trees=FAULTS | {"项目名称 | 修路": "项目名称 | 植树"})) as (review, _):
        assert review.count() == 4
        assert review.count(Wanted(rule="R70")) == review.count(Wanted(rules=("R70", "R01"))) == 2
        assert review.count(Wanted(project_name="植树")) == review.count(Wanted(words="植树")) == 2
        assert review.count(Wanted(department="公路处", fiscal_year=2024, severity="medium")) == 2
        assert [one.rule for one in review.findings(sort="severity", limit=2, offset=1)] == ["R70", "R90"]
        assert [(group.label, group.open) for group in review.summary()] == [("R70", 2), ("R90", 2)]
        assert [(group.label, group.open, group.tables) for group in review.summary("department")] == [("交通局", 4, 2)]
        assert {(group.label, group.agency, group.fiscal_year) for group in review.summary("project")} == {
            ("修路", "公路处", 2024),
            ("植树", "公路处", 2024),
        }


def test_what_became_of_each_rule_in_one_table(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        (key,) = {one.table_key for one in review.findings()}
        told = {one.rule: one for one in review.table_evaluations(key)}
        assert (told["R70"].outcome, told["R71"].outcome, told["R50"].outcome) == ("found", "clear", "not_evaluable")
        assert told["R50"].why_zh == "表中没有权重或分值"
        assert "R54" not in told
        assert {one.outcome for one in review.evaluations("R50")} == {"not_evaluable"}


def test_an_exemption_survives_a_change_elsewhere_and_importing_again(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        review.exempt(next(review.findings(Wanted(rule="R70"))).key, reason="小学生评价", name="张三")
        assert review.count(Wanted(state="exempted")) == 1
    database = imported(road="说明\n\n\n" + form("target", FAULTS | {"≥2000人": "≥2600人"}))
    with checked(database) as (review, _):
        (one,) = review.findings(Wanted(rule="R70"))
        assert one.exempted is not None
        assert (one.exempted.holds, one.exempted.reason, one.exempted.name) == (True, "小学生评价", "张三")
        assert one.row != 15
        assert review.summary()[0].exempted == 1


def test_an_exemption_of_an_earlier_value_counts_as_open(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        review.exempt(next(review.findings(Wanted(rule="R70"))).key, reason="小学生评价", name="张三")
    with checked(imported(road=FAULTS | {"群众满意度 | ≥90%": "群众满意度 | ≥60%"})) as (review, _):
        (one,) = review.findings(Wanted(rule="R70"))
        assert one.exempted is not None
        assert not one.exempted.holds
        (group,) = review.summary("rule", Wanted(rule="R70"))
        assert (group.open, group.outdated, group.exempted) == (0, 1, 0)
    with checked(imported(road=FAULTS)) as (review, _):
        assert review.count(Wanted(rule="R70", state="exempted")) == 1


def test_findings_are_stale_after_an_import(imported: Imported) -> None:
    with checked(imported(road=FAULTS)):
        pass
    database = imported(trees={"项目名称 | 修路": "项目名称 | 植树"})
    with reading(database, strictly=False) as connection, reviewing(beside(database)) as review:
        assert review.stale(connection)
        review.run(connection, [ask for ask in asks() if ask.rule.code == "R70"])
        assert review.stale(connection), "the other rules have not looked yet"
        review.run(connection, asks())
        assert not review.stale(connection)


def test_a_rule_that_is_left_out_keeps_nothing(imported: Imported) -> None:
    database = imported(road=FAULTS)
    with checked(database) as (review, connection):
        review.run(connection, asks(), Configuration(skip=("R70",)))
        assert review.count(Wanted(rule="R70")) == 0
        assert "R70" not in {rule.code for rule in review.rules()}


def test_a_check_that_fails_changes_nothing(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    broken = (Path(__file__).parents[3] / "audit/rules/R70.sql").read_text(encoding="utf-8").replace("planned", "plan")
    (tmp_path / "own" / "R70.sql").write_text(broken, encoding="utf-8")
    with checked(imported(road=FAULTS)) as (review, connection):
        with pytest.raises(CommandError, match="no such table"):
            review.run(connection, asks([tmp_path / "own"]))
        assert review.count() == 2
