"""A connection for one request: it answers what a reader may ask, and not for long."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.database import reading
from audit.guard import SECONDS, guarded
from ingest.exits import CommandError

PATIENT_SECONDS = 30.0
"""A question of our own, asked once and remembered, may take longer than a person's."""


class TakesTooLong(Exception):  # noqa: N818 - a page says it, nobody made an error
    """The question was stopped at its limit."""


@contextmanager
def asking(database: Path, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
    """A guarded connection for so many seconds.

    Raises `CommandError` where the database is none of ours or of another version, `TakesTooLong` at the limit.
    """
    try:
        with reading(database) as connection, guarded(connection, seconds):
            yield connection
    except CommandError as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise TakesTooLong from error
        raise
