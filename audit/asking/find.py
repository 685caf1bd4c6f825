"""Indicators by words, level, unit and comparison, each with the place where it stands."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import TypeAdapter

from audit.asking.matching import SORTS, matching
from audit.asking.question import COMPARATORS, FACETS, TABLE_KINDS, TARGET_KINDS, Question, conditions, knows_level
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

__all__ = ["COMPARATORS", "FACETS", "SORTS", "TABLE_KINDS", "TARGET_KINDS", "Hit", "Question", "count", "find",
           "hits", "knows_level", "target_of"]  # fmt: skip

_COLUMNS = """
  r.location AS root, s.path AS source, s.stated_url AS url, s.stated_published AS published,
  t.title, t.project_name, t.department, t.agency, t.region, t.fiscal_year,
  i.level1, i.level2, i.name, i.stated_value, i.place, i.row, i.column,
  t.key AS table_key, i.key AS indicator_key, t.table_id, g.*
"""
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_FIELDS = {kind.model_fields["kind"].default: tuple(kind.model_fields)
           for kind in (Comparison, Deadline, Statement, Blank, Unparsed)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """One reading of one indicator, and where it stands; an indicator with two targets gives two hits."""

    root: str
    source: str
    url: str | None
    published: str | None
    title: str | None
    project_name: str | None
    department: str | None
    agency: str | None
    region: str | None
    fiscal_year: int | None
    level1: str | None
    level2: str | None
    name: str
    stated_value: str | None
    place: str | None
    row: int | None
    column: int | None
    table_key: str
    indicator_key: str
    table_id: int
    target: Target | None


def find(
    connection: sqlite3.Connection, question: Question, limit: int, offset: int = 0, sort: str = "import"
) -> tuple[list[Hit], bool]:
    """The hits behind the first `offset`, `limit` of them at most, and whether there are more.

    They come in the order of their import, which within one import is that of their paths, or by one of `SORTS`.
    Raises `CommandError` where the words are too long.
    """
    found = list(islice(hits(connection, question, at_most=offset + limit + 1, sort=sort), offset, offset + limit + 1))
    return found[:limit], len(found) > limit


def hits(
    connection: sqlite3.Connection, question: Question, *, at_most: int = -1, sort: str = "import"
) -> Iterator[Hit]:
    """The hits one by one, as they are found; `at_most` says how many will be asked for, where that is known."""
    wanted = conditions(connection, question)
    for row in matching(connection, wanted, _COLUMNS, at_most=at_most, sort=sort):
        facts = {name: row[name] for name in Hit.__slots__ if name != "target"}
        yield Hit(**facts, target=target_of(row))


def count(connection: sqlite3.Connection, question: Question, at_most: int = 1000) -> tuple[int, bool]:
    """How many hits there are, and whether that is all: beyond `at_most` nobody counts."""
    rows = matching(connection, conditions(connection, question), "1")
    number = sum(1 for _ in islice(rows, at_most + 1))
    return min(number, at_most), number <= at_most


def target_of(row: sqlite3.Row) -> Target | None:
    """The typed target of a row with the columns of `targets`; None where there is none."""
    if row["kind"] is None:
        return None
    return _TARGET.validate_python({name: row[name] for name in _FIELDS[row["kind"]]})
