"""The rows of one reading, put into the database in bulk; call within a transaction."""

from collections.abc import Mapping
from functools import lru_cache
from operator import add

from ingest.answer import Answer, Rows
from ingest.store import Store

_OF_THE_SOURCE = frozenset({"tables", "diagnostics"})


def insert(store: Store, table: str, rows: Rows, first: Mapping[str, int], source_id: int | None = None) -> None:
    """Rows whose ids count from 0, with the first id of each kind added; `source_id` is what they are rows of."""
    if not rows.values:
        return
    firsts = tuple(first[name] for name in rows.columns if name in first)
    behind = len(firsts)
    of = () if source_id is None else (source_id,)
    values = [(*map(add, row, firsts), *row[behind:], *of) for row in rows.values]
    store.connection.executemany(_statement(table, rows.columns, of_the_source=bool(of)), values)


@lru_cache(maxsize=128)
def _statement(table: str, columns: tuple[str, ...], *, of_the_source: bool) -> str:
    """The same words for the same columns: SQLite then compiles them once for all files."""
    names = [*columns, "source_id"] if of_the_source else columns
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names


def insert_reading(store: Store, source_id: int, answer: Answer) -> None:
    """The tables, indicators, targets and diagnostics of a source, and the words its indicators are found by."""
    first = {"table_id": store.next_id("tables"), "indicator_id": store.next_id("indicators")}
    first["rowid"] = first["indicator_id"]
    for table, rows in answer.rows.items():
        insert(store, table, rows, first, source_id if table in _OF_THE_SOURCE else None)
