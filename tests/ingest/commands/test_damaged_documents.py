"""A stored document that was damaged costs nothing where its file is at hand, and is said where it is not."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.edition import Editions, editions
from tests.command_line import CommandLine
from tests.conftest import FORM
from tests.ingest.dump import dump


def damage(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE documents SET document = x'00'")
    connection.close()


def whole(database: Path) -> bool:
    with sqlite3.connect(database) as connection:
        (left,) = connection.execute("SELECT count(*) FROM documents WHERE document = x'00'").fetchone()
    connection.close()
    return bool(left == 0)


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, jixiao gives another meaning."""
    today = editions()
    monkeypatch.setattr("ingest.order.editions", lambda: Editions(today.reading, "later"))


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    assert jixiao("import", form.parent, "--db", tmp_path / "demo.db").code == 0
    damage(tmp_path / "demo.db")
    return tmp_path / "demo.db"


def copied(form: Path) -> None:
    (form.parent / "a_copy.txt").write_bytes(form.read_bytes())


def first_gone(form: Path) -> None:
    copied(form)
    form.rename(form.parent / "zzz.txt")


@pytest.mark.parametrize("change", [copied, first_gone])
def test_an_intact_file_is_read_anew(
    jixiao: CommandLine, form: Path, database: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    later(monkeypatch)
    change(form)
    ran = jixiao("import", form.parent, "--db", database)
    assert (ran.code, "parser_crash" in ran.err) == (0, False)
    assert whole(database)
    jixiao("import", form.parent, "--db", database.with_name("fresh.db"))
    assert dump(database) == dump(database.with_name("fresh.db"))


def test_trying_again_mends_what_is_stored_and_supersedes_nothing(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("retry", "--db", database, "--status", "imported", "--json")
    assert (ran.code, json.loads(ran.out)["files"]["changes"]) == (0, {"unchanged": 1})
    assert whole(database)
    assert json.loads(jixiao("retry", "--db", database, "--status", "imported", "--json").out)["rows_written"] == 0


def test_touched_and_imported_again(jixiao: CommandLine, form: Path, database: Path) -> None:
    os.utime(form, (1_700_000_000, 1_700_000_000))
    ran = jixiao("import", form.parent, "--db", database)
    assert (ran.code, "parser_crash" in ran.err) == (0, False)
    copied(form)
    assert jixiao("import", form.parent, "--db", database).code == 0


def test_the_first_of_two_twins_goes(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    copied(form)
    database = tmp_path / "demo.db"
    assert jixiao("import", form.parent, "--db", database).code == 0
    damage(database)
    (form.parent / "a_copy.txt").unlink()
    ran = jixiao("import", form.parent, "--db", database, "--json")
    assert (ran.code, json.loads(ran.out)["database"]["indicators"]) == (0, 5)
    assert whole(database)


def test_what_is_stored_waits_for_its_file(
    jixiao: CommandLine, form: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    ran = jixiao("import", "--stored", "--db", database, "--json", language="zh")
    said = json.loads(ran.out)
    assert (ran.code, said["files"]["changes"], said["files"]["statuses"]) == (3, {"waiting": 1}, {"imported": 1})
    assert said["remarks"] == [
        "road.txt：库中保存的原文已损坏，原有内容未变；请用 jixiao import 再导入该文件，从原文件读取"
    ]
    assert said["database"]["indicators"] == 5
    assert "road.txt: what is stored of it is damaged" in jixiao("import", "--stored", "--db", database).err
    assert jixiao("import", form.parent, "--db", database).code == 0
    assert whole(database)
    assert json.loads(jixiao("import", "--stored", "--db", database, "--json").out)["files"]["changes"] == {
        "unchanged": 1
    }


def test_several_damaged_twins_that_wait(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(form)
    (form.parent / "bridge.txt").write_text(FORM.replace("修路", "架桥"), encoding="utf-8")
    assert jixiao("import", form.parent, "--db", tmp_path / "demo.db").code == 0
    damage(tmp_path / "demo.db")
    later(monkeypatch)
    ran = jixiao("import", "--stored", "--db", tmp_path / "demo.db", "--json")
    assert (ran.code, json.loads(ran.out)["files"]["changes"]) == (3, {"waiting": 2, "reread": 1})
    assert json.loads(ran.out)["files"]["statuses"] == {"imported": 2, "duplicate": 1}
