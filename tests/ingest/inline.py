"""A stand-in for the workers: tasks are done at once, in this process."""

import os
from dataclasses import dataclass

from ingest.answer import Answer
from ingest.content import closed
from ingest.outcome import failed
from ingest.pool import Pending
from ingest.task import Task
from ingest.worker import Reader, answered
from schema.source import Source


@dataclass
class Inline:
    """A pool that reads with a reader under test; answers travel as they do from a worker."""

    reader: Reader
    full: bool = False

    def submit(self, task: Task) -> Pending:
        message = task.message()
        descriptor = None
        try:
            if message.said["kind"] == "file" and task.location is not None:
                descriptor = os.open(task.location, os.O_RDONLY)
        except OSError as error:
            source = Source(path=task.path, sha256=None, format=None)
            return Pending(task, Answer.of(failed(source, closed(error))))
        answer = answered(self.reader, message, descriptor)
        return Pending(task, Answer.heard(answer.message()))

    def wait(self, seconds: float | None = None) -> None:
        raise AssertionError(f"nothing is ever waited for, least of all {seconds} seconds")
