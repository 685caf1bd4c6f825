"""Steps of the schema: in order, each with its record, comments kept for whoever looks."""

import sqlite3
from pathlib import Path

from ingest.migrations import names, statements, steps
from ingest.seals import is_sealed, reckoned
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


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    script = Path(__file__).parents[2] / "ingest" / "migrations" / "0001_first.sql"
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.executescript(script.read_text(encoding="utf-8"))
        old.executescript(
            "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);"
            "CREATE UNIQUE INDEX idx ON _sqlite_migrations (migration_set, name);"
            "INSERT INTO _sqlite_migrations VALUES (1, 'jixiao', '0001_first', '2026-01-01');"
            "INSERT INTO imports VALUES (1, '2026-01-01', NULL, '0');"
            "INSERT INTO roots VALUES (1, 'files');"
            "INSERT INTO sources (source_id, root_id, path, sha256, status, rows_from, import_from)"
            " VALUES (1, 1, 'a.txt', '00', 'imported', 1, 1);"
            "INSERT INTO tables (table_id, source_id, position, key, lineage, kind, funds, fields, spans, layout, coverage)"
            " VALUES (1, 1, 1, 'k', 'l', 'other', '[]', '[]', '{}', 'form', 1.0);"
        )
    old.close()
    with opened(tmp_path / "old.db") as store:
        assert store.connection.execute("SELECT source, stands FROM current_tables").fetchall() == [("a.txt", 1)]
        assert store.connection.execute("SELECT arrived_in FROM sources").fetchall() == [(1,)]
        assert is_sealed(store.connection, 1)
        assert store.connection.execute("SELECT import_id, seal FROM imports").fetchall() == list(
            reckoned(store.connection)
        )
