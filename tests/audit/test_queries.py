"""Queries that somebody wrote."""

from pathlib import Path
from time import process_time

import pytest

from audit.database import reading
from audit.queries import Answer, answer
from ingest.exits import CommandError, Exit


def asked(database: Path, query: str, *parameters: object) -> Answer:
    with reading(database) as connection:
        return answer(connection, query, parameters)


def test_rows_under_their_names(sampled: Path) -> None:
    found = asked(
        sampled, "SELECT level1, count(*) AS n FROM current_indicators WHERE level1 = ? GROUP BY 1", "产出指标"
    )
    assert found.columns == ("level1", "n")
    assert found.records() == [{"level1": "产出指标", "n": found.rows[0][1]}]
    assert found.truncated is False


def test_a_thousand_rows_and_no_more(sampled: Path) -> None:
    found = asked(sampled, "SELECT 1 FROM indicators, tables")
    assert (len(found.rows), found.truncated) == (1000, True)
    found = asked(sampled, "SELECT replace(hex(words || words), '0', 'aaaaaaaaaa') FROM indicators, tables")
    assert found.truncated
    assert asked(sampled, "SELECT printf('%2000000d', 1)").rows == [(None,)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "it asks for nothing"),
        ("-- nothing", "it asks for nothing"),
        ("SELECT FROM", "the query is wrong"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT ?", "the query is wrong"),
        ("SELECT \x00", "the query is wrong"),
        ("SELECT 1 WHERE '\ud800'", "the query is wrong"),
        ("DELETE FROM sources", "can be read"),
        ("ATTACH 'x' AS y", "can be read"),
        ("PRAGMA journal_mode = DELETE", "can be read"),
        ("SELECT load_extension('x')", "can be read"),
        ("SELECT hex(zeroblob(500000000))", "can be read"),
        ("SELECT group_concat(i.words || j.words) FROM indicators AS i, indicators AS j", "too big"),
        ("SELECT 'a' LIKE '" + "%a" * 200 + "'", "too complex"),
        ("SELECT 1 WHERE " + "(" * 3000 + "1" + ")" * 3000, "the query is wrong"),
        ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "longer than 1 s"),
        ("SELECT count(*) FROM indicators AS a, indicators AS b, indicators AS c, indicators AS d", "longer than 1 s"),
        ("SELECT '" + "x" * 10_000_000 + "'", "characters, more than 100,000"),
    ],
)
def test_a_query_that_is_refused_ends_in_one_sentence(sampled: Path, query: str, said: str) -> None:
    before = process_time()
    with pytest.raises(CommandError) as error:
        asked(sampled, query)
    assert error.value.code is Exit.USAGE
    assert said in error.value.en
    assert "\n" not in error.value.en.replace("\\n", "")
    assert process_time() - before < 5
