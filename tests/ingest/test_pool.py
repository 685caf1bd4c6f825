"""Whatever reads for an import."""

from ingest.pool import Pending, Pool
from ingest.said import NOTHING_SAID
from ingest.task import Task
from ingest.workers import Workers
from schema.limits import Limits


def test_a_task_is_pending_until_it_is_answered() -> None:
    assert Pending(Task("a.txt", NOTHING_SAID, "00")).answer is None


def test_the_workers_of_this_machine_are_a_pool() -> None:
    with Workers(Limits(), jobs=1) as workers:
        pool: Pool = workers
        assert not pool.full
