"""PDF pages a second, CPU time, beside pdfplumber in one run: `python -m bench.pdf_speed [FILE…]`.

Without files: a drawn form of one page, and a budget book of 300 pages with eight of them. Compared are the tables of
every page as pdfplumber and as we read them, and the pages of a book that the layouts want; beside them the highest
memory of each, in a process of its own.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import process_time

import pdfplumber

from bench.figures import Figure, record
from parsers import read
from parsers.formats import Request
from parsers.formats.pdf import PDF
from schema.limits import Limits
from tests.parsers.formats.pdf.drawn import FORM, Drawing, Look

MIB = 1024
ROUNDS = 3


def theirs(content: Path) -> int:
    """The pages pdfplumber read the tables of."""
    with pdfplumber.open(content) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def ours(content: Path) -> int:
    """The pages we read the tables of."""
    return len(
        {cell.box.page for grid in PDF.read(content.read_bytes(), Request()).grids for cell in grid.cells if cell.box}
    )


def skimmed(content: Path) -> int:
    """The performance tables of a book, whose other pages are only looked at."""
    return len(read(content.read_bytes(), content.name, Limits()).grids)


WAYS = {"pdfplumber": theirs, "jixiao": ours, "jixiao, skimming": skimmed}


def measured(way: str, path: Path, least: float = 1.0) -> None:
    """Print the CPU seconds of the quickest of several readings and the highest memory of this process."""
    seconds: list[float] = []
    while sum(seconds) < least or len(seconds) < ROUNDS:
        start = process_time()
        WAYS[way](path)
        seconds.append(process_time() - start)
    print(min(seconds), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB)


def book(pages: int = 300, forms: int = 8, look: Look | None = None) -> bytes:
    """A budget book: prose and money, some forms here and there in it."""
    drawing = Drawing(look or Look())
    for page in range(pages):
        if page:
            drawing.next_page()
        if page % (pages // forms) == pages // forms - 1:
            drawing.text(200, 50, "项目支出绩效目标表", 16)
            drawing.table(FORM, 60, 90)
            continue
        for line in range(30):
            amount = f"本年预算数为{page * 31 + line}万元，比上年增加3.5%。"
            drawing.text(70, 60 + 22 * line, f"{line + 1}. 一般公共服务支出（类）行政运行（项）{amount}")
        drawing.line(60, 50, 530, 50)
    return drawing.done()


def main(names: Iterable[str]) -> None:
    """Print a line a file and way."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in names]
        if not files:
            drawn = {
                "20 forms.pdf": book(20, 20),
                "20, open sides.pdf": book(20, 20, Look(borders="open")),
                "book of 300.pdf": book(),
            }
            files = [Path(folder) / name for name in drawn]
            for path in files:
                path.write_bytes(drawn[path.name])
        print(f"{'file':<24} {'way':<18} {'pages/s':>9} {'times':>7} {'MiB':>6}")
        for path in files:
            with pdfplumber.open(path) as pdf:
                pages = len(pdf.pages)
            slowest = 0.0
            for way in WAYS:
                command = [sys.executable, "-m", "bench.pdf_speed", "--one", way, str(path)]
                seconds, memory = map(
                    float, subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
                )
                slowest = slowest or seconds
                print(f"{path.name:<24} {way:<18} {pages / seconds:>9.1f} {slowest / seconds:>6.1f}x {memory:>6.0f}")
                _recorded(path.name, way, pages / seconds, pages / slowest, memory)


def _recorded(name: str, way: str, speed: float, theirs: float, memory: float) -> None:
    """A reading beside pdfplumber and what it held; a skim by itself, as no peer skims."""
    if way == "jixiao":
        record(Figure(f"PDF, {name}", "pages/s", speed, "pdfplumber", theirs, least=10))
        record(Figure(f"memory, {name}", "MiB", memory, most=200))
    elif way != "pdfplumber":
        record(Figure(f"PDF, {name}, skimmed", "pages/s", speed, least=300 if "300" in name else None))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measured(sys.argv[2], Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
