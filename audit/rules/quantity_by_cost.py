"""R95: a quantity times its cost per unit, against the budget."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from sqlite3 import Connection
from sqlite3 import Row as Record

from audit.rules.figures import yuan
from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values
from normalize.numbers import exact
from normalize.units import unit_of

_STATED = """SELECT g.table_id, g.indicator_id, g.name, g.stated_value, g.total, g.ceiling, g.is_cost, g.level2,
  g.dimension, g.measure, g.per, o.low, o.high
FROM temp.planned AS g JOIN targets AS o USING (target_id)
WHERE g.kind = 'comparison' AND g.is_main AND g.area = '' AND g.total > 0 AND g.change IS NULL AND g.joined IS NULL
  AND (g.is_cost AND g.dimension = 'money' OR g.level2 = '数量指标' AND g.per IS NULL)
  AND coalesce(o.low, o.high) IS NOT NULL
ORDER BY g.table_id, g.target_id"""


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row for each table with one cost per unit and one quantity in that unit whose product is off."""
    stated = connection.execute(_STATED)
    for table_id, group in groupby(stated, key=lambda said: said["table_id"]):
        targets = list(group)
        costs = [said for said in targets if said["is_cost"]]
        each = [said for said in costs if said["per"] is not None]
        unit = unit_of(each[0]["per"])[0] if len(each) == 1 else None
        if unit is None:
            continue
        counted = [said for said in targets if not said["is_cost"] and said["measure"] == unit.canonical]
        if len(counted) != 1:
            continue
        product = _bound(counted[0]) / unit.factor * _bound(each[0])
        how = _off(product, each[0], values, only=len(costs) == 1)
        if how is not None:
            yield {
                "table_id": table_id, "indicator_id": each[0]["indicator_id"], "quantity_name": counted[0]["name"],
                "quantity": counted[0]["stated_value"], "product": yuan(float(product)),
                "how": how[0], "how_en": how[1], "budget": yuan(each[0]["total"]),
            }  # fmt: skip


def _bound(said: Record) -> Fraction:
    return exact(said["low"] if said["low"] is not None else said["high"])


def _off(product: Fraction, cost: Record, values: Values, *, only: bool) -> tuple[str, str] | None:
    if product > cost["ceiling"] * (1 + values["over"]):
        return "超过", "more than"
    if only and product < cost["total"] * values["under"]:
        return "远低于", "far below"
    return None


RULE = Coded(own_head("R95"), rows)
