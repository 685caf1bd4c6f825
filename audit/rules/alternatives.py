"""R96: targets of several parts, joined by and or or, that cannot be met, or are always met."""

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from sqlite3 import Connection
from sqlite3 import Row as Record

from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values
from normalize.denominators import canonical_per
from normalize.numbers import exact

_STATED = """SELECT g.table_id, g.indicator_id, g.joined, g.direction, g.comparator, g.explicit, g.measure, g.per,
  g.subject, g.unit, g.change, o.low, o.high
FROM temp.planned AS g JOIN targets AS o USING (target_id)
WHERE g.joined IS NOT NULL AND g.kind = 'comparison' ORDER BY g.table_id, g.indicator_id, g.target_id"""
_IMPOSSIBLE = ("其中两项要求不能同时满足", "two of them exclude each other")
_ALWAYS = ("其中总有一项满足", "one of them always holds")
_AGAINST = ("各项的符号都与指标方向相反", "the sign of each runs against the indicator")
_UP, _DOWN = {">=", ">"}, {"<=", "<"}


def rows(connection: Connection, _values: Values) -> Iterator[Row]:
    """A row for each such indicator."""
    stated = connection.execute(_STATED)
    for indicator_id, group in groupby(stated, key=lambda said: said["indicator_id"]):
        parts = list(group)
        why = _of_all(parts) if parts[0]["joined"] == "and" else _of_one(parts)
        if why is not None and len(parts) > 1:
            row = {"table_id": parts[0]["table_id"], "indicator_id": indicator_id}
            yield {**row, "why": why[0], "why_en": why[1]}


def _same(one: Record, other: Record) -> bool:
    """Whether two parts are bounds on one thing."""
    counted = canonical_per(one["per"]) == canonical_per(other["per"])
    return counted and all(one[name] == other[name] for name in ("measure", "subject", "unit", "change"))


def _of_all(parts: Sequence[Record]) -> tuple[str, str] | None:
    for one, other in product(parts, parts):
        low, high = one["low"], other["high"]
        # Two plain numbers (2次、3次) are two things that are counted, not two bounds.
        bounded = one["comparator"] in _UP and other["comparator"] in _DOWN
        if bounded and low is not None and high is not None and _same(one, other) and exact(low) > exact(high):
            return _IMPOSSIBLE
    return None


def _of_one(parts: Sequence[Record]) -> tuple[str, str] | None:
    for one, other in product(parts, parts):
        upward = one["low"] is not None and one["high"] is None
        downward = other["high"] is not None and other["low"] is None
        if upward and downward and _same(one, other) and exact(one["low"]) <= exact(other["high"]):
            return _ALWAYS
    against = {"higher": _DOWN, "lower": _UP}.get(parts[0]["direction"] or "", set())
    if all(part["explicit"] and part["comparator"] in against and part["change"] is None for part in parts):
        return _AGAINST
    return None


RULE = Coded(own_head("R96"), rows)
