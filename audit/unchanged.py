"""Whether every row is as an import wrote it, in history too: by the seals that were taken at writing."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from audit.originals import Words
from ingest.seals import OF_A_SOURCE, SEALED, document_seal, reckoned, source_seal, stored_seal


def unsealed(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    """Every import, file and document: how many were looked at, and what is not as it was written."""
    yield from _imports(connection)
    yield from _sources(connection)
    yield from _documents(connection)


def _imports(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    """An import vouches for the one before it, so that none can be missing, nor a file that one of them wrote."""
    stored = dict(connection.execute("SELECT import_id, seal FROM imports").fetchall())
    for import_id, seal in reckoned(connection):
        zh = f"第 {import_id} 次导入：它或它写入的文件记录被改动、增减；请用备份的数据库"
        en = f"import {import_id}: it, or a file that it recorded, was changed, added or removed since; use a backup"
        yield 1, None if stored[import_id] == seal else (zh, en)


def _sources(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    """Every row of a file, current or not, and the rows that its reading gave."""
    known = {mends for (mends,) in connection.execute("SELECT mends FROM sources WHERE mends < source_id")}
    more = connection.execute("SELECT seal, superseded_by FROM sources ORDER BY source_id").fetchall()
    for row, (seal, until) in zip(connection.execute(f"{SEALED} ORDER BY source_id").fetchall(), more, strict=True):
        told = dict(zip(OF_A_SOURCE, row, strict=True))
        if told["source_id"] in known:  # a retry found it, and wrote it anew
            yield 1, None
        elif seal != source_seal(row):
            yield 1, _changed(told, until, zh="文件记录", en="what is recorded of it")
        elif told["rows_seal"] != stored_seal(connection, int(told["source_id"])):
            yield 1, _changed(told, until, zh="表、指标、目标值或提示", en="a table, indicator, target or diagnostic")
        else:
            yield 1, None


def _documents(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    cursor = connection.execute(
        "SELECT d.seal, d.document, coalesce((SELECT min(s.path) FROM sources AS s WHERE s.sha256 = d.sha256"
        " AND s.reading_edition = d.reading_edition), d.sha256) FROM documents AS d"
    )
    for seal, document, path in cursor:
        zh = f"{path}：库中保存的原文被改动或损坏；用 jixiao retry --status 其状态 重新读取，或用备份的数据库"
        en = f"{path}: the document stored with it was changed; jixiao retry --status ITS-STATUS, or use a backup"
        yield 1, None if seal == document_seal(document) else (zh, en)


def _changed(told: Mapping[str, Any], until: int | None, *, zh: str, en: str) -> Words:
    path, since, status = told["path"], told["import_from"], told["status"]
    if until is not None:
        return (
            f"{path}（历史，第 {since} 次导入起）：{zh}被改动；请用备份的数据库",
            f"{path} (history, from import {since} on): {en} was changed; use a backup",
        )
    again = f"jixiao retry --status {status}"
    return (
        f"{path}：{zh}在第 {since} 次导入后被改动；{again} 重新写入，或用备份的数据库",
        f"{path}: {en} was changed after import {since}; {again} writes it anew, or use a backup",
    )
