"""What was achieved beside what was aimed at, judged exactly by `normalize.achievement`, as a table that rules ask."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pydantic import TypeAdapter

from ingest.rows import real
from normalize.achievement import achievement, answering
from normalize.directions import Direction
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

_CREATE = """CREATE TEMP TABLE achieved (
  indicator_id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, status TEXT NOT NULL,
  margin TEXT, assumed_unit INTEGER NOT NULL, aimed REAL, got REAL, comparator TEXT, explicit INTEGER)"""
_KEPT = {
    str(kind.model_fields["kind"].default): tuple(kind.model_fields)
    for kind in (Comparison, Deadline, Statement, Blank, Unparsed)
}
_FIELDS = tuple(dict.fromkeys(name for fields in _KEPT.values() for name in fields))
# Of several targets nobody can say which results belong to them; of several results one may tell of the only target.
_PAIRS = f"""SELECT i.indicator_id, i.table_id, i.direction, i.name, {", ".join(f"g.{name}" for name in _FIELDS)},
  {", ".join(f"a.{name}" for name in _FIELDS)}
FROM indicator AS i JOIN targets AS a ON a.indicator_id = i.indicator_id AND +a.role = 'actual'
JOIN targets AS g ON g.indicator_id = i.indicator_id AND +g.role = 'planned'
WHERE i.stated_actual IS NOT NULL AND g.kind IN ('comparison', 'deadline')
  AND 1 = (SELECT count(*) FROM targets AS n WHERE n.indicator_id = i.indicator_id AND +n.role = 'planned')
ORDER BY i.indicator_id, a.position"""  # noqa: S608 - our own words
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_WAYS: dict[object, Direction] = {"higher": "higher", "lower": "lower", "hit": "hit"}


def gather(connection: sqlite3.Connection) -> None:
    """Write the temporary table `achieved`: met, missed or not_comparable, and by how much in the canonical unit."""
    connection.execute(_CREATE)
    rows = _judged(connection.execute(_PAIRS))
    connection.executemany("INSERT INTO temp.achieved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _judged(pairs: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    width = len(_FIELDS)
    for (indicator_id, table_id, direction, name), rows in groupby(pairs, key=lambda row: row[:4]):
        found = [row[4:] for row in rows]
        aim = _read(found[0][:width])
        got = answering(aim, [_read(each[width:]) for each in found])
        if got is None or got.kind != aim.kind:
            continue
        judged = achievement(aim, got, _WAYS.get(direction), str(name))
        numbers: tuple[object, ...] = (None, None, None, None)
        if isinstance(aim, Comparison) and isinstance(got, Comparison):
            numbers = (_bound(aim), _bound(got), aim.comparator, aim.explicit)
        yield (indicator_id, table_id, judged.status, judged.by, judged.assumed_unit, *numbers)


def _read(values: Sequence[object]) -> Target:
    said = dict(zip(_FIELDS, values, strict=True))
    return _TARGET.validate_python({name: said[name] for name in _KEPT[str(said["kind"])]})


def _bound(said: Comparison) -> float | None:
    return real(said.low if said.low is not None else said.high)
