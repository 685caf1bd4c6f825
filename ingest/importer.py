"""One import: every file under the named paths read if it is new, recorded, and counted."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from ingest.content import content_of, missing
from ingest.edition import Editions
from ingest.files import Found, Walk
from ingest.held import NOTHING_SAID, Held, Said, Stamp, held, stored_document
from ingest.ledger import Entry, Ledger
from ingest.lock import companions
from ingest.outcome import Outcome, failed
from ingest.report import Change, Report, totals
from ingest.roots import Root, folder_for, known, real, settle
from ingest.store import Store
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Source, SourceReading, Status


class Reader(Protocol):
    """What reads: `ingest.reading`, or a stand-in under test. It never raises."""

    def read(self, content: bytes, path: str, said: Said) -> Outcome:
        """A source from its bytes."""

    def reread(self, document: Document, source: Source, said: Said) -> Outcome:
        """A source from what it showed when it was last read."""

    def unstorable(self, outcome: Outcome, error: Exception) -> Outcome:
        """The end of a source whose rows the database refuses."""


Progress = Callable[[str, int, int], None]
"""Told before each file: its path, how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Importer:
    """Everything an import rests on besides the paths."""

    store: Store
    reader: Reader
    editions: Editions
    limits: Limits
    said: Said = NOTHING_SAID

    def run(self, named: Iterable[Path], progress: Progress = lambda _path, _done, _of: None) -> Report:
        """Read what is new under the named paths, mark what is gone, and say what became of each file."""
        run = _Run(self, Ledger(self.store), Report())
        written = self.store.written
        scopes = run.scopes(named)
        files = [(scope, found) for scope in scopes for found in scope.walk.files()]
        met = {scope.walk.start for scope, _ in files}
        walks = [scope.walk for scope in scopes]
        run.report.hollow += [str(walk.start) for walk in walks if walk.start not in met and not walk.closed]
        for done, (scope, found) in enumerate(files):
            progress(found.path, done, len(files))
            run.file(scope, found)
        for scope in scopes:
            run.gone(scope)
        return run.ended(written)

    def renew(self, progress: Progress = lambda _path, _done, _of: None) -> Report:
        """Give everything that is stored the meaning of today, without any file."""
        run = _Run(self, Ledger(self.store), Report())
        written = self.store.written
        memories = [run.memory(root) for root in known(self.store)]
        sources = [(memory, path, before) for memory in memories for path, before in memory.held.items()]
        for done, (memory, path, before) in enumerate(sources):
            progress(path, done, len(sources))
            run.stored(memory, path, before)
        return run.ended(written)


# What the database refuses because of the rows: a key twice, text that is no Unicode, a number or a text too large.
_UNFIT = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, OverflowError, ValueError)


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the database remembers under a root; `met` are the paths that this run has dealt with."""

    root_id: int
    held: dict[str, Held]
    met: set[str]


@dataclass(frozen=True, slots=True)
class _Scope:
    """A named path, and what is remembered under its root."""

    walk: Walk
    memory: _Memory


@dataclass(frozen=True, slots=True)
class _Run:
    """The steps of one import."""

    of: Importer
    ledger: Ledger
    report: Report

    def scopes(self, named: Iterable[Path]) -> list[_Scope]:
        """The named paths that exist, each under its root; the others are refused."""
        store = self.of.store
        starts: list[Path] = []
        for path in named:
            if os.path.lexists(path):
                starts.append(real(path))
            else:
                self.report.refuse(str(path), missing(path))
        for start in starts:
            settle(store, folder_for(start, known(store)))
        roots = known(store)
        folders = {start: folder_for(start, roots) for start in starts}
        memory = {root.folder: self.memory(root) for root in roots if root.folder in folders.values()}
        walks = (Walk(folder, start, companions(store.path)) for start, folder in folders.items())
        return [_Scope(walk, memory[walk.root]) for walk in walks]

    def memory(self, root: Root) -> "_Memory":
        """What the database remembers under a root."""
        return _Memory(root.root_id, held(self.of.store, root.root_id), set())

    def file(self, scope: _Scope, found: Found) -> None:
        """One file: nothing if it is as it was, else read, recorded, counted; once, however often it was named."""
        if found.path in scope.memory.met:
            return
        scope.memory.met.add(found.path)
        before = scope.memory.held.get(found.path)
        said = self._said(before)
        try:
            outcome, stamp = self._read(found, before, said)
        except ReadError as error:
            source = Source(path=found.path, sha256=None, format=None)
            outcome, stamp = failed(source, error), None
        if before is not None and (outcome is None or _same_end(before, outcome, self.of.editions, said)):
            self._unchanged(found.path, before, stamp)
        elif outcome is not None:
            self._record(Entry(scope.memory.root_id, found.path, outcome, stamp, self.of.editions, said), before)

    def gone(self, scope: _Scope) -> None:
        """The files that were under a named folder and are no longer; their rows are superseded, never erased."""
        self.report.ignored.update(scope.walk.ignored)
        for folder in scope.walk.closed:
            self.report.refuse(folder or str(scope.walk.start), _closed())
        for path, before in scope.memory.held.items():
            missed = path not in scope.memory.met and before.status is not Status.VANISHED
            if missed and scope.walk.covers(path):
                scope.memory.met.add(path)
                source = Source(path=path, sha256=None, format=None)
                outcome = Outcome(SourceReading(source=source, status=Status.VANISHED))
                self.ledger.record(
                    Entry(scope.memory.root_id, path, outcome, None, self.of.editions, before.said), before
                )
                self.report.count(path, Change.GONE, Status.VANISHED)

    def stored(self, memory: _Memory, path: str, before: Held) -> None:
        """One source as it is stored; one that must be read again for its meaning waits for its file."""
        editions = self.of.editions
        if before.status is Status.VANISHED:
            return
        document = None
        if before.sha256 is not None and before.editions != editions:
            document = stored_document(self.of.store, before.sha256, editions.reading)
        if document is not None and before.sha256 is not None:
            source = Source(path=path, sha256=before.sha256, format=document.source)
            outcome = self.of.reader.reread(document, source, before.said)
            self._record(Entry(memory.root_id, path, outcome, before.stamp, editions, before.said), before)
        elif before.editions == editions:
            self.report.unchanged(path, before.status, self.of.store, before.source_id)
        else:
            self.report.count(path, Change.WAITING, before.status)

    def ended(self, written: int) -> Report:
        """What the run did, and what the database holds now; `written` rows had been written before."""
        self.ledger.finish()
        self.report.rows_written = self.of.store.written - written
        self.report.totals = totals(self.of.store)
        return self.report

    def _read(self, found: Found, before: Held | None, said: Said) -> tuple[Outcome | None, Stamp | None]:
        """A file's new reading, or None where these bytes were read before under these editions."""
        editions = self.of.editions
        content: bytes | None = None
        stamp = _stamp(found.location)
        if before is not None and before.sha256 is not None and stamp is not None and before.same_bytes(stamp):
            digest = before.sha256
        else:
            content, stamp = content_of(found.location, self.of.limits)
            digest = sha256(content).hexdigest()
        if before is not None and before.done(digest, editions, said):
            return None, stamp
        document = stored_document(self.of.store, digest, editions.reading)
        if document is not None:
            source = Source(path=found.path, sha256=digest, format=document.source)
            return self.of.reader.reread(document, source, said), stamp
        if content is None:
            content, stamp = content_of(found.location, self.of.limits)
        return self.of.reader.read(content, found.path, said), stamp

    def _record(self, entry: Entry, before: Held | None) -> None:
        try:
            self.ledger.record(entry, before)
        except _UNFIT as error:
            entry = replace(entry, outcome=self.of.reader.unstorable(entry.outcome, error))
            self.ledger.record(entry, before)
        self.report.read(entry.path, _change(entry, before), entry.outcome)

    def _unchanged(self, path: str, before: Held, stamp: Stamp | None) -> None:
        if stamp != before.stamp:
            self.ledger.touch(before, stamp)
        self.report.unchanged(path, before.status, self.of.store, before.source_id)

    def _said(self, before: Held | None) -> Said:
        """What the importer states now, else what was stated of the file before: it holds until restated."""
        now, then = self.of.said, before.said if before else NOTHING_SAID
        return Said(now.fiscal_year or then.fiscal_year, now.region or then.region)


def _stamp(location: Path) -> Stamp | None:
    try:
        return Stamp.of(location.stat())
    except OSError:  # content_of tells why
        return None


def _same_end(before: Held, outcome: Outcome, editions: Editions, said: Said) -> bool:
    """Whether a file ended as it did before, so that there is nothing to record."""
    same = before.status is outcome.status and before.sha256 == outcome.sha256
    return same and before.editions == editions and before.said == said


def _change(entry: Entry, before: Held | None) -> Change:
    if before is None or before.status is Status.VANISHED:
        return Change.NEW
    then, now = before.sha256, entry.outcome.sha256
    return Change.CHANGED if then and now and then != now else Change.REREAD


def _closed() -> ReadError:
    return ReadError(
        Status.UNREADABLE,
        zh="无法列出此文件夹；请检查权限后再试",
        en="this folder cannot be listed; check its permissions",
    )
