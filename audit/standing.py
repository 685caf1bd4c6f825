"""What a database holds, what became of its files, and which of them failed."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from ingest.stored import BEHIND_READING

_NOW = 1 << 60
"""An import later than any."""

# The files as they were after an import, the last one or an earlier one.
_THEN = """
WITH seen AS (
  SELECT s.*, r.location AS root FROM sources AS s JOIN roots AS r USING (root_id)
  WHERE s.import_from <= :n AND (s.superseded_by IS NULL OR s.superseded_by > :n)
)"""
_FAILED = f"""{_THEN}
SELECT s.root, s.path, s.status, s.stated_url AS url,
  coalesce(group_concat(d.message_zh, '；'), '') AS zh, coalesce(group_concat(d.message_en, '; '), '') AS en,
  (SELECT min(u.path) FROM sources AS u WHERE s.status = 'duplicate' AND u.sha256 = s.sha256
    AND u.status IN ('imported', 'imported_with_warnings')
    AND u.import_from <= :n AND (u.superseded_by IS NULL OR u.superseded_by > :n)) AS duplicate_of
FROM seen AS s LEFT JOIN diagnostics AS d ON d.source_id = s.source_id
  AND (d.severity = 'error' OR d.code IN ('empty-template', 'table-not-understood'))
WHERE s.status NOT IN ('imported', 'imported_with_warnings', 'duplicate', 'vanished')
  OR s.status IN (SELECT value FROM json_each(:statuses))
GROUP BY s.source_id ORDER BY s.root, s.path
"""  # noqa: S608 - our own words


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
# What differs from another file is known of today alone.
_WARNED = f"""{_THEN}
SELECT s.root, s.path, d.code, d.severity, d.message_zh AS zh, d.message_en AS en, d.place, d.row, d."column"
FROM seen AS s JOIN diagnostics AS d ON d.source_id IN (s.source_id, s.rows_from)
WHERE (d.severity <> 'info' OR :whole = 0)
  AND (json_array_length(:codes) = 0 OR d.code IN (SELECT value FROM json_each(:codes)))
  AND (d.position <= {BEHIND_READING} OR :n = {_NOW})
ORDER BY s.root, s.path, d.position
"""  # noqa: S608 - our own words


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
        for run in connection.execute(_IMPORTS, [as_of or _NOW, last]).fetchall()
    ]
    statuses = connection.execute(
        "SELECT status, count(*) FROM sources WHERE import_from <= :n AND (superseded_by IS NULL OR superseded_by > :n)"
        " GROUP BY status ORDER BY count(*) DESC, status",
        {"n": as_of or _NOW},
    ).fetchall()
    counts = connection.execute(
        "SELECT count(*), coalesce(sum(indicator_count), 0), coalesce(sum(target_count), 0),"
        " coalesce(sum(unparsed_count), 0)"
        " FROM standing_tables JOIN tables USING (table_id)"
    ).fetchone()
    (in_force,) = connection.execute(
        "SELECT count(*) FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
        " WHERE s.import_from <= :n AND (s.superseded_by IS NULL OR s.superseded_by > :n)",
        {"n": as_of or _NOW},
    ).fetchone()
    tables, indicators, targets, unparsed = counts
    return Holding(imports, dict(statuses), tables, indicators, targets, unparsed, in_force - tables)


def failures(
    connection: sqlite3.Connection, statuses: tuple[str, ...] = (), as_of: int | None = None
) -> list[dict[str, Any]]:
    """The files without tables, or those of some statuses, each with its reason in both languages."""
    asked = {"statuses": json.dumps(statuses), "n": as_of or _NOW}
    rows = [dict(row) for row in connection.execute(_FAILED, asked)]
    return [_twin_named(row) for row in rows if not statuses or row["status"] in statuses]


def warnings(
    connection: sqlite3.Connection, codes: tuple[str, ...] = (), as_of: int | None = None
) -> list[dict[str, Any]]:
    """What was odd about the files, file by file: warnings and errors, or every diagnostic of some codes."""
    asked = {"whole": int(not codes), "codes": json.dumps(codes), "n": as_of or _NOW}
    return [dict(row) for row in connection.execute(_WARNED, asked)]


def _twin_named(row: dict[str, Any]) -> dict[str, Any]:
    """A duplicate says which file it duplicates."""
    twin = row.pop("duplicate_of")
    if twin is not None:
        row |= {"zh": f"与 {twin} 内容相同，只计一次", "en": f"equal to {twin}; counted once"}
    return row
