"""A query that somebody wrote, answered: read only, one second, a thousand rows."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from audit.guard import SECONDS, guarded
from ingest.exits import CommandError, Exit

ROWS = 1000
_LONGEST_QUERY = 100_000
_BOUNDS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
"""What one query may take of memory and of the stack: bytes of a text, depth of an expression."""

_MOST_BYTES = 50_000_000
_REFUSED = {sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY}

Parameters = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query under the names of its columns; `truncated` where there are more."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool

    def records(self) -> list[dict[str, Any]]:
        """The rows by name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def answer(
    connection: sqlite3.Connection,
    query: str,
    parameters: Parameters = (),
    *,
    rows: int = ROWS,
    seconds: float = SECONDS,
) -> Answer:
    """The first rows of a query; raises `CommandError` where it is none, would do more than read, or takes too long."""
    if len(query) > _LONGEST_QUERY:
        raise CommandError(
            Exit.USAGE,
            zh=f"查询有 {len(query):,} 个字符，超过 {_LONGEST_QUERY:,}；请缩短",
            en=f"the query has {len(query):,} characters, more than {_LONGEST_QUERY:,}; shorten it",
        )
    with _told(), guarded(connection, seconds), _bounded(connection):
        cursor = connection.execute(query, parameters)
        if cursor.description is None:
            raise _wrong("it asks for nothing")
        found, size = [], 0
        for row in cursor:
            found.append(tuple(row))
            size += sum(len(value) for value in row if isinstance(value, str | bytes))
            if len(found) > rows or size > _MOST_BYTES:
                break
    return Answer(
        tuple(column[0] for column in cursor.description), found[:rows], len(found) > rows or size > _MOST_BYTES
    )


@contextmanager
def _bounded(connection: sqlite3.Connection) -> Iterator[None]:
    before = {limit: connection.setlimit(limit, bound) for limit, bound in _BOUNDS.items()}
    try:
        yield
    finally:
        for limit, bound in before.items():
            connection.setlimit(limit, bound)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Warning, sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.DataError, ValueError) as error:
        raise _wrong(str(error)) from error
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorcode & 0xFF) in _REFUSED or "not authorized" in str(error):
            raise CommandError(
                Exit.USAGE,
                zh=f"只能读取数据库中的表（{error}）；请只用 SELECT",
                en=f"only the tables of the database can be read ({error}); use SELECT alone",
            ) from error
        raise _wrong(str(error)) from error


def _wrong(why: str) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"查询有误（{why}）；表和列见 docs/database.md",
        en=f"the query is wrong ({why}); docs/database.md lists tables and columns",
    )
