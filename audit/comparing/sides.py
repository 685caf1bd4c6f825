"""Indicators as they are compared: whose they are, what was stated and how it is understood, where it stands."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from audit.asking.find import target_of
from audit.asking.matching import all_of, matching, standing, values_of
from audit.asking.question import Conditions
from schema.target import Target


@dataclass(frozen=True, slots=True)
class Project:
    """A table that counts, as it is matched with others."""

    table_id: int
    key: str
    lineage: str
    kind: str
    project_name: str | None
    project_code: str | None
    department: str | None
    agency: str | None
    agency_code: str | None
    region: str | None
    fiscal_year: int | None
    root: str
    source: str

    @property
    def owner(self) -> str:
        """Whose it is: the agency by code or name, else the department."""
        return self.agency_code or self.agency or self.department or ""


@dataclass(frozen=True, slots=True)
class Side:
    """An indicator on one side of a comparison, with its table, its targets and what was achieved."""

    project: Project
    key: str
    level1: str | None
    level2: str | None
    name: str
    period: str
    area: str | None
    stated_value: str | None
    stated_operator: str | None
    stated_unit: str | None
    weight: str | None
    actual: str | None
    score: str | None
    direction_stated: str | None
    targets_join: str | None
    place: str | None
    row: int | None
    column: int | None
    targets: tuple[Target, ...]
    actual_targets: tuple[Target, ...]


_PROJECT = ", ".join(f"t.{name}" for name in Project.__slots__ if name not in {"root", "source"})
_OWN = tuple(name for name in Side.__slots__ if name not in {"project", "targets", "actual_targets"})
_INDICATORS = f"""SELECT i.indicator_id, i.table_id, {", ".join(f'i."{name}"' for name in _OWN)}
  FROM indicators AS i WHERE i.table_id IN (SELECT value FROM json_each(?)) ORDER BY i.indicator_id"""  # noqa: S608 - our own words, the values bound
_TARGETS = """SELECT g.* FROM targets AS g WHERE g.indicator_id IN (SELECT value FROM json_each(?))
  ORDER BY g.indicator_id, g.role DESC, g.position"""


def projects(connection: sqlite3.Connection, found: Conditions) -> list[Project]:
    """The tables that a question is about, in the order of their import."""
    query = f"""SELECT {_PROJECT}, r.location AS root, s.path AS source FROM {standing(connection)}
      JOIN roots AS r USING (root_id) WHERE true {all_of(found.tables)} ORDER BY t.table_id"""  # noqa: S608 - our own words, the values bound
    return [Project(*tuple(row)) for row in connection.execute(query, values_of(found.tables))]


def wanted(connection: sqlite3.Connection, found: Conditions) -> tuple[set[str], set[int]] | None:
    """The keys of the indicators that a question asks for and the ids of their tables; None where it asks for all."""
    if not (found.levels or found.indicators or found.targets):
        return None
    rows = [(row[0], row[1]) for row in matching(connection, found, "i.key, i.table_id")]
    return {key for key, _ in rows}, {table_id for _, table_id in rows}


def sides(connection: sqlite3.Connection, tables: Iterable[Project]) -> dict[int, list[Side]]:
    """The indicators of some tables, by table."""
    of = {project.table_id: project for project in tables}
    rows = connection.execute(_INDICATORS, [json.dumps(list(of))]).fetchall()
    targets: dict[tuple[int, str], list[Target]] = defaultdict(list)
    for row in connection.execute(_TARGETS, [json.dumps([row["indicator_id"] for row in rows])]):
        if (target := target_of(row)) is not None:
            targets[row["indicator_id"], row["role"]].append(target)
    made: dict[int, list[Side]] = defaultdict(list)
    for row in rows:
        number = row["indicator_id"]
        both = (tuple(targets.get((number, role), ())) for role in ("planned", "actual"))
        made[row["table_id"]].append(Side(of[row["table_id"]], *(row[name] for name in _OWN), *both))
    return made
