"""`jixiao retry`."""

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine


def changes(ran_out: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(ran_out)["files"]["changes"]
    return found


def test_the_files_that_failed_are_read_again(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    (form.parent / "empty.txt").touch()
    (form.parent / "limits.toml").write_text("file_bytes = 100\n")
    first = jixiao("import", form, form.parent / "empty.txt", "--db", database, "--limits", form.parent / "limits.toml")
    assert first.code == 3
    again = jixiao("retry", "--db", database, "--json")
    assert (again.code, changes(again.out)) == (3, {"unchanged": 1, "reread": 1})
    assert json.loads(again.out)["database"]["indicators"] == 5
    only = jixiao("retry", "--db", database, "--status", "imported", "--json")
    assert (only.code, changes(only.out)) == (0, {"unchanged": 1})
    assert changes(jixiao("retry", "--db", database, "--older-edition", "--json").out) == {}


def test_what_an_older_version_read(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("ingest.edition.MEANING", ("schema",))
        jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("retry", "--db", tmp_path / "demo.db", "--older-edition", "--json")
    assert changes(ran.out) == {"reread": 1}


def test_no_database(jixiao: CommandLine, tmp_path: Path) -> None:
    assert jixiao("retry", "--db", tmp_path / "demo.db").code == 5
    assert not (tmp_path / "demo.db").exists()
