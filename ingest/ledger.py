"""How a new reading takes the place of an old one: nothing is erased, nothing is half written.

A row of `sources` holds from one import until another supersedes it, and its tables with it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from ingest.answer import Answer
from ingest.columns import Row, Rows, Value
from ingest.edition import Editions
from ingest.held import Held
from ingest.inserts import insert, insert_reading
from ingest.said import Said
from ingest.seals import chained, document_seal, seal_of_source
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.twins import settle_tables
from schema.source import Status

_READ = frozenset({Status.IMPORTED, Status.IMPORTED_WITH_WARNINGS, Status.NO_TABLES, Status.DUPLICATE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A new state of a path, about to be recorded.

    `limits` are those that may have ended the file; `changed` says that what was held was changed behind our back.
    """

    root_id: int
    path: str
    answer: Answer
    stamp: Stamp | None
    editions: Editions
    said: Said
    limits: str | None = None
    changed: bool = False


class Ledger:
    """The pen of one import: each call is one transaction, rows and ledger entry together, unless several are joined.

    The import itself is recorded with its first change, so that a run that changes nothing writes nothing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._import_id: int | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is recorded inside is recorded as one: all of it, or nothing."""
        import_id = self._import_id
        try:
            with self._store.transaction():
                yield
        except BaseException:
            self._import_id = import_id
            raise

    def record(self, entry: Entry, before: Held | None) -> None:
        """Put a reading in the place of what was held of its path.

        Raises what `sqlite3` raises, or a `ValueError`, and writes nothing, where the rows cannot be stored.
        """
        with self._store.transaction():
            import_id = self._begun()
            if before is not None:
                self._supersede(before, import_id)
            source_id = self._store.next_id("sources")
            row = _source_row(entry, source_id, import_id, before)
            row["seal"] = seal_of_source(row)
            insert(self._store, "sources", Rows.of([row]), {})
            self._seal(import_id, row["seal"])
            _keep_document(self._store, entry.answer, entry.editions)
            insert_reading(self._store, source_id, entry.answer)
            settle_tables(self._store, [source_id, before.rows_from if before else None])
        self._import_id = import_id

    def touch(self, before: Held, stamp: Stamp | None) -> None:
        """Remember a new stamp of the same bytes; no change that anyone asks for."""
        with self._store.transaction():
            self._store.connection.execute(
                "UPDATE sources SET size = :size, mtime_ns = :mtime_ns, inode = :inode, settled = :settled"
                " WHERE source_id = :source_id",
                {**_stamp_row(stamp), "source_id": before.source_id},
            )

    def mend(self, answer: Answer, editions: Editions) -> None:
        """Put what a file showed in the place of what was stored of it and got damaged; unless it is the same."""
        with self._store.transaction():
            _keep_document(self._store, answer, editions)

    def finish(self) -> None:
        """Note that the import came to its end."""
        if self._import_id is not None:
            with self._store.transaction():
                now = _now()
                self._store.connection.execute(
                    "UPDATE imports SET finished_at = ? WHERE import_id = ?", [now, self._import_id]
                )
                self._seal(self._import_id, now)

    def _begun(self) -> int:
        if self._import_id is not None:
            return self._import_id
        import_id = self._store.next_id("imports")
        last = self._seal_of(import_id - 1)
        begun: Row = {"import_id": import_id, "started_at": _now(), "version": version("jixiao")}
        begun["seal"] = chained(last, *begun.values())
        insert(self._store, "imports", Rows.of([begun]), {})
        return import_id

    def _supersede(self, before: Held, import_id: int) -> None:
        self._store.connection.execute(
            "UPDATE sources SET superseded_by = ? WHERE source_id = ?", [import_id, before.source_id]
        )

    def _seal_of(self, import_id: int) -> str | None:
        query = "SELECT seal FROM imports WHERE import_id = ?"
        found = self._store.connection.execute(query, [import_id]).fetchone()
        return None if found is None else found[0]

    def _seal(self, import_id: int, what: Value) -> None:
        """Add to the seal of an import."""
        seal = chained(self._seal_of(import_id), what)
        self._store.connection.execute("UPDATE imports SET seal = ? WHERE import_id = ?", [seal, import_id])


def _source_row(entry: Entry, source_id: int, import_id: int, before: Held | None) -> Row:
    answer = entry.answer
    return {
        "source_id": source_id,
        "root_id": entry.root_id,
        "path": entry.path,
        "sha256": answer.source.sha256,
        "format": answer.source.format,
        "status": answer.status.value,
        **_stamp_row(entry.stamp),
        "reading_edition": entry.editions.reading,
        "meaning_edition": entry.editions.meaning,
        "stated_year": entry.said.fiscal_year,
        "stated_region": entry.said.region,
        "stated_url": entry.said.url,
        "stated_published": entry.said.published,
        "arrived_in": _arrived(entry, import_id, before),
        "cells_stated": answer.cells.stated,
        "cells_used": answer.cells.used,
        "cells_ignored": json.dumps(dict(answer.cells.ignored), sort_keys=True),
        "cells_reported": answer.cells.reported,
        "defect": answer.defect,
        "limits": entry.limits,
        "mends": before.source_id if before is not None and entry.changed else None,
        "rows_seal": answer.seal,
        "rows_from": source_id if answer.status in _READ else _kept(answer, before),
        "import_from": import_id,
    }


def _arrived(entry: Entry, import_id: int, before: Held | None) -> int:
    """The import that first met these bytes at this path; reading them anew is no arrival."""
    same = before is not None and before.sha256 is not None and before.sha256 == entry.answer.source.sha256
    return before.arrived_in or import_id if same and before is not None else import_id


def _stamp_row(stamp: Stamp | None) -> Row:
    if stamp is None:
        return {"size": None, "mtime_ns": None, "inode": None, "settled": 0}
    return {"size": stamp.size, "mtime_ns": stamp.mtime_ns, "inode": stamp.inode, "settled": int(stamp.settled)}


def _kept(answer: Answer, before: Held | None) -> int | None:
    """The earlier rows that a failed reading leaves in force: read from the same bytes, as far as anyone knows."""
    if before is None:
        return None
    same = before.rows_sha256 is not None and before.rows_sha256 == answer.source.sha256
    return before.rows_from if same or answer.status is Status.UNREADABLE else None


def _keep_document(store: Store, answer: Answer, editions: Editions) -> None:
    if answer.document is not None:
        store.connection.execute(
            "INSERT INTO documents (sha256, reading_edition, document, seal) VALUES (?, ?, ?, ?) ON CONFLICT DO"
            " UPDATE SET document = excluded.document, seal = excluded.seal WHERE document <> excluded.document"
            " OR seal IS NOT excluded.seal",
            [answer.source.sha256, editions.reading, answer.document, document_seal(answer.document)],
        )


def _now() -> str:
    return datetime.now(UTC).isoformat("T", "milliseconds")
