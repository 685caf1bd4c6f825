"""The workers of this machine: kept from one file to the next, replaced when one dies, hangs or floods."""

import os
from collections import deque
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Self

from ingest import deaths
from ingest.answer import Answer
from ingest.channel import Message, TooLongError
from ingest.child import Child
from ingest.content import closed, missing
from ingest.exits import CommandError, Exit
from ingest.outcome import failed
from ingest.pool import Pending
from ingest.task import Task
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Source, Status

ENTRY = "ingest.worker"
_STARTS = 3
_PATIENCE = 1.0


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """A pool of processes, each reading one file at a time; they end with the block."""

    def __init__(self, limits: Limits, jobs: int | None = None, entry: str = ENTRY) -> None:
        self._limits, self._entry = limits, entry
        self._jobs = jobs or cores()
        self._queue: deque[Pending] = deque()
        self._children: dict[Child, Pending | None] = {}
        self._selector = DefaultSelector()
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for child in list(self._children):
            self._drop(child)
        self._selector.close()

    @property
    def full(self) -> bool:
        """Whether a task that comes in now would only wait."""
        return len(self._queue) >= self._jobs

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes."""
        return tuple(child.pid for child in self._children)

    def submit(self, task: Task) -> Pending:
        """Take a task in; a worker that has nothing to do begins at once."""
        pending = Pending(task)
        self._queue.append(pending)
        self._dispatch()
        return pending

    def wait(self, seconds: float | None = None) -> None:
        """Let time pass until a worker has answered, started, or died, at most so many seconds."""
        self._dispatch()
        deadlines = [child.deadline for child in self._waited_for()]
        if not deadlines:
            return
        left = max(0.0, min(deadlines) - monotonic())
        for key, _events in self._selector.select(left if seconds is None else min(left, seconds)):
            self._hear(key.data)
        for child in self._waited_for():
            if child.deadline <= monotonic():
                self._lost(child, deaths.timeout(self._limits))
        self._dispatch()

    def _waited_for(self) -> list[Child]:
        return [child for child, pending in self._children.items() if pending is not None or not child.ready]

    def _dispatch(self) -> None:
        """Give what waits to who is idle, and start who is missing."""
        for child, pending in list(self._children.items()):
            if self._queue and pending is None and child.ready:
                self._ask(child, self._queue.popleft())
        starting = sum(1 for pending in self._children.values() if pending is None)
        while starting < len(self._queue) and len(self._children) < self._jobs:
            self._start()
            starting += 1

    def _start(self, first: Pending | None = None) -> None:
        child = Child(self._limits, self._entry)
        self._children[child] = first
        self._selector.register(child.channel, EVENT_READ, child)

    def _ask(self, child: Child, pending: Pending) -> None:
        task, descriptor = pending.task, None
        message = task.message()
        try:
            if message.said["kind"] == "file" and task.location is not None:
                descriptor = os.open(task.location, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            reason = missing(task.location) if isinstance(error, FileNotFoundError) and task.location else closed(error)
            pending.answer = _without_content(task, reason)
            return
        try:
            self._children[child] = pending
            child.ask(message, descriptor)
        except OSError:  # it died while it had nothing to do
            self._drop(child)
            self._queue.appendleft(pending)
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def _hear(self, child: Child) -> None:
        try:
            messages, there = child.hear()
        except TooLongError:
            self._lost(child, deaths.flood(self._limits))
            return
        for message in messages:
            self._heard(child, message)
        if not there and child in self._children:
            self._hung_up(child)

    def _heard(self, child: Child, message: Message) -> None:
        pending = self._children[child]
        if not child.ready:
            child.ready, self._failed_starts = True, 0
            child.measure()
            if pending is not None:
                self._ask(child, pending)
            return
        if pending is None:  # it speaks without being asked
            self._drop(child)
            return
        answer = Answer.heard(message)
        self._children[child] = None
        child.served += 1
        if answer.status is Status.OUT_OF_MEMORY:  # what is left of its memory is nobody's to trust
            self._drop(child)
            if self._tried_again(pending, child.served - 1):
                return
        pending.answer, pending.size = answer, message.size

    def _hung_up(self, child: Child) -> None:
        """A worker is gone: its file gets the reason, or another try if it was not the first the worker read."""
        pending = self._children.pop(child)
        self._selector.unregister(child.channel)
        end = child.end(patience=_PATIENCE)
        if not child.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise _no_start()
            if pending is not None:
                self._start(pending)
        elif pending is not None and not self._tried_again(pending, child.served):
            pending.answer = _of(pending.task, deaths.why(end, self._limits))

    def _tried_again(self, pending: Pending, before: int) -> bool:
        """Whether a file gets a worker of its own: what was left by those before it must not decide how it ends."""
        if pending.again or before == 0:
            return False
        pending.again = True
        self._start(pending)
        return True

    def _lost(self, child: Child, reason: ReadError) -> None:
        pending = self._children[child]
        self._drop(child)
        if not child.ready:
            raise _no_start()
        if pending is not None:
            pending.answer = _of(pending.task, reason)

    def _drop(self, child: Child) -> None:
        self._selector.unregister(child.channel)
        del self._children[child]
        child.end()


def _of(task: Task, reason: ReadError) -> Answer:
    return Answer.of(failed(Source(path=task.path, sha256=task.sha256, format=None), reason))


def _without_content(task: Task, reason: ReadError) -> Answer:
    return Answer.of(failed(Source(path=task.path, sha256=None, format=None), reason))


def _no_start() -> CommandError:
    return CommandError(
        Exit.UNEXPECTED,
        zh="读取进程无法启动；请运行 jixiao doctor",
        en="the processes that read files do not start; run jixiao doctor",
    )
