"""How many indicators a question finds, by department, year, level, unit: what a person may narrow it by next."""

import json
import sqlite3
from collections import Counter

from audit.matching import all_of, matching, standing, values_of
from audit.question import FACETS, Conditions, Question, conditions

Value = str | int | None


def facets(
    connection: sqlite3.Connection, question: Question, column: str, at_most: int = 50
) -> list[tuple[Value, int]]:
    """The values of one of `FACETS` among what a question finds, each with its number of indicators, most first.

    An indicator with targets of two values counts for both.
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
        counted = _one_by_one(connection, found, expression)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0] is None, str(item[0])))[:at_most]


def _one_by_one(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    pairs = {(row[0], row[1]) for row in matching(connection, found, f"i.indicator_id, {expression}")}
    return Counter(value for _, value in pairs)


# In what follows the expressions and conditions are our own words, the values are bound.


def _in_tables(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    query = f"""SELECT {expression}, sum(t.indicator_count) FROM {standing(connection)}
      WHERE t.indicator_count > 0 {all_of(found.tables)} GROUP BY 1"""  # noqa: S608
    return Counter(dict(map(tuple, connection.execute(query, values_of(found.tables)))))


def _in_levels(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    chosen = f"""SELECT t.table_id FROM {standing(connection)}
      WHERE true {all_of(found.tables)}"""  # noqa: S608
    ids = json.dumps([row[0] for row in connection.execute(chosen, values_of(found.tables))])
    query = f"""SELECT {expression}, count(*) FROM indicators AS i INDEXED BY indicators_levels
      WHERE i.table_id IN (SELECT value FROM json_each(?)) {all_of(found.levels)} GROUP BY 1"""  # noqa: S608
    return Counter(dict(map(tuple, connection.execute(query, [ids, *values_of(found.levels)]))))


def _in_targets(connection: sqlite3.Connection, found: Conditions, expression: str) -> Counter[Value]:
    query = f"""SELECT {expression}, count(DISTINCT g.indicator_id) FROM targets AS g INDEXED BY targets_meaning
      WHERE g.role = 'planned' {all_of(found.targets)} GROUP BY 1"""  # noqa: S608
    return Counter(dict(map(tuple, connection.execute(query, values_of(found.targets)))))


def _all_stand(connection: sqlite3.Connection) -> bool:
    """Whether every table that is stored counts now, and each of its indicators has a target."""
    (stand,) = connection.execute("SELECT count(*) FROM standing_tables").fetchone()
    (stored,) = connection.execute("SELECT count(*) FROM tables").fetchone()
    (empty,) = connection.execute(
        "SELECT count(*) FROM tables WHERE indicator_count > 0 AND target_count < indicator_count"
    ).fetchone()
    return stand == stored and not empty
