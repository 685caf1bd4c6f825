"""How a budget was carried out, as the head of a self-evaluation states it: amounts, rate, weight and score."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from audit.rules.figures import number
from normalize.numbers import exact
from normalize.text import fold

_CREATE = """CREATE TEMP TABLE execution (
  table_id INTEGER PRIMARY KEY, budget REAL, executed REAL, rate REAL, weight REAL, score REAL)"""
_STATED = """SELECT t.table_id, t.funds, t.fields FROM standing_tables JOIN tables AS t USING (table_id)
WHERE t.kind LIKE '%_selfeval' OR t.kind = 'monitor'"""


class Execution(NamedTuple):
    """Amounts in yuan, the rate in percent; None where the form does not say."""

    budget: float | None = None
    executed: float | None = None
    rate: float | None = None
    weight: float | None = None
    score: float | None = None


def execution(funds: str, fields: str) -> Execution:
    """What the first line of a block of funds says of its execution; the others are parts of it.

    Weight and score stand there, too, where the amounts of the line are blank.

    >>> execution(
    ...     '[{"role":"budget","label":"总额","amount":"10000"},{"role":"executed","label":"总额","amount":"9500"}]',
    ...     '[{"label":"总额 执行率","text":"95.00%"},{"label":"总额 得分","text":"9.5"}]',
    ... )
    Execution(budget=10000.0, executed=9500.0, rate=95.0, weight=None, score=9.5)
    """
    amounts = json.loads(funds)
    done = next((fund for fund in amounts if fund["role"] == "executed" and fund["amount"] is not None), None)
    stated = json.loads(fields)
    if done is None or _is_part(fold(done["label"])):
        points = dict(_said(stated, _line_of_points(stated)))
        if done is None or "得分" in points:
            return Execution(weight=points.get("分值"), score=points.get("得分"))
    line = fold(done["label"])
    planned = [fund for fund in amounts if fund["role"] in _BASES and fund["amount"] is not None]
    same = [fund for fund in planned if fold(fund["label"]) == line] or ([] if _is_part(line) else planned)
    whole = min(same, key=lambda fund: _BASES.index(fund["role"]), default=None)
    said = dict(_said(stated, line))
    return Execution(
        None if whole is None else float(exact(whole["amount"])),
        float(exact(done["amount"])),
        said.get("执行率"),
        said.get("分值"),
        said.get("得分"),
    )


_BASES = ("budget", "adjusted", "initial")
"""What the rate is one of: the budget of the whole year, else as it was adjusted, else as the year began."""


def _is_part(label: str) -> bool:
    return label.startswith("其中")


def _line_of_points(fields: list[dict[str, str]]) -> str:
    """The first line of funds that has points: 总额 of 总额 得分; 得分 alone is that of the table."""
    for field in fields:
        line, _, word = field["label"].rpartition(" ")
        if line and fold(word) in _POINTS and not _is_part(fold(line)) and number(field["text"]) is not None:
            return fold(line)
    return _NO_LINE


_POINTS, _NO_LINE = frozenset({"分值", "得分"}), "\0"


def _said(fields: list[dict[str, str]], line: str) -> Iterator[tuple[str, float]]:
    """Rate, weight and score on the line of the whole; a list prints the rate without naming the line."""
    for field in reversed(fields):  # the first one of a name wins
        label = fold(field["label"])
        own = label.removeprefix(line)
        for word in ("执行率", "分值", "得分"):
            stands = (own != label and word in own) or (word == "执行率" and label.startswith(("执行率", "预算执行率")))
            if stands and (value := number(field["text"])) is not None:
                yield word, value


def gather(connection: sqlite3.Connection) -> None:
    """Write the temporary table `execution` for the self-evaluations that count now."""
    connection.execute(_CREATE)
    rows = ((table_id, *execution(funds, fields)) for table_id, funds, fields in connection.execute(_STATED).fetchall())
    connection.executemany("INSERT INTO temp.execution VALUES (?, ?, ?, ?, ?, ?)", rows)
