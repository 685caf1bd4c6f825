"""What is read from the forms made as PDF, beside what they say: `python -m bench.pdf_counts FOLDER`.

FOLDER holds what `python -m bench.pdf_variants FOLDER` makes: every file says all ten forms. An indicator is cut off
where the program that made the file left the end of its name out of it, as LibreOffice does with text that does not fit
in its cell and must not be wrapped: nobody can read what is not there.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber

from bench.pdf_forms import forms
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


def cut_off(missing: Said, others: Said, shown: str) -> int:
    """How many of what is missing was read but for the end of its name, and that end is nowhere in the file."""
    read = [(*other[:3], other[4], other[3] or "") for other in others]
    return sum(
        any(
            (project, level1, level2, value) == rest
            and (name or "").startswith(start)
            and (name or "")[len(start) :] not in shown
            for *others_rest, start in read
            if (rest := tuple(others_rest))
        )
        for project, level1, level2, name, value in missing.elements()
    )


def text_of(path: Path) -> str:
    """All the text of a file, in the order it is drawn in and without spaces."""
    with pdfplumber.open(path) as pdf:
        return fold("".join("".join(letter["text"] for letter in page.chars) for page in pdf.pages))


def counted(folder: Path) -> Iterator[tuple[str, int, int, int, int]]:
    """For each file its name, how many indicators it says, how many were read, how many cut off, and what else was."""
    stated = said(forms(10))
    for path in sorted(folder.glob("*.pdf")):
        found = said(read_source(path, path.name, Limits()).reading.tables)
        missing, others = stated - found, found - stated
        cut = cut_off(missing, others, text_of(path)) if missing else 0
        yield path.stem, stated.total(), (stated & found).total(), cut, others.total() - cut


def main(folder: str) -> None:
    """Print the counts as a table."""
    print("| variant | indicators | read right | cut off in the file | read wrong |")
    print("|---|--:|--:|--:|--:|")
    for name, *counts in counted(Path(folder)):
        print(f"| {name} | {' | '.join(map(str, counts))} |")


if __name__ == "__main__":
    main(sys.argv[1])
