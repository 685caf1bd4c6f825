"""How much a question finds, by department, year, level, unit: what a person may narrow it by next."""

import json
import sqlite3
from collections import Counter

from audit.asking.matching import all_of, matching, standing, values_of
from audit.asking.question import FACETS, Conditions, Question, conditions

Value = str | int | None


def facets(
    connection: sqlite3.Connection, question: Question, column: str, at_most: int = 50
) -> list[tuple[Value, int]]:
    """The values of one of `FACETS` among what a question finds, each with how often, most first.

    Facts of tables and levels are counted by indicators, facts of targets by targets.
    """
    found = conditions(connection, question)
    of, expression = FACETS[column]
    rows = found.phrases or found.indicators
    if of == "table" and not (rows or found.levels or found.targets):
        counted = _in_tables(connection, found, expression)
    elif of == "level" and not (rows or found.targets):
        counted = _in_levels(connection, found, expression)
    elif of == "target" and not (rows or found.levels or found.tables) and _all_stand(connection):
        counted = _in_targets(connection, found, expression)
    else:
        counted = _one_by_one(connection, found, "g.target_id" if of == "target" else "i.indicator_id", expression)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0] is None, str(item[0])))[:at_most]


def _one_by_one(connection: sqlite3.Connection, found: Conditions, each: str, expression: str) -> Counter[Value]:
    pairs = {(row[0], row[1]) for row in matching(connection, found, f"{each}, {expression}")}
    return Counter(value for _, value in pairs)


# In what follows the expressions and conditions are our own words, the values are bound.


def _in_tables(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    query = f"""SELECT {expression}, sum(t.indicator_count) FROM {standing(connection)}
      WHERE t.indicator_count > 0 {all_of(found.tables)} GROUP BY 1"""  # noqa: S608 - our own words, the values bound
    return Counter(dict(map(tuple, connection.execute(query, values_of(found.tables)))))


def _in_levels(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    """By both levels, as the index has them; a condition on tables only where it leaves any out."""
    values = values_of(found.levels)
    within = ""
    if found.tables or not _all_stand(connection):
        chosen = f"SELECT t.table_id FROM {standing(connection)} WHERE true {all_of(found.tables)}"  # noqa: S608 - our own words, the values bound
        ids = json.dumps([row[0] for row in connection.execute(chosen, values_of(found.tables))])
        values, within = [ids, *values], "AND i.table_id IN (SELECT value FROM json_each(?))"
    query = f"""SELECT {expression}, count(*) FROM indicators AS i INDEXED BY indicators_levels
      WHERE true {within} {all_of(found.levels)} GROUP BY i.level1, i.level2"""  # noqa: S608 - our own words, the values bound
    counted: Counter[Value] = Counter()
    for value, number in connection.execute(query, values):
        counted[value] += number
    return counted


def _in_targets(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    as_indexed = "g.kind, g.unit_canonical, g.unit_inferred, g.comparator"
    query = f"""SELECT {expression}, count(*) FROM targets AS g INDEXED BY targets_meaning
      WHERE g.role = 'planned' {all_of(found.targets)} GROUP BY {as_indexed}"""  # noqa: S608 - our own words, the values bound
    counted: Counter[Value] = Counter()
    for value, number in connection.execute(query, values_of(found.targets)):
        counted[value] += number
    return counted


def _all_stand(connection: sqlite3.Connection) -> bool:
    """Whether every table that is stored counts now, and each of its indicators has a target."""
    (stand,) = connection.execute("SELECT count(*) FROM standing_tables").fetchone()
    (stored,) = connection.execute("SELECT count(*) FROM tables").fetchone()
    (empty,) = connection.execute(
        "SELECT count(*) FROM tables WHERE indicator_count > 0 AND target_count < indicator_count"
    ).fetchone()
    return stand == stored and not empty
