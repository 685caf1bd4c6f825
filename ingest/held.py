"""What the database remembers of each file, so that an import reads only what is new."""

from dataclasses import dataclass
from typing import Any

from ingest.edition import Editions
from ingest.said import Said
from ingest.stamp import Stamp
from ingest.store import Store
from schema.source import Status

RETRIED = frozenset({Status.TIMEOUT, Status.UNREADABLE, Status.VANISHED})
"""Ends that the machine caused, not the file: the next import tries again."""

BOUNDED = frozenset({Status.LIMIT, Status.UNSAFE, Status.OUT_OF_MEMORY, Status.PARSER_CRASH})
"""Ends that a limit may have caused: an import under other limits tries again."""


@dataclass(frozen=True, slots=True)
class Held:
    """The current row of a path."""

    source_id: int
    sha256: str | None
    status: Status
    stamp: Stamp | None
    editions: Editions
    said: Said
    rows_from: int | None
    rows_sha256: str | None
    arrived_in: int | None = None
    limits: str | None = None

    def same_bytes(self, stamp: Stamp) -> bool:
        """Whether a file with this stamp has the bytes that are remembered, so that it need not be read."""
        return self.sha256 is not None and self.stamp is not None and self.stamp.settled and self.stamp == stamp

    def done(self, sha256: str | None, editions: Editions, said: Said, limits: str | None = None) -> bool:
        """Whether nothing new can come of reading these bytes again."""
        known = sha256 is not None and self.sha256 == sha256 and self.status not in RETRIED
        if self.status in BOUNDED and (self.limits is None or self.limits != limits):
            return False
        return known and self.editions == editions and self.said == said


def held(store: Store, root_id: int) -> dict[str, Held]:
    """The current row of every path under a root."""
    rows = store.connection.execute(
        "SELECT s.path, s.source_id, s.sha256, s.status, s.size, s.mtime_ns, s.inode, s.settled, s.reading_edition,"
        " s.meaning_edition, s.stated_year, s.stated_region, s.stated_url, s.stated_published, s.rows_from,"
        " r.sha256, s.arrived_in, s.limits"
        " FROM sources AS s LEFT JOIN sources AS r ON r.source_id = s.rows_from"
        " WHERE s.root_id = ? AND s.superseded_by IS NULL ORDER BY s.path",
        [root_id],
    )
    return {path: _held(*columns) for path, *columns in rows}


def _held(source_id: int, sha256: str | None, status: str, *columns: Any) -> Held:
    size, mtime_ns, inode, settled, reading, meaning, *more = columns
    year, region, url, published, rows_from, rows_sha256, arrived_in, limits = more
    return Held(
        source_id=source_id,
        sha256=sha256,
        status=Status(status),
        stamp=None if size is None else Stamp(size, mtime_ns, inode, bool(settled)),
        editions=Editions(reading, meaning),
        said=Said(year, region, url, published),
        rows_from=rows_from,
        rows_sha256=rows_sha256,
        arrived_in=arrived_in,
        limits=limits,
    )


def stored_document(store: Store, sha256: str, reading_edition: str) -> bytes | None:
    """What a content showed when it was read under an edition, as it is stored, or None."""
    found = store.connection.execute(
        "SELECT document FROM documents WHERE sha256 = ? AND reading_edition = ?", [sha256, reading_edition]
    ).fetchone()
    return bytes(found[0]) if found else None
