"""The rows that are stored of a source, as its reading gave them: by column, counted from the first of the source."""

import sqlite3
from collections.abc import Iterator, Mapping

from ingest.columns import Rows, Value

BEHIND_READING = 1_000_000
"""Diagnostics of a file beside others stand behind this position, those of the reading itself before it."""

_OF_A_SOURCE = {
    "tables": "SELECT * FROM tables WHERE source_id = :source_id ORDER BY table_id",
    "indicators": "SELECT i.* FROM tables AS t JOIN indicators AS i USING (table_id)"
    " WHERE t.source_id = :source_id ORDER BY i.indicator_id",
    "targets": "SELECT g.* FROM tables AS t JOIN indicators AS i USING (table_id) JOIN targets AS g"
    " USING (indicator_id) WHERE t.source_id = :source_id ORDER BY g.target_id",
    "diagnostics": "SELECT * FROM diagnostics WHERE source_id = :source_id AND position <= :behind ORDER BY position",
}
KINDS = tuple(_OF_A_SOURCE)
"""What a reading consists of, by the tables it is stored in."""

_COUNTED = frozenset({"table_id", "indicator_id"})
"""Numbers that count within a source what they count in the whole database."""
_OF_THE_DATABASE = frozenset({"source_id", "diagnostic_id", "target_id", "stands"})
"""Columns no reading tells."""


def stored_rows(connection: sqlite3.Connection, source_id: int) -> Iterator[tuple[str, Rows]]:
    """The rows of a source, kind by kind; a column that is null in all of them is left out, as in a reading."""
    first: dict[str, int] = {}
    for kind, query in _OF_A_SOURCE.items():
        cursor = connection.execute(query, {"source_id": source_id, "behind": BEHIND_READING})
        names = [column[0] for column in cursor.description]
        kept = [at for at, name in enumerate(names) if name not in _OF_THE_DATABASE]
        rows: list[tuple[Value, ...]] = []
        for row in cursor:
            for at, name in enumerate(names):
                if name in _COUNTED:
                    first.setdefault(name, row[at])  # tables come first, and what they hold after them
            rows.append(tuple(_counted(names[at], row[at], first) for at in kept))
        yield kind, Rows.under([names[at] for at in kept], rows)


def _counted(name: str, value: Value, first: Mapping[str, int]) -> Value:
    return value - first[name] if name in first and isinstance(value, int) else value
