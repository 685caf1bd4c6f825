"""What a person sees when the database cannot be used: an exit code of its own, one sentence, nothing harmed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ingest import store
from ingest.exits import Exit
from tests.command_line import CommandLine, Ran


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    """A database with one import; then another file arrives."""
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    (form.parent / "new.txt").write_text(form.read_text(encoding="utf-8").replace("修路", "架桥"), encoding="utf-8")
    return tmp_path / "demo.db"


def counts(database: Path) -> tuple[str, int, int]:
    connection = sqlite3.connect(database)
    try:
        (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
        return whole, *(
            connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("tables", "indicators")
        )
    finally:
        connection.close()


def one_sentence(ran: Ran, code: Exit, words: str) -> None:
    assert (ran.code, ran.out) == (code, "")
    assert len(ran.err.strip().splitlines()) == 1
    assert words in ran.err


def bounded(monkeypatch: pytest.MonkeyPatch, pragma: str) -> None:
    """A database on which SQLite itself meets the trouble."""
    prepare = store._prepare  # noqa: SLF001 - where the connection is made ready

    def prepared(connection: sqlite3.Connection, path: Path) -> None:
        prepare(connection, path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(pragma.format(pages=pages))

    monkeypatch.setattr(store, "_prepare", prepared)


def test_a_full_disk(jixiao: CommandLine, form: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts(database)
    bounded(monkeypatch, "PRAGMA max_page_count = {pages}")
    many = form.read_text(encoding="utf-8") + "产出指标\t数量指标\t桥\t≥1座\n" * 2000
    (form.parent / "new.txt").write_text(many, encoding="utf-8")
    one_sentence(jixiao("import", form.parent, "--db", database), Exit.STORAGE, "check space and permissions")
    rehearsal = jixiao("import", form.parent, "--db", database, "--dry-run")
    one_sentence(rehearsal, Exit.STORAGE, "the copy of the database for the rehearsal has no room")
    assert counts(database) == before
    monkeypatch.undo()


def test_a_read_only_database(jixiao: CommandLine, form: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts(database)
    real = sqlite3.connect

    def connected(path: Path | str, **how: Any) -> sqlite3.Connection:
        found: sqlite3.Connection
        found = real(path, **how) if how.get("uri") else real(f"file:{path}?mode=ro", uri=True, **how)
        return found

    @contextmanager
    def undone() -> Iterator[None]:
        monkeypatch.setattr(sqlite3, "connect", connected)
        yield
        monkeypatch.setattr(sqlite3, "connect", real)

    with undone():
        ran = jixiao("import", form.parent, "--db", database, language="zh")
    one_sentence(ran, Exit.STORAGE, "请检查磁盘空间和权限")
    assert counts(database) == before


@pytest.mark.parametrize("name", ["demo.db", "demo.db-wal", "demo.db-shm"])
def test_what_may_not_be_written_is_named_and_nothing_is_left_beside_it(
    jixiao: CommandLine, form: Path, database: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    database.with_name(name).touch()
    before = {path.name: path.stat().st_mtime_ns for path in database.parent.iterdir() if path.is_file()}
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, how: (Path(path).name, how) != (name, os.W_OK) and real(path, how))
    ran = jixiao("import", form.parent, "--db", database)
    one_sentence(ran, Exit.STORAGE, f"{name} is read-only")
    assert {path.name: path.stat().st_mtime_ns for path in database.parent.iterdir() if path.is_file()} == before


def test_a_corrupt_database(jixiao: CommandLine, form: Path, database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    database.write_bytes(content)
    one_sentence(jixiao("import", form.parent, "--db", database), Exit.DATABASE, "restore a backup")
    assert database.read_bytes() == bytes(content)


def test_a_newer_database(jixiao: CommandLine, form: Path, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'jixiao', '9999_future', '')")
    connection.close()
    before = database.read_bytes()
    one_sentence(jixiao("import", form.parent, "--db", database), Exit.DATABASE, "upgrade jixiao")
    assert database.read_bytes() == before


@pytest.mark.parametrize("made", ["text", "other"])
def test_nothing_is_left_beside_what_is_no_database(jixiao: CommandLine, form: Path, made: str) -> None:
    page = form.parent / "1.html"
    if made == "text":
        page.write_text("<table>" * 100)
    else:
        with sqlite3.connect(page) as connection:
            connection.execute("CREATE TABLE of_another_program (a)")
        connection.close()
    before = page.read_bytes()
    assert jixiao("import", form, "--db", page).code == Exit.DATABASE
    assert sorted(path.name for path in form.parent.iterdir()) == ["1.html", "road.txt"]
    assert page.read_bytes() == before


def test_a_folder_that_takes_no_file_beside_its_database(jixiao: CommandLine, form: Path, database: Path) -> None:
    database.with_name("demo.db.holder").mkdir()
    ran = jixiao("import", form.parent, "--db", database)
    one_sentence(ran, Exit.STORAGE, "no file can be written beside")
