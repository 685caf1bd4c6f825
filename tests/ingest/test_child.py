"""One worker process, from its start to its end."""

import os
import selectors
import signal
from time import monotonic

import pytest

from ingest.channel import Message
from ingest.child import Child
from schema.limits import Limits


def heard(child: Child) -> list[Message]:
    with selectors.DefaultSelector() as selector:
        selector.register(child.channel, selectors.EVENT_READ)
        assert selector.select(30)
    return child.hear()[0]


def test_it_says_when_it_is_ready_and_is_gone_when_it_is_ended() -> None:
    child = Child(Limits(), "ingest.worker")
    (ready,) = heard(child)
    assert ready.said == {"ready": child.pid}
    os.kill(child.pid, signal.SIGSTOP)  # a worker that runs may leave by itself once nobody listens
    start = monotonic()
    end = child.end()
    assert (end.code, end.killed) == (-9, True)
    assert monotonic() - start < 2


def test_one_that_leaves_by_itself_is_told_from_one_that_was_ended() -> None:
    child = Child(Limits(), "no.such.module")
    with selectors.DefaultSelector() as selector:
        selector.register(child.channel, selectors.EVENT_READ)
        assert selector.select(30)
    assert child.hear() == ([], False)
    end = child.end(patience=5)
    assert (end.code, end.killed) == (1, False)


def test_a_worker_that_is_gone_before_it_is_spoken_to_says_so_by_its_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("ingest.child.send", broken)
    child = Child(Limits(), "no.such.module")
    assert child.end(patience=10).code != 0
