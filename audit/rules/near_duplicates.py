"""R97: two indicators of a table that are all but the same."""

import re
from collections.abc import Iterator
from itertools import combinations, groupby
from sqlite3 import Connection
from sqlite3 import Row as Record

from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values

_STATED = """SELECT table_id, indicator_id, name, folded, bare, coalesce(stated_value, '') AS stated_value, said,
  level2, area, period, parent
FROM temp.indicator WHERE is_usable AND NOT is_execution AND NOT level_name(name) ORDER BY table_id, indicator_id"""
_NOISE = re.compile(r"^指标\d*[:.、]?|[^\w]|_|的|之|\d+")
_MANY = 400
"""In a table with more indicators only those that begin alike are compared, so that the work stays in proportion."""


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row for each pair, at the second of the two."""
    for _table, group in groupby(connection.execute(_STATED), key=lambda said: said["table_id"]):
        known = [(said, _plain(said["bare"])) for said in group]
        for one, other in _pairs(known):
            if _alike(one, other, values["similarity"]):
                yield {
                    "table_id": other[0]["table_id"], "indicator_id": other[0]["indicator_id"],
                    "part": one[0]["folded"], "other_name": one[0]["name"], "other_value": one[0]["stated_value"],
                }  # fmt: skip


Known = tuple[Record, str]


def _plain(bare: str) -> str:
    return _NOISE.sub("", bare)


def _pairs(known: list[Known]) -> Iterator[tuple[Known, Known]]:
    if len(known) <= _MANY:
        yield from combinations(known, 2)
        return
    ordered = sorted(known, key=lambda said: said[1][:3])
    for _start, group in groupby(ordered, key=lambda said: said[1][:3]):
        yield from combinations(list(group)[:_MANY], 2)


def _alike(one: Known, other: Known, least: float) -> bool:
    (first, name), (second, other_name) = one, other
    shorter, longer = sorted((len(name), len(other_name)))
    if shorter < 3 or longer - shorter > (1 - least) * 2 * longer:
        return False
    if first["folded"] == second["folded"] or any(
        first[k] != second[k] for k in ("level2", "area", "period", "parent")
    ):
        return False
    if name == other_name:
        # Names that differ in numbers alone (一期 and 2期 of one thing) are two things, unless the targets are equal.
        letters = re.sub(r"\W|_|的|之", "", first["folded"]) == re.sub(r"\W|_|的|之", "", second["folded"])
        return letters or bool(first["said"] == second["said"])
    ours, theirs = _trigrams(name), _trigrams(other_name)
    return 2 * len(ours & theirs) >= least * (len(ours) + len(theirs))


def _trigrams(name: str) -> set[str]:
    return {name[start : start + 3] for start in range(len(name) - 2)}


RULE = Coded(own_head("R97"), rows)
