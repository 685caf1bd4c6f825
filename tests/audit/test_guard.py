"""What a guarded connection refuses."""

import sqlite3
from pathlib import Path
from time import process_time

import pytest

from audit.asking.find import Question, find
from audit.database import reading
from audit.guard import guarded
from ingest.exits import CommandError

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE '/tmp/x.db' AS x",
        "PRAGMA writable_schema = ON",
        "PRAGMA query_only = OFF",
        "SELECT * FROM pragma_database_list",
        "CREATE TEMP TABLE x (a)",
        "DELETE FROM sources",
        "INSERT INTO roots VALUES (9, 'x')",
        "UPDATE sources SET path = ''",
        "DROP TABLE sources",
        "VACUUM INTO '/tmp/x.db'",
        "BEGIN IMMEDIATE",
        "SELECT load_extension('x')",
        "SELECT writefile('/tmp/x', 'x')",
        "SELECT randomblob(1000000000)",
        "SELECT zeroblob(1000000000)",
        "SELECT fts3_tokenizer('x')",
        "REINDEX",
        "ANALYZE",
        "EXPLAIN SELECT 1; DROP TABLE sources",
    ],
)
def test_what_is_not_reading(sampled: Path, statement: str) -> None:
    with (
        reading(sampled) as connection,
        pytest.raises((sqlite3.DatabaseError, sqlite3.Warning, sqlite3.ProgrammingError)),
        guarded(connection),
    ):
        connection.execute(statement)


def test_what_takes_too_long_ends_in_time(sampled: Path) -> None:
    before = process_time()
    with (
        reading(sampled) as connection,
        pytest.raises(CommandError, match=r"longer than 0.2 s and was stopped"),
        guarded(connection, 0.2),
    ):
        connection.execute(ENDLESS).fetchone()
    assert process_time() - before < 5


def test_questions_pass_and_the_guard_goes_with_its_block(sampled: Path) -> None:
    with reading(sampled) as connection:
        with guarded(connection):
            assert find(connection, Question(words=("知识产权",)), 50)[0]
            assert find(connection, Question(level="产出", unit="件"), 50)[0]
        assert connection.execute("PRAGMA query_only").fetchone()[0] == 1
