"""The rows of one reading, put into the database in bulk; call within a transaction."""

from collections.abc import Mapping

from ingest.answer import Answer, Rows
from ingest.store import Store

_OF_THE_SOURCE = frozenset({"tables", "diagnostics"})


def insert(store: Store, table: str, rows: Rows, first: Mapping[str, int], source_id: int | None = None) -> None:
    """Rows whose ids count from 0, with the first id of each kind added; `source_id` is what they are rows of."""
    if not rows.values:
        return
    columns = [f'"{name}"' for name in rows.columns]
    places = [f"? + {first[name]}" if name in first else "?" for name in rows.columns]
    if source_id is not None:
        columns.append("source_id")
        places.append(str(source_id))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(places)})"  # noqa: S608 - our own names
    store.connection.executemany(statement, rows.values)


def insert_reading(store: Store, source_id: int, answer: Answer) -> None:
    """The tables, indicators, targets and diagnostics of a source, and the words its indicators are found by."""
    first = {"table_id": store.next_id("tables"), "indicator_id": store.next_id("indicators")}
    first["rowid"] = first["indicator_id"]
    for table, rows in answer.rows.items():
        insert(store, table, rows, first, source_id if table in _OF_THE_SOURCE else None)
