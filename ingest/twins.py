"""The tables of one key, now: which of them counts is written down with every change, and what differs is said."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.columns import Rows
from ingest.inserts import insert
from ingest.rivals import Rival, differing, repeated, standing
from ingest.rows import diagnostic_row
from ingest.store import Store
from ingest.stored import BEHIND_READING
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

_MOST = 6
_SAID = ("code", "severity", "args", "message_zh", "message_en")
PLACED = 'coalesce(d.place, d.row, d."column", d.box) IS NOT NULL'
"""Whether a diagnostic says where it stands; what is said of a whole table says nothing of the kind."""

_RIVALS = (
    "SELECT t.table_id, r.location, s.path, t.content, t.identified, s.stated_published, coalesce(s.arrived_in, 0)"
    " FROM tables AS t JOIN sources AS s ON s.rows_from = t.source_id JOIN roots AS r USING (root_id)"
    " WHERE s.superseded_by IS NULL AND t.key = ?"
)


def settle_tables(store: Store, source_ids: Iterable[int | None]) -> None:
    """Decide anew about every table that is, or was, in one of the sources; call within a transaction."""
    ids = [source_id for source_id in source_ids if source_id is not None]
    marks = ", ".join("?" * len(ids))
    keys = store.connection.execute(
        f"SELECT key FROM tables WHERE key IN (SELECT key FROM tables WHERE source_id IN ({marks}))"  # noqa: S608 - question marks
        " GROUP BY key HAVING count(*) > 1 ORDER BY key",
        ids,
    ).fetchall()
    for (key,) in keys:
        _settle(store, key)


def told_otherwise(store: Store) -> set[tuple[int, str]]:
    """The current files, by root and path, in which a table stands that another file tells otherwise."""
    rows = store.connection.execute(
        "SELECT DISTINCT s.root_id, s.path FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
        " WHERE s.superseded_by IS NULL AND t.key IN"
        " (SELECT json_extract(d.args, '$.key') FROM diagnostics AS d JOIN sources AS n ON n.rows_from = d.source_id"
        " WHERE d.code = ? AND n.superseded_by IS NULL)",
        [Code.TABLE_DIFFERS.value],
    )
    return {(root_id, path) for root_id, path in rows}


def settle_under(store: Store, root_id: int) -> None:
    """Decide anew about every table of a root whose paths are called otherwise now; call within a transaction."""
    keys = store.connection.execute(
        "SELECT key FROM tables WHERE key IN (SELECT t.key FROM sources AS s JOIN tables AS t"
        " ON t.source_id = s.rows_from WHERE s.root_id = ? AND s.superseded_by IS NULL)"
        " GROUP BY key HAVING count(*) > 1 ORDER BY key",
        [root_id],
    ).fetchall()
    for (key,) in keys:
        _settle(store, key)


def settle_all(store: Store) -> None:
    """Decide anew about every table there is; what is decided already is not written again."""
    with store.transaction():
        keys = store.connection.execute(
            "SELECT DISTINCT t.key FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
            " WHERE s.superseded_by IS NULL ORDER BY t.key"
        ).fetchall()
        for (key,) in keys:
            _settle(store, key)


def _settle(store: Store, key: str) -> None:
    decision = decided(store.connection, key)
    store.connection.executemany(
        "UPDATE tables SET stands = ? WHERE table_id = ? AND stands <> ?",
        [(int(counts), table_id, int(counts)) for table_id, counts in decision.counts.items()],
    )
    _say(store, list(decision.counts), decision.said)


@dataclass(frozen=True, slots=True)
class Decision:
    """Of the current tables of one key: whether each counts, and what is to be said of some."""

    counts: Mapping[int, bool]
    said: list[tuple[int, Diagnostic]]


def decided(connection: sqlite3.Connection, key: str) -> Decision:
    """What follows from what is there now."""
    rivals = [
        Rival(table_id, (location, path), content, bool(identified), published, arrived)
        for table_id, location, path, content, identified, published, arrived in (
            connection.execute(_RIVALS, [key]).fetchall()
        )
    ]
    counted = standing(rivals) if rivals else set()
    said = [_note(connection, Code.TABLE_DIFFERS, one, other) for one, other in differing(rivals)]
    said += [_note(connection, Code.TABLE_REPEATED, one, other) for one, other in repeated(rivals)]
    return Decision({rival.table_id: rival.table_id in counted for rival in rivals}, said)


def _note(connection: sqlite3.Connection, code: Code, one: Rival, other: Rival) -> tuple[int, Diagnostic]:
    title, project, key = connection.execute(
        "SELECT title, project_name, key FROM tables WHERE table_id = ?", [one.table_id]
    ).fetchone()
    args = {"table": project or title or "", "other": other.place[1], "key": key}
    if code is Code.TABLE_DIFFERS:
        args["differences"] = _differences(connection, other.table_id, one.table_id)
    return one.table_id, Diagnostic(code=code, args=args)


def _say(store: Store, table_ids: list[int], found: list[tuple[int, Diagnostic]]) -> None:
    """Put what is to be said of the tables of a key in the place of what was said; the same is not written again."""
    marks = ", ".join("?" * len(table_ids))
    before = store.connection.execute(
        f"SELECT d.diagnostic_id, t.table_id, {', '.join(_SAID)}, {PLACED} FROM diagnostics AS d"  # noqa: S608 - our own names
        f" JOIN tables AS t USING (source_id) WHERE t.table_id IN ({marks}) AND d.position = ? + t.position",
        [*table_ids, BEHIND_READING],
    ).fetchall()
    rows = [(table_id, diagnostic_row(odd)) for table_id, odd in found]
    told = [(table_id, *(str(row[name]) for name in _SAID), 0) for table_id, row in rows]
    if sorted(row[1:] for row in before) == sorted(told):
        return
    store.connection.executemany("DELETE FROM diagnostics WHERE diagnostic_id = ?", [(row[0],) for row in before])
    for table_id, row in rows:
        source_id, position = store.connection.execute(
            "SELECT source_id, position FROM tables WHERE table_id = ?", [table_id]
        ).fetchone()
        insert(store, "diagnostics", Rows.of([{"position": BEHIND_READING + position, **row}]), {}, source_id)


def _differences(connection: sqlite3.Connection, one: int, other: int) -> str:
    """What differs, in the words of the tables: 里程: ≥12公里 → ≥15公里; − what is missing; + what was added."""
    was, now = _lines(connection, one), _lines(connection, other)
    both = [key for key in was if key in now and was[key] != now[key]]
    said = [f"{was[key][0]}: {_value(was[key])} → {_value(now[key])}" for key in both]
    said += [f"− {was[key][0]}" for key in was if key not in now]
    said += [f"+ {now[key][0]}" for key in now if key not in was]
    more = f"; … {len(said) - _MOST}" if len(said) > _MOST else ""
    return "; ".join(said[:_MOST]) + more


_Line = tuple[str, ...]


def _lines(connection: sqlite3.Connection, table_id: int) -> dict[str, _Line]:
    indicators = connection.execute(
        "SELECT key, name, stated_value, stated_operator, stated_unit, weight, actual, score FROM indicators"
        " WHERE table_id = ? ORDER BY position",
        [table_id],
    )
    lines = {str(key): tuple(word or "" for word in words) for key, *words in indicators}
    budget, goal, actual = connection.execute(
        "SELECT budget_total, goal, goal_actual FROM tables WHERE table_id = ?", [table_id]
    ).fetchone()
    for label, said in (("预算", budget), ("目标", goal), ("完成", actual)):
        lines[label] = (label, said or "")
    return lines


def _value(line: _Line) -> str:
    return " ".join(filter(None, line[1:])) or "∅"
