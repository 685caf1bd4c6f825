"""The database beside a database."""

import sqlite3
from pathlib import Path

import pytest

from audit.side import beside, opened, transaction
from ingest.exits import CommandError, Exit


def test_it_stands_beside_the_database(tmp_path: Path) -> None:
    assert beside(tmp_path / "x.db") == tmp_path / "x.db.audit"


def test_it_is_made_once(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(tmp_path / "x.db.audit") as connection:
            assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    with opened(None) as connection:
        assert connection.execute("SELECT count(*) FROM findings").fetchone()[0] == 0


def test_a_transaction_is_whole(tmp_path: Path) -> None:
    with opened(tmp_path / "x.db.audit") as connection:
        twice = [(1, "", 1, "", "")] * 2
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.executemany("INSERT INTO runs VALUES (?, ?, ?, ?, ?)", twice)
        assert connection.execute("SELECT count(*) FROM runs").fetchone()[0] == 0


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db.audit"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE own (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(CommandError) as caught, opened(path):
        pass
    assert caught.value.code is Exit.DATABASE
    assert path.read_bytes() == before


def test_a_later_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db.audit"
    with opened(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(CommandError, match="later jixiao"), opened(path):
        pass


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.db.audit").write_bytes(b"no database at all, but long enough to be looked at" * 9)
    with pytest.raises(CommandError) as caught, opened(tmp_path / "x.db.audit"):
        pass
    assert caught.value.code is Exit.DATABASE
