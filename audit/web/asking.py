"""A connection for one request: it can only read what it is allowed to, and not for long."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from audit.database import reading
from ingest.exits import CommandError

SECONDS = 1.0
"""A person's question may take so long; one that takes longer is asked to be narrowed."""

PATIENT_SECONDS = 30.0
"""A question of our own, asked once and remembered, may take longer."""

_STEPS = 5_000
_ACTIONS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_PRAGMAS = {"data_version"}
"""What the full-text index asks to see whether it has changed."""

_REFUSED_FUNCTIONS = {"load_extension", "writefile", "readfile", "edit", "fts3_tokenizer"}


class TakesTooLong(Exception):  # noqa: N818 - a page says it, nobody made an error
    """The question was stopped at its limit."""


@contextmanager
def asking(database: Path, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
    """A connection that answers SELECT alone, for so many seconds.

    Raises `CommandError` where the database is none of ours or of another version, `TakesTooLong` at the limit.
    """
    try:
        with reading(database) as connection:
            _restrict(connection, monotonic() + seconds)
            yield connection
    except CommandError as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise TakesTooLong from error
        raise


def _restrict(connection: sqlite3.Connection, end: float) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_allowed)
    connection.set_progress_handler(lambda: monotonic() > end, _STEPS)


def _allowed(action: int, one: str | None, other: str | None, _database: str | None, _trigger: str | None) -> int:
    allowed = (
        action in _ACTIONS
        or (action == sqlite3.SQLITE_PRAGMA and one in _PRAGMAS)
        or (action == sqlite3.SQLITE_FUNCTION and other not in _REFUSED_FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
