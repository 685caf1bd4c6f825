"""What becomes of a source: recorded if it ended otherwise than before, counted, and linked to its twins."""

import sqlite3
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.answer import Answer
from ingest.edition import Editions
from ingest.held import Held
from ingest.ledger import Entry, Ledger
from ingest.outcome import crashed
from ingest.pool import Pool, answered
from ingest.report import Change, Report, reasons
from ingest.scopes import Memory
from ingest.seals import is_sealed
from ingest.sequence import Step
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.stored_rows import departure
from ingest.task import Task
from schema.source import Source, Status

# What the database refuses because of the rows: a key twice, text that is no Unicode, a number or a text too large.
_UNFIT = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, OverflowError, ValueError)

_EARLIER = (
    "SELECT 1 FROM sources AS s JOIN roots AS r USING (root_id) WHERE s.sha256 = ? AND s.superseded_by IS NULL"
    " AND s.status IN ('imported', 'imported_with_warnings') AND (r.location, s.path) < (?, ?) LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes down steps; `pool` reads what turns out to have no twin after all.

    A `thorough` one looks at the rows of a source that ended as before, too: somebody may have changed them.
    `met` are the files that this run has to do with, by root and path.
    """

    store: Store
    pool: Pool
    ledger: Ledger
    report: Report
    thorough: bool = False
    met: set[tuple[int, str]] = field(default_factory=set)
    _digests: set[str] = field(default_factory=set)

    def may_be_twin(self, step: Step, digest: str) -> bool:
        """Whether other files may have these bytes, so that this one is read only if none before it was read well."""
        seen = digest in self._digests
        self._digests.add(digest)
        return seen or self._earlier(step.location, step.path, digest)

    def record(self, steps: Sequence[Step]) -> None:
        """Steps whose turn it is, in one transaction as far as none must wait for a reading."""
        ready: list[Step] = []
        for step in steps:
            self.met.add((step.root_id, step.path))
            if step.answer is None:
                self._write(ready)
                ready = []
                step.answer = self._twin_or_reading(step)
            if step.answer.damaged and step.before is not None:
                self.report.damaged(step.path, step.before.status)
            else:
                ready.append(step)
        self._write(ready)

    def _write(self, steps: Sequence[Step]) -> None:
        entries = [self._entry(step) for step in steps]
        try:
            with self.ledger.together():
                for step, entry in zip(steps, entries, strict=True):
                    if entry is not None:
                        self.ledger.record(entry, step.before)
        except _UNFIT:  # each by itself, so that only the one that is refused pays
            entries = [entry and self._written(entry, step.before) for step, entry in zip(steps, entries, strict=True)]
        for step, entry in zip(steps, entries, strict=True):
            if entry is not None:
                self.report.read(entry.path, _change(entry, step.before), entry.answer)
            elif step.before is not None:
                if step.answer is not None:
                    self.ledger.mend(step.answer, step.editions)
                self.unchanged(step.path, step.before, step.stamp)

    def _entry(self, step: Step) -> Entry | None:
        """What a step with an answer adds to the ledger; nothing where the file ended as it did before."""
        answer, before = step.answer, step.before
        if answer is None:
            return None
        same = before is not None and _same_end(before, answer, step) and self._same_reason(before, answer)
        changed = before is not None and self._changed(before, answer if same else None)
        if same and not changed:
            return None
        stamp = step.stamp if answer.source.sha256 is not None else None
        return Entry(
            step.root_id, step.path, answer, stamp, step.editions, step.said, limits=step.ended_under, changed=changed
        )

    def _same_reason(self, before: Held, answer: Answer) -> bool:
        """Whether a file that failed before fails for the same reason, so that what is told of it is still true."""
        failure = answer.failure
        return failure is None or reasons(self.store, before.source_id) == (failure.zh, failure.en)

    def _changed(self, before: Held, again: Answer | None) -> bool:
        """Whether what is held of a file is not as it was written, or as the same reading gives it again."""
        if not self.thorough:
            return False
        connection = self.store.connection
        if not is_sealed(connection, before.source_id):
            return True
        own = before.rows_from == before.source_id and again is not None and again.document is not None
        return own and again is not None and departure(connection, before.source_id, again) is not None

    def as_before(self, root_id: int, path: str, before: Held, stamp: Stamp | None) -> None:
        """A file that was looked at and is as it was."""
        self.met.add((root_id, path))
        self.unchanged(path, before, stamp)

    def unchanged(self, path: str, before: Held, stamp: Stamp | None) -> None:
        """A file that is as it was."""
        if stamp != before.stamp:
            self.ledger.touch(before, stamp)
        self.report.unchanged(path, before.status, self.store, before.source_id)

    def gone(self, memory: Memory, path: str, before: Held, editions: Editions) -> None:
        """A file that is no longer there; its rows are superseded, never erased."""
        answer = Answer(Source(path=path, sha256=None, format=None), Status.VANISHED)
        self.ledger.record(Entry(memory.root_id, path, answer, None, editions, before.said), before)

    def _twin_or_reading(self, step: Step) -> Answer:
        """A duplicate of a file before it, or else what reading it gives."""
        task = step.alone
        if task is None:
            raise ValueError(step.path)
        if self._earlier(step.location, step.path, task.sha256):
            return duplicate(step.path, task.sha256)
        return self.read(task)

    def read(self, task: Task) -> Answer:
        """What reading gives, waited for."""
        pending = answered(self.pool, self.pool.submit(task))
        while pending.answer is None:
            self.pool.wait()
            pending = answered(self.pool, pending)
        return pending.answer

    def _written(self, entry: Entry, before: Held | None) -> Entry:
        try:
            self.ledger.record(entry, before)
        except _UNFIT as error:
            # The rows are ours, so the defect is.
            defect = crashed(entry.answer.source, error, "".join(traceback.format_exception(error)))
            entry = replace(entry, answer=Answer.of(defect))
            self.ledger.record(entry, before)
        return entry

    def write(self, entry: Entry, before: Held) -> Entry:
        """An entry outside the sequence, as it could be stored."""
        return self._written(entry, before)

    def _earlier(self, location: str, path: str, digest: str) -> bool:
        return self.store.connection.execute(_EARLIER, [digest, location, path]).fetchone() is not None


def duplicate(path: str, sha256: str) -> Answer:
    """The end of a file with the bytes of another."""
    return Answer(Source(path=path, sha256=sha256, format=None), Status.DUPLICATE)


def _same_end(before: Held, answer: Answer, step: Step) -> bool:
    """Whether a file ended as it did before, so that there is nothing to record."""
    same = before.status is answer.status and before.sha256 == answer.source.sha256
    return same and (before.editions, before.said, before.limits) == (step.editions, step.said, step.ended_under)


def _change(entry: Entry, before: Held | None) -> Change:
    if before is None or before.status is Status.VANISHED:
        return Change.NEW
    then, now = before.sha256, entry.answer.source.sha256
    return Change.CHANGED if then and now and then != now else Change.REREAD
