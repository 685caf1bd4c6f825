"""The logical dump of a database: what it says now, without ids, import numbers, times and history."""

import json
import sqlite3
from pathlib import Path

_QUERIES = {
    "sources": "SELECT path, sha256, format, status, stated_year, cells_stated, cells_used FROM current_sources"
    " WHERE status <> 'vanished'",
    "tables": "SELECT * FROM current_tables",
    "indicators": "SELECT t.source, t.key AS table_key, i.* FROM current_tables AS t"
    " JOIN indicators AS i USING (table_id)",
    "targets": "SELECT t.source, t.key AS table_key, i.key AS indicator_key, g.* FROM current_tables AS t"
    " JOIN indicators AS i USING (table_id) JOIN targets AS g USING (indicator_id)",
    "diagnostics": "SELECT * FROM current_diagnostics",
}
_IDS = {"root_id", "source_id", "table_id", "indicator_id", "target_id", "diagnostic_id"}


def dump(database: Path) -> dict[str, list[str]]:
    """Every current row, sorted; equal dumps mean that two databases say the same."""
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        found = {
            name: sorted(
                # A sqlite3.Row iterates over its values, so its keys must be asked for.
                json.dumps({key: row[key] for key in row.keys() if key not in _IDS}, ensure_ascii=False)  # noqa: SIM118 - a row is no mapping
                for row in connection.execute(query)
            )
            for name, query in _QUERIES.items()
        }
    connection.close()
    return found
