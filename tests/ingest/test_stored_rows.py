"""Rows as they are stored beside those a reading gives."""

import sqlite3
from pathlib import Path

import pytest

from ingest.answer import Answer
from ingest.reading import FileReader
from ingest.said import NOTHING_SAID
from ingest.stored_rows import departure
from schema.limits import Limits
from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


def found(database: Path, form: Path) -> str | None:
    answer = Answer.of(FileReader(Limits()).read(form.read_bytes(), form.name, NOTHING_SAID))
    connection = sqlite3.connect(database)
    departed = departure(connection, 1, answer)
    connection.close()
    return None if departed is None else departed.where


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ("SELECT 1", None),
        ("UPDATE targets SET low = '7' WHERE target_id = 2", "targets.low #2"),
        ("DELETE FROM targets WHERE target_id = 2", "count(targets)"),
        ("UPDATE tables SET goal = '改' WHERE table_id = 1", "tables.goal #1"),
        ("UPDATE sources SET cells_ignored = '{}'", "sources.cells"),
    ],
)
def test_where_they_part(database: Path, form: Path, damage: str, where: str | None) -> None:
    connection = sqlite3.connect(database)
    connection.executescript(damage)
    connection.close()
    assert found(database, form) == where


def test_a_retry_writes_changed_rows_anew_and_keeps_them_as_history(jixiao: CommandLine, database: Path) -> None:
    connection = sqlite3.connect(database)
    before = connection.execute("SELECT low FROM targets ORDER BY target_id").fetchall()
    connection.execute("UPDATE targets SET low = '7' WHERE target_id = 2")
    connection.commit()
    for status in ("imported", "imported_with_warnings"):
        jixiao("retry", "--status", status, "--db", database)
    rows = connection.execute(
        "SELECT g.low FROM current_tables AS t JOIN indicators AS i USING (table_id)"
        " JOIN targets AS g USING (indicator_id) ORDER BY target_id"
    ).fetchall()
    assert rows == before
    assert connection.execute("SELECT count(*) FROM targets WHERE low = '7'").fetchone() == (1,)
    (sources,) = connection.execute("SELECT count(*) FROM sources").fetchone()
    for status in ("imported", "imported_with_warnings"):
        jixiao("retry", "--status", status, "--db", database)
    assert connection.execute("SELECT count(*) FROM sources").fetchone() == (sources,)
    connection.close()
