"""What an import takes: `python -m bench.importing [--files N] [--format docx|txt]`; `--folder F` for your own files.

Three figures, each beside what one would write plainly in its place, in CPU seconds, by turns with it, the median of
so many rounds: the whole way from Word files of five projects each to SQLite, ours with its worker and its own process
against `bench.plain_importer`; the share of the import's own process, which must stay small for more workers to help;
and the loading of rows alone, `executemany` against `sqlite_utils.insert_all`. Then a second run over the same files,
which must write nothing. What a worker takes to start, about what it takes for a dozen files, is part of the first.
"""

import argparse
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic, process_time

from sqlite_utils import Database

from bench.corpus import fill, form
from bench.figures import Figure, record
from bench.generation.layouts import Order as Drawn
from bench.generation.layouts import layouts
from bench.generation.world import drawn, loaded, projects_of, unit_of
from bench.generation.writers import docx
from bench.plain_importer import import_plainly
from ingest.answer import Answer
from ingest.inserts import insert_reading
from ingest.order import Order, carry_out
from ingest.reading import FileReader
from ingest.report import Report
from ingest.said import NOTHING_SAID
from ingest.sequence import TOGETHER
from ingest.store import Store, opened
from ingest.workers import cores
from schema.limits import Limits

SHARE, LOADING, WHOLE, AGAIN_SECONDS, PARENT_MIB = 0.15, 5.0, 6.0, 2.0, 300
PROJECTS = 5


def write_docx(folder: Path, number: int) -> None:
    """Five projects on forms as they are published, with merged cells, that python-docx can read, too."""
    unit = unit_of(number)
    names = [form["name"] for form in loaded("forms")["form"] if not form["kind"].startswith("dept")]
    order = Drawn(unit, tuple(projects_of(unit, 2024, PROJECTS, 1)), drawn(1, "import", number))
    drawing, _ = layouts()[names[number % len(names)]](order)
    (folder / f"{number:06}.docx").write_bytes(docx.document(drawing, "plain"))


def timed(what: Callable[[], object]) -> tuple[float, float, float]:
    """The CPU seconds of this process, those of its children, and the seconds on the wall."""
    own, wall, children = process_time(), monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    what()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return process_time() - own, spent, monotonic() - wall


def loading(folder: Path, rounds: int) -> float:
    """How many times as fast rows are loaded as by `insert_all`, by files and with the same indexes and search."""
    answers = [
        Answer.of(FileReader(Limits()).read(form(number).encode(), f"{number}.txt", NOTHING_SAID))
        for number in range(150)
    ]
    rows = sum(part.count for answer in answers for part in answer.rows.values())
    plain = [_plain_rows(answer, source_id) for source_id, answer in zip(count(1), answers, strict=False)]
    taken: list[tuple[float, float, float]] = []
    for turn in range(rounds):
        with opened(folder / f"loaded{turn}.db") as store:
            own, _, _ = timed(partial(_loaded, store, answers))
        other, _, _ = timed(partial(_inserted, Database(folder / f"inserted{turn}.db"), plain))
        bare, _, _ = timed(partial(_at_once, Database(folder / f"bare{turn}.db"), plain))
        taken.append((own, other, bare))
    own, other, bare = (median(each) for each in zip(*taken, strict=True))
    print(
        f"loading          {rows / own:>10,.0f} rows/s, {other / own:.1f} times insert_all ({rows / other:,.0f});"
        f" all at once, without keys, indexes and search, that does {rows / bare:,.0f}"
    )
    record(Figure("loading rows", "rows/s", rows / own, "insert_all, same indexes", rows / other, least=LOADING))
    record(Figure("loading rows, bare peer", "rows/s", rows / own, "insert_all, no index", rows / bare))
    return float(other / own)


def _loaded(store: Store, answers: list[Answer]) -> None:
    """As an import does it: so many files in a transaction."""
    store.connection.execute("PRAGMA foreign_keys = OFF")  # the sources, which no row here names, are not loaded
    for start in range(0, len(answers), TOGETHER):
        with store.transaction():
            for source_id in range(start, min(start + TOGETHER, len(answers))):
                insert_reading(store, source_id + 1, answers[source_id])


_Plain = dict[str, list[dict[str, object]]]
_KEYS = {"tables": "table_id", "indicators": "indicator_id"}
_INDEXES = {"tables": ("key", "lineage"), "indicators": ("table_id", "key", "level1", "level2"),
            "targets": ("indicator_id",), "diagnostics": ("source_id", "code")}  # fmt: skip


def _plain_rows(answer: Answer, source_id: int) -> _Plain:
    """The rows of a file as dictionaries that name their file, its number making their numbers unique."""
    plain: _Plain = {}
    for name, part in answer.rows.items():
        plain[name] = [dict(zip(part.columns, row, strict=True)) for row in part.each()]
        for row in plain[name]:
            for number in ("table_id", "indicator_id", "rowid"):
                if isinstance(found := row.get(number), int):
                    row[number] = found + source_id * 10_000
            if name in {"tables", "diagnostics"}:
                row["source_id"] = source_id
    for words in plain.pop("indicator_words"):
        plain["indicators"][int(str(words["rowid"])) % 10_000]["words"] = words["words"]
    return plain


def _inserted(db: Database, files: list[_Plain]) -> None:
    """As the manual of sqlite-utils has it: a file at a time, a table at a time; a search kept up by triggers."""
    for number, tables in enumerate(files):
        for name, rows in tables.items():
            db.table(name).insert_all(rows, pk=_KEYS.get(name), alter=True)
        if number == 0:
            for name, columns in _INDEXES.items():
                for column in columns if db.table(name).exists() else ():
                    db.table(name).create_index([column])
            db.table("indicators").enable_fts(["words"], create_triggers=True)


def _at_once(db: Database, files: list[_Plain]) -> None:
    """All rows of a table in one call, into tables without key, index or search: as fast as it can be."""
    for name in files[0]:
        db.table(name).insert_all((row for tables in files for row in tables[name]), alter=True)


def main() -> None:
    """Measure, print, and exit 1 where a figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--format", choices=["docx", "txt"], default="docx")
    parser.add_argument("--folder", type=Path, help="measure the import of these files instead")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    said = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {cores()} processors")
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        folder = said.folder or _written(desk / "files", said.files, said.format)
        beside = said.format == "docx" and said.folder is None
        figures = _imported(folder, desk, said.jobs, said.rounds, beside=beside)
        if said.folder is None:
            figures.append(loading(desk, said.rounds) >= LOADING)
        sys.exit(0 if all(figures) else 1)


def _written(folder: Path, files: int, form_of: str) -> Path:
    folder.mkdir()
    if form_of == "txt":
        fill(folder, files)
    else:
        for number in range(files):
            write_docx(folder, number)
    return folder


def _imported(folder: Path, desk: Path, jobs: int, rounds: int, *, beside: bool) -> list[bool]:
    everything = sorted(path for path in folder.rglob("*") if path.is_file())
    taken: list[tuple[float, float, float, float]] = []
    reports: list[Report] = []
    found: list[int] = []
    peaks: list[float] = []
    orders = [Order(desk / f"ours{turn}.db", (folder,), jobs=jobs) for turn in range(rounds)]
    for turn, order in enumerate(orders):
        own, workers, wall = timed(partial(_run, order, reports))
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        plain = 0.0
        if beside:
            plain, _, _ = timed(partial(_run_plainly, everything, desk / f"plain{turn}.db", found))
        taken.append((own, workers, plain, wall))
    own, workers, plain, wall = (median(each) for each in zip(*taken, strict=True))
    files, indicators = sum(reports[0].statuses.values()), reports[0].totals.indicators
    ours = (own + workers) / files
    peak = peaks[0]  # before a peer had its memory in this process
    print(f"{files} files, {indicators} indicators, {jobs} at a time: {_ends(reports[0])}")
    print(f"{wall:.0f} s on the wall, median of {rounds}")
    print(f"import           {1 / ours:>10.1f} files/s of CPU, {indicators / files / ours:,.0f} indicators/s")
    print(f"its own process  {own / workers:>10.1%} of its workers' CPU, {peak:.0f} MiB at most")
    record(Figure("import", "files/s of CPU", 1 / ours))
    record(Figure("the import's own process, of its workers' CPU", "%", 100 * own / workers, most=100 * SHARE))
    record(Figure("memory of the import", "MiB", peak, most=PARENT_MIB))
    again, _, seconds = timed(partial(_run, orders[-1], reports))
    written = reports[-1].rows_written
    print(f"again            {seconds:>10.2f} s, {again:.2f} s of CPU, {written} rows written")
    record(Figure("import of unchanged files", "s", seconds, most=AGAIN_SECONDS))
    figures = [own / workers <= SHARE, peak <= PARENT_MIB, seconds <= AGAIN_SECONDS, written == 0]
    if not beside:
        return figures
    times = plain / files / ours
    print(
        f"plainly          {files / plain:>10.1f} files/s of CPU, {found[0]} indicators;"
        f" ours is {times:.1f} times as fast"
    )
    record(Figure("docx to SQLite", "files/s", 1 / ours, "a plain importer", files / plain, least=WHOLE))
    return [*figures, times >= WHOLE]


def _run(order: Order, reports: list[Report]) -> None:
    reports.append(carry_out(order, lambda *_: None))


def _run_plainly(files: list[Path], database: Path, found: list[int]) -> None:
    found.append(import_plainly(files, database))


def _ends(report: Report) -> str:
    return ", ".join(f"{status.value} {count}" for status, count in report.statuses.most_common())


if __name__ == "__main__":
    main()
