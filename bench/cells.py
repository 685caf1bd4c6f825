"""What we read of files beside what the peers read, slot by slot: `python -m bench.cells [--files N] [FOLDER…]`.

In Word files a merged cell counts as often as it has slots; of workbooks and pages each text counts once a file, and
numbers not at all: their peers make numbers of them. Without folders documents are made up, dressed as offices do.
"""

import argparse
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import peers
from bench.generation import corpus
from parsers import read
from schema.document import Grid
from schema.limits import Limits
from schema.read_error import ReadError

_NUMBER = re.compile(r"[-+]?[0-9][0-9,./:-]*(?:[%％]|万|年.*)?(?:[eE][-+]?[0-9]+)?")
PEERS = {"docx": "python-docx", "xlsx": "openpyxl", "html": "pandas.read_html"}


class Beside(NamedTuple):
    """A line of the table: how many slots both read alike, and how many only one of them."""

    format: str
    files: int
    refused: int
    both: int
    ours: Counter[str]
    theirs: Counter[str]

    def line(self) -> str:
        """The line as it is printed."""
        only = (self.ours.total(), self.theirs.total())
        counts = (self.files, self.refused, self.both, *only)
        return f"| {self.format} | {PEERS[self.format]} | {' | '.join(f'{count:,}' for count in counts)} |"


def folded(text: str) -> str:
    """A text without blanks, as no two programs set them alike."""
    return "".join(text.split())


def own_slots(path: Path) -> Counter[str]:
    """The texts of the slots of the tables that stand by themselves, as we read them."""
    try:
        document = read(path.read_bytes(), path.name, Limits())
    except ReadError:
        return Counter()
    return Counter(text for grid in document.grids for text in _slots(grid) if text)


def _slots(grid: Grid) -> Iterator[str]:
    for cell in grid.cells:
        yield from [folded(cell.text)] * (cell.rows * cell.columns)


def beside(format_name: str, files: Sequence[Path]) -> Beside:
    """Our reading of files beside that of the peer; files the peer does not read are only counted."""
    answers = peers.run("peer_cells.py", {"format": format_name, "files": [str(path) for path in files]})
    found = Beside(format_name, len(files), sum(answer is None for answer in answers), 0, Counter(), Counter())
    both = 0
    for path, answer in zip(files, answers, strict=True):
        if answer is None:
            continue
        own, other = own_slots(path), Counter(filter(None, map(folded, answer)))
        if format_name != "docx":  # the peers make numbers of numbers, and know neither how they show nor merges
            own, other = (Counter({text: 1 for text in each if not _NUMBER.fullmatch(text)}) for each in (own, other))
        both += (own & other).total()
        found.ours.update(own - other)
        found.theirs.update(other - own)
    return found._replace(both=both)


def main(arguments: list[str] | None = None) -> None:
    """Print the table, and the most frequent differences below it."""
    parser = argparse.ArgumentParser(prog="python -m bench.cells", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=60, help="documents a format, where no folder is named")
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args(arguments)
    peers.prepare()
    print("| format | peer | files | the peer refuses | slots alike | only ours | only theirs |\n" + "|---" * 7 + "|")
    for name in PEERS:
        with tempfile.TemporaryDirectory() as made:
            folders = asked.folders or [Path(made)]
            if not asked.folders:
                corpus.write(
                    corpus.Plan(files=asked.files, formats=(name,), seed=asked.seed), folders[0], os.cpu_count() or 1
                )
            files = sorted(path for folder in folders for path in folder.rglob(f"*.{name}") if path.is_file())
            found = beside(name, files)
            print(found.line(), flush=True)
            for who, texts in (("ours", found.ours), ("theirs", found.theirs)):
                for text, times in texts.most_common(4):
                    print(f"  only {who}, {times} times: {text[:60]}")


if __name__ == "__main__":
    main()
