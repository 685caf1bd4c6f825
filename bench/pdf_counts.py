"""What is read from the forms made as PDF, beside what they say: `python -m bench.pdf_counts FOLDER`."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.pdf_variants import forms
from ingest.reading import read_source
from normalize.text import fold
from schema.limits import Limits
from schema.table import PerformanceTable

Said = Counter[tuple[str | None, ...]]


def said(tables: tuple[PerformanceTable, ...]) -> Said:
    """The indicators of tables by project, levels, name and value."""
    return Counter(
        (fold(table.project_name or ""), i.level1, i.level2, fold(i.name), fold(i.stated.value or ""))
        for table in tables
        for i in table.indicators
    )


def counted(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """For each file its name, how many indicators it says, how many of them were read and how many others."""
    stated = said(forms(10))
    for path in sorted(folder.glob("*.pdf")):
        found = said(read_source(path, path.name, Limits()).reading.tables)
        yield path.stem, stated.total(), (stated & found).total(), (found - stated).total()


def main(folder: str) -> None:
    """Print the counts as a table."""
    print("| variant | indicators | read right | others |")
    print("|---|--:|--:|--:|")
    for name, stated, right, others in counted(Path(folder)):
        print(f"| {name} | {stated} | {right} | {others} |")


if __name__ == "__main__":
    main(sys.argv[1])
