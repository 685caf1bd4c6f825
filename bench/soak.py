"""Whether an import may be killed at any instant: `python -m bench.soak --kills 300`.

An import in a process of its own, with its workers, is killed by SIGKILL after a random time. Then the database must
be whole: no error of integrity or foreign keys, every table with its indicators, every file with its tables. The next
import goes on; one that comes to its end must leave the logical dump of one that was never disturbed. Then files
change, and all begins anew on the same database. Between imports, a `retry` of every file and an `import --stored`
under a new edition are killed in the same way.
"""

import argparse
import os
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import ingest.order
from bench.corpus import fill, form
from ingest.order import Order, carry_out
from ingest.reading import FileReader
from tests.ingest.dump import dump
from tests.ingest.inline import Inline

FILES = 120
_HALF = {
    "half a table": "SELECT count(*) FROM tables AS t WHERE indicator_count <>"
    " (SELECT count(*) FROM indicators AS i WHERE i.table_id = t.table_id)",
    "a table without its source": "SELECT count(*) FROM sources AS s"
    " WHERE s.status IN ('imported', 'imported_with_warnings') "
    " AND NOT EXISTS (SELECT 1 FROM tables AS t WHERE t.source_id = s.source_id)",
    "two current rows of a path": "SELECT count(*) FROM (SELECT 1 FROM sources WHERE superseded_by IS NULL"
    " GROUP BY root_id, path HAVING count(*) > 1)",
    "an index that lags": "SELECT (SELECT count(*) FROM indicators) <> (SELECT count(*) FROM indicator_words)",
}


def whole(database: Path) -> list[str]:
    """What is wrong with a database that an import was torn away from."""
    connection = sqlite3.connect(database)
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'standing_tables'").fetchone()[0]:
            return []  # killed before there was a schema
        wrong = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        wrong += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        return wrong + [name for name, query in _HALF.items() if connection.execute(query).fetchone()[0]]
    finally:
        connection.close()


def run(order: Order, seconds: float | None, *, inline: bool) -> bool:
    """One import in a process of its own, killed after some seconds; whether it came to its end.

    What is stored gets its meaning anew only under another edition, so that such an import is given one.
    """
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        try:
            if order.stored:
                another = replace(ingest.order.editions(), meaning=str(random.SystemRandom().random()))
                ingest.order.editions = lambda: another
            carry_out(order, lambda _: None, nullcontext(Inline(FileReader(order.limits))) if inline else None)
            os._exit(0)
        finally:
            os._exit(1)
    last = None if seconds is None else monotonic() + seconds
    while True:
        pid, status = os.waitpid(child, 0 if last is None else os.WNOHANG)
        if pid:
            if status not in {0, signal.SIGKILL}:
                raise RuntimeError(f"the import ended with status {status}")
            return status == 0
        if last is not None and monotonic() >= last:
            os.kill(child, signal.SIGKILL)
            last = None
        sleep(0.001)


def change(folder: Path, chance: random.Random) -> None:
    """Change, remove and add some files, as between two imports."""
    files = sorted(folder.rglob("*.txt"))
    for path in chance.sample(files, min(30, len(files))):
        match chance.randrange(3):
            case 0:
                path.unlink()
            case 1:
                path.write_text(form(chance.randrange(5000), shift=chance.randrange(9)), encoding="utf-8")
            case _:
                (path.parent / f"new-{chance.randrange(10**9)}.txt").write_text(
                    form(chance.randrange(5000)), encoding="utf-8"
                )


def soak(kills: int, seed: int, say: Callable[[str], None], files: int = FILES, *, inline: bool = False) -> int:
    """Kill so many imports; how many came to their end, the last of them undisturbed.

    Raises `AssertionError` at the first thing wrong. However the instants fall, the import that follows the last kill
    runs to its end and is compared.
    """
    chance = random.Random(seed)  # noqa: S311 - instants, not secrets
    killed = ended = 0
    inside: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder, database, clean = Path(name) / "files", Path(name) / "soak.db", Path(name) / "clean.db"
        fill(folder, files, rows=6)
        start = monotonic()
        run(Order(clean, (folder,), jobs=2), None, inline=inline)
        length = monotonic() - start
        undisturbed = False
        while not undisturbed:
            undisturbed = killed == kills
            # Ever longer: each interrupted run leaves less to do.
            order = Order(database, (folder,), jobs=2) if undisturbed else _ordered(chance, database, folder)
            start = monotonic()
            finished = run(order, None if undisturbed else chance.uniform(0, 1.3 * length), inline=inline)
            # As busy as the machine is now, not as it was at the start; some imports end, most are killed.
            length = (3 * length + monotonic() - start) / 4 if finished else 1.05 * length
            killed += not finished
            inside[_named(order)] += not finished
            if wrong := whole(database):
                raise AssertionError(f"after kill {killed}, in {_named(order)} (seed {seed}): {wrong}")
            if finished and order.paths:
                ended += 1
                run(Order(clean, (folder,), jobs=1), None, inline=inline)
                if dump(database) != dump(clean):
                    raise AssertionError(f"after kill {killed} (seed {seed}): the resumed import says something else")
                change(folder, chance)
            if killed % 25 == 0 and not finished:
                where = ", ".join(f"{count} in {name}" for name, count in inside.most_common())
                say(f"{killed} killed ({where}), {ended} imports came to their end, nothing lost")
    return ended


def _ordered(chance: random.Random, database: Path, folder: Path) -> Order:
    """Most often an import; else every known file read again, or everything stored under a new edition."""
    match chance.randrange(10) if database.exists() else 0:
        case 8:
            return Order(database, wanted=lambda _before, _editions: True, jobs=2)
        case 9:
            return Order(database, stored=True, jobs=2)
        case _:
            return Order(database, (folder,), jobs=2)


def _named(order: Order) -> str:
    return "import" if order.paths else "import --stored" if order.stored else "retry"


def main() -> None:
    """Soak, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument(
        "--inline", action="store_true", help="read in the import's own process: more kills hit the writing"
    )
    said = parser.parse_args()
    print(f"seed {said.seed}")
    ended = soak(said.kills, said.seed, print, said.files, inline=said.inline)
    print(f"{said.kills} imports killed, {ended} came to their end: always whole, each dump the undisturbed one")
    sys.exit(0)


if __name__ == "__main__":
    main()
