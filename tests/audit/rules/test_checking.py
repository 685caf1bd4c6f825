"""Rules put to a database: what they may do, how long, and what is said where they fail."""

from pathlib import Path

import pytest

from audit.database import reading
from audit.findings import Evaluation, Finding
from audit.rules.checking import bound, check, lacking
from audit.rules.configuration import Configuration
from audit.rules.registry import asks
from ingest.exits import CommandError
from tests.audit.checked import Imported
from tests.audit.rules.own_rule import RULE
from tests.golden import MADE


def told(database: Path, folder: Path, text: str, seconds: float = 60) -> list[Finding | Evaluation]:
    folder.mkdir()
    (folder / "X01.sql").write_text(text, encoding="utf-8")
    own = [ask for ask in asks([folder]) if ask.rule.code == "X01"]
    with reading(database, strictly=False) as connection:
        return list(check(connection, own, Configuration(), seconds))


def test_a_rule_of_the_users_own(imported: Imported, tmp_path: Path) -> None:
    found = told(imported(road={"≥90%": "≥85%"}), tmp_path / "own", RULE)
    assert [one.message_zh for one in found if isinstance(one, Finding)] == [
        "“群众满意度”的目标为 ≥85%，低于 90。请核实。"
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT height FROM planned", "no such column: height"),
        ("SELECT indicator_id FROM planned", "the query has no column table_id"),
        ("DELETE FROM planned", "not authorized"),
        ("DELETE FROM main.targets", "not authorized"),
        ("ATTACH '/tmp/x' AS x", "not authorized"),
        ("SELECT table_id, load_extension('x') FROM project", "not authorized"),
        ("SELECT table_id, zeroblob(1000000000) FROM project", "not authorized"),
        ("PRAGMA query_only = OFF", "not authorized"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT table_id, :unknown FROM project", "unknown"),
        ("SELECT table_id FROM project", "the message needs 'asked'"),
    ],
)
def test_one_that_fails_is_told_by_file_and_line(query: str, said: str, imported: Imported, tmp_path: Path) -> None:
    head = RULE.partition("SELECT")[0].replace('-- needs = ["satisfaction"]\n', "")
    with pytest.raises(CommandError) as caught:
        told(imported(road={}), tmp_path / "own", head + query)
    assert said in caught.value.en
    assert "X01.sql, line" in caught.value.en
    assert "X01.sql 第" in caught.value.zh


def test_one_that_takes_too_long_is_stopped(imported: Imported, tmp_path: Path) -> None:
    head = RULE.partition("SELECT")[0]
    endless = "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i AS table_id FROM n"
    with pytest.raises(CommandError, match="it took longer than"):
        told(imported(road={}), tmp_path / "own", head + endless, seconds=0.2)


def test_a_table_that_lacks_an_input_is_not_judged_whatever_the_query_says(imported: Imported, tmp_path: Path) -> None:
    head = RULE.partition("SELECT")[0].replace("satisfaction", "weights").replace("{asked}", "")
    said = told(imported(road={}), tmp_path / "own", head + "SELECT table_id FROM project")
    (one,) = said
    assert isinstance(one, Evaluation)
    assert (one.outcome, one.tables, one.why_en) == ("not_evaluable", 1, "the table states no weights")


def test_what_each_table_lacks(imported: Imported) -> None:
    with reading(imported(road={}), strictly=False) as connection:
        ((_key, stage, scope, absent),) = lacking(connection)
    assert (stage, scope) == ("target", "project")
    assert "weights" in absent
    assert "budget" not in absent


def test_lists_go_to_sql_as_json() -> None:
    assert bound({"words": ("甲",)}) == {"words": '["甲"]'}


def test_a_scoring_framework_is_no_target(imported: Imported) -> None:
    framework = (MADE / "scoring-framework-of-an-evaluation.txt").read_text(encoding="utf-8")
    with reading(imported(framework=framework), strictly=False) as connection:
        assert connection.execute("SELECT DISTINCT kind FROM current_tables").fetchall()[0][0] == "other"
        assert list(check(connection, asks())) == []
