"""One import: every file under the named paths read if it is new, recorded, and counted."""

import os
import sqlite3
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.answer import Answer
from ingest.content import digest_of, missing
from ingest.edition import Editions
from ingest.files import Found, Walk
from ingest.held import Held, held, stored_document
from ingest.ledger import Entry, Ledger
from ingest.lock import companions
from ingest.outcome import crashed, failed
from ingest.pool import Pool
from ingest.report import Change, Report, totals
from ingest.roots import Root, folder_for, known, real, settle
from ingest.said import NOTHING_SAID, Said
from ingest.sequence import Sequence, Step
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.task import Task
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Source, Status

Progress = Callable[[str, int, int], None]
"""Told before each file: its path, how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Importer:
    """Everything an import rests on besides the paths; `pool` is what reads, `ingest.workers` or another."""

    store: Store
    pool: Pool
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
        with Sequence(self.pool, run.record) as sequence:
            for done, (scope, found) in enumerate(files):
                progress(found.path, done, len(files))
                for step in run.file(scope, found):
                    sequence.put(step)
        for scope in scopes:
            run.gone(scope)
        return run.ended(written)

    def renew(self, progress: Progress = lambda _path, _done, _of: None) -> Report:
        """Give everything that is stored the meaning of today, without any file."""
        run = _Run(self, Ledger(self.store), Report())
        written = self.store.written
        memories = [run.memory(root) for root in known(self.store)]
        sources = [(memory, path, before) for memory in memories for path, before in memory.held.items()]
        with Sequence(self.pool, run.record) as sequence:
            for done, (memory, path, before) in enumerate(sources):
                progress(path, done, len(sources))
                for step in run.stored(memory, path, before):
                    sequence.put(step)
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

    def file(self, scope: _Scope, found: Found) -> Iterator[Step]:
        """One file: nothing if it is as it was, else a step; once, however often it was named."""
        if found.path in scope.memory.met:
            return
        scope.memory.met.add(found.path)
        before = scope.memory.held.get(found.path)
        step = Step(scope.memory.root_id, found.path, before, self._said(before), self.of.editions)
        try:
            self._look(step, found)
        except ReadError as error:
            step.answer, step.stamp = Answer.of(failed(Source(path=found.path, sha256=None, format=None), error)), None
        if step.answer is None and step.task is None and before is not None:
            self._unchanged(found.path, before, step.stamp)
        else:
            yield step

    def gone(self, scope: _Scope) -> None:
        """The files that were under a named folder and are no longer; their rows are superseded, never erased."""
        self.report.ignored.update(scope.walk.ignored)
        for folder in scope.walk.closed:
            self.report.refuse(folder or str(scope.walk.start), _closed())
        for path, before in scope.memory.held.items():
            missed = path not in scope.memory.met and before.status is not Status.VANISHED
            if missed and scope.walk.covers(path):
                scope.memory.met.add(path)
                answer = Answer(Source(path=path, sha256=None, format=None), Status.VANISHED)
                self.ledger.record(
                    Entry(scope.memory.root_id, path, answer, None, self.of.editions, before.said), before
                )
                self.report.count(path, Change.GONE, Status.VANISHED)

    def stored(self, memory: _Memory, path: str, before: Held) -> Iterator[Step]:
        """One source as it is stored; one that must be read again for its meaning waits for its file."""
        editions = self.of.editions
        if before.status is Status.VANISHED:
            return
        document = None
        if before.sha256 is not None and before.editions != editions:
            document = stored_document(self.of.store, before.sha256, editions.reading)
        if document is not None and before.sha256 is not None:
            task = Task(path, before.said, before.sha256, document=document)
            yield Step(memory.root_id, path, before, before.said, editions, before.stamp, task=task)
        elif before.editions == editions:
            self.report.unchanged(path, before.status, self.of.store, before.source_id)
        else:
            self.report.count(path, Change.WAITING, before.status)

    def record(self, step: Step) -> None:
        """A step whose answer is there."""
        answer, before, editions = step.answer, step.before, step.editions
        if answer is None:
            return
        if before is not None and _same_end(before, answer, editions, step.said):
            self._unchanged(step.path, before, step.stamp)
            return
        stamp = step.stamp if answer.source.sha256 is not None else None
        entry = Entry(step.root_id, step.path, answer, stamp, editions, step.said)
        try:
            self.ledger.record(entry, before)
        except _UNFIT as error:
            # The rows are ours, so the defect is.
            defect = crashed(answer.source, error, "".join(traceback.format_exception(error)))
            entry = replace(entry, answer=Answer.of(defect))
            self.ledger.record(entry, before)
        self.report.read(entry.path, _change(entry, before), entry.answer)

    def ended(self, written: int) -> Report:
        """What the run did, and what the database holds now; `written` rows had been written before."""
        self.ledger.finish()
        self.report.rows_written = self.of.store.written - written
        self.report.totals = totals(self.of.store)
        return self.report

    def _look(self, step: Step, found: Found) -> None:
        """What is to be done about a file: nothing where its bytes were read before under these editions."""
        editions, before = self.of.editions, step.before
        step.stamp = _stamp(found.location)
        if before is not None and before.sha256 is not None and step.stamp and before.same_bytes(step.stamp):
            digest = before.sha256
        else:
            digest, step.stamp = digest_of(found.location, self.of.limits)
        if before is not None and before.done(digest, editions, step.said):
            return
        document = stored_document(self.of.store, digest, editions.reading)
        location = found.location if document is None else None
        step.task = Task(found.path, step.said, digest, location, document=document)

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


def _same_end(before: Held, answer: Answer, editions: Editions, said: Said) -> bool:
    """Whether a file ended as it did before, so that there is nothing to record."""
    same = before.status is answer.status and before.sha256 == answer.source.sha256
    return same and before.editions == editions and before.said == said


def _change(entry: Entry, before: Held | None) -> Change:
    if before is None or before.status is Status.VANISHED:
        return Change.NEW
    then, now = before.sha256, entry.answer.source.sha256
    return Change.CHANGED if then and now and then != now else Change.REREAD


def _closed() -> ReadError:
    return ReadError(
        Status.UNREADABLE,
        zh="无法列出此文件夹；请检查权限后再试",
        en="this folder cannot be listed; check its permissions",
    )
