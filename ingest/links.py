"""Files with equal bytes: the first that can be read counts, the others are linked to it, whichever came or went."""

from typing import Any

from ingest.edition import Editions
from ingest.held import Held
from ingest.ledger import Entry
from ingest.recorder import Recorder, duplicate
from ingest.roots import Root, known
from ingest.scopes import memory_of
from ingest.store import Store
from ingest.task import Task
from schema.source import Status

# A file that stands first must not be a duplicate, and one that stands behind must be.
_WRONG = """
WITH twins AS (
  SELECT root_id, path, sha256, status, row_number() OVER (PARTITION BY sha256 ORDER BY root, path) AS place
  FROM current_sources WHERE status IN ('imported', 'imported_with_warnings', 'duplicate') AND sha256 IS NOT NULL
)
SELECT root_id, path FROM twins WHERE (place = 1) = (status = 'duplicate') ORDER BY place, sha256
"""


def relink(recorder: Recorder, editions: Editions) -> None:
    """Make the first of each set of equal files the one that counts."""
    store = recorder.store
    tried: set[tuple[int, str]] = set()
    while wrong := [place for place in store.connection.execute(_WRONG).fetchall() if place not in tried]:
        roots = {root.root_id: root for root in known(store)}
        held = {root_id: memory_of(store, root).held for root_id, root in roots.items()}
        for root_id, path in wrong:
            tried.add((root_id, path))
            _relink(recorder, roots[root_id], path, held[root_id][path], editions)


def _relink(recorder: Recorder, root: Root, path: str, before: Held, editions: Editions) -> None:
    root_id, digest = root.root_id, before.sha256 or ""
    if before.status is Status.DUPLICATE:
        found = document_of_bytes(recorder.store, digest, editions)
        if found is None:
            return
        document, reading = found
        answer = recorder.read(Task(path, before.said, digest, root.folder / path, document=document))
        editions = Editions(reading, editions.meaning)
    else:
        answer, editions = duplicate(path, digest), before.editions
    entry = recorder.write(Entry(root_id, path, answer, before.stamp, editions, before.said), before)
    recorder.report.relinked(before.status, entry.answer.status)


def document_of_bytes(store: Store, digest: str, editions: Editions) -> tuple[bytes, str] | None:
    """What these bytes showed, under today's edition if they were read under it."""
    row: Any = store.connection.execute(
        "SELECT document, reading_edition FROM documents WHERE sha256 = ? ORDER BY reading_edition = ? DESC LIMIT 1",
        [digest, editions.reading],
    ).fetchone()
    return None if row is None else (bytes(row[0]), str(row[1]))
