"""How right a made-up corpus is read, by layout and format: `python -m bench.check_truth OUT`."""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.generation.corpus import TRUTH
from bench.grading import Grade, grade_file
from ingest.reading import read_source
from schema.limits import Limits

COLUMNS = ("tables", "indicators", "levels", "value", "meaning", "rest", "head", "budget")


@dataclass(slots=True)
class Marks:
    """What was asked, found and right of each column, summed up over files."""

    files: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, grade: Grade) -> None:
        """Add a file."""
        self.files += 1
        self.unread.update(filter(None, [grade.unread]))
        self.asked.update(grade.asked)
        self.found.update(grade.found)
        self.right.update(grade.right)

    def perfect(self) -> bool:
        """Whether nothing was missed, nothing was made up, nothing was wrong."""
        return not self.unread and self.asked == self.right == self.found

    def cells(self) -> Iterator[str]:
        """A line of the table."""
        yield str(self.files)
        for column in COLUMNS:
            asked, found, right = self.asked[column], self.found[column], self.right[column]
            recall = _percent(right, asked)
            yield recall if column not in {"tables", "indicators"} else f"{recall} / {_percent(right, found)}"
        yield ", ".join(f"{status} {count}" for status, count in sorted(self.unread.items()))


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 says that nothing is missing."""
    return f"{part * 1000 // whole / 10:g}" if whole else "–"


def main(arguments: list[str] | None = None) -> None:
    """Read everything, print the table and the first differences; exit 1 with --strict where anything differs."""
    asked = _arguments().parse_args(arguments)
    by_format: dict[str, Marks] = defaultdict(Marks)
    by_layout: dict[str, Marks] = defaultdict(Marks)
    by_both: dict[str, Marks] = defaultdict(Marks)
    everything = Marks()
    shown = 0
    for truth in _truths(asked.out, asked.only):
        reading = read_source(asked.out / truth["path"], truth["path"], Limits()).reading
        grade = grade_file(truth, reading)
        for marks in (
            by_format[truth["format"]],
            by_layout[truth["layout"]],
            by_both[f"{truth['layout']} × {truth['format']}"],
            everything,
        ):
            marks.add(grade)
        for difference in grade.differences[: max(0, min(3, asked.differences - shown))]:
            shown += 1
            print(f"{truth['path']} ({truth['layout']}): {difference}", file=sys.stderr)
    imperfect = {name: marks for name, marks in by_both.items() if asked.all or not marks.perfect()}
    for title, table in (("format", by_format), ("layout", by_layout), ("layout × format", imperfect)):
        if table:
            _print(title, table)
    _print("all", {"all": everything})
    print("Tables and indicators: recall / precision in %; other columns: share of those found that are right.")
    sys.exit(int(asked.strict and not everything.perfect()))


def _truths(out: Path, only: str) -> Iterator[dict[str, Any]]:
    with (out / TRUTH).open(encoding="utf-8") as lines:
        for line in lines:
            truth = json.loads(line)
            if not only or only in {truth["format"], truth["layout"]}:
                yield truth


def _print(title: str, table: dict[str, Marks]) -> None:
    print(f"| {title} | files | {' | '.join(COLUMNS)} | unread |")
    print("|---" * (len(COLUMNS) + 3) + "|")
    for name, marks in sorted(table.items()):
        print(f"| {name} | {' | '.join(marks.cells())} |")
    print()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.check_truth", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="a format or a layout")
    parser.add_argument(
        "--differences", type=int, default=20, help="how many differences to print, three a file at most"
    )
    parser.add_argument("--all", action="store_true", help="every layout × format, not only those with differences")
    parser.add_argument("--strict", action="store_true", help="exit 1 where anything differs")
    return parser


if __name__ == "__main__":
    main()
