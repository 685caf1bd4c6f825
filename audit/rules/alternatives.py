"""R96: targets of several parts, joined by and or or, that cannot be met, or are always met."""

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from sqlite3 import Connection, Row as Record

from audit.rules.header import read_head
from audit.rules.rows import Coded, Row, Values
from normalize.numbers import exact

HEAD = """
code = "R96"
severity = "medium"
title_zh = "复合目标自相矛盾或没有约束力"
title_en = "a target of several parts that contradicts itself or binds nothing"
reason_zh = "“且”连接的要求不能同时满足，或“或”连接的要求总能满足一个，目标便没有意义。"
reason_en = "Parts joined by 'and' that exclude each other, or by 'or' of which one always holds, are no target."
message_zh = "指标“{name}”的目标“{stated_value}”由多个部分组成，{why}。请核实各部分的数值和关系。"
message_en = "The target of '{name}', '{stated_value}', has several parts: {why_en}. Please check them."
basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确、合理可行"
needs = ["indicators"]
"""
_STATED = """SELECT g.table_id, g.indicator_id, g.joined, g.direction, g.comparator, g.explicit, g.measure, g.per, g.subject,
  g.unit, g.change, o.low, o.high
FROM temp.planned AS g JOIN targets AS o USING (target_id)
WHERE g.joined IS NOT NULL AND g.kind = 'comparison' ORDER BY g.table_id, g.indicator_id, g.target_id"""
_IMPOSSIBLE = ("其中两项要求不能同时满足", "two of them exclude each other")
_ALWAYS = ("其中总有一项满足", "one of them always holds")
_AGAINST = ("各项的符号都与指标方向相反", "the sign of each runs against the indicator")
_UP, _DOWN = {">=", ">"}, {"<=", "<"}


def rows(connection: Connection, _values: Values) -> Iterator[Row]:
    """A row for each such indicator."""
    stated = connection.execute(_STATED).fetchall()
    for indicator_id, group in groupby(stated, key=lambda said: said["indicator_id"]):
        parts = list(group)
        why = _of_all(parts) if parts[0]["joined"] == "and" else _of_one(parts)
        if why is not None and len(parts) > 1:
            row = {"table_id": parts[0]["table_id"], "indicator_id": indicator_id}
            yield {**row, "why": why[0], "why_en": why[1]}


def _same(one: Record, other: Record) -> bool:
    """Whether two parts are bounds on one thing."""
    return all(one[name] == other[name] for name in ("measure", "per", "subject", "unit", "change"))


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


RULE = Coded(read_head(HEAD, __name__), rows)
