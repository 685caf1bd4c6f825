"""What a person looks for, as conditions on tables, levels, indicators and targets."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from audit.asking.bounds import Asked, at_least, beside, both
from audit.asking.words import Condition, containing, folded, phrases
from normalize import parse_value, taxonomy
from normalize.text import fold
from schema.target import Comparison

TARGET_KINDS = ("comparison", "deadline", "statement", "blank", "unparsed")
TABLE_KINDS = ("project_target", "project_selfeval", "dept_target", "dept_selfeval", "region_target", "region_selfeval",
               "monitor", "adjust", "other")  # fmt: skip
COMPARATORS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "=": "=", "range": "range", "~": "~", ">=": ">=", "<=": "<=",
               "≧": ">=", "≦": "<=", "＞": ">", "＜": "<", "＝": "=", "区间": "range", "≈": "~"}  # fmt: skip
"""How a person writes a comparator, and how it is stored."""

FACETS: dict[str, tuple[Literal["table", "level", "target"], str]] = {
    "department": ("table", "t.department"),
    "agency": ("table", "t.agency"),
    "region": ("table", "t.region"),
    "fiscal_year": ("table", "t.fiscal_year"),
    "table_kind": ("table", "t.kind"),
    "level1": ("level", "i.level1"),
    "level2": ("level", "i.level2"),
    "kind": ("target", "g.kind"),
    "comparator": ("target", "g.comparator"),
    "unit": ("target", "coalesce(g.unit_canonical, g.unit_inferred)"),
}
"""What hits can be counted by and held to exactly: of what it is a fact, and where that stands."""

_LISTED = "(SELECT value FROM json_each(?))"
_UNIT = 100
"""No unit has more characters."""

_NAMES = ("department", "agency", "project_name", "region")


@dataclass(frozen=True, slots=True)
class Question:
    """What a person looks for; everything that is said must hold.

    `department`, `agency`, `project_name`, `region` and `source` are parts of what they are looked for in; `level` is
    level 1 or 2 in any spelling; `kind` is one of targets or of tables; `exact` holds columns of `FACETS` to a value,
    null included; `keys` are the keys of indicators, of which one must be.
    """

    words: tuple[str, ...] = ()
    level: str | None = None
    unit: str | None = None
    comparator: str | None = None
    target: Asked | None = None
    below: Asked | None = None
    above: Asked | None = None
    department: str | None = None
    agency: str | None = None
    project_name: str | None = None
    region: str | None = None
    fiscal_year: int | None = None
    kind: str | None = None
    diagnostic: str | None = None
    source: str | None = None
    exact: tuple[tuple[str, str | int | None], ...] = ()
    keys: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """A question as conditions: on tables `t`, on the levels of indicators `i`, on their rows, on targets `g`.

    `phrases` is what the full-text index is asked for first.
    """

    tables: Sequence[Condition] = ()
    levels: Sequence[Condition] = ()
    indicators: Sequence[Condition] = ()
    targets: Sequence[Condition] = ()
    phrases: str | None = None

    def all(self) -> tuple[Condition, ...]:
        """Every condition, the cheap ones first."""
        return (*self.tables, *self.levels, *self.targets, *self.indicators)


def conditions(connection: sqlite3.Connection, question: Question) -> Conditions:
    """The conditions of a question on this database; raises `CommandError` where its words are too long."""
    words = folded(question.words)
    return Conditions(
        tables=[*_about(connection, question), *_exactly(question, "table")],
        levels=[*_levels(connection, question.level), *_exactly(question, "level")],
        indicators=[*containing(words), *_keys(question.keys), *_odd_rows(question.diagnostic)],
        targets=[*_kinds(question.kind), *_exactly(question, "target"), *_asked(connection, question)],
        phrases=phrases(words),
    )


def one_of(expression: str, values: Iterable[str | int | None]) -> Condition:
    """That an expression has one of some values; however many they are, they are one parameter."""
    return Condition(f"{expression} IN {_LISTED}", (json.dumps(list(values)),))


def _about(connection: sqlite3.Connection, question: Question) -> Iterator[Condition]:
    for column in _NAMES:
        said = getattr(question, column)
        if said is not None:
            # Names are few beside the tables that bear them; the columns are our own words.
            names = (name for (name,) in connection.execute(f"SELECT DISTINCT {column} FROM tables"))  # noqa: S608 - our own words, the values bound
            yield one_of(f"t.{column}", [name for name in names if name and fold(said) in fold(name)])
    if question.fiscal_year is not None:
        yield Condition("t.fiscal_year = ?", (question.fiscal_year,))
    if question.kind in TABLE_KINDS:
        yield Condition("t.kind = ?", (question.kind,))
    if question.source is not None:
        within = "s.source_id IN (SELECT source_id FROM sources WHERE instr(fold(path), ?) > 0)"
        yield Condition(within, (fold(question.source),))
    if question.diagnostic is not None:
        yield Condition("t.source_id IN (SELECT source_id FROM diagnostics WHERE code = ?)", (question.diagnostic,))


def _levels(connection: sqlite3.Connection, level: str | None) -> Iterator[Condition]:
    """Level 1 or level 2, in any spelling of the taxonomy; one that the taxonomy does not know, as written."""
    if level is None:
        return
    first, second = taxonomy.level1(level), taxonomy.level2(level)
    if first is None and second is None:
        names = _stored_levels(connection, level)
        one, other = one_of("i.level1", names), one_of("i.level2", names)
        yield Condition(f"({one.sql} OR {other.sql})", one.values + other.values)
    else:
        yield Condition("(i.level1 = ? OR i.level2 = ?)", (first, second.name if second else None))


def _stored_levels(connection: sqlite3.Connection, level: str) -> list[str]:
    pairs = connection.execute("SELECT DISTINCT level1, level2 FROM indicators")
    return sorted({name for pair in pairs for name in pair if name is not None and fold(name) == fold(level)})


def knows_level(connection: sqlite3.Connection, level: str) -> bool:
    """Whether a level is one of the taxonomy, or of the indicators that are stored."""
    return taxonomy.is_level(level) or bool(_stored_levels(connection, level))


def _kinds(kind: str | None) -> Iterator[Condition]:
    if kind in TARGET_KINDS:
        yield Condition("g.kind = ?", (kind,))


def _asked(connection: sqlite3.Connection, question: Question) -> Iterator[Condition]:
    if question.comparator is not None:
        yield Condition(
            "g.kind = 'comparison' AND g.comparator = ?", (COMPARATORS.get(question.comparator, question.comparator),)
        )
    if question.unit is not None:
        yield _in_unit(connection, question.unit)
    if question.target is not None:
        yield at_least(question.target)
    if question.below is not None:
        yield beside(question.below, "below")
    if question.above is not None:
        yield beside(question.above, "above")


def _in_unit(connection: sqlite3.Connection, unit: str) -> Condition:
    """The unit as written, canonical or inferred, whatever its case and width; one as written stays what it is."""
    named = _canonical_units(connection, unit)
    meant = _meant(unit)
    # Each alternative is one that the index answers by itself.
    alternatives = [Condition("g.unit_canonical = ?", (name,)) for name in named]
    alternatives += [Condition("g.unit_canonical IS NULL AND g.unit_inferred = ?", (name,)) for name in named]
    if not set(meant) & set(named):
        # What is written so is kept under its canonical unit; under none, where nobody knows it.
        kept = Condition("g.unit_canonical = ?", (meant[0],)) if meant else Condition("g.unit_canonical IS NULL")
        alternatives.append(both([kept, Condition("fold(g.unit) = ?", (fold(unit),))]))
    sql = " OR ".join(one.sql for one in alternatives)
    return Condition(f"g.kind = 'comparison' AND ({sql})", tuple(value for one in alternatives for value in one.values))


def _meant(unit: str) -> list[str]:
    """The canonical unit of a number in this one, if it has any."""
    targets = parse_value("1", unit=unit[:_UNIT]).targets
    return [t.unit_canonical for t in targets if isinstance(t, Comparison) and t.unit_canonical]


_NEXT_UNIT = """
WITH RECURSIVE found (unit) AS (
  SELECT min({column}) FROM targets WHERE role = ? AND kind = 'comparison'
  UNION ALL
  SELECT (SELECT min({column}) FROM targets WHERE role = ? AND kind = 'comparison' AND {column} > found.unit)
  FROM found WHERE found.unit IS NOT NULL)
SELECT unit FROM found WHERE unit IS NOT NULL
"""


def _canonical_units(connection: sqlite3.Connection, unit: str) -> list[str]:
    """The canonical units that a person means: those that fold to the same, of the few hundred that there are."""
    stored = connection.execute(_NEXT_UNIT.format(column="unit_canonical"), ("planned", "planned"))
    inferred = {"%", "元"}
    return sorted({name for name in {*(row[0] for row in stored), *inferred} if fold(name) == fold(unit)})


def _exactly(question: Question, of: str) -> Iterator[Condition]:
    for column, value in question.exact:
        fact, expression = FACETS[column]
        if fact == of:
            yield Condition(f"{expression} IS ?", (value,))


def _keys(keys: tuple[str, ...] | None) -> Iterator[Condition]:
    if keys is not None:
        yield one_of("i.key", keys)


_ODD = """EXISTS (SELECT 1 FROM diagnostics AS d WHERE d.source_id = t.source_id AND d.code = ?
  AND coalesce(json_extract(d.args, '$.key'), t.key) = t.key
  AND (d.place IS NULL OR d.place = i.place AND (d.row IS NULL OR d.row = i.row OR NOT EXISTS (
    SELECT 1 FROM tables AS u JOIN indicators AS j USING (table_id)
    WHERE u.source_id = d.source_id AND j.place = d.place AND j.row = d.row))))"""


def _odd_rows(code: str | None) -> Iterator[Condition]:
    """Where a diagnostic names the row of an indicator, that one; else those of its place, or of its source."""
    if code is not None:
        yield Condition(_ODD, (code,))
