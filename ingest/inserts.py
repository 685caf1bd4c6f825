"""The rows of one reading, put into the database in bulk; call within a transaction."""

from collections.abc import Sequence
from itertools import count

from ingest.outcome import Outcome
from ingest.rows import Row, diagnostic_row, indicator_row, table_row, target_rows
from ingest.store import Store
from normalize.text import spaced


def insert(store: Store, table: str, rows: Sequence[Row]) -> None:
    """Rows that all have the columns of the first."""
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    store.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)  # noqa: S608 - our own names


def insert_reading(store: Store, source_id: int, outcome: Outcome) -> None:
    """The tables, indicators, targets and diagnostics of a source, and the words its indicators are found by."""
    table_ids, indicator_ids = count(store.next_id("tables")), count(store.next_id("indicators"))
    tables: list[Row] = []
    indicators: list[Row] = []
    targets: list[Row] = []
    for position, table in enumerate(outcome.reading.tables, start=1):
        table_id = next(table_ids)
        tables.append({"table_id": table_id, "source_id": source_id, "position": position, **table_row(table)})
        for place, indicator in enumerate(table.indicators, start=1):
            indicator_id = next(indicator_ids)
            ids: Row = {"indicator_id": indicator_id, "table_id": table_id, "position": place}
            indicators.append({**ids, **indicator_row(indicator, table)})
            targets += ({"indicator_id": indicator_id, **row} for row in target_rows(indicator))
    insert(store, "tables", tables)
    insert(store, "indicators", indicators)
    insert(store, "targets", targets)
    insert(store, "indicator_words", [_indexed(row) for row in indicators])
    insert(store, "diagnostics", [
        {"source_id": source_id, "position": position, **diagnostic_row(diagnostic)}
        for position, diagnostic in enumerate(outcome.reading.diagnostics, start=1)
    ])  # fmt: skip


def _indexed(indicator: Row) -> Row:
    return {"rowid": indicator["indicator_id"], "words": spaced(str(indicator["words"]))}
