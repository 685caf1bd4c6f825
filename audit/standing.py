"""What a database holds, what became of its files, and which of them failed."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

_FAILED = """
SELECT s.root, s.path, s.status, s.stated_url AS url,
  coalesce(group_concat(d.message_zh, '；'), '') AS zh, coalesce(group_concat(d.message_en, '; '), '') AS en
FROM current_sources AS s LEFT JOIN diagnostics AS d ON d.source_id = s.source_id
  AND (d.severity = 'error' OR d.code IN ('empty-template', 'table-not-understood'))
WHERE s.status NOT IN ('imported', 'imported_with_warnings', 'duplicate', 'vanished')
  OR s.status IN (SELECT value FROM json_each(?))
GROUP BY s.source_id ORDER BY s.root, s.path
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a database holds now, or held after an import."""

    imports: list[dict[str, Any]]
    statuses: dict[str, int]
    tables: int
    indicators: int
    targets: int
    unparsed: int
    versions: int
    """Tables that stand in another source, too, and do not count."""


def holding(connection: sqlite3.Connection, as_of: int | None, last: int = 10) -> Holding:
    """What there is; a connection that looks back counts the tables of then."""
    imports = connection.execute(
        "SELECT import_id, started_at, finished_at, version FROM imports WHERE import_id <= ?"
        " ORDER BY import_id DESC LIMIT ?",
        [as_of or 1 << 60, last],
    ).fetchall()
    statuses = connection.execute(
        "SELECT status, count(*) FROM sources WHERE import_from <= :n AND (superseded_by IS NULL OR superseded_by > :n)"
        " GROUP BY status ORDER BY count(*) DESC, status",
        {"n": as_of or 1 << 60},
    ).fetchall()
    counts = connection.execute(
        "SELECT count(*), coalesce(sum(indicator_count), 0), coalesce(sum(target_count), 0),"
        " coalesce(sum(unparsed_count), 0)"
        " FROM standing_tables JOIN tables USING (table_id)"
    ).fetchone()
    (versions,) = connection.execute(
        "SELECT count(*) FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
        " WHERE s.superseded_by IS NULL AND NOT t.stands"
    ).fetchone()
    tables, indicators, targets, unparsed = counts
    return Holding([dict(row) for row in imports], dict(statuses), tables, indicators, targets, unparsed, versions)


def failures(connection: sqlite3.Connection, statuses: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The files without tables, or those of some statuses, each with its reason in both languages."""
    rows = [dict(row) for row in connection.execute(_FAILED, [json.dumps(statuses)])]
    return [row for row in rows if not statuses or row["status"] in statuses]
