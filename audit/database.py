"""The database as a reader has it: open for queries alone, never waiting for an import, never changing a byte."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.asking.bounds import order
from audit.history import look_back
from ingest.exits import CommandError, Exit
from ingest.migrations import SET, names
from ingest.store import read_only, refuse_strange, troubles_told
from ingest.there import is_file, is_folder
from normalize.denominators import canonical_per
from normalize.text import fold


@contextmanager
def reading(path: Path, *, as_of: int | None = None, strictly: bool = True) -> Iterator[sqlite3.Connection]:
    """A connection that can only read; raises `CommandError` if there is no database.

    It has the SQL functions `fold`, `canonical_per` and `exact_order`. With `as_of` it answers as that import saw
    things. One that is not `strictly` for queries may make tables of its own.
    """
    if is_folder(path):
        raise CommandError(
            Exit.DATABASE,
            zh=f"{path} 是文件夹；--db 须指明数据库文件",
            en=f"{path} is a folder; --db takes the file of a database",
        )
    if not is_file(path):
        raise CommandError(
            Exit.DATABASE,
            zh=f"没有数据库 {path}；请先运行 jixiao import PATH --db {path}",
            en=f"there is no database {path}; run jixiao import PATH --db {path} first",
        )
    with troubles_told(path):
        connection = read_only(path)
        try:
            refuse_strange(connection, path)
            _refuse_older(connection, path)
            if as_of is not None:
                look_back(connection, as_of)
            if strictly:
                connection.execute("PRAGMA query_only = ON")
            connection.create_function("fold", 1, lambda text: None if text is None else fold(text), deterministic=True)
            connection.create_function("canonical_per", 1, canonical_per, deterministic=True)
            connection.create_function("exact_order", 2, order, deterministic=True)
            connection.row_factory = sqlite3.Row
            yield connection
        finally:
            connection.close()


def _refuse_older(connection: sqlite3.Connection, path: Path) -> None:
    """Stop at a database that lacks a step of today's schema: a reader does not change it."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    applied = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [SET]) if found else ()
    if set(names()) - {name for (name,) in applied}:
        raise CommandError(
            Exit.DATABASE,
            zh=f"数据库 {path} 尚未升级；请用 jixiao import 再导入一次",
            en=f"database {path} is not up to date; run jixiao import on it once",
        )
