"""Answers that are remembered until an import changes them."""

import sqlite3
from pathlib import Path

import pytest

from audit.web import summaries
from audit.web.summaries import Summaries
from tests.command_line import CommandLine


def test_asked_once_and_again_after_an_import(database: Path, form: Path, jixiao: CommandLine) -> None:
    kept, asked = Summaries(), []

    def tables(connection: sqlite3.Connection) -> int:
        asked.append("tables")
        return int(connection.execute("SELECT count(*) FROM tables").fetchone()[0])

    assert [kept.of(database, "tables", tables) for _ in range(3)] == [1, 1, 1]
    assert len(asked) == 1
    (form.parent / "tree.txt").write_text(form.read_text(encoding="utf-8").replace("修路", "植树"), encoding="utf-8")
    jixiao("import", form.parent, "--db", database)
    assert (kept.of(database, "tables", tables), len(asked)) == (2, 2)


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "_KEPT", 2)
    kept = Summaries()
    for name in "abc":
        kept.kept(name, (), lambda: 1)
    assert (list(kept.held), "a" in kept.locks) == (["b", "c"], False)


def test_what_rests_on_something_else_is_asked_again_when_that_changes() -> None:
    kept = Summaries()
    answers = iter("abc")
    assert [kept.kept("x", (state,), lambda: next(answers)) for state in (1, 1, 2)] == ["a", "a", "b"]
