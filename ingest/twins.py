"""The tables of one key, now: which of them counts is written down with every change, and what differs is said."""

from collections.abc import Iterable

from ingest.columns import Rows
from ingest.inserts import insert
from ingest.rivals import Rival, differing, repeated, standing
from ingest.rows import diagnostic_row
from ingest.store import Store
from ingest.stored import BEHIND_READING
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

_MOST = 6
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


def _settle(store: Store, key: str) -> None:
    rivals = [
        Rival(table_id, (location, path), content, bool(identified), published, arrived)
        for table_id, location, path, content, identified, published, arrived in (
            store.connection.execute(_RIVALS, [key]).fetchall()
        )
    ]
    counted = standing(rivals) if rivals else set()
    store.connection.executemany(
        "UPDATE tables SET stands = ? WHERE table_id = ? AND stands <> ?",
        [(int(r.table_id in counted), r.table_id, int(r.table_id in counted)) for r in rivals],
    )
    found = [_note(store, Code.TABLE_DIFFERS, one, other) for one, other in differing(rivals)]
    found += [_note(store, Code.TABLE_REPEATED, one, other) for one, other in repeated(rivals)]
    _say(store, key, [rival.table_id for rival in rivals], found)


def _note(store: Store, code: Code, one: Rival, other: Rival) -> tuple[int, Diagnostic]:
    title, project, key = store.connection.execute(
        "SELECT title, project_name, key FROM tables WHERE table_id = ?", [one.table_id]
    ).fetchone()
    args = {"table": project or title or "", "other": other.place[1], "key": key}
    if code is Code.TABLE_DIFFERS:
        args["differences"] = _differences(store, other.table_id, one.table_id)
    return one.table_id, Diagnostic(code=code, args=args)


def _say(store: Store, key: str, table_ids: list[int], found: list[tuple[int, Diagnostic]]) -> None:
    """Put what is to be said of the tables of a key in the place of what was said; the same is not written again."""
    marks = ", ".join("?" * len(table_ids))
    before = store.connection.execute(
        "SELECT d.diagnostic_id, t.table_id, d.args FROM diagnostics AS d JOIN tables AS t USING (source_id)"  # noqa: S608 - marks only
        f" WHERE t.table_id IN ({marks}) AND d.code IN (?, ?) AND d.position = {BEHIND_READING} + t.position"
        " AND json_extract(d.args, '$.key') = ?",
        [*table_ids, Code.TABLE_DIFFERS.value, Code.TABLE_REPEATED.value, key],
    ).fetchall()
    rows = [(table_id, diagnostic_row(odd)) for table_id, odd in found]
    if sorted((table_id, args) for _, table_id, args in before) == sorted((id_, str(row["args"])) for id_, row in rows):
        return
    store.connection.executemany("DELETE FROM diagnostics WHERE diagnostic_id = ?", [(row[0],) for row in before])
    for table_id, row in rows:
        source_id, position = store.connection.execute(
            "SELECT source_id, position FROM tables WHERE table_id = ?", [table_id]
        ).fetchone()
        insert(store, "diagnostics", Rows.of([{"position": BEHIND_READING + position, **row}]), {}, source_id)


def _differences(store: Store, one: int, other: int) -> str:
    """What differs, in the words of the tables: 里程: ≥12公里 → ≥15公里; − what is missing; + what was added."""
    was, now = _lines(store, one), _lines(store, other)
    both = [key for key in was if key in now and was[key] != now[key]]
    said = [f"{was[key][0]}: {_value(was[key])} → {_value(now[key])}" for key in both]
    said += [f"− {was[key][0]}" for key in was if key not in now]
    said += [f"+ {now[key][0]}" for key in now if key not in was]
    more = f"; … {len(said) - _MOST}" if len(said) > _MOST else ""
    return "; ".join(said[:_MOST]) + more


_Line = tuple[str, ...]


def _lines(store: Store, table_id: int) -> dict[str, _Line]:
    connection = store.connection
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
