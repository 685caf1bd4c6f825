"""The rows that are stored of a source, beside those a reading of it gives: whether somebody changed them since."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from ingest.answer import Answer
from ingest.columns import Value
from ingest.twins import BEHIND_READING

Row = dict[str, Value]

_OF_A_SOURCE = {
    "tables": "SELECT * FROM tables WHERE source_id = ? ORDER BY table_id",
    "indicators": "SELECT i.* FROM tables AS t JOIN indicators AS i USING (table_id)"
    " WHERE t.source_id = ? ORDER BY i.indicator_id",
    "targets": "SELECT g.* FROM tables AS t JOIN indicators AS i USING (table_id) JOIN targets AS g"
    " USING (indicator_id) WHERE t.source_id = ? ORDER BY g.target_id",
    "diagnostics": f"SELECT * FROM diagnostics WHERE source_id = ? AND position <= {BEHIND_READING}"  # noqa: S608 - a number of ours
    " ORDER BY position",
}
_ACCOUNT = "SELECT cells_stated, cells_used, cells_reported, cells_ignored FROM sources WHERE source_id = ?"
_COUNTED = ("table_id", "indicator_id")
"""Numbers that count within a source what they count in the whole database."""
_OF_THE_DATABASE = frozenset({"source_id", "diagnostic_id", "target_id", "stands"})
"""Columns no reading tells."""


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
    if account is not None and (*account[:3], json.loads(account[3])) != told:
        return Departure("sources.cells", str(list(account)), str(list(told)))
    for kind, query in _OF_A_SOURCE.items():
        stored = _stored(connection.execute(query, [source_id]))
        again = [dict(zip(answer.rows[kind].columns, row, strict=True)) for row in answer.rows[kind].each()]
        if len(stored) != len(again):
            return Departure(f"count({kind})", len(stored), len(again))
        if (found := _first(kind, stored, again)) is not None:
            return found
    return None


def _stored(cursor: sqlite3.Cursor) -> list[Row]:
    """Rows by column, those of the database alone left out, and numbers counted from the first."""
    names = [column[0] for column in cursor.description]
    kept = [at for at, name in enumerate(names) if name not in _OF_THE_DATABASE]
    rows = [{names[at]: row[at] for at in kept} for row in cursor]
    for name in _COUNTED:
        numbers = [number for row in rows if isinstance(number := row.get(name), int)]
        for row, number in zip(rows, numbers, strict=False):
            row[name] = number - numbers[0]
    return rows


def _first(kind: str, stored: Sequence[Row], again: Sequence[Row]) -> Departure | None:
    for at, (row, told) in enumerate(zip(stored, again, strict=True), start=1):
        for name in sorted(row.keys() | told.keys()):
            if row.get(name) != told.get(name):
                return Departure(f"{kind}.{name} #{at}", row.get(name), told.get(name))
    return None
