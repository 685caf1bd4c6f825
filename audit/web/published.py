"""One table as the database holds it: its facts, its indicators, its diagnostics, each with the places it stands at."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from schema.span import Span
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

MOST = 500
"""So many indicators stand on one page."""

STATED = {
    "level1": "stated_level1", "level2": "stated_level2", "name": "stated_name", "description": "description",
    "operator": "stated_operator", "value": "stated_value", "unit": "stated_unit", "actual": "actual",
    "weight": "weight", "score": "score", "standard": "standard", "deviation": "deviation", "history": "history",
    "forecast": "forecast", "previous": "previous", "remark": "remark", "direction": "direction_stated",
}  # fmt: skip
"""The fields of an indicator that stand in cells, and the columns that hold their words."""

_TABLES = """
SELECT t.*, held.sha256, held.reading_edition, held.format, now.path, now.root_id, r.location AS root,
  now.stated_url, now.stated_published, now.sha256 = held.sha256 AS same_bytes
FROM tables AS t JOIN sources AS held ON held.source_id = t.source_id
JOIN sources AS now ON now.rows_from = t.source_id AND now.superseded_by IS NULL
JOIN roots AS r ON r.root_id = now.root_id
WHERE t.key = ? ORDER BY t.stands DESC, now.path, t.table_id
"""
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_FIELDS = {kind.model_fields["kind"].default: tuple(kind.model_fields)
           for kind in (Comparison, Deadline, Statement, Blank, Unparsed)}  # fmt: skip
_SPANS: TypeAdapter[dict[str, tuple[Span, ...]]] = TypeAdapter(dict[str, tuple[Span, ...]])
_SPAN: TypeAdapter[Span] = TypeAdapter(Span)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one field says, in the words of the source, and where; `piece` is what to look for in the cell."""

    field: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """A diagnostic of the source, and where it points."""

    code: str
    severity: str
    zh: str
    en: str
    place: str | None
    row: int | None
    column: int | None


@dataclass(slots=True)
class Row:
    """An indicator: its canonical facts, its figures by field, its typed readings."""

    key: str
    position: int
    facts: Mapping[str, Any]
    figures: dict[str, Figure]
    planned: list[Target] = field(default_factory=list)
    actual: list[Target] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Published:
    """A table, with those indicators that stand on one page of it."""

    facts: Mapping[str, Any]
    head: tuple[Figure, ...]
    labelled: tuple[tuple[str, Figure], ...]
    rows: tuple[Row, ...]
    start: int
    oddities: tuple[Oddity, ...]
    others: tuple[Mapping[str, Any], ...]


def tables_of(connection: sqlite3.Connection, key: str) -> list[dict[str, Any]]:
    """Every current table with a key, the one that counts first; each source once."""
    return [dict(row) for row in connection.execute(_TABLES, [key])]


def published(
    connection: sqlite3.Connection, key: str, source: str | None = None, indicator: str | None = None, start: int = 0
) -> Published | None:
    """The table of a key, of one source if it says which (by its sha256); None where there is none.

    `indicator` asks for the page on which an indicator stands, `start` for the one from a position on.
    """
    found = tables_of(connection, key)
    chosen = next((table for table in found if source is None or table["sha256"] == source), None)
    if chosen is None:
        return None
    table_id = chosen["table_id"]
    if indicator is not None:
        at = connection.execute(
            "SELECT position FROM indicators WHERE table_id = ? AND key = ?", [table_id, indicator]
        ).fetchone()
        start = (at[0] - 1) // MOST * MOST if at else start
    rows = _rows(connection, table_id, start)
    odd = _oddities(connection, chosen["source_id"])
    own, about_rows = _sorted_out(odd, rows, chosen)
    for row in rows:
        row.oddities = about_rows[row.position]
    spans = _SPANS.validate_json(chosen["spans"])
    return Published(
        facts=chosen,
        head=tuple(Figure(name, _said(chosen, name), places) for name, places in spans.items()),
        labelled=tuple(
            (one["label"], Figure(f"field{number}", one["text"], (_SPAN.validate_python(one["span"]),)))
            for number, one in enumerate(json.loads(chosen["fields"]), start=1)
        ),
        rows=tuple(rows),
        start=start,
        oddities=tuple(own),
        others=tuple(table for table in found if table is not chosen),
    )


def _said(table: Mapping[str, Any], name: str) -> str:
    """What a field of the head says; amounts are as written in the funds, the rest as stored."""
    value = table.get(name.replace(".", "_"))
    return "" if value is None else str(value)


def _rows(connection: sqlite3.Connection, table_id: int, start: int) -> list[Row]:
    rows: dict[int, Row] = {}
    query = "SELECT * FROM indicators WHERE table_id = ? AND position > ? ORDER BY position LIMIT ?"
    for facts in connection.execute(query, [table_id, start, MOST]):
        spans = _SPANS.validate_json(facts["spans"])
        figures = {
            name: Figure(name, facts[column] or "", spans.get(name, ()))
            for name, column in STATED.items()
            if facts[column] or spans.get(name)
        }
        rows[facts["indicator_id"]] = Row(facts["key"], facts["position"], dict(facts), figures)
    marks = ", ".join("?" * len(rows))
    targets = f"SELECT * FROM targets WHERE indicator_id IN ({marks}) ORDER BY indicator_id, position"  # noqa: S608 - marks
    for stored in connection.execute(targets, list(rows)):
        row = rows[stored["indicator_id"]]
        target = _TARGET.validate_python({name: stored[name] for name in _FIELDS[stored["kind"]]})
        (row.planned if stored["role"] == "planned" else row.actual).append(target)
    return list(rows.values())


def _oddities(connection: sqlite3.Connection, source_id: int) -> list[tuple[Oddity, str | None]]:
    query = (
        "SELECT code, severity, message_zh AS zh, message_en AS en, place, row, column,"
        " json_extract(args, '$.key') AS key FROM diagnostics WHERE source_id = ? ORDER BY position"
    )
    return [
        (Oddity(*(found[name] for name in Oddity.__slots__)), found["key"])
        for found in connection.execute(query, [source_id])
    ]


def _sorted_out(
    odd: Iterable[tuple[Oddity, str | None]], rows: Iterable[Row], table: Mapping[str, Any]
) -> tuple[list[Oddity], dict[int, list[Oddity]]]:
    """Those of the whole table, and those of each indicator by its position; those of other tables are left out."""
    by_place: dict[tuple[str, int | None], list[Row]] = defaultdict(list)
    places: set[str] = set()
    for row in rows:
        for figure in row.figures.values():
            for span in figure.spans:
                places.add(span.place)
                if row not in by_place[span.place, span.row]:
                    by_place[span.place, span.row].append(row)
    head = {(span.place, span.row) for spans in _SPANS.validate_json(table["spans"]).values() for span in spans}
    own: list[Oddity] = []
    about: dict[int, list[Oddity]] = defaultdict(list)
    for one, key in odd:
        if key is not None and key != table["key"]:
            continue
        place = (one.place or "", one.row)
        told = [row for row in by_place.get(place, []) if _speaks_of(one, row)] or by_place.get(place, [])[:1]
        if told and one.place is not None:
            about[told[0].position].append(one)
        elif one.place is None or place in head:
            own.append(one)
    return own, about


def _speaks_of(odd: Oddity, row: Row) -> bool:
    """Whether a diagnostic's sentence names what an indicator says; one cell may hold several indicators."""
    said = [figure.text for name, figure in row.figures.items() if name in {"value", "name", "actual"} and figure.text]
    return any(text in odd.zh for text in [*said, *(target.text for target in (*row.planned, *row.actual))] if text)
