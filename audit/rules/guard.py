"""What a rule may do while it runs: read, within a time; nothing else."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_FORBIDDEN_FUNCTIONS = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}
_STEPS = 10_000
"""The clock is looked at after so many steps of SQLite's machine."""


@contextmanager
def guarded(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Queries inside may only read; one that takes longer is interrupted and raises `sqlite3.OperationalError`."""
    deadline = time.monotonic() + seconds
    connection.set_authorizer(_authorize)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        yield
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)


def _authorize(action: int, _first: str | None, second: str | None, _database: str | None, _inner: str | None) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
