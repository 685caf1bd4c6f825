"""What an import records, in the order of its files, whatever the order in which their readings arrive."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from time import monotonic
from typing import Self

from ingest.answer import Answer
from ingest.edition import Editions
from ingest.held import BOUNDED, Held
from ingest.pool import Pending, Pool, answered
from ingest.said import Said
from ingest.stamp import Stamp
from ingest.task import Task

_HELD_BYTES = 16 * 1024 * 1024
_HELD_STEPS = 2_000
"""So much that arrived early is held back for the sake of the order, before the import waits for what is late."""

TOGETHER = 128
_TOGETHER_SECONDS = 1.5
"""So many are recorded at once, or as many as are ready after so long: a page that several change is written once."""

_WIND_UP_SECONDS = 10.0


@dataclass(slots=True)
class Step:
    """A source that waits to be recorded: what was held of its path, and its answer, or the task that will give it.

    `alone` is the task to be done if no file before it has the same bytes: nobody knows until it is its turn. `limits`
    are those of the import, as they are stored.
    """

    root_id: int
    location: str
    path: str
    before: Held | None
    said: Said
    editions: Editions
    stamp: Stamp | None = None
    answer: Answer | None = None
    task: Task | None = None
    alone: Task | None = None
    pending: Pending | None = None
    limits: str | None = None

    @property
    def ended_under(self) -> str | None:
        """The limits that may have ended the source; none where it was read, or the machine was short of something."""
        answer = self.answer
        return self.limits if answer is not None and answer.status in BOUNDED and not answer.passing else None


@dataclass(slots=True)
class Sequence:
    """Steps in order; each is handed to `record` when its answer and those of all before it are there.

    An import that is interrupted has so recorded its first files, and whoever resumes it goes on behind them.
    """

    pool: Pool
    record: Callable[[list[Step]], None]
    _steps: deque[Step] = field(default_factory=deque)
    _recorded: float = field(default_factory=monotonic)

    def put(self, step: Step) -> None:
        """One more step, its reading begun; waits while there is enough to do."""
        if step.answer is None and step.task is not None:
            step.pending = self.pool.submit(step.task)
        self._steps.append(step)
        self._record_ready(now=self._held_back)
        while self.pool.full or self._held_back:
            self._wait()
            self._record_ready(now=self._held_back)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for all; at an interruption, for what is ready soon."""
        if kind is None:
            self._finish()
        elif issubclass(kind, KeyboardInterrupt):
            self._wind_up()

    def _finish(self) -> None:
        while self._steps:
            self._record_ready(now=all(map(self._ready, self._steps)))
            if self._steps:
                self._wait()

    def _wind_up(self) -> None:
        last = monotonic() + _WIND_UP_SECONDS
        self._record_ready(now=True)
        while self._steps and (left := last - monotonic()) > 0:
            self.pool.wait(left)
            self._record_ready(now=True)

    def _wait(self) -> None:
        """Wait for an answer, but not so long that those which are there grow old."""
        self.pool.wait(_TOGETHER_SECONDS if self._steps and self._ready(self._steps[0]) else None)

    @property
    def _held_back(self) -> bool:
        if len(self._steps) > _HELD_STEPS:
            return True
        return sum(step.pending.size for step in self._steps if step.pending) > _HELD_BYTES

    def _record_ready(self, *, now: bool) -> None:
        ready = list(takewhile(self._ready, self._steps))
        due = now or len(ready) >= TOGETHER or monotonic() - self._recorded >= _TOGETHER_SECONDS
        if ready and due:
            for _ in ready:
                self._steps.popleft()
            self.record(ready)
            self._recorded = monotonic()

    def _ready(self, step: Step) -> bool:
        if step.pending is not None and step.answer is None:
            step.pending = answered(self.pool, step.pending)
            step.answer = step.pending.answer
        return step.answer is not None or step.task is None
