"""The rows that a question matches, the first of them quickly: a million indicators are not read to show fifty.

In the order in which they were imported, ids rise from source to source, from table to table and from row to row. So
tables and indicators can be gone through piece by piece, and the search ends as soon as enough is found.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import Literal, TypeVar

from audit.asking.question import Conditions
from audit.asking.words import Condition, Parameter

_FROM = """
FROM json_each(?) AS c
{first}
CROSS JOIN standing_tables AS n ON n.table_id = t.table_id
CROSS JOIN sources AS s ON s.source_id = n.source_id
CROSS JOIN roots AS r ON r.root_id = s.root_id
{then}
LEFT JOIN targets AS g INDEXED BY targets_indicator ON g.indicator_id = i.indicator_id AND g.role = 'planned'
WHERE true {where}
ORDER BY {order}
LIMIT ?
"""
_BY_TABLE = {
    "first": "CROSS JOIN tables AS t ON t.table_id = c.value",
    "then": "CROSS JOIN indicators AS i ON i.table_id = t.table_id",
    "order": "c.key, i.position, g.position",
}
_BY_INDICATOR = {
    "first": "CROSS JOIN indicators AS i ON i.indicator_id = c.value CROSS JOIN tables AS t ON t.table_id = i.table_id",
    "then": "",
    "order": "c.key, g.position",
}
SORTS: dict[str, tuple[Literal["table", "row"], str]] = {
    "import": ("table", "t.table_id"),
    "source": ("table", "r.location, s.path, t.position"),
    "year": ("table", "t.fiscal_year"),
    "department": ("table", "t.department"),
    "agency": ("table", "t.agency"),
    "project": ("table", "t.project_name"),
    "level": ("row", "i.level1, i.level2"),
    "name": ("row", "i.name"),
    "value": ("row", "coalesce(g.low_real, g.high_real)"),
}
"""What hits are sorted by, a `-` before it for the other way round: of what it is a fact, and where that stands."""

_FEW_TABLES = 300
"""Fewer tables are read whole sooner than the index is asked."""

_PATIENCE = 8_000
"""So many indicators are looked at before the indexes are asked for all that might match."""

_PIECES = (100, 400, 1600, 6400)
_Item = TypeVar("_Item")


def matching(
    connection: sqlite3.Connection, found: Conditions, columns: str, *, at_most: int = -1, sort: str = "import"
) -> Iterator[sqlite3.Row]:
    """The rows, from tables `t`, sources `s`, roots `r`, indicators `i` and targets `g`, in the order of a sort."""
    of, _ = SORTS[sort.removeprefix("-")]
    narrow = bool(found.phrases or found.levels or found.targets)
    if sort != "import" and (narrow or of == "row"):
        yield from _sorted(connection, found, columns, at_most, sort)
        return
    if sort == "import" and not (found.phrases or found.tables):
        yield from _through(connection, found, columns, _in_turn(connection))
        return
    tables = None if found.phrases and not found.tables else _tables(connection, found.tables, sort)
    if found.phrases and (tables is None or len(tables) > _FEW_TABLES):
        yield from _by_indicator(connection, found, columns, _in_index(connection, found.phrases))
    else:
        yield from _through(connection, found, columns, tables or [])


def _sorted(
    connection: sqlite3.Connection, found: Conditions, columns: str, at_most: int, sort: str
) -> Iterator[sqlite3.Row]:
    """All that match, put in order; of many only the first are kept."""
    if found.phrases:
        way, ids = _BY_INDICATOR, list(_in_index(connection, found.phrases))
    elif found.levels or found.targets:
        way, ids = _BY_INDICATOR, _indexed(connection, found, 0)
    else:
        way, ids = _BY_TABLE, [table_id for table_id, _ in _tables(connection, found.tables, "import")]
    way = {**way, "order": f"{_order(sort)}, {way['order']}"}
    yield from _rows(connection, found, columns, way, ids, at_most)


def _order(sort: str) -> str:
    """The columns of a sort, what is missing last."""
    way = " DESC" if sort.startswith("-") else ""
    columns = SORTS[sort.removeprefix("-")][1]
    parts = [columns] if "(" in columns else columns.split(", ")
    return ", ".join(f"{part} IS NULL, {part}{way}" for part in parts)


def _in_turn(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Every table that counts, in the order of their import, as it is asked for: the first are there at once."""
    query = """SELECT t.table_id, t.indicator_count FROM tables AS t NOT INDEXED
      WHERE EXISTS (SELECT 1 FROM standing_tables AS n WHERE n.table_id = t.table_id) ORDER BY t.table_id"""
    return ((row[0], row[1]) for row in connection.execute(query))


def _tables(connection: sqlite3.Connection, wanted: Sequence[Condition], sort: str) -> list[tuple[int, int]]:
    """The tables that a question is about, each with the number of its indicators."""
    placed = "JOIN roots AS r USING (root_id)" if sort.endswith("source") else ""
    # The conditions are our own words, the values bound.
    query = f"""SELECT t.table_id, t.indicator_count FROM {standing(connection)} {placed}
      WHERE true {all_of(wanted)} ORDER BY {_order(sort)}, t.table_id"""  # noqa: S608 - our own words, the values bound
    return [(row[0], row[1]) for row in connection.execute(query, values_of(wanted))]


def standing(connection: sqlite3.Connection) -> str:
    """The tables `t` that count, with their sources `s`: now out of an index alone, else as an import saw them."""
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'standing_tables'").fetchone():
        return "standing_tables AS n JOIN sources AS s USING (source_id) JOIN tables AS t USING (table_id)"
    return (
        "sources AS s JOIN tables AS t INDEXED BY tables_about"
        " ON t.source_id = s.rows_from AND t.stands = 1 AND s.superseded_by IS NULL"
    )


def _through(
    connection: sqlite3.Connection, found: Conditions, columns: str, tables: Iterable[tuple[int, int]]
) -> Iterator[sqlite3.Row]:
    """Table by table; where little is found in many of them, what the indexes say of the rest."""
    looked_at = 0
    narrow = bool(found.levels or found.targets)
    for _, piece in _pieces(tables):
        if narrow and looked_at > _PATIENCE:
            first = piece[0][0]
            yield from _by_indicator(connection, found, columns, _indexed(connection, found, first))
            return
        yield from _rows(connection, found, columns, _BY_TABLE, [table_id for table_id, _ in piece])
        looked_at += sum(count for _, count in piece)


def _indexed(connection: sqlite3.Connection, found: Conditions, table_id: int) -> list[int]:
    """The indicators, of a table and those behind it, with the levels and the targets that are asked for."""
    row = connection.execute("SELECT min(indicator_id) FROM indicators WHERE table_id >= ?", [table_id]).fetchone()
    first = row[0] or 0
    # The conditions are our own words, the values bound; a + keeps SQLite from going through the long rows by id.
    leveled = f"SELECT i.indicator_id FROM indicators AS i WHERE +i.indicator_id >= ? {all_of(found.levels)}"  # noqa: S608 - our own words, the values bound
    aimed = f"""SELECT g.indicator_id FROM targets AS g
      WHERE g.role = 'planned' AND +g.indicator_id >= ? {all_of(found.targets)}"""  # noqa: S608 - our own words, the values bound
    sides = [(leveled, found.levels), (aimed, found.targets)]
    ids = [
        {row[0] for row in connection.execute(query, [first, *values_of(wanted)])} for query, wanted in sides if wanted
    ]
    return sorted(set.intersection(*ids))


def _in_index(connection: sqlite3.Connection, asked: str) -> Iterator[int]:
    query = "SELECT rowid FROM indicator_words WHERE indicator_words MATCH ? ORDER BY rowid"
    return (row[0] for row in connection.execute(query, [asked]))


def _by_indicator(
    connection: sqlite3.Connection, found: Conditions, columns: str, ids: Iterable[int]
) -> Iterator[sqlite3.Row]:
    for _, piece in _pieces(ids):
        yield from _rows(connection, found, columns, _BY_INDICATOR, piece)


def _rows(
    connection: sqlite3.Connection,
    found: Conditions,
    columns: str,
    way: dict[str, str],
    ids: Sequence[int],
    at_most: int = -1,
) -> Iterator[sqlite3.Row]:
    wanted = found.all()
    query = f"SELECT {columns} {_FROM.format(**way, where=all_of(wanted))}"
    yield from connection.execute(query, [json.dumps(ids), *values_of(wanted), at_most])


def _pieces(items: Iterable[_Item]) -> Iterator[tuple[int, list[_Item]]]:
    """The items piece by piece, small ones first, each with the number of items before it."""
    stream = iter(items)
    before = 0
    for size in chain(_PIECES, repeat(_PIECES[-1])):
        piece = list(islice(stream, size))
        if not piece:
            return
        yield before, piece
        before += len(piece)


def all_of(wanted: Sequence[Condition]) -> str:
    """Conditions as the rest of a WHERE clause."""
    return "".join(f" AND ({condition.sql})" for condition in wanted)


def values_of(wanted: Sequence[Condition]) -> list[Parameter]:
    """The values of their question marks."""
    return [value for condition in wanted for value in condition.values]
