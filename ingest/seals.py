"""Seals: short hashes over what an import wrote, by which it shows whether somebody changed it since.

They hold against mishaps and careless hands. Who reckons them anew can forge them: they are no signature.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from ingest.columns import Rows, Value
from ingest.stored import KINDS, stored_rows

_DIGITS = 32
_NO_ROWS = Rows()
_json = json.JSONEncoder(separators=(",", ":")).encode

OF_A_SOURCE = (
    "source_id", "path", "sha256", "format", "status", "reading_edition", "meaning_edition", "stated_year",
    "stated_region", "stated_url", "stated_published", "arrived_in", "cells_stated", "cells_used", "cells_ignored",
    "cells_reported", "defect", "limits", "mends", "rows_from", "import_from", "rows_seal",
)  # fmt: skip
SEALED = f"SELECT {', '.join(OF_A_SOURCE)} FROM sources"  # noqa: S608 - our own names
"""What is sealed of each file, in the order in which `source_seal` takes it."""


def rows_seal(rows: Mapping[str, Rows]) -> str:
    """The seal of what a reading gave, the same whether it travels or is stored.

    A column that says nothing is no part of it, so that a later schema may have more of them.

    >>> rows_seal({}) == rows_seal({"tables": Rows()}), rows_seal({"tables": Rows(("key",), (("k",),))})[:8]
    (True, 'fcbe581c')
    """
    seal = sha256()
    for kind in KINDS:
        part = rows.get(kind, _NO_ROWS)
        columns = sorted(zip(part.columns, part.values, strict=True), key=lambda column: column[0])
        seal.update(_json([kind, [[name, _as_stored(values)] for name, values in columns]]).encode())
    return seal.hexdigest()[:_DIGITS]


def source_seal(row: Iterable[Value]) -> str:
    """The seal of a row of `sources`, given in the order of `SEALED`; of its path the name, as folders may be renamed.

    >>> first, renamed = (source_seal([1, path, "00"]) for path in ("a.txt", "2024/a.txt"))
    >>> first == renamed, first == source_seal([1, "b.txt", "00"])
    (True, False)
    """
    source_id, path, *others = row
    return _hashed([source_id, str(path).rpartition("/")[2], *others])


def seal_of_source(row: Mapping[str, Value]) -> str:
    """The same, of a row by the names of its columns."""
    return source_seal(row[name] for name in OF_A_SOURCE)


def document_seal(document: bytes) -> str:
    """The seal of a Document as it is stored."""
    return sha256(document).hexdigest()[:_DIGITS]


def chained(before: str | None, *what: Value) -> str:
    """The seal of an import that goes on: over what it was before, and what is added."""
    return _hashed([before, *what])


def stored_seal(connection: sqlite3.Connection, source_id: int) -> str:
    """The seal of the rows that are stored of a source now."""
    return rows_seal(dict(stored_rows(connection, source_id)))


def is_sealed(connection: sqlite3.Connection, source_id: int) -> bool:
    """Whether a row of `sources` and what its reading gave are as they were written."""
    row = connection.execute(f"{SEALED} WHERE source_id = ?", [source_id]).fetchone()
    (seal,) = connection.execute("SELECT seal FROM sources WHERE source_id = ?", [source_id]).fetchone()
    return bool(seal == source_seal(row) and row[-1] == stored_seal(connection, source_id))


def seal_everything(connection: sqlite3.Connection) -> None:
    """Seal a database from before there were seals, as it is; call within a transaction."""
    sources = connection.execute("SELECT source_id FROM sources ORDER BY source_id").fetchall()
    connection.executemany(
        "UPDATE sources SET rows_seal = ? WHERE source_id = ?",
        ((stored_seal(connection, source_id), source_id) for (source_id,) in sources),
    )
    rows = connection.execute(f"{SEALED} ORDER BY source_id").fetchall()
    connection.executemany("UPDATE sources SET seal = ? WHERE source_id = ?", ((source_seal(r), r[0]) for r in rows))
    places = connection.execute("SELECT sha256, reading_edition FROM documents").fetchall()
    for place in places:
        (document,) = connection.execute(
            "SELECT document FROM documents WHERE sha256 = ? AND reading_edition = ?", place
        ).fetchone()
        connection.execute(
            "UPDATE documents SET seal = ? WHERE sha256 = ? AND reading_edition = ?", [document_seal(document), *place]
        )
    for import_id, seal in reckoned(connection):
        connection.execute("UPDATE imports SET seal = ? WHERE import_id = ?", [seal, import_id])


def reckoned(connection: sqlite3.Connection) -> Iterable[tuple[int, str]]:
    """The seal that each import should have, by what is stored of it, of its sources and of the import before it."""
    before: str | None = None
    imports = connection.execute(
        "SELECT import_id, started_at, version, finished_at, seal FROM imports ORDER BY import_id"
    ).fetchall()
    for import_id, started, version, finished, stored in imports:
        seal = chained(before, import_id, started, version)
        sources = connection.execute(
            "SELECT seal FROM sources WHERE import_from = ? ORDER BY source_id", [import_id]
        ).fetchall()
        for (of_source,) in sources:
            seal = chained(seal, of_source)
        if finished is not None:
            seal = chained(seal, finished)
        yield import_id, seal
        before = stored if stored is not None else seal


def _hashed(values: list[Value]) -> str:
    return sha256(_json(values).encode()).hexdigest()[:_DIGITS]


def _as_stored(values: Sequence[Value]) -> Sequence[Value]:
    """Values as SQLite gives them back: truth is a number, and no zero has a sign."""
    kinds = set(map(type, values))
    if bool in kinds or float in kinds:
        return [int(v) if v is True or v is False else v + 0.0 if type(v) is float else v for v in values]
    return values
