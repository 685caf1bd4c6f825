"""What an import takes: `python -m bench.importing [--files N] [--format txt|docx]`.

Three figures, each beside what one would write plainly in its place, in CPU seconds, one run: the whole way from
files to SQLite, ours with one worker against python-docx, pydantic and sqlite-utils; the share of the import's own
process, which must stay small for more workers to help; and the loading of rows alone, `executemany` in a
transaction a file against `sqlite_utils.insert_all`. Then a second run over the same files, which must write
nothing.
"""

import argparse
import resource
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import monotonic, process_time

import docx
from pydantic import BaseModel
from sqlite_utils import Database

from bench.corpus import fill, form
from ingest.answer import Answer
from ingest.inserts import insert_reading
from ingest.order import Order, carry_out
from ingest.reading import FileReader
from ingest.said import NOTHING_SAID
from ingest.store import opened
from schema.limits import Limits

SHARE, LOADING, WHOLE, AGAIN_SECONDS, PARENT_MIB = 0.15, 5.0, 6.0, 2.0, 300


class Row(BaseModel):
    """A row of a plain importer."""

    source: str
    table: int
    number: int
    level1: str
    level2: str
    name: str
    value: str


def plainly(files: list[Path], database: Path) -> None:
    """What one would write in an afternoon: every row of every table into one table of texts."""
    db = Database(database)
    for path in files:
        rows = []
        for number, table in enumerate(_tables(path)):
            for place, texts in enumerate(table):
                cells = [*texts, "", "", "", ""][:4]
                rows.append(Row(source=path.name, table=number, number=place, level1=cells[0], level2=cells[1],
                                name=cells[2], value=cells[3]).model_dump())  # fmt: skip
        db["rows"].insert_all(rows)


def _tables(path: Path) -> list[list[list[str]]]:
    if path.suffix == ".docx":
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]
    return [[line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]]


def write_docx(folder: Path, number: int) -> None:
    """A form as a Word file."""
    document = docx.Document()
    lines = [line.split("\t") for line in form(number).splitlines()]
    document.add_paragraph(lines[0][0])
    table = document.add_table(rows=0, cols=max(map(len, lines)))
    for texts in lines[1:]:
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text
    document.save(str(folder / f"{number:06}.docx"))


def timed(what: Callable[[], object]) -> tuple[float, float, float]:
    """The CPU seconds of this process, those of its children, and the seconds on the wall."""
    own, wall, children = process_time(), monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    what()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return process_time() - own, spent, monotonic() - wall


def loading(folder: Path) -> float:
    """How many times as fast rows are loaded as by `insert_all`; both into a database like ours."""
    answers = [
        Answer.of(FileReader(Limits()).read(form(number).encode(), f"{number}.txt", NOTHING_SAID))
        for number in range(150)
    ]
    rows = sum(len(part.values) for answer in answers for part in answer.rows.values())
    with opened(folder / "loaded.db") as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")

        def ours() -> None:
            for source_id, answer in zip(count(1), answers, strict=False):
                with store.transaction():
                    insert_reading(store, source_id, answer)

        own, _, _ = timed(ours)
    with opened(folder / "inserted.db") as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")
        db = Database(store.connection)
        ids = {"table_id": 0, "indicator_id": 0}

        def theirs() -> None:
            for source_id, answer in zip(count(1), answers, strict=False):
                for name, part in answer.rows.items():
                    plain = [dict(zip(part.columns, row, strict=True)) for row in part.values]
                    for row in plain:
                        _numbered(row, ids, source_id if name in {"tables", "diagnostics"} else None)
                    db[name].insert_all(plain)
                ids["table_id"] += len(answer.rows["tables"].values)
                ids["indicator_id"] += len(answer.rows["indicators"].values)

        other, _, _ = timed(theirs)
    print(f"loading          {rows / own:>10,.0f} rows/s, {other / own:.1f} times insert_all ({rows / other:,.0f})")
    return other / own


def _numbered(row: dict[str, object], ids: dict[str, int], source_id: int | None) -> None:
    for name, first in (*ids.items(), ("rowid", ids["indicator_id"])):
        if isinstance(number := row.get(name), int):
            row[name] = number + first + 1
    if source_id is not None:
        row["source_id"] = source_id


def main() -> None:
    """Measure, print, and exit 1 where a figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--format", choices=["txt", "docx"], default="txt")
    parser.add_argument("--jobs", type=int, default=1)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sys.exit(0 if all(_measured(Path(name), said.files, said.format, said.jobs)) else 1)


def _measured(desk: Path, files: int, form_of: str, jobs: int) -> list[bool]:
    folder = desk / "files"
    folder.mkdir()
    if form_of == "txt":
        fill(folder, files)
    else:
        for number in range(files):
            write_docx(folder, number)
    order = Order(desk / "ours.db", (folder,), jobs=jobs)
    own, workers, wall = timed(lambda: carry_out(order, lambda *_: None))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"import           {files / (own + workers):>10.1f} files/s of CPU ({wall:.0f} s on the wall, {jobs} at a time)"
    )
    print(f"its own process  {own / workers:>10.1%} of its workers' CPU, {peak:.0f} MiB at most")
    again, _, seconds = timed(lambda: carry_out(order, lambda *_: None))
    print(f"again            {seconds:>10.2f} s, {again:.2f} s of CPU, nothing written")
    everything = sorted(path for path in folder.rglob("*") if path.is_file())
    plain, _, _ = timed(lambda: plainly(everything, desk / "plain.db"))
    print(
        f"plainly          {files / plain:>10.1f} files/s of CPU; ours is {plain / (own + workers):.2f} times as fast"
    )
    faster = loading(desk)
    figures = [own / workers <= SHARE, peak <= PARENT_MIB, again <= AGAIN_SECONDS, faster >= LOADING]
    return [*figures, plain / (own + workers) >= WHOLE] if form_of == "docx" else figures


if __name__ == "__main__":
    main()
