"""What a database holds, what became of its files, and which of them failed."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

_FAILED = """
SELECT s.root, s.path, s.status, s.stated_url AS url,
  coalesce(group_concat(d.message_zh, '；'), '') AS zh, coalesce(group_concat(d.message_en, '; '), '') AS en,
  (SELECT min(u.duplicate_of) FROM duplicates AS u WHERE u.root_id = s.root_id AND u.path = s.path) AS duplicate_of
FROM current_sources AS s LEFT JOIN diagnostics AS d ON d.source_id = s.source_id
  AND (d.severity = 'error' OR d.code IN ('empty-template', 'table-not-understood'))
WHERE s.status NOT IN ('imported', 'imported_with_warnings', 'duplicate', 'vanished')
  OR s.status IN (SELECT value FROM json_each(?))
GROUP BY s.source_id ORDER BY s.root, s.path
"""


# What an import wrote: a source row it began is a file it recorded, and a failed one is counted apart.
_IMPORTS = """
SELECT m.import_id, m.started_at, m.finished_at, m.version,
  (SELECT json_group_array(DISTINCT r.location) FROM sources AS s JOIN roots AS r USING (root_id)
    WHERE s.import_from = m.import_id) AS folders,
  (SELECT count(*) FROM sources AS s WHERE s.import_from = m.import_id AND s.status <> 'vanished') AS files,
  (SELECT count(*) FROM sources AS s WHERE s.import_from = m.import_id AND s.status = 'vanished') AS gone,
  (SELECT count(*) FROM sources AS s WHERE s.import_from = m.import_id
    AND s.status NOT IN ('imported', 'imported_with_warnings', 'duplicate', 'vanished')) AS failed,
  (SELECT coalesce(sum(t.indicator_count), 0) FROM sources AS s JOIN tables AS t USING (source_id)
    WHERE s.import_from = m.import_id) AS indicators
FROM imports AS m WHERE m.import_id <= ? ORDER BY m.import_id DESC LIMIT ?
"""
_WARNED = """
SELECT s.root, d.source AS path, d.code, d.severity, d.message_zh AS zh, d.message_en AS en, d.place, d.row, d.column
FROM current_diagnostics AS d JOIN current_sources AS s ON s.root_id = d.root_id AND s.path = d.source
WHERE (d.severity <> 'info' OR ?1 = 0) AND (json_array_length(?2) = 0 OR d.code IN (SELECT value FROM json_each(?2)))
ORDER BY s.root, d.source, d.position
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
    imports = [
        {**dict(run), "folders": json.loads(run["folders"])}
        for run in connection.execute(_IMPORTS, [as_of or 1 << 60, last]).fetchall()
    ]
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
    return Holding(imports, dict(statuses), tables, indicators, targets, unparsed, versions)


def failures(connection: sqlite3.Connection, statuses: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The files without tables, or those of some statuses, each with its reason in both languages."""
    rows = [dict(row) for row in connection.execute(_FAILED, [json.dumps(statuses)])]
    return [_twin_named(row) for row in rows if not statuses or row["status"] in statuses]


def warnings(connection: sqlite3.Connection, codes: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """What was odd about the current files, file by file: warnings and errors, or every diagnostic of some codes."""
    return [dict(row) for row in connection.execute(_WARNED, [int(not codes), json.dumps(codes)])]


def _twin_named(row: dict[str, Any]) -> dict[str, Any]:
    """A duplicate says which file it duplicates."""
    twin = row.pop("duplicate_of")
    if twin is not None:
        row |= {"zh": f"与 {twin} 内容相同，只计一次", "en": f"equal to {twin}; counted once"}
    return row
