"""The rows that are stored of a source, beside those a reading of it gives: whether somebody changed them since."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from ingest.answer import Answer
from ingest.columns import Rows, Value
from ingest.stored import stored_rows

Row = dict[str, Value]

_ACCOUNT = "SELECT cells_stated, cells_used, cells_reported, cells_ignored FROM sources WHERE source_id = ?"


class Departure(NamedTuple):
    """What is stored and is not what a reading gives: in which table and column, of which row, and both values."""

    where: str
    stored: Value
    told: Value


def departure(connection: sqlite3.Connection, source_id: int, answer: Answer) -> Departure | None:
    """The first of the rows of a source that is not as a reading of it gives it, or its account; None where all are."""
    account = connection.execute(_ACCOUNT, [source_id]).fetchone()
    cells = answer.cells
    told = cells.stated, cells.used, cells.reported, dict(cells.ignored)
    if account is not None and (*account[:3], _parsed(account[3])) != told:
        return Departure("sources.cells", str(list(account)), str(list(told)))
    for kind, rows in stored_rows(connection, source_id):
        stored, again = _by_name(rows), _by_name(answer.rows[kind])
        if len(stored) != len(again):
            return Departure(f"count({kind})", len(stored), len(again))
        if (found := _first(kind, stored, again)) is not None:
            return found
    return None


def _parsed(text: str) -> object:
    """What JSON says; somebody may have changed it into none."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _by_name(rows: Rows) -> list[Row]:
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.each()]


def _first(kind: str, stored: Sequence[Row], again: Sequence[Row]) -> Departure | None:
    for at, (row, told) in enumerate(zip(stored, again, strict=True), start=1):
        for name in sorted(row.keys() | told.keys()):
            if row.get(name) != told.get(name):
                return Departure(f"{kind}.{name} #{at}", row.get(name), told.get(name))
    return None
