"""Every rule put to every table: findings with their evidence, and what could not be told."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from audit.findings import Evaluation, Finding, Rule
from audit.guard import guarded
from audit.rules.configuration import Configuration
from audit.rules.facts import Input, inputs, prepare
from audit.rules.figures import FUNCTIONS
from audit.rules.header import Query, refused
from audit.rules.registry import Ask
from audit.rules.rows import Coded, Row, Values
from audit.rules.telling import finding
from ingest.exits import CommandError

_FUNCTIONS = {*FUNCTIONS, "json_array"}
SECONDS = 600.0
"""A rule that takes longer is stopped."""

_EXEMPT = Input(
    holds="", zh="项目名称属于该规则不适用的类别", en="the project is of a kind that the rule does not apply to"
)


class Told(NamedTuple):
    """The tables a rule can be put to, each with its place in the order, and how many lack an input."""

    evaluable: dict[int, int]
    lacking: Counter[str]


def check(
    connection: sqlite3.Connection,
    asked: Iterable[Ask],
    configuration: Configuration | None = None,
    seconds: float = SECONDS,
) -> Iterator[Finding | Evaluation]:
    """The findings of each rule, then what became of it in all tables of its kinds.

    The connection is one of `reading(…, strictly=False)`. Raises `CommandError` where a rule fails.
    """
    settings = configuration or Configuration()
    prepare(connection)
    for ask in asked:
        if ask.rule.code not in settings.skip:
            yield from _put(connection, ask, settings, seconds)


def _put(
    connection: sqlite3.Connection, ask: Ask, settings: Configuration, seconds: float
) -> Iterator[Finding | Evaluation]:
    told = standing(connection, ask.rule, settings)
    found: set[int] = set()
    rows = [
        row for row in _rows(connection, ask, settings.values(ask.rule), seconds) if row["table_id"] in told.evaluable
    ]
    # Within a table ids follow the document.
    rows.sort(key=lambda row: (told.evaluable[row["table_id"]], row.get("indicator_id") or 0))
    for row in rows:
        found.add(row["table_id"])
        yield finding(connection, ask, row)
    for outcome, tables in (("found", len(found)), ("clear", len(told.evaluable) - len(found))):
        if tables:
            yield Evaluation(rule=ask.rule.code, outcome="found" if outcome == "found" else "clear", tables=tables)
    for name, tables in sorted(told.lacking.items()):
        lacks = _EXEMPT if name == "exempt" else inputs()[name]
        yield Evaluation(rule=ask.rule.code, outcome="not_evaluable", tables=tables, why_zh=lacks.zh, why_en=lacks.en)


def standing(connection: sqlite3.Connection, rule: Rule, settings: Configuration) -> Told:
    """Which tables a rule can be put to; of the inputs a table lacks the first one counts.

    Tables whose project is of a kind that the parameter `exempt` names are left out, and counted as such.
    """
    lacks = " ".join(f"WHEN NOT coalesce({inputs()[name].holds}, 0) THEN '{name}'" for name in rule.needs)
    exempt = json.dumps(settings.values(rule).get("exempt", ()), ensure_ascii=False)
    of_kind = "EXISTS (SELECT 1 FROM json_each(?) AS w WHERE instr(folded, fold(w.value)) > 0)"
    # Conditions and words are our own.
    sql = f"""SELECT table_id, CASE WHEN {of_kind} THEN 'exempt' {lacks} END FROM temp.project
      WHERE stage IN (SELECT value FROM json_each(?)) AND scope IN (SELECT value FROM json_each(?))
      ORDER BY root, source, position"""  # noqa: S608 - our own words, the values bound
    rows = connection.execute(sql, [exempt, json.dumps(rule.stages), json.dumps(rule.scopes)]).fetchall()
    return Told(
        {table: order for order, (table, lack) in enumerate(rows) if lack is None},
        Counter(lack for _, lack in rows if lack is not None),
    )


def _rows(connection: sqlite3.Connection, ask: Ask, values: Values, seconds: float) -> Iterator[Row]:
    if isinstance(ask, Coded):
        yield from ask.rows(connection, values)
        return
    with guarded(connection, seconds, functions=_FUNCTIONS):
        try:
            cursor = connection.execute(ask.sql, bound(values))
            names = [column[0] for column in cursor.description or ()]
            rows = cursor.fetchall()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise _failed(ask, error, seconds) from error
    if "table_id" not in names:
        raise refused(ask.path, ask.line, zh="查询没有 table_id 列", en="the query has no column table_id")
    for row in rows:
        yield dict(zip(names, row, strict=True))


def bound(values: Values) -> dict[str, Any]:
    """Parameters as SQL takes them: a list is JSON.

    >>> bound({"least": 80, "exempt": ("债务", "涉密")})
    {'least': 80, 'exempt': '["债务", "涉密"]'}
    """
    return {name: json.dumps(v, ensure_ascii=False) if isinstance(v, tuple) else v for name, v in values.items()}


def _failed(ask: Query, error: Exception, seconds: float) -> CommandError:
    if "interrupted" in str(error):
        return refused(
            ask.path, ask.line,
            zh=f"运行超过 {seconds:g} 秒，已停止", en=f"it took longer than {seconds:g} seconds and was stopped",
        )  # fmt: skip
    return refused(ask.path, ask.line, zh=f"查询出错（{error}）", en=f"the query fails ({error})")


def lacking(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Each table's key, stage and scope, and a JSON list of the inputs that rules can need and it lacks."""
    prepare(connection)
    absent = ", ".join(f"CASE WHEN NOT coalesce({said.holds}, 0) THEN '{name}' END" for name, said in inputs().items())
    for key, stage, scope, *names in connection.execute(
        f"SELECT key, stage, scope, {absent} FROM temp.project"  # noqa: S608 - our own words
    ):
        yield key, stage, scope, json.dumps([name for name in names if name])
