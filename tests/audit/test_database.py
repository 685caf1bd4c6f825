"""A reader's connection."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from audit.database import reading
from ingest.exits import CommandError, Exit
from ingest.store import opened
from tests.command_line import CommandLine


def refused(path: Path) -> CommandError:
    with pytest.raises(CommandError) as error, reading(path):
        pytest.fail("opened")
    return error.value


def test_nothing_can_be_written(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db"):
        pass
    with reading(tmp_path / "demo.db") as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM sources")


def test_no_database_and_no_jixiao_database(tmp_path: Path) -> None:
    assert refused(tmp_path / "demo.db").code is Exit.DATABASE
    (tmp_path / "text.db").write_text("text" * 500)
    assert refused(tmp_path / "text.db").code is Exit.DATABASE
    (tmp_path / "empty.db").touch()
    assert "not up to date" in refused(tmp_path / "empty.db").en
    assert not (tmp_path / "demo.db").exists()


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store, store.transaction():
        store.connection.execute("INSERT INTO roots VALUES (1, 'a')")
        with reading(tmp_path / "demo.db") as connection:
            assert connection.execute("SELECT count(*) FROM roots").fetchone()[0] == 0


def test_a_database_on_a_medium_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "demo.db") as store:
        store.connection.execute("INSERT INTO roots VALUES (1, 'a')")
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    shutil.copy(tmp_path / "demo.db", frozen / "demo.db")
    connect = sqlite3.connect

    def on_frozen_medium(address: str, *, uri: bool) -> sqlite3.Connection:
        missing = address if "immutable" in address else address.replace("demo.db", "nowhere.db")
        return connect(missing, uri=uri)

    monkeypatch.setattr("audit.database.sqlite3.connect", on_frozen_medium)
    with reading(frozen / "demo.db") as connection:
        assert connection.execute("SELECT count(*) FROM roots").fetchone()[0] == 1


def test_folded_text_can_be_compared(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db"):
        pass
    with reading(tmp_path / "demo.db") as connection:
        assert tuple(connection.execute("SELECT fold('交通 局'), fold(NULL)").fetchone()) == ("交通局", None)


@pytest.mark.parametrize("command", [["find", "路"], ["compare"], ["export", "--csv", "a.csv"]])
@pytest.mark.parametrize(
    ("made", "code", "said"),
    [
        ("older", Exit.DATABASE, "is not up to date; run jixiao import on it once"),
        ("newer", Exit.DATABASE, "was written by a later jixiao (9999_future), nothing was changed; upgrade jixiao"),
        ("no bytes", Exit.DATABASE, "is not up to date; run jixiao import on it once"),
        ("text", Exit.DATABASE, "is no usable jixiao database"),
        ("cut off", Exit.DATABASE, "is no usable jixiao database"),
        ("missing", Exit.DATABASE, "there is no database"),
    ],
)
def test_a_database_that_is_none_of_ours_ends_in_one_sentence(
    made: str,
    code: Exit,
    said: str,
    command: list[str],
    jixiao: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    database = tmp_path / "x.db"
    with opened(database) as store:
        store.connection.execute("PRAGMA journal_mode = DELETE")
        if made == "older":
            store.connection.execute("DELETE FROM _sqlite_migrations WHERE name <> '0001_first'")
        if made == "newer":
            store.connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'jixiao', '9999_future', '')")
    content = {"no bytes": b"", "text": b"text" * 500, "cut off": database.read_bytes()[:20_000]}.get(made)
    if content is not None:
        database.write_bytes(content)
    if made == "missing":
        database.unlink()
    ran = jixiao(*command, "--db", database)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)
    assert said in ran.err
    assert not (tmp_path / "a.csv").exists()


def test_a_database_without_a_table_is_empty_and_well(jixiao: CommandLine, tmp_path: Path) -> None:
    with opened(tmp_path / "x.db"):
        pass
    assert jixiao("find", "路", "--db", tmp_path / "x.db").code == Exit.NOTHING_FOUND
    assert jixiao("compare", "--db", tmp_path / "x.db").code == Exit.NOTHING_FOUND
    for kind in ("csv", "xlsx", "html", "jsonl", "datasette"):
        assert jixiao("export", "--db", tmp_path / "x.db", f"--{kind}", tmp_path / f"x.{kind}").code == 0
