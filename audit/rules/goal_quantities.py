"""R93: quantities that the goal names and no indicator has."""

from collections import defaultdict
from collections.abc import Iterator
from sqlite3 import Connection

from audit.rules.goals import quantities, sentences
from audit.rules.header import read_head
from audit.rules.rows import Coded, Row, Values
from schema.target import Comparison

HEAD = """
code = "R93"
severity = "low"
title_zh = "绩效目标中的数量没有对应指标"
title_en = "the goal names quantities that no indicator has"
reason_zh = "绩效目标写明的数量应当分解为指标，否则不受考核。"
reason_en = "A quantity of the goal that no indicator takes up is not judged by anybody."
message_zh = "绩效目标中的{quantities}没有数值和单位相同的指标。请核实是否漏列指标，或目标与指标不一致。"
message_en = "The goal names {quantities}, which no indicator has with the same number and unit. Please ask whether an indicator is missing."
basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效指标是绩效目标的细化和量化"
needs = ["indicators", "goal"]
"""
_GOALS = "SELECT table_id, coalesce(goal, goal_midterm) FROM temp.project WHERE says(coalesce(goal, goal_midterm))"
_BOUNDS = """SELECT g.table_id, coalesce(o.unit_canonical, o.unit_inferred, ''), o.low, o.high
FROM temp.planned AS g JOIN targets AS o USING (target_id) WHERE g.kind = 'comparison'"""
_TIMES = {"duration", "calendar_duration", "working_time", "money"}


def rows(connection: Connection, _values: Values) -> Iterator[Row]:
    """A row for each table whose goal names such quantities; money is asked about by R94, times are not."""
    bounds: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for table_id, measure, low, high in connection.execute(_BOUNDS):
        bounds[table_id].update((measure, bound) for bound in (low, high) if bound is not None)
    for table_id, goal in connection.execute(_GOALS).fetchall():
        named = [said for sentence in sentences(goal) for said in quantities(sentence) if said.dimension not in _TIMES]
        missing = dict.fromkeys(_words(said) for said in named if not _is_among(said, bounds[table_id]))
        if missing:
            yield {"table_id": table_id, "quantities": "、".join(list(missing)[:5])}


def _words(said: Comparison) -> str:
    return f"{said.value}{said.unit}"


def _is_among(said: Comparison, bounds: set[tuple[str, str]]) -> bool:
    own = [bound for bound in (said.low, said.high) if bound is not None]
    # An indicator that lacks its unit may be the one.
    return any((measure, bound) in bounds for bound in own for measure in (said.unit_canonical or "", ""))


RULE = Coded(read_head(HEAD, __name__), rows)
