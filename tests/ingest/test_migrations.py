"""Steps of the schema: in order, each with its record, comments kept for whoever looks."""

import sqlite3
from pathlib import Path

from ingest.migrations import names, statements, steps
from ingest.store import opened
from schema.source import Status


def test_steps_are_numbered_in_order() -> None:
    assert [int(name.split("_")[0]) for name in names()] == list(range(1, len(names()) + 1))
    assert repr(steps()) == f"<Migrations 'jixiao': [{', '.join(names())}]>"


def test_every_statement_is_complete() -> None:
    folder = Path(__file__).parents[2] / "ingest" / "migrations"
    for script in sorted(folder.glob("*.sql")):
        found = list(statements(script.read_text(encoding="utf-8")))
        assert found
        assert all(sqlite3.complete_statement(statement + ";") for statement in found)


def test_the_closed_list_of_statuses_is_the_one_of_the_schema(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        (sql,) = store.connection.execute("SELECT sql FROM sqlite_master WHERE name = 'sources'").fetchone()
    listed = sql.split("status IN (")[1].split(")")[0].replace("'", "").replace("\n", "").replace(" ", "").split(",")
    assert listed == [status.value for status in Status]


def test_comments_reach_the_database(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        (sql,) = store.connection.execute("SELECT sql FROM sqlite_master WHERE name = 'targets'").fetchone()
    assert "-- exact, in unit_canonical" in sql
