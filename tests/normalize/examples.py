"""The examples of values.toml as cases: one a spelling."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("values.toml")


class Example(NamedTuple):
    """One spelling of a value with what stands beside it and what it must mean."""

    group: str
    row: int
    text: str
    beside: dict[str, Any]
    targets: list[dict[str, Any]]
    join: str | None
    odd: frozenset[str]


def examples() -> Iterator[Example]:
    """Every spelling of every entry, in the order of the file."""
    for group, entries in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        for entry in entries:
            for text in entry["say"]:
                yield Example(
                    group,
                    entry.get("row", 0),
                    text,
                    entry.get("beside", {}),
                    entry["targets"],
                    entry.get("join"),
                    frozenset(entry.get("odd", ())),
                )
