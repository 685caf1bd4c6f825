"""Whatever order answers arrive in, they are recorded in the order of the files."""

from dataclasses import dataclass, field
from random import Random

import pytest

from ingest import sequence
from ingest.answer import Answer
from ingest.edition import Editions
from ingest.pool import Pending
from ingest.said import NOTHING_SAID
from ingest.sequence import Sequence, Step
from ingest.task import Task
from schema.source import Source, Status


@dataclass
class Shuffled:
    """A pool that answers what it was asked in any order; `never` names the task it stays silent about."""

    random: Random
    never: str = ""
    waiting: list[Pending] = field(default_factory=list)
    most: int = 0

    def submit(self, task: Task) -> Pending:
        self.waiting.append(Pending(task))
        self.most = max(self.most, len(self.waiting))
        return self.waiting[-1]

    @property
    def full(self) -> bool:
        return len(self.waiting) >= 5

    def wait(self, seconds: float | None = None) -> None:
        del seconds
        able = [pending for pending in self.waiting if pending.task.path != self.never]
        if able:
            pending = self.random.choice(able)
            self.waiting.remove(pending)
            pending.answer, pending.size = answer(pending.task.path), 10


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - an order, not a secret


def answer(path: str) -> Answer:
    return Answer(Source(path=path, sha256="00", format=None), Status.NO_TABLES)


def step(path: str, *, asked: bool = True) -> Step:
    made = Step(1, "files", path, None, NOTHING_SAID, Editions("r", "m"))
    if asked:
        made.task = Task(path, NOTHING_SAID, "00")
    else:
        made.answer = answer(path)
    return made


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_the_files(seed: int) -> None:
    recorded: list[str] = []
    pool = Shuffled(seeded(seed))
    with Sequence(pool, lambda ready: recorded.extend(step.path for step in ready)) as steps:
        for number in range(50):
            steps.put(step(f"{number:02}", asked=number % 3 != 0))
    assert recorded == [f"{number:02}" for number in range(50)]
    assert pool.most <= 5


def test_what_arrived_early_is_held_back_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequence, "_HELD_BYTES", 50)
    recorded: list[str] = []
    pool = Shuffled(seeded(1))
    with Sequence(pool, lambda ready: recorded.extend(step.path for step in ready)) as steps:
        for number in range(30):
            steps.put(step(f"{number:02}"))
            assert sum(one.pending.size for one in steps._steps if one.pending) <= 60  # noqa: SLF001 - what is held back
    assert len(recorded) == 30


def test_an_interruption_records_what_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequence, "_WIND_UP_SECONDS", 0.05)
    recorded: list[str] = []

    def interrupted() -> None:
        with Sequence(
            Shuffled(seeded(1), never="2"), lambda ready: recorded.extend(step.path for step in ready)
        ) as steps:
            for number in range(4):
                steps.put(step(str(number)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert recorded == ["0", "1"]


def test_any_other_error_records_nothing_more() -> None:
    recorded: list[str] = []

    def broken() -> None:
        with Sequence(Shuffled(seeded(1)), lambda ready: recorded.extend(step.path for step in ready)) as steps:
            steps.put(step("0"))
            raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        broken()
    assert recorded == []
