"""What isolation costs and how soon it bites: `python -m bench.isolation [--files N]`.

Small text files through a kept worker and without one: what a killable process adds to each, in time of the processors.
Then workers that hang, deaf to every signal but one, at a deadline of one second: how long after it each was gone.
"""

import argparse
import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import monotonic, process_time

from bench.figures import Figure, record
from ingest.said import NOTHING_SAID
from ingest.task import Task
from ingest.workers import Workers
from schema.limits import Limits
from tests.ingest.inline import Inline
from tests.ingest.plain_reader import PlainReader

COST_MS, LATE_SECONDS = 1.0, 2.0
_ENTRY = "tests.ingest.faulty_worker"
_TEXT = "路 / 长 / ≥1 米\n".encode()


def _tasks(folder: Path, files: int) -> list[Task]:
    digest = sha256(_TEXT).hexdigest()
    for number in range(files):
        (folder / f"{number}.txt").write_bytes(_TEXT)
    return [Task(f"{number}.txt", NOTHING_SAID, digest, folder / f"{number}.txt") for number in range(files)]


def cost(folder: Path, files: int) -> tuple[float, float]:
    """Milliseconds a file that a worker takes more than no worker, of the processors and on the wall.

    The same plain reader in both, one file at a time, so that nothing is hidden by reading beside each other.
    """
    tasks = _tasks(folder, files)
    with Workers(Limits(), jobs=1, entry=_ENTRY) as workers:
        _through(workers, tasks[:1])
        (pid,) = workers.pids
        used, start = process_time() + _used(pid), monotonic()
        _through(workers, tasks)
        apart = process_time() + _used(pid) - used, monotonic() - start
    used, start = process_time(), monotonic()
    _through(Inline(PlainReader()), tasks)
    inside = process_time() - used, monotonic() - start
    processors, wall = ((one - other) / files * 1000 for one, other in zip(apart, inside, strict=True))
    return processors, wall


def _used(pid: int) -> float:
    """The seconds of the processor another process has used so far, as Linux tells."""
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _through(pool: Workers | Inline, tasks: list[Task]) -> float:
    start = monotonic()
    for task in tasks:
        pending = pool.submit(task)
        while pending.answer is None:
            pool.wait()
    return monotonic() - start


def lateness(folder: Path, times: int) -> list[float]:
    """Seconds after its deadline at which each of some hanging workers was gone."""
    path, late = folder / "hang.txt", []
    path.write_bytes(b"!fault hang_ignoring")
    task = Task("hang.txt", NOTHING_SAID, sha256(path.read_bytes()).hexdigest(), path)
    with Workers(Limits(wall_seconds=1), jobs=1, entry=_ENTRY) as workers:
        for _ in range(times):
            _through(workers, _tasks(folder, 1))
            (pid,) = workers.pids
            late.append(_through(workers, [task]) - 1)
            assert not _there(pid)  # noqa: S101 - a benchmark that lies is no use
    return late


def _there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> None:
    """Measure, print, and exit 1 where a figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    said = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        (added, wall), late = cost(Path(name), said.files), lateness(Path(name), 10)
    print(f"a worker adds      {added:.2f} ms of the processors a file, {wall:.2f} ms on the wall")
    print(f"a hanging one dies {median(late):.2f} s after its deadline, at the latest {max(late):.2f} s")
    record(Figure("what a worker adds to a file", "ms", added, most=COST_MS))
    record(Figure("a hanging worker is gone after its deadline", "s", max(late), most=LATE_SECONDS))
    sys.exit(0 if added < COST_MS and max(late) < LATE_SECONDS else 1)


if __name__ == "__main__":
    main()
