"""The database as an import left it, and what changed between two of them, by key."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.exits import CommandError, Exit
from ingest.rivals import Rival, standing

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
    # It hides the view of the same name, and goes with the connection.
    connection.execute("CREATE TEMP TABLE standing_tables (source_id INTEGER NOT NULL, table_id INTEGER PRIMARY KEY)")
    connection.executemany(
        "INSERT INTO temp.standing_tables VALUES (?, ?)", [(source, table) for table, (source, _) in found.items()]
    )
    connection.commit()


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
