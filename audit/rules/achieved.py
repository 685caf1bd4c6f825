"""What was achieved beside what was aimed at, judged exactly by `normalize.fulfilment`, as a table that rules ask."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from pydantic import TypeAdapter

from audit.rules.shortfall import Shortfall, shortfall
from ingest.rows import real
from normalize.directions import Direction
from normalize.fulfilment import Fulfilment, fulfilment
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

_CREATE = """CREATE TEMP TABLE achieved (
  indicator_id INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, status TEXT NOT NULL, margin TEXT,
  by TEXT, short TEXT NOT NULL, short_en TEXT NOT NULL, assumed_unit INTEGER NOT NULL, parts INTEGER NOT NULL,
  aimed REAL, got REAL, comparator TEXT, explicit INTEGER)"""
_KEPT = {
    str(kind.model_fields["kind"].default): tuple(kind.model_fields)
    for kind in (Comparison, Deadline, Statement, Blank, Unparsed)
}
_FIELDS = tuple(dict.fromkeys(name for fields in _KEPT.values() for name in fields))
# Words that say neither yes nor no are never missed, and met only by themselves.
_TARGETS = f"""SELECT i.indicator_id, i.table_id, i.direction, i.name, i.joined, g.role,
  {", ".join(f"g.{name}" for name in _FIELDS)}
FROM indicator AS i JOIN targets AS g ON g.indicator_id = i.indicator_id
WHERE i.stated_actual IS NOT NULL AND EXISTS (
    SELECT 1 FROM targets AS n WHERE n.indicator_id = i.indicator_id AND +n.role = 'planned'
      AND (n.kind IN ('comparison', 'deadline') OR n.truth IS NOT NULL))
ORDER BY i.indicator_id, g.role DESC, g.position"""  # noqa: S608 - our own words
_TARGET: TypeAdapter[Target] = TypeAdapter(Target)
_WAYS: dict[object, Direction] = {"higher": "higher", "lower": "lower", "hit": "hit"}
_JOINS: dict[object, Literal["and", "or"]] = {"and": "and", "or": "or"}
_HEAD = 6


def gather(connection: sqlite3.Connection) -> None:
    """Write the temporary table `achieved`: met, missed or not_comparable, and by how much in the canonical unit."""
    connection.execute(_CREATE)
    rows = _judged(connection.execute(_TARGETS))
    connection.executemany("INSERT INTO temp.achieved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _judged(rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    for (indicator_id, table_id, direction, name, join), found in groupby(rows, key=lambda row: row[: _HEAD - 1]):
        sides: dict[object, list[Target]] = {"planned": [], "actual": []}
        for row in found:
            sides[row[_HEAD - 1]].append(_read(row[_HEAD:]))
        parts = len(sides["planned"])
        judged = fulfilment(sides["planned"], sides["actual"], _WAYS.get(direction), str(name), _JOINS.get(join))
        if judged.judged is None:
            continue
        lacks = shortfall(judged.by, judged.judged[0]) if judged.status == "missed" else Shortfall()
        head = (indicator_id, table_id, judged.status, judged.by, *lacks, judged.assumed_unit, parts)
        yield (*head, *_numbers(judged, parts))


def _numbers(judged: Fulfilment, parts: int) -> tuple[object, ...]:
    """What was aimed at and reached, where that is one number each."""
    match judged.judged:
        case (Comparison() as aim, Comparison() as got) if parts == 1:
            return _bound(aim), _bound(got), aim.comparator, aim.explicit
        case _:
            return None, None, None, None


def _read(values: Sequence[object]) -> Target:
    said = dict(zip(_FIELDS, values, strict=True))
    return _TARGET.validate_python({name: said[name] for name in _KEPT[str(said["kind"])]})


def _bound(said: Comparison) -> float | None:
    return real(said.low if said.low is not None else said.high)
