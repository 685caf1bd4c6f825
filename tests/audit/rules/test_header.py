"""The heads of rules."""

import pytest

from audit.rules.header import own_head, read_head, read_rule
from ingest.exits import CommandError, Exit
from tests.audit.rules.own_rule import RULE


def test_the_query_and_where_it_begins() -> None:
    query = read_rule(RULE, "X01.sql")
    assert (query.rule.code, query.rule.parameters["least"].default) == ("X01", 90)
    assert query.sql.startswith("SELECT table_id")
    assert not query.sql.endswith(";")
    assert RULE.splitlines()[query.line - 1].startswith("SELECT")


def test_a_head_of_ours() -> None:
    assert own_head("R93").code == "R93"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('-- severity = "low"', '-- severity = "low', "rule X01.sql, line 2: the head is no TOML"),
        ('-- severity = "low"', '-- severity = "grave"', "rule X01.sql, line 1: severity of the head is wrong"),
        ('-- basis = "本局审核要点"\n', "", "rule X01.sql, line 1: basis of the head is wrong"),
        ("-- code", "-- mode", "of the head is wrong"),
    ],
)
def test_a_head_that_is_wrong_is_told_by_file_and_line(old: str, new: str, said: str) -> None:
    with pytest.raises(CommandError) as caught:
        read_rule(RULE.replace(old, new), "X01.sql")
    assert said in caught.value.en
    assert "X01.sql" in caught.value.zh
    assert caught.value.code is Exit.USAGE


def test_a_head_without_a_query() -> None:
    with pytest.raises(CommandError, match="there is no query behind the head"):
        read_rule(RULE.partition("SELECT")[0], "X01.sql")
    with pytest.raises(CommandError):
        read_head("", "R93.toml")
