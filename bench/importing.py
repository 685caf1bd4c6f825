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
from ingest.sequence import TOGETHER
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
        db.table("rows").insert_all(rows)


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
    """How many times as fast rows are loaded as by `insert_all`, by files and with the same indexes and search."""
    answers = [
        Answer.of(FileReader(Limits()).read(form(number).encode(), f"{number}.txt", NOTHING_SAID))
        for number in range(150)
    ]
    rows = sum(len(part.values) for answer in answers for part in answer.rows.values())
    with opened(folder / "loaded.db") as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")  # the sources, which no row here names, are not loaded

        def ours() -> None:
            for start in range(0, len(answers), TOGETHER):
                with store.transaction():
                    for source_id in range(start, min(start + TOGETHER, len(answers))):
                        insert_reading(store, source_id + 1, answers[source_id])

        own, _, _ = timed(ours)
    plain = [_plain_rows(answer, source_id) for source_id, answer in zip(count(1), answers, strict=False)]
    db = Database(folder / "inserted.db")
    other, _, _ = timed(lambda: _inserted(db, plain))
    bare, _, _ = timed(lambda: _at_once(Database(folder / "bare.db"), plain))
    print(
        f"loading          {rows / own:>10,.0f} rows/s, {other / own:.1f} times insert_all ({rows / other:,.0f});"
        f" all at once, without keys, indexes and search, that does {rows / bare:,.0f}"
    )
    return other / own


_Plain = dict[str, list[dict[str, object]]]
_KEYS = {"tables": "table_id", "indicators": "indicator_id"}
_INDEXES = {"tables": ("key", "lineage"), "indicators": ("table_id", "key", "level1", "level2"),
            "targets": ("indicator_id",), "diagnostics": ("source_id", "code")}  # fmt: skip


def _plain_rows(answer: Answer, source_id: int) -> _Plain:
    """The rows of a file as dictionaries that name their file, its number making their numbers unique."""
    plain: _Plain = {}
    for name, part in answer.rows.items():
        plain[name] = [dict(zip(part.columns, row, strict=True)) for row in part.values]
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
