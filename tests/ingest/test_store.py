"""The database of record: whole transactions, and every refusal in words."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from ingest.exits import CommandError, Exit
from ingest.store import Store, opened, rehearsed


def test_it_is_made_and_made_once(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(tmp_path / "demo.db") as store:
            assert store.connection.execute("SELECT count(*) FROM sources").fetchone() == (0,)
            assert store.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with opened(tmp_path / "demo.db") as store:
        assert store.written == 0


def test_tables_are_strict(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        kinds = store.connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    ours = {name: strict for name, strict in kinds if not name.startswith(("sqlite_", "_sqlite", "indicator_words"))}
    assert ours == dict.fromkeys(
        ["imports", "roots", "sources", "documents", "tables", "indicators", "targets", "diagnostics"], 1
    )


def test_a_transaction_happens_whole_or_not_at_all(tmp_path: Path) -> None:
    def break_off(store: Store) -> None:
        with store.transaction():
            store.connection.execute("INSERT INTO roots VALUES (1, 'a')")
            raise KeyboardInterrupt

    with opened(tmp_path / "demo.db") as store:
        with pytest.raises(KeyboardInterrupt):
            break_off(store)
        assert store.connection.execute("SELECT count(*) FROM roots").fetchone() == (0,)
        assert store.next_id("roots") == 1


def ending(database: Path) -> CommandError:
    with pytest.raises(CommandError) as error, opened(database) as store:
        store.connection.execute("INSERT INTO roots VALUES (1, 'a')")
    return error.value


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "demo.db").write_bytes(b"no database at all, only some text of a certain length" * 20)
    error = ending(tmp_path / "demo.db")
    assert error.code is Exit.DATABASE
    assert "is no usable jixiao database" in error.en


def test_the_database_of_another_program(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE sources (a)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    assert ending(tmp_path / "other.db").code is Exit.DATABASE
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        store.connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'jixiao', '9999_future', '')")
    error = ending(tmp_path / "demo.db")
    assert error.code is Exit.DATABASE
    assert "9999_future" in error.zh


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    assert ending(tmp_path / "nowhere" / "demo.db").code is Exit.STORAGE


def test_a_full_disk(tmp_path: Path) -> None:
    def fill(database: Path) -> None:
        with opened(database) as store:
            (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
            store.connection.execute(f"PRAGMA max_page_count = {pages}")
            with store.transaction():
                store.connection.execute(
                    "INSERT INTO documents (sha256, reading_edition, document) VALUES ('a', 'b', zeroblob(1000000))"
                )

    with pytest.raises(CommandError) as error:
        fill(tmp_path / "demo.db")
    assert error.value.code is Exit.STORAGE
    with opened(tmp_path / "demo.db") as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_locked_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.store._BUSY_SECONDS", 0)
    with opened(tmp_path / "demo.db") as first, first.transaction():
        assert ending(tmp_path / "demo.db").code is Exit.LOCKED


def test_a_database_that_is_removed_or_replaced_under_way(tmp_path: Path) -> None:
    def torn_away(*, replaced: bool, written: bool) -> CommandError:
        database = tmp_path / f"{replaced}{written}.db"
        with pytest.raises(CommandError) as error, opened(database) as store:
            torn(store, replaced=replaced, written=written)
        return error.value

    def torn(store: Store, *, replaced: bool, written: bool) -> None:
        store.path.unlink()
        if replaced:
            store.path.write_bytes(b"")
        if written:
            with store.transaction():
                pytest.fail("it is written to nowhere")

    for replaced in (False, True):
        for written in (False, True):
            error = torn_away(replaced=replaced, written=written)
            assert error.code is Exit.STORAGE
            assert "was removed or replaced" in error.en


def test_a_damaged_database_that_quotes_what_is_no_text(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db"):
        pass
    connection = sqlite3.connect(tmp_path / "demo.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = CAST(x'ffff' AS TEXT), name = CAST(x'ffff' AS TEXT) WHERE name = 'roots'"
    )
    connection.close()
    for ask in (ending, rehearsal):
        assert ask(tmp_path / "demo.db").code is Exit.DATABASE


def rehearsal(database: Path) -> CommandError:
    with pytest.raises(CommandError) as error, rehearsed(database):
        pytest.fail("it was opened")
    return error.value


def test_a_rehearsal_reads_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "demo.db"):
        pass
    connected = sqlite3.connect

    def refused(address: str, **options: Any) -> Any:
        """As SQLite does in a folder that cannot be written: no log can be made beside the database."""
        if "mode=ro" in str(address) and "immutable" not in str(address):
            raise sqlite3.OperationalError("unable to open database file")
        return connected(address, **options)

    monkeypatch.setattr("ingest.store.sqlite3.connect", refused)
    with rehearsed(tmp_path / "demo.db") as store:
        assert store.connection.execute("SELECT count(*) FROM sources").fetchone() == (0,)
