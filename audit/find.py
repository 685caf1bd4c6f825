"""Indicators by words, level, unit and comparison, each with the place where it stands."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import TypeAdapter

from audit.search import Condition, containing
from audit.strictness import Asked, possible, within
from normalize import taxonomy
from normalize.text import fold
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

TARGET_KINDS = ("comparison", "deadline", "statement", "blank", "unparsed")
TABLE_KINDS = ("project_target", "project_selfeval", "dept_target", "dept_selfeval", "region_target", "region_selfeval",
               "monitor", "adjust", "other")  # fmt: skip

_SELECT = """
SELECT r.location AS root, s.path AS source, s.stated_url AS url, s.stated_published AS published,
  t.title, t.project_name, t.department, t.agency, t.fiscal_year,
  i.level1, i.level2, i.name, i.stated_value, i.place, i.row, i.column,
  t.key AS table_key, i.key AS indicator_key, t.table_id, g.*
FROM standing_tables AS n JOIN sources AS s USING (source_id) JOIN roots AS r USING (root_id)
JOIN tables AS t USING (table_id) JOIN indicators AS i USING (table_id)
LEFT JOIN targets AS g ON g.indicator_id = i.indicator_id AND g.role = 'planned'
WHERE true
"""
_ORDER = " ORDER BY r.location, s.path, t.position, i.position, g.position"
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_FIELDS = {kind.model_fields["kind"].default: tuple(kind.model_fields)
           for kind in (Comparison, Deadline, Statement, Blank, Unparsed)}  # fmt: skip
_WHO = ("department", "agency", "project_name")


@dataclass(frozen=True, slots=True)
class Question:
    """What a person looks for; everything that is said must hold."""

    words: tuple[str, ...] = ()
    level: str | None = None
    unit: str | None = None
    target: Asked | None = None
    department: str | None = None
    agency: str | None = None
    project_name: str | None = None
    fiscal_year: int | None = None
    kind: str | None = None


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


def find(connection: sqlite3.Connection, question: Question, limit: int) -> tuple[list[Hit], bool]:
    """The first hits in the order of the documents, and whether there are more."""
    hits = list(islice(_hits(connection, question), limit + 1))
    return hits[:limit], len(hits) > limit


def _hits(connection: sqlite3.Connection, question: Question) -> Iterator[Hit]:
    conditions = list(_conditions(question))
    sql = _SELECT + "".join(f" AND ({condition.sql})" for condition in conditions) + _ORDER
    values = [value for condition in conditions for value in condition.values]
    for row in connection.execute(sql, values):
        target = _target(row)
        if question.target is None or (target is not None and within(target, question.target)):
            facts = {name: row[name] for name in Hit.__slots__ if name != "target"}
            yield Hit(**facts, target=target)


def _conditions(question: Question) -> Iterator[Condition]:
    yield from containing(question.words)
    if question.level is not None:
        yield _of_level(question.level)
    if question.unit is not None:
        yield _in_unit(question.unit)
    if question.target is not None:
        yield possible(question.target)
    for column in _WHO:
        said = getattr(question, column)
        if said is not None:
            # The column is one of _WHO, our own words.
            within_tables = f"t.table_id IN (SELECT table_id FROM tables WHERE instr(fold({column}), ?) > 0)"  # noqa: S608
            yield Condition(within_tables, (fold(said),))
    if question.fiscal_year is not None:
        yield Condition("t.fiscal_year = ?", (question.fiscal_year,))
    if question.kind is not None:
        yield Condition("g.kind = ?" if question.kind in TARGET_KINDS else "t.kind = ?", (question.kind,))


def knows_level(connection: sqlite3.Connection, level: str) -> bool:
    """Whether a level is one of the taxonomy, or of the indicators that are stored."""
    if taxonomy.is_level(level):
        return True
    stored = _of_level(level)
    found = connection.execute(f"SELECT 1 FROM indicators AS i WHERE {stored.sql} LIMIT 1", stored.values)  # noqa: S608 - our own words
    return found.fetchone() is not None


def _of_level(level: str) -> Condition:
    """Level 1 or level 2, in any spelling of the taxonomy; one that the taxonomy does not know, as written."""
    first, second = taxonomy.level1(level), taxonomy.level2(level)
    if first is None and second is None:
        return Condition("fold(i.level1) = ? OR fold(i.level2) = ?", (fold(level), fold(level)))
    return Condition("i.level1 = ? OR i.level2 = ?", (first, second.name if second else None))


def _in_unit(unit: str) -> Condition:
    folded = fold(unit)
    same = "lower(g.unit_canonical) = ? OR lower(g.unit_inferred) = ? OR fold(g.unit) = ?"
    return Condition(same, (folded, folded, folded))


def _target(row: sqlite3.Row) -> Target | None:
    if row["kind"] is None:
        return None
    return _TARGET.validate_python({name: row[name] for name in _FIELDS[row["kind"]]})
