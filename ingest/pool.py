"""What an import needs of whatever reads for it: this machine's workers, an executor, or a stand-in under test."""

from dataclasses import dataclass, replace
from typing import Protocol

from ingest.answer import Answer
from ingest.task import Task


@dataclass(slots=True, eq=False)
class Pending:
    """A task that was handed in, and its answer once there is one; `size` is what the answer takes up until used."""

    task: Task
    answer: Answer | None = None
    size: int = 0
    again: bool = False


class Pool(Protocol):
    """Takes tasks in, and answers each in its own time."""

    def submit(self, task: Task) -> Pending:
        """Take a task in."""

    @property
    def full(self) -> bool:
        """Whether there is enough to do, so that the import had better wait."""

    def wait(self, seconds: float | None = None) -> None:
        """Let time pass until something has happened, at most so many seconds."""


def answered(pool: Pool, pending: Pending) -> Pending:
    """A task with its answer, or the one that takes its place: read from the file, where what was stored is damaged."""
    answer, location = pending.answer, pending.task.location
    if answer is None or not answer.damaged or location is None:
        return pending
    return pool.submit(replace(pending.task, document=None))
