"""One import: every file under the named paths read if it is new, recorded, and counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest import apart, moved, otherwise
from ingest.answer import Answer
from ingest.content import digest_of
from ingest.edition import Editions
from ingest.files import Found
from ingest.gone import Gone
from ingest.held import Held, stored_document
from ingest.ledger import Ledger
from ingest.links import relink
from ingest.manifest import NO_MANIFEST, Manifest
from ingest.moved import Move, came_from, pass_on, said_before
from ingest.otherwise import say_otherwise
from ingest.outcome import failed
from ingest.pool import Pool
from ingest.recorder import Recorder
from ingest.report import Change, Report, totals
from ingest.roots import known
from ingest.said import NOTHING_SAID, Said
from ingest.scopes import Memory, files, memory_of, scopes, unknown
from ingest.sequence import Sequence, Step
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.task import Task
from ingest.twins import settle_all, told_otherwise
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

    @property
    def bounds(self) -> str:
        """The limits, as they are stored with a file that one of them may have ended."""
        return self.limits.model_dump_json()

    def run(self, named: Iterable[Path], progress: Progress = lambda _reached: None) -> Report:
        """Read what is new under the named paths, mark what is gone, and say what became of each file."""
        run = self._begun()
        named = list(named)
        gone = Gone(run.recorder, self.editions)
        folders = gone.named(named)
        absent = dict(self.manifest.absent())
        named = [path for path in named if path not in folders and not (path in absent and unknown(self.store, path))]
        for place, written in absent.items():
            if place not in named:
                run.report.refuse(written, _not_there())
        found = scopes(self.store, named, run.report, self.manifest.path)
        listed = files(found)
        gone.under(found, listed)
        run.report.remarks += [*self.manifest.remarks, *self.manifest.unused(file.location for _, file in listed)]
        with Sequence(self.pool, run.recorder.record) as sequence:
            for done, (scope, file) in enumerate(listed):
                progress(run.reached(file.path, done, len(listed)))
                for step in run.file(scope.memory, file):
                    sequence.put(step)
        for path in gone.paths:
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
        there = {(scope.memory.location, file.path): (scope, file) for scope, file in files(found)}
        # What no walk meets is looked for where it was: it is gone, or its name is passed over.
        lost = {
            (scope.memory.location, path): (scope, Found(scope.walk.root / path, path))
            for scope in found
            for path, before in scope.memory.held.items()
            if before.status is not Status.VANISHED
        }
        listed = [
            (scope, file)
            for _place, (scope, file) in sorted((lost | there).items())
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
    moves: list[Move] = field(default_factory=list)

    def reached(self, path: str, done: int, of: int) -> Reached:
        """Where the run is, and what it has met so far."""
        return Reached(path, done, of, self.report.indicators, len(self.report.failures))

    def file(self, memory: Memory, found: Found) -> Iterator[Step]:
        """One file: nothing if it is as it was, else a step."""
        before = memory.held.get(found.path)
        said = self._said(found).over(before.said if before else NOTHING_SAID)
        step = Step(memory.root_id, memory.location, found.path, before, said, self.of.editions, limits=self.of.bounds)
        try:
            self._look(step, found, memory)
        except ReadError as error:
            step.answer, step.stamp = Answer.of(failed(Source(path=found.path, sha256=None, format=None), error)), None
        if step.answer is None and step.task is None and step.alone is None and before is not None:
            self.recorder.as_before(memory.root_id, found.path, before, step.stamp)
        else:
            yield step

    def stored(self, memory: Memory, path: str, before: Held) -> Iterator[Step]:
        """One source as it is stored; one that must be read again for its meaning waits for its file."""
        editions = self.of.editions
        if before.status is Status.VANISHED:
            return
        document = None
        if before.sha256 is not None and before.editions != editions:
            document = stored_document(self.of.store, before.sha256, editions.reading)
        if document is not None and before.sha256 is not None:
            step = Step(
                memory.root_id,
                memory.location,
                path,
                before,
                before.said,
                editions,
                before.stamp,
                limits=self.of.bounds,
            )
            self._assign(step, Task(path, before.said, before.sha256, document=document))
            yield step
        elif before.editions == editions:
            self.recorder.as_before(memory.root_id, path, before, before.stamp)
        else:
            self.report.count(path, Change.WAITING, before.status)

    def ended(self) -> Report:
        """What the run did, and what the database holds now."""
        self.moves.extend(pass_on(self.recorder, self.of.editions))
        relink(self.recorder, self.of.editions)
        say_otherwise(self.of.store)
        self.report.remarks += [*moved.remarks(self.moves), *otherwise.remarks(self.of.store, self.recorder.met)]
        self.report.remarks += apart.remarks(self.of.store, self.recorder.met)
        if self.again:
            settle_all(self.of.store)
        self.report.differing = len(self.recorder.met & told_otherwise(self.of.store))
        self.recorder.ledger.finish()
        self.report.rows_written = self.of.store.written - self.written
        self.report.totals = totals(self.of.store)
        return self.report

    def _look(self, step: Step, found: Found, memory: Memory) -> None:
        """What is to be done about a file: nothing where its bytes were read before under these editions."""
        editions, before = self.of.editions, step.before
        step.stamp = _stamp(found.location)
        trusted = before is not None and step.stamp is not None and before.same_bytes(step.stamp)
        if trusted and not self.of.rehash and before is not None and before.sha256 is not None:
            digest = before.sha256
        else:
            digest, step.stamp = digest_of(found.location, self.of.limits)
        if before is None or before.sha256 != digest:
            self._recognise(step, digest, found, memory)
        if before is not None and not self.again and before.done(digest, editions, step.said, step.limits):
            return
        document = stored_document(self.of.store, digest, editions.reading)
        self._assign(step, Task(found.path, step.said, digest, found.location, document=document))

    def _recognise(self, step: Step, digest: str, found: Found, memory: Memory) -> None:
        """Let what was said of these bytes hold on where they were found to have moved."""
        if (came := came_from(memory, found, digest)) is not None:
            # What was said of this path before was said of other bytes.
            was, there = came
            step.said = self._said(found).over(there)
            self.moves.append(Move(step.path, was, there != NOTHING_SAID))
        elif (gone := said_before(self.of.store, digest)) is not None:
            was, said = gone
            if (more := step.said.over(said)) != step.said and was != step.path:
                self.moves.append(Move(step.path, was))
            step.said = more

    def _said(self, found: Found) -> Said:
        """What this run says of a file."""
        return self.of.manifest.said_of(found.location).over(self.of.said)

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
