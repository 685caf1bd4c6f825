"""A connection for one request."""

import sqlite3
from pathlib import Path

import pytest

from audit.web.connection import TakesTooLong, asking
from ingest.exits import CommandError

_ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_it_reads(database: Path) -> None:
    with asking(database) as connection:
        assert connection.execute("SELECT count(*) FROM indicators").fetchone()[0] == 5
        found = connection.execute(
            "SELECT rowid FROM indicator_words WHERE indicator_words MATCH '\"群 众\"'"
        ).fetchall()
        assert len(found) == 1


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM tables", "ATTACH 'x.db' AS x", "PRAGMA query_only = OFF", "SELECT load_extension('x')",
     "CREATE TEMP TABLE x (y)", "SELECT readfile('/etc/passwd')", "SELECT randomblob(1000000000)"],
)  # fmt: skip
def test_it_does_nothing_else(database: Path, statement: str) -> None:
    with pytest.raises((CommandError, sqlite3.DatabaseError)), asking(database) as connection:
        connection.execute(statement)


def test_it_does_not_go_on_for_ever(database: Path) -> None:
    with pytest.raises(TakesTooLong), asking(database, 0.05) as connection:
        connection.execute(_ENDLESS)
