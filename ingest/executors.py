"""The same tasks over any `concurrent.futures.Executor`; the killable worker then lives inside the task."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from ingest.answer import Answer
from ingest.channel import Message
from ingest.deaths import crash
from ingest.edition import editions
from ingest.exits import CommandError, Exit
from ingest.outcome import failed
from ingest.pool import Pending
from ingest.task import Task
from ingest.workers import ENTRY, Workers
from schema.limits import Limits
from schema.source import Source

LEAST = 20
"""Files a task, so that its way there and back costs little beside them."""

_ATTEMPTS = 3


@dataclass(eq=False)
class Executed:
    """A pool over an executor; `send` sends the bytes of files along, where no file system is shared."""

    executor: Executor
    limits: Limits
    batches: int = 4
    send: bool = False
    entry: str = ENTRY
    _waiting: list[Pending] = field(default_factory=list)
    _running: dict[Future[str], tuple[list[Pending], int]] = field(default_factory=dict)

    def submit(self, task: Task) -> Pending:
        """Take a task in; it goes off with others."""
        pending = Pending(task)
        self._waiting.append(pending)
        if len(self._waiting) >= LEAST:
            self._go()
        return pending

    @property
    def full(self) -> bool:
        """Whether as many batches are under way as are to be."""
        return len(self._running) >= self.batches

    def wait(self, seconds: float | None = None) -> None:
        """Let time pass until a batch is back; what waits for company goes off now if nothing else is under way."""
        if not self._running:
            self._go()
        done, _ = wait(self._running, timeout=seconds, return_when=FIRST_COMPLETED)
        for future in done:
            self._back(future, *self._running.pop(future))

    def _go(self) -> None:
        pending, self._waiting = self._waiting, []
        if pending:
            self._run(pending, attempt=1)

    def _run(self, pending: list[Pending], attempt: int) -> None:
        tasks = [_portable(one.task, send=self.send) for one in pending]
        order = {"limits": self.limits.model_dump(), "entry": self.entry, "editions": _editions(), "tasks": tasks}
        self._running[self.executor.submit(answer_all, json.dumps(order))] = pending, attempt

    def _back(self, future: Future[str], pending: list[Pending], attempt: int) -> None:
        try:
            answers = json.loads(future.result())
        except CommandError:
            raise
        except Exception:  # noqa: BLE001 - whatever an engine raises where it lost a machine
            if attempt < _ATTEMPTS:
                self._run(pending, attempt + 1)
                return
            for one in pending:
                source = Source(path=one.task.path, sha256=one.task.sha256, format=None)
                one.answer = Answer.of(failed(source, crash(-9)))
            return
        if "edition" in answers:
            raise _other_edition()
        for one, plain in zip(pending, answers["answers"], strict=True):
            message = Message(plain["said"], base64.b64decode(plain["content"]))
            one.answer, one.size = Answer.heard(message), len(plain["content"])


def answer_all(order: str) -> str:
    """What a task does on the machine that got it: JSON in, JSON out, a killable worker for every file."""
    plain = json.loads(order)
    if plain["editions"] != _editions():
        return json.dumps({"edition": _editions()})
    with Workers(Limits(**plain["limits"]), jobs=1, entry=plain["entry"]) as workers:
        pending = [workers.submit(Task.ported(task)) for task in plain["tasks"]]
        while any(one.answer is None for one in pending):
            workers.wait()
    return json.dumps({"answers": [_plain(one.answer) for one in pending if one.answer]})


@contextmanager
def cluster(address: str, limits: Limits) -> Iterator[Executed]:
    """A pool over a Dask cluster; raises `CommandError` where there is none."""
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise CommandError(
            Exit.USAGE,
            zh="--cluster 需要 Dask：请安装 jixiao[cluster]",
            en="--cluster needs Dask: install jixiao[cluster]",
        ) from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"无法连接集群 {address}（{error}）；请检查地址",
            en=f"cluster {address} cannot be reached ({error}); check the address",
        ) from error
    with client:
        cores = sum(client.ncores().values()) or 1
        # Each has one batch at work and one waiting beside it.
        yield Executed(client.get_executor(pure=False, retries=2), limits, batches=2 * cores)


def _editions() -> list[str]:
    found = editions()
    return [found.reading, found.meaning]


def _portable(task: Task, *, send: bool) -> dict[str, Any]:
    plain = task.portable()
    if send and task.location is not None and task.document is None:
        try:
            content = task.location.read_bytes()
        except OSError:  # the worker says why
            return plain
        return {**plain, "kind": "bytes", "location": None, "content": base64.b64encode(content).decode()}
    return plain


def _plain(answer: Answer) -> dict[str, Any]:
    message = answer.message()
    return {"said": message.said, "content": base64.b64encode(message.content).decode()}


def _other_edition() -> CommandError:
    return CommandError(
        Exit.UNEXPECTED,
        zh="集群上的 jixiao 与本机版本不同；请在所有机器上安装同一版本",
        en="jixiao on the cluster is another version than here; install the same on every machine",
    )
