"""Where the paths of sources start: the folders named in commands, remembered by their place beside the database.

A folder with documents and database can be moved as one. No root lies within another: naming a folder above known
roots takes them in, so that the order in which folders are named does not matter.
"""

import os
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ingest.files import shown
from ingest.store import Store
from ingest.there import is_folder
from ingest.twins import settle_under

_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Root:
    """A known root: its id, and the folder it is."""

    root_id: int
    folder: Path


def real(named: Path) -> Path:
    """The absolute path of a named file or folder; links on the way are followed, a named linked file stays a link."""
    if is_folder(named):
        return Path(os.path.realpath(named))
    return Path(os.path.realpath(named.parent)) / named.name


def known(store: Store) -> tuple[Root, ...]:
    """Every root of the database."""
    return places(store.connection, store.path)


def places(connection: sqlite3.Connection, database: Path) -> tuple[Root, ...]:
    """Every root of a database that is open."""
    base = Path(os.path.realpath(database)).parent
    rows = connection.execute("SELECT root_id, location FROM roots ORDER BY root_id")
    return tuple(Root(root_id, Path(os.path.normpath(base / _folder(location)))) for root_id, location in rows)


def location_of(store: Store, root: Root) -> str:
    """The place of a root as the database calls it."""
    return _location(root.folder, os.path.realpath(store.path.parent))


def folder_for(start: Path, roots: tuple[Root, ...]) -> Path:
    """The folder that paths under a named one are relative to: a known root above it, else itself or its folder."""
    folder = start if is_folder(start) else start.parent
    return next((root.folder for root in roots if folder.is_relative_to(root.folder)), folder)


def settle(store: Store, folder: Path) -> int:
    """The id of a root, made if need be.

    Roots that lie within a new one are taken in: the paths of their sources, superseded ones too, get longer, and so
    what is said of their tables beside others is said anew.
    """
    roots = known(store)
    for root in roots:
        if root.folder == folder:
            return root.root_id
    with store.transaction():
        root_id = store.next_id("roots")
        location = _location(folder, os.path.realpath(store.path.parent))
        store.connection.execute("INSERT INTO roots VALUES (?, ?)", [root_id, location])
        for root in roots:
            if root.folder.is_relative_to(folder):
                _take_in(store, root, root_id, "/".join(shown(part) for part in root.folder.relative_to(folder).parts))
        settle_under(store, root_id)
    return root_id


def _take_in(store: Store, inner: Root, root_id: int, prefix: str) -> None:
    store.connection.execute(
        "UPDATE sources SET root_id = ?, path = ? || '/' || path WHERE root_id = ?", [root_id, prefix, inner.root_id]
    )
    store.connection.execute("DELETE FROM roots WHERE root_id = ?", [inner.root_id])


def _location(folder: Path, base: str) -> str:
    return os.fsencode(os.path.relpath(folder, base)).decode("utf-8", "backslashreplace")


def _folder(location: str) -> str:
    return os.fsdecode(_BYTE.sub(lambda found: bytes([int(found[1], 16)]), location.encode()))
