"""What was achieved beside what was aimed at, judged exactly by `normalize.achievement`, as a table that rules ask."""

import sqlite3
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from ingest.rows import real
from normalize.achievement import achievement
from normalize.directions import Direction
from schema.target import Comparison, Deadline, Target

_CREATE = """CREATE TEMP TABLE achieved (
  indicator_id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, status TEXT NOT NULL,
  margin TEXT, assumed_unit INTEGER NOT NULL, aimed REAL, got REAL, comparator TEXT, explicit INTEGER)"""
_FIELDS = tuple(dict.fromkeys([*Comparison.model_fields, *Deadline.model_fields]))
# An indicator with one target and one actual value: of several, nobody can say which belong together.
_PAIRS = f"""SELECT i.indicator_id, i.table_id, i.direction, {", ".join(f"g.{name}" for name in _FIELDS)},
  {", ".join(f"a.{name}" for name in _FIELDS)}
FROM indicator AS i JOIN targets AS a ON a.indicator_id = i.indicator_id AND +a.role = 'actual'
JOIN targets AS g ON g.indicator_id = i.indicator_id AND +g.role = 'planned'
WHERE i.stated_actual IS NOT NULL AND a.kind = g.kind AND a.kind IN ('comparison', 'deadline')
  AND 2 = (SELECT count(*) FROM targets AS n WHERE n.indicator_id = i.indicator_id)"""  # noqa: S608 - our own words
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_WAYS: dict[object, Direction] = {"higher": "higher", "lower": "lower", "hit": "hit"}
_KEPT = {"comparison": tuple(Comparison.model_fields), "deadline": tuple(Deadline.model_fields)}


def gather(connection: sqlite3.Connection) -> None:
    """Write the temporary table `achieved`: met, missed or not_comparable, and by how much in the canonical unit."""
    connection.execute(_CREATE)
    rows = _judged(connection.execute(_PAIRS))
    connection.executemany("INSERT INTO temp.achieved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _judged(pairs: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    width = len(_FIELDS)
    for indicator_id, table_id, direction, *rest in pairs:
        aim, got = _read(rest[:width]), _read(rest[width:])
        judged = achievement(aim, got, _WAYS.get(direction))
        numbers: tuple[object, ...] = (None, None, None, None)
        if isinstance(aim, Comparison) and isinstance(got, Comparison):
            numbers = (_bound(aim), _bound(got), aim.comparator, aim.explicit)
        yield (indicator_id, table_id, judged.status, judged.by, judged.assumed_unit, *numbers)


def _read(values: list[object]) -> Target:
    said = dict(zip(_FIELDS, values, strict=True))
    return _TARGET.validate_python({name: said[name] for name in _KEPT[str(said["kind"])]})


def _bound(said: Comparison) -> float | None:
    return real(said.low if said.low is not None else said.high)
