"""The database beside a database, for what auditors add to it; written in whole transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from ingest.exits import CommandError, Exit
from ingest.migrations import statements
from ingest.store import troubles_told

_BUSY_SECONDS = 30
_MARK = 0x4A58_4155
"""The application id in the file, so that the database of another program is told."""


def beside(database: Path) -> Path:
    """Where the side database of a database stands: x.db.audit."""
    return database.with_name(database.name + ".audit")


@contextmanager
def opened(path: Path | None) -> Iterator[sqlite3.Connection]:
    """The side database at a path, or one in memory, brought up to the schema of today; raises `CommandError`."""
    shown = path or Path(":memory:")
    with troubles_told(shown):
        connection = sqlite3.connect(":memory:" if path is None else path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            _prepare(connection, shown)
            yield connection
        finally:
            connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside happens, or nothing does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    steps = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".sql"))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (names,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if names and mark != _MARK:
        raise CommandError(
            Exit.DATABASE,
            zh=f"{path} 不是 jixiao 的审核库，未改动；请把它移到别处",
            en=f"{path} is no database of findings of jixiao, nothing was changed; move it elsewhere",
        )
    if version > len(steps):
        raise CommandError(
            Exit.DATABASE,
            zh=f"审核库 {path} 由更新版本的 jixiao 写成，未改动；请升级 jixiao",
            en=f"{path} was written by a later jixiao, nothing was changed; upgrade jixiao",
        )
    if version == len(steps):
        return
    with transaction(connection):
        for name in steps[version:]:
            for statement in statements((files(__name__) / name).read_text(encoding="utf-8")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_MARK}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
