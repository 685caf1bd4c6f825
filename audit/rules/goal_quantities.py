"""R93: quantities that the goal names and no indicator has."""

from collections.abc import Iterator
from sqlite3 import Connection

from audit.rules.goals import quantities, sentences
from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values
from schema.target import Comparison

_GOALS = """SELECT table_id, coalesce(goal, goal_midterm) FROM temp.project
WHERE says(coalesce(goal, goal_midterm)) ORDER BY table_id"""
_BOUNDS = """SELECT coalesce(o.unit_canonical, o.unit_inferred, ''), o.low, o.high, o.unit, o.value
FROM temp.planned AS g JOIN targets AS o USING (target_id) WHERE g.table_id = ? AND g.kind = 'comparison'"""
_TIMES = {"duration", "calendar_duration", "working_time", "money"}


def rows(connection: Connection, _values: Values) -> Iterator[Row]:
    """A row for each table whose goal names such quantities; money is asked about by R94, times are not."""
    for table_id, goal in connection.execute(_GOALS):
        named = [said for sentence in sentences(goal) for said in quantities(sentence) if said.dimension not in _TIMES]
        bounds = _bounds(connection, table_id) if named else set()
        missing = dict.fromkeys(_words(said) for said in named if not _is_among(said, bounds))
        if missing:
            yield {"table_id": table_id, "quantities": "、".join(list(missing)[:5])}


def _bounds(connection: Connection, table_id: int) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for measure, low, high, unit, value in connection.execute(_BOUNDS, [table_id]):
        # 约80公里 has no bounds, but it is 80公里.
        found |= {pair for pair in ((measure, low), (measure, high), (unit, value)) if pair[1] is not None}
    return found


def _words(said: Comparison) -> str:
    return f"{said.value}{said.unit}"


def _is_among(said: Comparison, bounds: set[tuple[str, str]]) -> bool:
    own = [bound for bound in (said.low, said.high) if bound is not None]
    # An indicator that lacks its unit may be the one.
    return (said.unit, said.value) in bounds or any(
        (measure, bound) in bounds for bound in own for measure in (said.unit_canonical or "", "")
    )


RULE = Coded(own_head("R93"), rows)
