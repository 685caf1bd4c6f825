"""Time and memory of an import against the number of files: `python -m bench.scaling [--most N] [--chart FILE]`.

Made-up documents of mixed formats (seed 1), each number of files imported into a new database by a process of its
own, then once more with nothing changed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

from bench.chart import chart
from bench.figures import Figure, show
from bench.generation import corpus
from ingest.order import Order, carry_out

FORMATS = ("docx", "xlsx", "html", "txt", "csv", "pdf")
AGAIN_SECONDS, PARENT_MB = 2.0, 300.0


def imported(folder: Path, database: Path) -> tuple[float, float, float]:
    """Seconds, and the most memory in MB that the import's own process and any of its workers held."""
    command = [sys.executable, "-m", "bench.scaling", "--import", str(folder), str(database)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, own, worker = json.loads(told.splitlines()[-1])
    return seconds, own, worker


def _import(folder: Path, database: Path) -> None:
    start = monotonic()
    carry_out(Order(database, (folder,), jobs=os.cpu_count() or 1), lambda *_: None)
    seconds = monotonic() - start
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([seconds, *(size / (2**20 if sys.platform == "darwin" else 2**10) for size in used)]))


def main() -> None:
    """Measure each number of files, and draw them."""
    parser = argparse.ArgumentParser(prog="python -m bench.scaling", description=__doc__)
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--chart", type=Path)
    parser.add_argument("--import", nargs=2, type=Path, dest="wanted", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.wanted:
        _import(*asked.wanted)
        return
    counts = [count for count in (10, 100, 1_000, 10_000) if count <= asked.most]
    measured = {count: _measured(count) for count in counts}
    if asked.chart:
        lines = {
            "seconds": [(count, seconds) for count, (seconds, _, _) in measured.items()],
            "MB, import": [(count, own) for count, (_, own, _) in measured.items()],
            "MB, a worker": [(count, worker) for count, (_, _, worker) in measured.items()],
        }
        asked.chart.write_text(chart("Importing mixed files", "files", lines), encoding="utf-8")


def _measured(count: int) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as name:
        folder, database = Path(name) / "files", Path(name) / "a.db"
        corpus.write(corpus.Plan(files=count, formats=FORMATS, dressed=False), folder, os.cpu_count() or 1)
        seconds, own, worker = imported(folder, database)
        again, _, _ = imported(folder, database)
    show(Figure(f"import of {count:,} mixed files", "files/s", count / seconds))
    show(Figure(f"memory of the import, {count:,} files", "MB", own, most=PARENT_MB))
    show(Figure(f"memory of a worker, {count:,} files", "MB", worker))
    show(Figure(f"import of {count:,} unchanged files", "s", again, most=AGAIN_SECONDS))
    return seconds, own, worker


if __name__ == "__main__":
    main()
