"""The rules in the background."""

from threading import Event

import pytest

from audit.web.checking import Running
from ingest.exits import CommandError, Exit


def test_one_at_a_time() -> None:
    running, done = Running(), Event()
    assert running.start(done.wait)
    assert (running.now, running.start(done.wait)) == (True, False)
    done.set()
    running.wait(5)
    assert (running.now, running.trouble) == (False, None)


def test_a_trouble_is_told_and_forgotten_with_the_next_run() -> None:
    def work() -> None:
        raise CommandError(Exit.DATABASE, zh="坏", en="broken")

    running = Running()
    running.start(work)
    running.wait(5)
    assert isinstance(running.trouble, CommandError)
    running.start(lambda: None)
    running.wait(5)
    assert running.trouble is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_defect_is_told_too() -> None:
    running = Running()
    running.start(lambda: 1 // 0)
    running.wait(5)
    assert isinstance(running.trouble, ZeroDivisionError)
