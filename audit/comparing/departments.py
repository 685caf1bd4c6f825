"""The same indicator in several departments: what each asks of itself, from the least to the most."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from audit.asking.question import Question, conditions
from audit.comparing.sides import Side, projects, sides, wanted
from normalize.denominators import canonical_per
from normalize.keys import yearless
from normalize.numbers import exact, exact_text
from schema.target import Comparison

_TABLES = 500
Group = tuple[int | None, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Peer:
    """An indicator among those of the same name, level, year, unit and sense of the bound in other departments.

    `value` is its bound; `rank` counts from the least, `of` is how many there are, in how many `owners`; `median` is
    that of all.
    """

    side: Side
    name: str
    value: str
    comparator: str
    unit: str
    rank: int
    of: int
    owners: int
    least: str
    median: str
    most: str


def peers(connection: sqlite3.Connection, question: Question, at_least: int = 2) -> Iterator[Peer]:
    """The indicators that at least so many owners share, name by name; raises `CommandError`."""
    found = conditions(connection, question)
    asked = wanted(connection, found)
    tables = projects(connection, found)
    groups: dict[Group, list[tuple[Fraction, Side]]] = defaultdict(list)
    for start in range(0, len(tables), _TABLES):
        held = sides(connection, tables[start : start + _TABLES])
        for side in (side for those in held.values() for side in those):
            if (asked is None or side.key in asked[0]) and (placed := _placed(side)) is not None:
                groups[placed[0]].append((placed[1], side))
    for group, members in sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0]))):
        owners = {side.project.owner for _, side in members} - {""}
        if len(owners) >= at_least:
            yield from _ranked(group, members, len(owners))


def _placed(side: Side) -> tuple[Group, Fraction] | None:
    """With whom an indicator is compared, and by which number; None where it states no single bound."""
    match side.targets:
        case (Comparison() as target,) if (bound := target.low or target.high) is not None and not target.basis:
            unit = target.unit_canonical or target.unit_inferred or target.unit
            name = yearless(side.name).lstrip("★☆")
            sense = {">": "≥", ">=": "≥", "<": "≤", "<=": "≤"}.get(target.comparator, "=")
            per = canonical_per(target.per) or ""
            group = (side.project.fiscal_year, side.level2 or side.level1 or "", name, unit, per, sense)
            return group, exact(bound)
        case _:
            return None


def _ranked(group: Group, members: list[tuple[Fraction, Side]], owners: int) -> Iterator[Peer]:
    _, _, name, unit, per, sense = group
    ordered = sorted(members, key=lambda member: (member[0], member[1].project.owner, member[1].key))
    numbers = [number for number, _ in ordered]
    half = len(numbers) // 2
    median = numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2
    least, middle, most = (exact_text(number) for number in (numbers[0], median, numbers[-1]))
    for number, side in ordered:
        rank = numbers.index(number) + 1
        whole = f"{unit}/{per}" if per else unit
        yield Peer(side, name, exact_text(number), sense, whole, rank, len(numbers), owners, least, middle, most)
