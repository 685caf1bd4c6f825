"""Whatever reads for an import."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ingest.pool import Pending, Pool, answered
from ingest.reading import FileReader
from ingest.said import NOTHING_SAID
from ingest.task import Task
from ingest.workers import Workers
from schema.limits import Limits
from schema.source import Status
from tests.ingest.inline import Inline


def test_a_task_is_pending_until_it_is_answered() -> None:
    assert Pending(Task("a.txt", NOTHING_SAID, "00")).answer is None


def test_the_workers_of_this_machine_are_a_pool() -> None:
    with Workers(Limits(), jobs=1) as workers:
        pool: Pool = workers
        assert not pool.full


def test_what_is_stored_and_damaged_is_read_from_its_file(form: Path) -> None:
    content = form.read_bytes()
    task = Task("road.txt", NOTHING_SAID, sha256(content).hexdigest(), form, document=b"no document")
    pool = Inline(FileReader(Limits()))
    pending = answered(pool, pool.submit(task))
    assert pending.answer is not None
    assert (pending.answer.status, pending.answer.damaged) == (Status.IMPORTED, False)
    assert answered(pool, pending) is pending
    alone = answered(pool, pool.submit(replace(task, location=None)))
    assert alone.answer is not None
    assert alone.answer.damaged
