"""Workers that hang, crash, eat, flood and leave cost their own file and no other."""

import os
from pathlib import Path

import pytest

from ingest.content import digest_of
from ingest.exits import CommandError
from ingest.pool import Pending
from ingest.said import NOTHING_SAID
from ingest.task import Task
from ingest.workers import Workers, cores
from schema.limits import MIB, Limits
from schema.source import Status
from tests.conftest import FORM
from tests.ingest.faulty_worker import FAULTS

ENTRY = "tests.ingest.faulty_worker"
LIMITS = Limits(wall_seconds=600, worker_bytes=900 * MIB, answer_bytes=2 * MIB)
"""No deadline that a busy machine could miss; tests wait for what happens."""
SHORT = LIMITS.model_copy(update={"wall_seconds": 2})
"""For what never ends by itself."""
ENDS = {
    "hang": Status.TIMEOUT,
    "hang_ignoring": Status.TIMEOUT,
    "spin": Status.TIMEOUT,
    "flood": Status.TIMEOUT,
    "memory": Status.OUT_OF_MEMORY,
    "memory_in_c": Status.OUT_OF_MEMORY,
    "taken": Status.OUT_OF_MEMORY,
    "segfault": Status.PARSER_CRASH,
    "leave": Status.PARSER_CRASH,
    "leave_well": Status.PARSER_CRASH,
    "hang_up": Status.PARSER_CRASH,
    "raised": Status.PARSER_CRASH,
    "too_much": Status.LIMIT,
}


def task(folder: Path, name: str, text: str) -> Task:
    (folder / name).write_text(text, encoding="utf-8")
    return Task(name, NOTHING_SAID, digest_of(folder / name, Limits())[0], folder / name)


def answered(workers: Workers, tasks: list[Task]) -> list[Pending]:
    pending = [workers.submit(task) for task in tasks]
    while any(one.answer is None for one in pending):
        workers.wait()
    return pending


def statuses(pending: list[Pending]) -> list[Status]:
    return [one.answer.status for one in pending if one.answer]


def test_every_fault_has_its_end() -> None:
    assert set(ENDS) == {*FAULTS, "too_much"}


@pytest.mark.parametrize("fault", ENDS)
def test_a_fault_costs_its_own_file_first_in_the_middle_and_last(tmp_path: Path, fault: str) -> None:
    texts = [f"!fault {fault}", "路 / 长 / ≥1 米", f"!fault {fault}", "路 / 宽 / ≥2 米", f"!fault {fault}"]
    limits = SHORT if ENDS[fault] is Status.TIMEOUT else LIMITS
    with Workers(limits, jobs=1, entry=ENTRY) as workers:
        found = answered(workers, [task(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)])
        pids = workers.pids
    end = ENDS[fault]
    assert statuses(found) == [end, Status.IMPORTED, end, Status.IMPORTED, end]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    for one in found[::2]:
        assert one.answer is not None
        assert one.answer.failure is not None
        assert one.answer.failure.zh
        assert one.answer.failure.en


def test_a_worker_dies_at_its_deadline_and_others_go_on(tmp_path: Path) -> None:
    """How soon it dies is a figure of `bench.isolation`."""
    with Workers(SHORT.model_copy(update={"wall_seconds": 20}), jobs=2, entry=ENTRY) as workers:
        answered(workers, [task(tmp_path, f"{n}.txt", "路 / 长 / ≥1 米") for n in range(4)])
        slow = workers.submit(task(tmp_path, "slow.txt", "!fault hang_ignoring"))
        quick = answered(workers, [task(tmp_path, f"q{n}.txt", "路 / 长 / ≥1 米") for n in range(20)])
        assert statuses(quick) == [Status.IMPORTED] * 20
        while not statuses([slow]):
            workers.wait()
    assert statuses([slow]) == [Status.TIMEOUT]


def test_a_worker_is_kept_from_file_to_file(tmp_path: Path) -> None:
    with Workers(LIMITS, jobs=1, entry=ENTRY) as workers:
        tasks = [task(tmp_path, f"{n}.txt", "路 / 长 / ≥1 米") for n in range(5)]
        seen = {(answered(workers, [one]), workers.pids)[1] for one in tasks}
    assert len(seen) == 1


def test_what_a_file_leaves_behind_decides_nothing_about_the_next(tmp_path: Path) -> None:
    texts = ["路 / 长 / ≥1 米", "!fault segfault"]
    with Workers(LIMITS, jobs=1, entry=ENTRY) as workers:
        found = answered(workers, [task(tmp_path, f"{n}.txt", text) for n, text in enumerate(texts)])
    assert [one.again for one in found] == [False, True]


def test_a_file_that_goes_or_changes_before_it_is_read(tmp_path: Path) -> None:
    gone, changed = task(tmp_path, "a.txt", "x"), task(tmp_path, "b.txt", "x")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").write_text("y", encoding="utf-8")
    with Workers(LIMITS, jobs=1, entry=ENTRY) as workers:
        found = answered(workers, [gone, changed])
    ends = [one.answer.failure.en for one in found if one.answer and one.answer.failure]
    assert ["no such file" in ends[0], "still being written" in ends[1]] == [True, True]


def test_a_worker_that_dies_idle_is_replaced(tmp_path: Path) -> None:
    with Workers(LIMITS, jobs=1, entry=ENTRY) as workers:
        answered(workers, [task(tmp_path, "a.txt", "路 / 长 / ≥1 米")])
        (pid,) = workers.pids
        os.kill(pid, 9)
        assert statuses(answered(workers, [task(tmp_path, "b.txt", "路 / 长 / ≥1 米")])) == [Status.IMPORTED]
        assert workers.pids != (pid,)


def test_workers_that_do_not_start_are_told(tmp_path: Path) -> None:
    with Workers(LIMITS, jobs=1, entry="no.such.module") as workers, pytest.raises(CommandError) as error:
        answered(workers, [task(tmp_path, "a.txt", "x")])
    assert "doctor" in error.value.en


def test_bytes_may_be_sent_along(tmp_path: Path) -> None:
    content = "路 / 长 / ≥1 米".encode()
    sent = task(tmp_path, "a.txt", content.decode())
    with Workers(LIMITS, jobs=1, entry=ENTRY) as workers:
        found = answered(workers, [Task("a.txt", NOTHING_SAID, sent.sha256, content=content)])
    assert statuses(found) == [Status.IMPORTED]


def test_as_many_as_there_are_processors() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("mega", [1, 20, 60, 90])
def test_a_worker_that_cannot_hold_what_it_reads_with_is_out_of_memory(tmp_path: Path, mega: int) -> None:
    text = "".join(FORM.replace("修路", f"修路{number}") for number in range(400))
    with Workers(Limits(worker_bytes=mega * 1_000_000), jobs=1) as workers:
        (found,) = answered(workers, [task(tmp_path, "a.txt", text)])
    assert found.answer is not None
    assert found.answer.status is Status.OUT_OF_MEMORY
    assert not found.answer.passing
