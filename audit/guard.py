"""A connection that answers what others ask: what they may do is listed, and how long it may take is bounded."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic

from ingest.exits import CommandError, Exit

SECONDS = 1.0
_STEPS = 1000
"""Instructions of SQLite between two looks at the clock, well under a millisecond."""

_FUNCTIONS = frozenset({
    "->", "->>", "abs", "avg", "bm25", "canonical_per", "char", "coalesce", "count", "cume_dist", "date", "datetime",
    "dense_rank", "exact_order", "first_value", "fold", "format", "glob", "group_concat", "hex", "ifnull", "iif",
    "instr", "json", "json_array_length", "json_each", "json_extract", "json_quote", "json_tree", "json_type",
    "json_valid", "julianday", "lag", "last_value", "lead", "length", "like", "lower", "ltrim", "match", "max", "min",
    "nth_value", "ntile", "nullif", "percent_rank", "printf", "quote", "rank", "replace", "round", "row_number",
    "rtrim", "sign", "strftime", "substr", "substring", "sum", "time", "total", "trim", "typeof", "unicode",
    "unixepoch", "upper",
})  # fmt: skip
"""What cannot read a file, load a library or fill the memory."""

_PRIMING = ("SELECT value FROM json_each('[]')", "SELECT rowid FROM indicator_words WHERE indicator_words MATCH 'a'")
"""SQLite sets up its virtual tables at their first use, and takes that for a change of the schema."""


@contextmanager
def guarded(
    connection: sqlite3.Connection, seconds: float = SECONDS, *, functions: Collection[str] = ()
) -> Iterator[None]:
    """Inside, only the tables of the database can be read, by known functions and those named, for so many seconds.

    Raises `CommandError` where a statement takes longer; one that asks for more is a `sqlite3.DatabaseError`.
    """
    ends = monotonic() + seconds
    for query in _PRIMING:
        connection.execute(query)
    known = _FUNCTIONS.union(functions)
    connection.set_authorizer(partial(_allowed, known))
    connection.set_progress_handler(lambda: monotonic() > ends, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise CommandError(
            Exit.USAGE,
            zh=f"查询超过 {seconds:g} 秒，已停止；请增加条件",
            en=f"the query took longer than {seconds:g} s and was stopped; add conditions",
        ) from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)


def _allowed(known: frozenset[str], action: int, first: str | None, second: str | None, *_where: str | None) -> int:
    match action:
        case sqlite3.SQLITE_SELECT | sqlite3.SQLITE_READ | sqlite3.SQLITE_RECURSIVE:
            return sqlite3.SQLITE_OK
        case sqlite3.SQLITE_FUNCTION if (second or "").lower() in known:
            return sqlite3.SQLITE_OK
        case sqlite3.SQLITE_PRAGMA if first == "data_version":  # the full-text index asks for it
            return sqlite3.SQLITE_OK
        case _:
            return sqlite3.SQLITE_DENY
