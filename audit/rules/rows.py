"""What a rule gives: rows of table, indicator and evidence, from a query or from code."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from audit.findings import Rule

Values = Mapping[str, Any]
"""The parameters of a rule."""
Row = dict[str, Any]
"""table_id, and where they apply indicator_id, part (of several), severity (if another); the rest is evidence."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A rule that SQL cannot say."""

    rule: Rule
    rows: Callable[[Connection, Values], Iterator[Row]]
