"""A worker, `python -m ingest.worker DESCRIPTOR`: reads one source after the other for an import, and goes with it."""

import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from hashlib import sha256
from typing import Protocol

from ingest.answer import Answer
from ingest.channel import Message, receive, send
from ingest.content import growing
from ingest.garbage import leave_loaded
from ingest.outcome import Outcome, failed
from ingest.reading import FileReader, isolated
from ingest.rows import DamagedError, document_of
from ingest.said import Said
from schema.document import Document
from schema.limits import Limits
from schema.source import Source, Status

GRACE = 2
"""Seconds after which the system ends a worker that its import has not ended: the import is gone."""


class Reader(Protocol):
    """What reads: `ingest.reading`, or a stand-in under test. It never raises."""

    def read(self, content: bytes, path: str, said: Said) -> Outcome:
        """A source from its bytes."""

    def reread(self, document: Document, source: Source, said: Said) -> Outcome:
        """A source from what it showed when it was last read."""


def main(reader: Callable[[Limits], Reader] = FileReader) -> None:
    """Serve the import at the other end of a socket until it hangs up."""
    with socket.socket(fileno=int(sys.argv[1])) as channel:
        opening = receive(channel)
        if opening is None:
            return
        limits = Limits(**opening[0].said)
        leave_loaded()
        # Told before the bound holds: under one that is too small, nobody could say anything any more.
        send(channel, Message({"ready": os.getpid()}))
        _bound(limits)
        try:
            _serve(channel, reader(limits), limits)
        except (BrokenPipeError, ConnectionResetError):  # nobody waits for the answer any more
            return


def _serve(channel: socket.socket, reader: Reader, limits: Limits) -> None:
    while (heard := receive(channel)) is not None:
        message, descriptor = heard
        _start_clock(limits)
        send(channel, answered(reader, message, descriptor).message())


def answered(reader: Reader, task: Message, descriptor: int | None = None) -> Answer:
    """What a reader makes of a task; never raises."""
    said = Said(task.said["year"], task.said["region"])
    source = Source(path=task.said["path"], sha256=task.said["sha256"], format=None)
    packed: list[Answer] = []

    def work() -> Outcome:
        outcome = _outcome(reader, task, descriptor, said)
        packed.append(Answer.of(outcome))
        return outcome

    try:
        outcome = isolated(source, work)
    except DamagedError:
        return Answer(source, Status.UNREADABLE, damaged=True)
    return packed[0] if packed else Answer.of(outcome)


def _outcome(reader: Reader, task: Message, descriptor: int | None, said: Said) -> Outcome:
    path, digest = task.said["path"], task.said["sha256"]
    if task.said["kind"] == "document":
        document = document_of(task.content)
        return reader.reread(document, Source(path=path, sha256=digest, format=document.source), said)
    content = task.content if descriptor is None else _content(descriptor)
    if sha256(content).hexdigest() != digest:  # since it was hashed somebody wrote to it
        return failed(Source(path=path, sha256=None, format=None), growing())
    return reader.read(content, path, said)


def _content(descriptor: int) -> bytes:
    with open(descriptor, "rb") as file:
        return file.read()


def _bound(limits: Limits) -> None:
    """What the system itself refuses: more memory, and a file of what was in it when it broke."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the import decides how it is interrupted
    _lower(resource.RLIMIT_AS, limits.worker_bytes)
    _lower(resource.RLIMIT_CORE, 0)


def _start_clock(limits: Limits) -> None:
    """The end of a worker that nobody is left to end: so much time, and so much time of the processor, a source."""
    signal.alarm(limits.wall_seconds + GRACE)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + limits.wall_seconds + GRACE)


def _lower(what: int, to: int) -> None:
    _soft, hard = resource.getrlimit(what)
    resource.setrlimit(what, (to if hard == resource.RLIM_INFINITY else min(to, hard), hard))


if __name__ == "__main__":
    main()
