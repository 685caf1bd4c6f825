"""What files show, as it was stored; the last ones are kept, as a person clicks through one table for long."""

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from ingest.rows import DamagedError, document_of
from schema.document import Document

_KEPT = 6
_LARGEST = 2_000_000
"""Bytes as stored; what is larger is read anew each time, as a few of them would fill the memory."""

_STORED = "SELECT document FROM documents WHERE sha256 = ? AND reading_edition = ?"


@dataclass(slots=True)
class Documents:
    """The last documents, by the hash of their file and the edition that read it."""

    kept: OrderedDict[tuple[str, str], Document] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def of(self, connection: sqlite3.Connection, sha256: str, edition: str) -> Document | None:
        """What a file shows, or None where the database does not hold it, or holds it damaged."""
        with self.lock:
            held = self.kept.get((sha256, edition))
            if held is not None:
                self.kept.move_to_end((sha256, edition))
                return held
        row = connection.execute(_STORED, [sha256, edition]).fetchone()
        if row is None:
            return None
        try:
            document = document_of(row["document"])
        except DamagedError:
            return None
        if len(row["document"]) <= _LARGEST:
            with self.lock:
                self.kept[sha256, edition] = document
                while len(self.kept) > _KEPT:
                    self.kept.popitem(last=False)
        return document
