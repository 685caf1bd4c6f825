"""What is no longer where it was."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Ran
from tests.conftest import FORM


@pytest.fixture
def folder(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    """Two files, imported."""
    (form.parent / "sub").mkdir()
    (form.parent / "sub" / "bridge.txt").write_text(FORM.replace("修路", "架桥"), encoding="utf-8")
    assert jixiao("import", form.parent, "--db", tmp_path / "demo.db").code == 0
    return form.parent


def statuses(database: Path) -> dict[str, str]:
    with sqlite3.connect(database) as connection:
        found = dict(connection.execute("SELECT path, status FROM current_sources").fetchall())
    connection.close()
    return found


def changes(ran: Ran) -> dict[str, int]:
    found: dict[str, int] = json.loads(ran.out)["files"]["changes"]
    return found


def test_a_named_file_that_is_remembered_cannot_be_had(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    (folder / "road.txt").unlink()
    for written in (True, False):
        ran = jixiao("import", folder / "road.txt", "--db", database, "--json")
        assert (ran.code, ran.err.count("road.txt"), json.loads(ran.out)["rows_written"] > 0) == (3, 1, written)
        assert [failure["status"] for failure in json.loads(ran.out)["failures"]] == ["unreadable"]
        assert json.loads(ran.out)["database"]["tables"] == 2  # what was read of it stays in force
    assert statuses(database) == {"road.txt": "unreadable", "sub/bridge.txt": "imported"}
    assert "road.txt: not read: there is no such file" in jixiao("failures", "--db", database).out
    assert jixiao("import", folder, "--db", database).code == 0
    assert statuses(database)["road.txt"] == "vanished"
    assert jixiao("import", folder / "road.txt", "--db", database).code == 3
    assert statuses(database)["road.txt"] == "vanished"


def test_a_named_file_that_nobody_remembers_is_told_once(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    ran = jixiao("import", folder / "nowhere.txt", "--db", tmp_path / "demo.db")
    assert (ran.code, ran.err.count("nowhere.txt")) == (3, 1)
    assert "nowhere.txt" not in statuses(tmp_path / "demo.db")


def test_a_listed_file_that_is_gone_is_told_once(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    listed = "path\nfiles/road.txt\nfiles/sub/bridge.txt\nfiles/nowhere.txt\n"
    (tmp_path / "list.csv").write_text(listed, encoding="utf-8")
    (folder / "road.txt").unlink()
    ran = jixiao("import", "--manifest", tmp_path / "list.csv", "--db", tmp_path / "demo.db", "--json")
    assert (ran.code, changes(ran)) == (3, {"unchanged": 1, "reread": 1})
    assert (ran.err.count("road.txt"), ran.err.count("nowhere.txt")) == (1, 1)
    assert "files/nowhere.txt: the manifest lists it, but there is no such file" in ran.err
    assert statuses(tmp_path / "demo.db")["road.txt"] == "unreadable"


@pytest.mark.parametrize("there", [True, False])
def test_an_emptied_folder_says_what_it_held(jixiao: CommandLine, folder: Path, tmp_path: Path, there: bool) -> None:
    database = tmp_path / "demo.db"
    shutil.rmtree(folder)
    if there:
        folder.mkdir()
    ran = jixiao("import", folder, "--db", database, "--json")
    assert (ran.code, changes(ran)) == (3, {"gone": 2})
    (remark,) = json.loads(ran.out)["remarks"]
    assert remark.startswith(f"{folder}: it held 2 files before and is ")
    assert "no files in this folder" not in ran.err
    assert set(statuses(database).values()) == {"vanished"}
    assert jixiao("import", folder, "--db", database, "--fail-on", "never").code == 0


def test_a_folder_below_that_is_gone(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder / "sub")
    ran = jixiao("import", folder / "sub", "--db", tmp_path / "demo.db", language="zh")
    assert (ran.code, "原有文件 1 个，现在已不在" in ran.err) == (3, True)
    assert statuses(tmp_path / "demo.db") == {"road.txt": "imported", "sub/bridge.txt": "vanished"}


def test_a_named_folder_that_is_a_file_now(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    shutil.rmtree(folder)
    folder.write_text(FORM.replace("修路", "植树"), encoding="utf-8")
    ran = jixiao("import", folder, "--db", database, "--json")
    assert changes(ran) == {"new": 1, "gone": 2}
    assert statuses(database) == {
        "files": "imported", "files/road.txt": "vanished", "files/sub/bridge.txt": "vanished",
    }  # fmt: skip
    assert json.loads(ran.out)["database"]["tables"] == 1
    assert json.loads(jixiao("import", folder, "--db", database, "--json").out)["rows_written"] == 0


def test_what_a_file_system_cannot_tell_has_not_vanished(
    jixiao: CommandLine, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def untold(_path: Path) -> bool:
        return False

    shutil.rmtree(folder / "sub")
    monkeypatch.setattr("ingest.gone.is_gone", untold)
    assert jixiao("import", folder / "sub", "--db", tmp_path / "demo.db").code == 3
    assert set(statuses(tmp_path / "demo.db").values()) == {"imported"}


def test_trying_again_tells_of_a_file_that_is_gone(jixiao: CommandLine, folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    (folder / "road.txt").unlink()
    (folder / "sub" / "bridge.txt").rename(folder / "sub" / ".bridge.txt")
    jixiao("import", folder / "sub" / ".bridge.txt", "--db", database)
    ran = jixiao("retry", "--db", database, "--status", "imported", "--json")
    assert (ran.code, changes(ran)) == (3, {"reread": 1, "unchanged": 1})
    assert statuses(database) == {
        "road.txt": "unreadable",
        "sub/bridge.txt": "duplicate",
        "sub/.bridge.txt": "imported",
    }
    assert json.loads(ran.out)["database"]["tables"] == 2  # until an import of the folder says that they are gone
    assert jixiao("import", folder, "--db", database).code == 3  # nothing is left in it but what is passed over
    assert statuses(database)["road.txt"] == "vanished"


def test_a_folder_within_another_is_not_empty_for_being_named_too(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "in" / "year" / "more").mkdir(parents=True)
    (tmp_path / "in" / "year" / "more" / "a.txt").write_text("说明", encoding="utf-8")
    (tmp_path / "in" / "none").mkdir()
    named = (tmp_path / "in", tmp_path / "in" / "year", tmp_path / "in" / "year" / "more", tmp_path / "in" / "none")
    for paths in (named, named[::-1]):
        ran = jixiao("import", *paths, "--db", tmp_path / "x.db")
        empty = [line for line in ran.err.splitlines() if "no files in this folder" in line]
        assert empty == [f"{tmp_path / 'in' / 'none'}: no files in this folder; check the path"]
