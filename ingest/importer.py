"""One import: every file under the named paths read if it is new, recorded, and counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.answer import Answer
from ingest.content import digest_of
from ingest.edition import Editions
from ingest.files import Found
from ingest.held import Held, stored_document
from ingest.ledger import Ledger
from ingest.links import relink
from ingest.manifest import NO_MANIFEST, Manifest
from ingest.outcome import failed
from ingest.pool import Pool
from ingest.recorder import Recorder
from ingest.report import Change, Report, totals
from ingest.roots import known
from ingest.said import NOTHING_SAID, Said
from ingest.scopes import Memory, Scope, files, memory_of, scopes
from ingest.sequence import Sequence, Step
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.task import Task
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Source, Status


@dataclass(frozen=True, slots=True)
class Reached:
    """How far an import has come: the path it is at, how many files lie behind it, of how many, and what they gave."""

    path: str
    done: int
    of: int
    indicators: int = 0
    problems: int = 0


Progress = Callable[[Reached], None]
"""Told before each file."""


Wanted = Callable[[Held, Editions], bool]
"""Whether a source is to be tried again, under today's editions."""


@dataclass(frozen=True, slots=True)
class Importer:
    """Everything an import rests on besides the paths; `pool` is what reads, `ingest.workers` or another.

    With `rehash` no file is taken for unchanged by its size, time and inode.
    """

    store: Store
    pool: Pool
    editions: Editions
    limits: Limits
    said: Said = NOTHING_SAID
    manifest: Manifest = NO_MANIFEST
    rehash: bool = False

    def run(self, named: Iterable[Path], progress: Progress = lambda _reached: None) -> Report:
        """Read what is new under the named paths, mark what is gone, and say what became of each file."""
        run = self._begun()
        found = scopes(self.store, named, run.report)
        listed = files(found)
        run.hollow(found, listed)
        for path in self.manifest.missing():
            run.report.refuse(path, _not_there())
        gone = run.gone(found, listed)
        with Sequence(self.pool, run.recorder.record) as sequence:
            for done, (scope, file) in enumerate(listed):
                progress(run.reached(file.path, done, len(listed)))
                for step in run.file(scope.memory, file):
                    sequence.put(step)
        for path in gone:
            run.report.count(path, Change.GONE, Status.VANISHED)
        return run.ended()

    def renew(self, progress: Progress = lambda _reached: None) -> Report:
        """Give everything that is stored the meaning of today, without any file."""
        run = self._begun()
        memories = [memory_of(self.store, root) for root in known(self.store)]
        sources = sorted((memory.location, path, memory) for memory in memories for path in memory.held)
        with Sequence(self.pool, run.recorder.record) as sequence:
            for done, (_location, path, memory) in enumerate(sources):
                progress(run.reached(path, done, len(sources)))
                for step in run.stored(memory, path, memory.held[path]):
                    sequence.put(step)
        return run.ended()

    def retry(self, wanted: Wanted, progress: Progress = lambda _reached: None) -> Report:
        """Read again what is wanted of the files that are known, even if nothing about them has changed."""
        run = self._begun(again=True)
        found = scopes(self.store, [root.folder for root in known(self.store)], run.report)
        listed = [
            (scope, file)
            for scope, file in files(found)
            if (before := scope.memory.held.get(file.path)) is not None and wanted(before, self.editions)
        ]
        with Sequence(self.pool, run.recorder.record) as sequence:
            for done, (scope, file) in enumerate(listed):
                progress(run.reached(file.path, done, len(listed)))
                for step in run.file(scope.memory, file):
                    sequence.put(step)
        return run.ended()

    def _begun(self, *, again: bool = False) -> "_Run":
        report = Report()
        recorder = Recorder(self.store, self.pool, Ledger(self.store), report, thorough=again)
        return _Run(self, recorder, report, self.store.written, again)


@dataclass(frozen=True, slots=True)
class _Run:
    """The steps of one import; `written` rows had been written before it, `again` reads what did not change, too."""

    of: Importer
    recorder: Recorder
    report: Report
    written: int
    again: bool

    def reached(self, path: str, done: int, of: int) -> Reached:
        """Where the run is, and what it has met so far."""
        return Reached(path, done, of, self.report.indicators, len(self.report.failures))

    def hollow(self, found: list[Scope], listed: list[tuple[Scope, Found]]) -> None:
        """Tell of named folders in which nothing was found."""
        met = {scope.walk.start for scope, _ in listed}
        for scope in found:
            inside = any(start.is_relative_to(scope.walk.start) for start in met)
            if scope.walk.start not in met and not inside and not scope.walk.closed:
                self.report.hollow.append(str(scope.walk.start))

    def file(self, memory: Memory, found: Found) -> Iterator[Step]:
        """One file: nothing if it is as it was, else a step."""
        before = memory.held.get(found.path)
        said = self.of.manifest.said_of(found.location).over(self.of.said).over(before.said if before else NOTHING_SAID)
        step = Step(memory.root_id, memory.location, found.path, before, said, self.of.editions)
        try:
            self._look(step, found)
        except ReadError as error:
            step.answer, step.stamp = Answer.of(failed(Source(path=found.path, sha256=None, format=None), error)), None
        if step.answer is None and step.task is None and step.alone is None and before is not None:
            self.recorder.unchanged(found.path, before, step.stamp)
        else:
            yield step

    def gone(self, found: list[Scope], listed: list[tuple[Scope, Found]]) -> list[str]:
        """Mark the files that were under a named folder and are no longer."""
        there = {(scope.memory.root_id, file.path) for scope, file in listed}
        lost: list[str] = []
        for scope in found:
            self.report.ignored.update(scope.walk.ignored)
            for folder in scope.walk.closed:
                self.report.refuse(folder or str(scope.walk.start), _closed())
            for path, before in scope.memory.held.items():
                missed = (scope.memory.root_id, path) not in there and before.status is not Status.VANISHED
                if missed and path not in scope.memory.met and scope.walk.covers(path):
                    scope.memory.met.add(path)
                    self.recorder.gone(scope.memory, path, before, self.of.editions)
                    lost.append(path)
        return lost

    def stored(self, memory: Memory, path: str, before: Held) -> Iterator[Step]:
        """One source as it is stored; one that must be read again for its meaning waits for its file."""
        editions = self.of.editions
        if before.status is Status.VANISHED:
            return
        document = None
        if before.sha256 is not None and before.editions != editions:
            document = stored_document(self.of.store, before.sha256, editions.reading)
        if document is not None and before.sha256 is not None:
            step = Step(memory.root_id, memory.location, path, before, before.said, editions, before.stamp)
            self._assign(step, Task(path, before.said, before.sha256, document=document))
            yield step
        elif before.editions == editions:
            self.report.unchanged(path, before.status, self.of.store, before.source_id)
        else:
            self.report.count(path, Change.WAITING, before.status)

    def ended(self) -> Report:
        """What the run did, and what the database holds now."""
        relink(self.recorder, self.of.editions)
        self.recorder.ledger.finish()
        self.report.rows_written = self.of.store.written - self.written
        self.report.totals = totals(self.of.store)
        return self.report

    def _look(self, step: Step, found: Found) -> None:
        """What is to be done about a file: nothing where its bytes were read before under these editions."""
        editions, before = self.of.editions, step.before
        step.stamp = _stamp(found.location)
        trusted = before is not None and step.stamp is not None and before.same_bytes(step.stamp)
        if trusted and not self.of.rehash and before is not None and before.sha256 is not None:
            digest = before.sha256
        else:
            digest, step.stamp = digest_of(found.location, self.of.limits)
        if before is not None and not self.again and before.done(digest, editions, step.said):
            return
        document = stored_document(self.of.store, digest, editions.reading)
        location = found.location if document is None else None
        self._assign(step, Task(found.path, step.said, digest, location, document=document))

    def _assign(self, step: Step, task: Task) -> None:
        if self.recorder.may_be_twin(step, task.sha256):
            step.alone = task
        else:
            step.task = task


def _stamp(location: Path) -> Stamp | None:
    try:
        return Stamp.of(location.stat())
    except OSError:  # digest_of tells why
        return None


def _not_there() -> ReadError:
    return ReadError(
        Status.UNREADABLE,
        zh="清单中列出，但没有这个文件；请检查清单和文件夹",
        en="the manifest lists it, but there is no such file; check the manifest and the folder",
    )


def _closed() -> ReadError:
    return ReadError(
        Status.UNREADABLE,
        zh="无法列出此文件夹；请检查权限后再试",
        en="this folder cannot be listed; check its permissions",
    )
