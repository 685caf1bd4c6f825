"""How fast files are read, as ratios to pinned peers in the same run: `python -m bench.formats` prints a table.

Made-up documents of five projects each, processor time only, the best of some rounds; memory is the most a child
process held while it read them all. A format that no registered reader names is said to be unread.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from bench import peers
from bench.figures import Figure, record
from bench.generation import corpus, office
from normalize.tables import normalize_tables
from parsers import Hints, interpret, read
from parsers.formats.registry import READERS
from schema.limits import Limits

LAYOUTS = ("central-2021", "tianjin", "sichuan", "selfeval-2020", "list-neimenggu")
PEERS = {
    "docx": "python-docx row.cells",
    "xlsx": "openpyxl",
    "html": "pandas.read_html",
    "pdf": "pdfplumber",
    "doc": "one LibreOffice run",
}
WANTED = {"docx": 10, "xlsx": 10, "html": 4, "doc": 50}
MEMORY = 120
FORMATS = ("docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "html", "pdf", "txt", "csv", "zip")
PROJECTS = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: documents a second, and the peer's."""

    format: str
    documents: int
    read: float
    understood: float
    peer: float | None
    memory: float

    def cells(self) -> Iterator[str]:
        """Its cells."""
        yield self.format
        yield str(self.documents)
        yield f"{self.read:.0f}"
        yield f"{self.understood:.0f}"
        yield PEERS.get(self.format, "–") if self.peer else "–"
        yield f"{self.peer:.1f}" if self.peer else "–"
        yield f"{self.read / self.peer:.1f}×" if self.peer else "–"
        yield f"{WANTED[self.format]}×" if self.format in WANTED else "–"
        yield f"{self.memory:.0f}"


def best(files: Sequence[Path], work: Callable[[Path], object], rounds: int) -> float:
    """Documents a second of processor time in the best of the rounds, after one that warms up."""
    work(files[0])
    seconds = []
    for _ in range(rounds):
        start = process_time()
        for path in files:
            work(path)
        seconds.append(process_time() - start)
    return len(files) / min(seconds)


def opened(path: Path) -> object:
    """A file as its reader gives it."""
    return read(path.read_bytes(), path.name, Limits())


def understood(path: Path) -> object:
    """A file down to its typed tables."""
    interpretation = interpret(read(path.read_bytes(), path.name, Limits()), Hints(file_name=path.name))
    return normalize_tables(interpretation.tables)


def peer(format_name: str, files: Sequence[Path], rounds: int) -> float | None:
    """Documents a second of the peer; None where there is none, or no LibreOffice."""
    if format_name == "doc":
        return _office(files[0])
    if format_name not in PEERS:
        return None
    asked = {"format": format_name, "files": [str(path) for path in files], "rounds": rounds}
    return len(files) / min(peers.run("peer_readers.py", asked))


def _office(path: Path) -> float | None:
    """What one run of LibreOffice over one document costs, the second run of two."""
    seconds = 0.0
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as folder:
            office.soffice([path], "txt:Text", Path(folder))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1 / seconds


def most_memory(files: Sequence[Path]) -> float:
    """The most memory in MB that a process of its own held while it read files one after the other."""
    told = json.dumps([str(path) for path in files])
    child = subprocess.run(
        [sys.executable, "-m", "bench.formats", "--child"], input=told, capture_output=True, text=True, check=True
    )
    return float(child.stdout)


def _child() -> None:
    for path in json.load(sys.stdin):
        opened(Path(path))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(used / (2**20 if sys.platform == "darwin" else 2**10))


def measure(format_name: str, files: Sequence[Path], rounds: int) -> Measured:
    """Everything about one format."""
    return Measured(
        format_name,
        len(files),
        best(files, opened, rounds),
        best(files, understood, max(1, rounds // 2)),
        peer(format_name, files, rounds),
        most_memory(files),
    )


def readable(format_name: str) -> bool:
    """Whether a registered reader names the format's suffix as its own."""
    return any(f".{format_name}" in reader.suffixes for reader in READERS)


def _wanted(names: Sequence[str]) -> Iterator[str]:
    """The formats there is a reader for, and something to write them with."""
    for name in names:
        if not readable(name):
            print(f"{name} is not read yet", file=sys.stderr)
        elif name in office.SOURCES and not office.there():
            print(f"{name} needs LibreOffice to be written", file=sys.stderr)
        else:
            yield name


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.formats", description=__doc__)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--files", type=int, default=len(LAYOUTS) * 2, help="documents a format")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.child:
        _child()
        return
    names = list(_wanted(asked.formats.split(",")))
    if set(names) & {"docx", "xlsx", "html", "pdf"}:
        peers.prepare()
    print("| format | documents | docs/s read | to typed tables | peer | docs/s | ratio | wanted | most memory, MB |")
    print("|---" * 9 + "|")
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            plan = corpus.Plan(files=asked.files, formats=(name,), layouts=LAYOUTS, projects=PROJECTS, dressed=False)
            corpus.write(plan, Path(folder), os.cpu_count() or 1)
            files = sorted(path for path in Path(folder).rglob(f"*.{name}") if path.is_file())
            measured = measure(name, files, asked.rounds)
            print(f"| {' | '.join(measured.cells())} |", flush=True)
            beside = (PEERS[name], measured.peer) if measured.peer else ("", None)
            least = WANTED.get(name) if measured.peer else None
            record(Figure(f"reading {name}", "docs/s", measured.read, *beside, least=least))
            record(Figure(f"memory of the {name} reader", "MB", measured.memory, most=MEMORY))


if __name__ == "__main__":
    main()
