"""The database as an import left it, and what changed between two of them, by key."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.exits import CommandError, Exit
from ingest.rivals import Rival, standing
from ingest.stored import BEHIND_READING

_HELD = """
SELECT t.key, t.table_id, s.source_id, r.location, s.path, t.content, t.identified, s.stated_published,
  coalesce(s.arrived_in, 0)
FROM sources AS s JOIN roots AS r USING (root_id) JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.import_from <= :import_id AND (s.superseded_by IS NULL OR s.superseded_by > :import_id)
"""
_FACTS = ("name", "stated_value", "stated_operator", "stated_unit", "weight", "actual", "score", "level1", "level2")
_INDICATORS = f"""
SELECT t.key AS table_key, i.key AS indicator_key, t.project_name, t.agency, t.fiscal_year, i.place, i.row,
  {", ".join(f"i.{name}" for name in _FACTS)}
FROM tables AS t JOIN indicators AS i USING (table_id) WHERE t.table_id = ? ORDER BY i.position
"""  # noqa: S608 - our own words

# They hide what is called the same in the database, and go with the connection. What a file differs in from others is
# known of today alone, so that it is left out.
_LOOKING_BACK = """
CREATE TEMP TABLE looked_back (import_id INTEGER NOT NULL, behind INTEGER NOT NULL);
CREATE TEMP TABLE standing_tables (source_id INTEGER NOT NULL, table_id INTEGER PRIMARY KEY);
CREATE INDEX temp.standing_sources ON standing_tables (source_id);
CREATE TEMP VIEW imports AS
SELECT m.* FROM temp.looked_back AS n CROSS JOIN main.imports AS m WHERE m.import_id <= n.import_id;
CREATE TEMP VIEW current_sources AS
SELECT s.*, r.location AS root
FROM temp.looked_back AS n CROSS JOIN main.sources AS s JOIN main.roots AS r USING (root_id)
WHERE s.import_from <= n.import_id AND (s.superseded_by IS NULL OR s.superseded_by > n.import_id);
CREATE TEMP VIEW diagnostics AS
SELECT d.* FROM temp.looked_back AS n CROSS JOIN main.diagnostics AS d WHERE d.position <= n.behind;
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """An indicator that one of two imports saw otherwise; `before` or `after` is null where there was none."""

    table_key: str
    indicator_key: str
    project_name: str | None
    agency: str | None
    fiscal_year: int | None
    source: str
    place: str | None
    row: int | None
    before: dict[str, str | None] | None
    after: dict[str, str | None] | None


def last_import(connection: sqlite3.Connection) -> int:
    """The number of the last import, 0 if there was none."""
    return int(connection.execute("SELECT coalesce(max(import_id), 0) FROM imports").fetchone()[0])


def standing_at(connection: sqlite3.Connection, import_id: int) -> dict[int, tuple[int, str]]:
    """The tables that counted after an import, each with its source's id and path.

    Raises `CommandError` where there was no such import.
    """
    last = last_import(connection)
    if not 0 < import_id <= last:
        raise CommandError(
            Exit.USAGE,
            zh=f"没有第 {import_id} 次导入；最近一次是 {last}（见 jixiao status）",
            en=f"there is no import {import_id}; the last one is {last} (see jixiao status)",
        )
    groups: dict[str, list[Rival]] = defaultdict(list)
    where: dict[int, tuple[int, str]] = {}
    for key, table_id, source_id, location, path, content, identified, published, arrived in connection.execute(
        _HELD, {"import_id": import_id}
    ):
        groups[key].append(Rival(table_id, (location, path), content, bool(identified), published, arrived))
        where[table_id] = (source_id, path)
    return {table_id: where[table_id] for group in groups.values() for table_id in standing(group)}


def look_back(connection: sqlite3.Connection, import_id: int) -> None:
    """Let every question of this connection be answered as the import saw it; nothing of the database changes."""
    found = standing_at(connection, import_id)
    connection.executescript(_LOOKING_BACK)
    connection.execute("INSERT INTO temp.looked_back VALUES (?, ?)", [import_id, BEHIND_READING])
    connection.executemany(
        "INSERT INTO temp.standing_tables VALUES (?, ?)", [(source, table) for table, (source, _) in found.items()]
    )
    connection.commit()


def looked_back(connection: sqlite3.Connection) -> int | None:
    """The import as of which a connection answers, None where it answers as of now."""
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'looked_back'").fetchone() is None:
        return None
    return int(connection.execute("SELECT import_id FROM temp.looked_back").fetchone()[0])


def differences(connection: sqlite3.Connection, then: int, now: int) -> Iterator[Difference]:
    """The indicators added, removed and changed between two imports, table by table."""
    old, new = standing_at(connection, then), standing_at(connection, now)
    # A table with the same row is the same table; only the others are looked into.
    was = _indicators(connection, {table: where for table, where in old.items() if table not in new})
    became = _indicators(connection, {table: where for table, where in new.items() if table not in old})
    for key in dict.fromkeys([*was, *became]):
        before, after = was.get(key), became.get(key)
        shown = after or before
        facts = tuple(None if side is None else {name: side[name] for name in _FACTS} for side in (before, after))
        if shown is None or facts[0] == facts[1]:
            continue
        yield Difference(
            *key, shown["project_name"], shown["agency"], shown["fiscal_year"], shown["source"], shown["place"],
            shown["row"], *facts,
        )  # fmt: skip


def _indicators(
    connection: sqlite3.Connection, tables: dict[int, tuple[int, str]]
) -> dict[tuple[str, str], dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table_id, (_source_id, path) in sorted(tables.items(), key=lambda table: (table[1][1], table[0])):
        cursor = connection.execute(_INDICATORS, [table_id])
        names = [column[0] for column in cursor.description]
        for row in cursor:
            plain = dict(zip(names, tuple(row), strict=True))
            found[plain["table_key"], plain["indicator_key"]] = {**plain, "source": path}
    return found
