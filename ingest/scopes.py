"""What an import is about: the named paths, each under its root, and what the database remembers there."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.content import missing
from ingest.files import Found, Walk, shown
from ingest.held import Held, held
from ingest.lock import companions
from ingest.report import Report
from ingest.roots import Root, folder_for, known, location_of, real, settle
from ingest.store import Store


@dataclass(frozen=True, slots=True)
class Memory:
    """What the database remembers under a root; `met` are the paths that this run has dealt with.

    `places` says at which paths a content was.
    """

    root_id: int
    location: str
    held: dict[str, Held]
    met: set[str] = field(default_factory=set)
    places: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """A named path, and what is remembered under its root."""

    walk: Walk
    memory: Memory


def memory_of(store: Store, root: Root) -> Memory:
    """What the database remembers under a root."""
    memory = Memory(root.root_id, location_of(store, root), held(store, root.root_id))
    for path, before in memory.held.items():
        if before.sha256 is not None:
            memory.places.setdefault(before.sha256, []).append(path)
    return memory


def scopes(store: Store, named: Iterable[Path], report: Report, manifest: Path | None = None) -> list[Scope]:
    """The named paths that exist or are remembered, each under its root; the others are refused in the report."""
    starts: list[Path] = []
    for path in named:
        if os.path.lexists(path) or not unknown(store, path):
            starts.append(real(path))
        else:
            report.refuse(str(path), missing(path))
    roots = known(store)
    for start in starts:
        folder = folder_for(start, roots)
        if all(root.folder != folder for root in roots):
            settle(store, folder)
            roots = known(store)
    folders = {start: folder_for(start, roots) for start in starts}
    memory = {root.folder: memory_of(store, root) for root in roots if root.folder in folders.values()}
    walks = (Walk(folder, start, companions(store.path), manifest) for start, folder in folders.items())
    return [Scope(walk, memory[walk.root]) for walk in walks]


def unknown(store: Store, path: Path) -> bool:
    """Whether the database remembers no file at a path, or remembers that it is gone."""
    start = real(path)
    for root in known(store):
        if start.is_relative_to(root.folder):
            place = "/".join(map(shown, start.relative_to(root.folder).parts))
            found = store.connection.execute(
                "SELECT 1 FROM sources WHERE root_id = ? AND path = ? AND superseded_by IS NULL"
                " AND status <> 'vanished'",
                [root.root_id, place],
            ).fetchone()
            return found is None
    return True


def files(found: Iterable[Scope]) -> list[tuple[Scope, Found]]:
    """Every file of the scopes once, in the order of its path, however often and under whatever names it was named."""
    met: dict[tuple[str, str], tuple[Scope, Found]] = {}
    for scope in found:
        for file in scope.walk.files():
            met.setdefault((scope.memory.location, file.path), (scope, file))
    return [met[place] for place in sorted(met)]
