"""Whether the rows of a database are what its Documents say: each Document given its meaning again, row by row."""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from audit.originals import Words
from ingest.answer import Answer
from ingest.columns import Value
from ingest.edition import editions
from ingest.garbage import seldom_searched
from ingest.reading import FileReader
from ingest.rows import document_of
from ingest.said import Said
from ingest.stored_rows import Departure, departure
from schema.limits import Limits
from schema.source import Source

_SOURCES = (
    "SELECT DISTINCT r.source_id, r.path, r.sha256, r.format, r.stated_year, r.stated_region, r.meaning_edition,"
    " d.document FROM sources AS s JOIN sources AS r ON r.source_id = s.rows_from"
    " JOIN documents AS d ON d.sha256 = r.sha256 AND d.reading_edition = r.reading_edition"
    " WHERE s.superseded_by IS NULL AND r.status <> 'duplicate' ORDER BY r.path, r.source_id"
)
_MOST = 60


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
        for source_id, path, sha256, form, year, region, edition, document in connection.execute(_SOURCES):
            if edition != today:
                yield Rederived(path, left=True)
                continue
            source = Source(path=path, sha256=sha256, format=form)
            try:
                shown = document_of(document)
                outcome = reader.reread(shown, source, Said(year, region))
            except (zlib.error, ValueError):
                yield Rederived(path, problem=_damaged(path))
                continue
            answer = Answer.of(outcome)
            found = departure(connection, source_id, answer)
            if form != shown.source:
                found = Departure("sources.format", form, shown.source)
            rows = sum(part.count for name, part in answer.rows.items() if name != "indicator_words")
            yield Rederived(path, rows + 1, problem=None if found is None else _changed(path, found))


def _changed(path: str, found: Departure) -> Words:
    now, then = _short(found.stored), _short(found.told)
    zh = f"{path}：{found.where} 是 {now}，原文应为 {then}；"
    en = f"{path}: {found.where} is {now}, its document tells {then}; "
    return (
        f"{zh}jixiao retry 加 --status imported 或 imported_with_warnings 按原文重写，改动留作历史",
        f"{en}jixiao retry --status imported (or imported_with_warnings) writes it anew and keeps this as history",
    )


def _damaged(path: str) -> Words:
    return (
        f"{path}：库中保存的原文已损坏；原文件还在时用 jixiao retry --status 其状态 重新读取，否则请用备份的数据库",
        f"{path}: the document stored with it is damaged; jixiao retry --status ITS-STATUS reads its file anew, if any",
    )


def _short(value: Value) -> str:
    said = "null" if value is None else str(value)
    return f"“{said[:_MOST]}…”" if len(said) > _MOST else f"“{said}”"
