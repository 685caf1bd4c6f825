"""The rows of one reading, put into the database in bulk; call within a transaction."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import repeat
from operator import add

from ingest.answer import Answer
from ingest.columns import Rows, Value
from ingest.store import Store

_OF_THE_SOURCE = frozenset({"tables", "diagnostics"})


def insert(store: Store, table: str, rows: Rows, first: Mapping[str, int], source_id: int | None = None) -> None:
    """Rows whose ids count from 0, with the first id of each kind added; `source_id` is what they are rows of."""
    if not rows.count:
        return
    columns: list[Iterable[Value]] = list(rows.values)
    for at, name in enumerate(rows.columns):
        if name not in first:
            break
        columns[at] = map(add, rows.values[at], repeat(first[name]))
    if source_id is not None:
        columns.append(repeat(source_id, rows.count))
    statement = _statement(table, rows.columns, of_the_source=source_id is not None)
    store.connection.executemany(statement, zip(*columns, strict=True))


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
