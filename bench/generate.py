"""Documents with known truth, at any scale: `python -m bench.generate OUT --files 1000 --formats docx,xlsx,txt`.

Writes the files and, beside them, truth.jsonl with a line for each: its tables, their fields and budgets in yuan, their
indicators as written and as meant. The same seed gives the same bytes, but for the formats LibreOffice writes.
"""

import argparse
import os
import sys
from pathlib import Path

from bench.generation import corpus, office


def main(arguments: list[str] | None = None) -> None:
    """Write a corpus."""
    asked = _arguments().parse_args(arguments)
    formats = tuple(asked.formats.split(","))
    unknown = [name for name in formats if name not in corpus.format_names()]
    if unknown or (set(formats) & set(office.SOURCES) and not office.there()):
        sys.exit(f"cannot write {', '.join(unknown) or 'office formats without LibreOffice'}")
    known = (*corpus.layout_names(), *corpus.layout_names(empty=True))
    chosen = tuple(filter(None, asked.layouts.split(",")))
    if set(chosen) - set(known):
        sys.exit(f"layouts are {', '.join(known)}")
    plan = corpus.Plan(
        files=asked.files,
        formats=formats,
        seed=asked.seed,
        layouts=chosen,
        years=_years(asked.years),
        projects=asked.projects,
        corrections=asked.corrections,
        duplicates=asked.duplicates,
        dressed=not asked.plain,
    )
    count = corpus.write(plan, asked.out, asked.jobs)
    print(f"{count} files under {asked.out}, what they say in {asked.out / corpus.TRUTH}")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--files", type=int, default=100, help="documents, corrections and duplicates not counted")
    parser.add_argument("--formats", default="docx,xlsx,html,txt,csv,md,pdf,zip", help=", ".join(corpus.format_names()))
    parser.add_argument("--layouts", default="", help="layouts to choose from; all of them by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", default="2024", help="2022-2025: every unit publishes in each of them")
    parser.add_argument("--projects", type=int, default=0, help="projects a document; 0: one to five")
    parser.add_argument("--corrections", type=float, default=0.0, help="share of documents published again, corrected")
    parser.add_argument("--duplicates", type=float, default=0.0, help="share of files that stand twice")
    parser.add_argument(
        "--plain", action="store_true", help="tables whole, as drawn: not cut, titled inside, annotated"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser


def _years(text: str) -> tuple[int, ...]:
    first, _, last = text.partition("-")
    return tuple(range(int(first), int(last or first) + 1))


if __name__ == "__main__":
    main()
