"""R94: amounts in the text of the goal that add up to more than the budget."""

import re
from collections.abc import Iterator
from sqlite3 import Connection
from typing import NamedTuple

from audit.rules.figures import amount_of, yuan
from audit.rules.goals import clauses, quantities, sentences
from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values
from schema.target import Comparison

_GOALS = "SELECT table_id, goal, total, ceiling, fiscal_year FROM temp.project WHERE total > 0 AND goal IS NOT NULL"
_YEAR = re.compile(r"(20\d\d)年?")


class Spent(NamedTuple):
    """What a sentence says is spent, in yuan, and the amounts that it is made of, as written."""

    whole: float
    amounts: tuple[str, ...]


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row for each table with a sentence whose amounts, all for spending, exceed every amount of the head.

    Where no sentence does, those of all sentences are added, for a question that weighs less.
    """
    for table_id, goal, total, ceiling, year in connection.execute(_GOALS):
        if "元" not in goal:
            continue
        told = [found for sentence in sentences(goal) if (found := spent(sentence, values, year)) is not None]
        most = ceiling * (1 + values["tolerance"])
        over = next((found for found in told if found.whole > most), None)
        together = _together(told, ceiling, values["tolerance"])
        chosen = over or (together if together.whole > most else None)
        if chosen is not None:
            row = {
                "table_id": table_id, "amounts": "、".join(chosen.amounts[:8]),
                "sum_of_amounts": yuan(chosen.whole), "budget": yuan(total),
            }  # fmt: skip
            yield row if over is not None else row | {"severity": "medium"}


def spent(sentence: str, values: Values, year: int | None) -> Spent | None:
    """What a sentence says is spent this year; None where it says nothing of it.

    Parts count within their whole (其中, 合计), whether words say so or one amount is the sum of all others.
    """
    spending, other, parts, totals, past = (
        re.compile("|".join(map(re.escape, values[name]))) for name in ("spending", "other", "parts", "totals", "past")
    )
    if not spending.search(sentence) or other.search(sentence):
        return None
    wholes: list[Comparison] = []
    within: list[Comparison] = []
    sums: list[Comparison] = []
    behind = False
    for clause in clauses(sentence):
        if past.search(clause) or any(year is not None and int(said) < year for said in _YEAR.findall(clause)):
            continue
        behind = bool(wholes) if parts.search(clause) else behind
        money = [said for said in quantities(clause) if said.unit_canonical == "元" and said.per is None]
        (sums if totals.search(clause) else within if behind else wholes).extend(money)
    counted = max((_without_sum(wholes), within, sums), key=_sum)
    return Spent(_sum(counted), tuple(f"{said.value}{said.unit}" for said in counted)) if counted else None


def _without_sum(amounts: list[Comparison]) -> list[Comparison]:
    """The amounts without one that is the sum of two and more others."""
    whole = _sum(amounts)
    rest = next((said for said in amounts if abs(2 * _yuan(said) - whole) < _EVEN), None)
    return [said for said in amounts if said is not rest] if len(amounts) > _TWO else amounts


_TWO, _EVEN = 2, 0.5


def _together(told: list[Spent], budget: float, tolerance: float) -> Spent:
    """What all sentences say is spent; one that tells the budget, or the sum of the others, is told by these."""
    whole = sum(one.whole for one in told)
    if any(abs(one.whole - budget) <= tolerance * budget or abs(2 * one.whole - whole) < _EVEN for one in told):
        return Spent(0, ())
    return Spent(whole, tuple(amount for one in told for amount in one.amounts))


def _sum(amounts: list[Comparison]) -> float:
    return sum(_yuan(said) for said in amounts)


def _yuan(said: Comparison) -> float:
    return amount_of(said.high or said.low) or 0


RULE = Coded(own_head("R94"), rows)
