"""The file a table was read from, if it is still what it was: found by the hash of its content, never by a name."""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ingest.roots import places
from schema.limits import Limits

SHA256 = re.compile(r"[0-9a-f]{64}")
_CURRENT = "SELECT DISTINCT root_id, path FROM sources WHERE sha256 = ? AND superseded_by IS NULL ORDER BY path"


def content_of(connection: sqlite3.Connection, database: Path, sha256: str) -> bytes | None:
    """The bytes with a hash, from wherever an import met them; None where no file there has them any more."""
    if not SHA256.fullmatch(sha256):
        return None
    folders = {root.root_id: root.folder for root in places(connection, database)}
    for root_id, path in connection.execute(_CURRENT, [sha256]).fetchall():
        for location in _locations(folders[root_id], path):
            content = _read(location)
            if content is not None and hashlib.sha256(content).hexdigest() == sha256:
                return content
    return None


def name_of(connection: sqlite3.Connection, sha256: str) -> str:
    """What the file is called, without its folders."""
    row = connection.execute(_CURRENT, [sha256]).fetchone()
    return row["path"].rsplit("/", 1)[-1] if row else sha256


def _locations(folder: Path, path: str) -> Iterator[Path]:
    """Where a path may stand: as it is written, or in the encoding of an old archive."""
    yield folder / path
    try:
        yield folder / os.fsdecode(path.encode("gb18030"))
    except UnicodeEncodeError:
        return


def _read(location: Path) -> bytes | None:
    try:
        if not location.is_file() or location.stat().st_size > Limits().file_bytes:
            return None
        return location.read_bytes()
    except (OSError, ValueError):  # gone since, closed to us, or no name a file can have
        return None
