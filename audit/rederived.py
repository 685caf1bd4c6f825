"""Whether the rows of a database are what its Documents say: each Document given its meaning again, row by row."""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from audit.originals import Words
from ingest.answer import Answer
from ingest.columns import Value
from ingest.edition import editions
from ingest.garbage import seldom_searched
from ingest.reading import FileReader
from ingest.rows import document_of
from ingest.said import Said
from ingest.twins import BEHIND_READING
from schema.limits import Limits
from schema.source import Source

_SOURCES = (
    "SELECT DISTINCT r.source_id, r.path, r.sha256, r.format, r.stated_year, r.stated_region, r.meaning_edition,"
    " r.cells_stated, r.cells_used, r.cells_reported, r.cells_ignored, d.document"
    " FROM sources AS s JOIN sources AS r ON r.source_id = s.rows_from"
    " JOIN documents AS d ON d.sha256 = r.sha256 AND d.reading_edition = r.reading_edition"
    " WHERE s.superseded_by IS NULL AND r.status <> 'duplicate' ORDER BY r.path, r.source_id"
)
_OF_A_SOURCE = {
    "tables": "SELECT * FROM tables WHERE source_id = ? ORDER BY table_id",
    "indicators": "SELECT i.* FROM tables AS t JOIN indicators AS i USING (table_id)"
    " WHERE t.source_id = ? ORDER BY i.indicator_id",
    "targets": "SELECT g.* FROM tables AS t JOIN indicators AS i USING (table_id) JOIN targets AS g"
    " USING (indicator_id) WHERE t.source_id = ? ORDER BY g.target_id",
    "diagnostics": f"SELECT * FROM diagnostics WHERE source_id = ? AND position <= {BEHIND_READING}"  # noqa: S608 - a number of ours
    " ORDER BY position",
}
_COUNTED = ("table_id", "indicator_id")
"""Numbers that count within a source what they count in the whole database."""
_OF_THE_DATABASE = frozenset({"source_id", "diagnostic_id", "target_id", "stands"})
"""Columns no Document tells."""


@dataclass(frozen=True, slots=True)
class Rederived:
    """One source: how many of its rows were compared, or whether it was left; and the first that differs."""

    path: str
    rows: int = 0
    left: bool = False
    problem: Words | None = None


def rederived(connection: sqlite3.Connection) -> Iterator[Rederived]:
    """Every current source with rows, read again from the Document that is stored with it.

    Rows that another version of jixiao gave may differ by right: they are left.
    """
    today, reader = editions().meaning, FileReader(Limits())
    with seldom_searched():
        for source_id, path, sha256, form, year, region, edition, *cells, document in connection.execute(_SOURCES):
            if edition != today:
                yield Rederived(path, left=True)
                continue
            source = Source(path=path, sha256=sha256, format=form)
            try:
                outcome = reader.reread(document_of(document), source, Said(year, region))
            except (zlib.error, ValueError):
                yield Rederived(path, problem=_damaged(path))
                continue
            yield _compared(connection, source_id, Answer.of(outcome), cells)


def _compared(connection: sqlite3.Connection, source_id: int, answer: Answer, cells: Sequence[Any]) -> Rederived:
    path, looked_at, found = answer.source.path, 1, None
    again = answer.cells.stated, answer.cells.used, answer.cells.reported, dict(answer.cells.ignored)
    if (*cells[:3], json.loads(cells[3])) != again:
        found = (f"{path}：单元格的账目与原文不符", f"{path}: the account of its cells is not what its document tells")
    for kind, query in _OF_A_SOURCE.items():
        stored = _rows(connection.execute(query, [source_id]))
        told = [dict(zip(answer.rows[kind].columns, row, strict=True)) for row in answer.rows[kind].each()]
        looked_at += len(told)
        found = found or _count(path, kind, len(stored), len(told)) or _first(path, kind, stored, told)
    return Rederived(path, looked_at, problem=found)


def _damaged(path: str) -> Words:
    return (
        f"{path}：库中保存的原文已损坏；请用备份的数据库，或把该文件重新导入新库",
        f"{path}: the document stored with it is damaged; take a copy of the database, or import into a new one",
    )


def _rows(cursor: sqlite3.Cursor) -> list[dict[str, Value]]:
    """Rows by column, those of the database alone left out, and numbers counted from the first."""
    names = [column[0] for column in cursor.description]
    rows = [
        {name: value for name, value in zip(names, row, strict=True) if name not in _OF_THE_DATABASE} for row in cursor
    ]
    for name in _COUNTED:
        numbers = [number for row in rows if isinstance(number := row.get(name), int)]
        for row, number in zip(rows, numbers, strict=False):
            row[name] = number - numbers[0]
    return rows


def _count(path: str, kind: str, stored: int, told: int) -> Words | None:
    if stored == told:
        return None
    return (
        f"{path}：{kind} 有 {stored} 行，原文应为 {told} 行",
        f"{path}: {kind} has {stored} rows, its document tells {told}",
    )


def _first(path: str, kind: str, stored: Sequence[dict[str, Value]], told: Sequence[dict[str, Value]]) -> Words | None:
    """The first value that differs."""
    for at, (row, again) in enumerate(zip(stored, told, strict=True), start=1):
        for name in row.keys() | again.keys():
            if row.get(name) != again.get(name):
                where = f"{kind}.{name} #{at}"
                now, then = _short(row.get(name)), _short(again.get(name))
                return (
                    f"{path}：{where} 是 {now}，原文应为 {then}",
                    f"{path}: {where} is {now}, its document tells {then}",
                )
    return None


def _short(value: Value) -> str:
    said = "null" if value is None else str(value)
    return f"“{said[:60]}…”" if len(said) > 60 else f"“{said}”"
