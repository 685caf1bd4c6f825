"""The same indicator in two years: new, dropped, raised, lowered, copied, reworded; ambiguous where nobody can tell."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from audit.asking.bounds import within
from audit.asking.question import Question, conditions
from audit.comparing.pairs import PROJECT_RULES, Pair, indicators_paired, paired
from audit.comparing.sides import Project, Side, projects, sides, wanted
from normalize.denominators import canonical_per
from normalize.keys import yearless
from normalize.numbers import exact, exact_text
from normalize.text import fold
from schema.target import Comparison, Deadline, Target

Status = Literal["new", "dropped", "raised", "lowered", "unchanged", "reworded", "changed", "ambiguous",
                 "new_project", "dropped_project", "ambiguous_project"]  # fmt: skip
STATUSES: tuple[Status, ...] = ("new", "dropped", "raised", "lowered", "unchanged", "reworded", "changed", "ambiguous",
                                "new_project", "dropped_project", "ambiguous_project")  # fmt: skip
_TABLES = 200
"""Pairs of tables whose indicators are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an indicator from one year to the next, and why the two are taken for one.

    `by` is by how much the bound moved, in the canonical unit; `strictness` whether the new target asks for more or
    less; `matched` names the rules that paired the projects and the indicators; `might_be` the names of those that an
    ambiguous one fits.
    """

    status: Status
    years: tuple[int, int]
    project_then: Project | None
    project_now: Project | None
    then: Side | None
    now: Side | None
    matched: tuple[str | None, str | None]
    by: str | None = None
    unit: str | None = None
    strictness: Literal["stricter", "looser"] | None = None
    likeness: float | None = None
    might_be: tuple[str, ...] = ()


def changes(
    connection: sqlite3.Connection, question: Question, years: tuple[int, int] | None = None
) -> Iterator[Change]:
    """What changed from each year to the next that a project has, or between two years; raises `CommandError`.

    The question says which tables and which indicators; its year, if any, is the later one.
    """
    found = conditions(connection, replace(question, fiscal_year=None))
    asked = wanted(connection, found)
    by_year: dict[int, list[Project]] = defaultdict(list)
    for project in _related(projects(connection, found), asked):
        if project.fiscal_year is not None:
            by_year[project.fiscal_year].append(project)
    for then, now in _steps(sorted(by_year), years, question.fiscal_year):
        pairs = list(_answerable(by_year.get(then, []), by_year.get(now, [])))
        for start in range(0, len(pairs), _TABLES):
            piece = pairs[start : start + _TABLES]
            held = sides(connection, [p for pair in piece for p in (pair.then, pair.now) if p is not None])
            for pair in piece:
                yield from _of_pair(pair, held, (then, now), None if asked is None else asked[0])


def _related(all_of_them: list[Project], asked: tuple[set[str], set[int]] | None) -> list[Project]:
    """The tables with an indicator that is asked for, and those that may be the same project in another year."""
    if asked is None:
        return all_of_them
    held = [project for project in all_of_them if project.table_id in asked[1]]
    lineages = {project.lineage for project in held}
    codes = {project.project_code for project in held} - {None}
    return [p for p in all_of_them if p.lineage in lineages or p.project_code in codes]


def _answerable(then: list[Project], now: list[Project]) -> Iterator[Pair[Project]]:
    """The pairs of two years; a project came or went only where its owner has tables of its kind in both years."""
    owners = [{(project.kind, project.owner, project.region) for project in side} for side in (then, now)]
    both = owners[0] & owners[1]
    for pair in paired(then, now, PROJECT_RULES):
        only = pair.then or pair.now
        whole = pair.then is not None and pair.now is not None
        if whole or pair.ambiguous or (only and only.owner and (only.kind, only.owner, only.region) in both):
            yield pair


def _steps(held: Sequence[int], asked: tuple[int, int] | None, latest: int | None) -> Iterable[tuple[int, int]]:
    if asked is not None:
        return [asked]
    return [(then, now) for then, now in pairwise(held) if latest is None or now == latest]


def _of_pair(
    pair: Pair[Project], held: dict[int, list[Side]], years: tuple[int, int], keys: set[str] | None
) -> Iterator[Change]:
    then, now = pair.then, pair.now

    def asked(*those: Side | None) -> bool:
        return keys is None or any(side is not None and side.key in keys for side in those)

    if then is None or now is None:
        only = then or now
        if only is not None and asked(*held.get(only.table_id, [])):
            whole: Status = (
                "ambiguous_project" if pair.ambiguous else "new_project" if then is None else "dropped_project"
            )
            might_be = tuple(project.project_name or project.key for project in pair.ambiguous)
            yield Change(whole, years, then, now, None, None, (pair.rule, None), might_be=might_be)
        return
    for found in indicators_paired(held.get(then.table_id, []), held.get(now.table_id, [])):
        if asked(found.then, found.now):
            yield _of_indicators(found, (then, now), pair.rule, years)


def _of_indicators(pair: Pair[Side], of: tuple[Project, Project], rule: str | None, years: tuple[int, int]) -> Change:
    whose = (years, *of, pair.then, pair.now, (rule, pair.rule))
    if pair.then is None or pair.now is None:
        status: Status = "ambiguous" if pair.ambiguous else "new" if pair.then is None else "dropped"
        return Change(
            status, *whose, might_be=tuple(f"{side.name} {side.stated_value or ''}".strip() for side in pair.ambiguous)
        )
    moved, by, unit, strictness = compared(pair.then, pair.now, years)
    if pair.rule == "similar name" and moved == "unchanged":
        moved = "reworded"
    return Change(moved, *whose, by=by, unit=unit, strictness=strictness, likeness=pair.likeness)


Moved = tuple[Status, str | None, str | None, Literal["stricter", "looser"] | None]


def compared(then: Side, now: Side, years: tuple[int, int]) -> Moved:
    """How the targets of one indicator moved: its status, by how much, in which unit, and whether more is asked for."""
    if _said(then) == _said(now):
        return "unchanged", None, None, None
    if len(then.targets) != len(now.targets) or not then.targets:
        return "changed", None, None, None
    moves = [_moved(one, other, years) for one, other in zip(then.targets, now.targets, strict=True)]
    kinds = {move[0] for move in moves} - {"unchanged"}
    if not kinds:
        return "unchanged", None, None, None
    if len(kinds) > 1:
        return "changed", None, None, None
    first = next(move for move in moves if move[0] != "unchanged")
    strictnesses = {move[3] for move in moves if move[0] != "unchanged"}
    return (first[0], first[1], first[2], first[3] if len(strictnesses) == 1 else None)


def _said(side: Side) -> tuple[str, ...]:
    return tuple(fold(text or "") for text in (side.stated_value, side.stated_operator, side.stated_unit))


def _moved(then: Target, now: Target, years: tuple[int, int]) -> Moved:
    match then, now:
        case Comparison(), Comparison() if _measure(then) == _measure(now):
            return _numbers(then, now)
        case Deadline(not_after=str(before)), Deadline(not_after=str(after)):
            moved_on = after == f"{int(before[:4]) + years[1] - years[0]}{before[4:]}"
            return ("unchanged" if moved_on else "changed"), None, None, None
        case _ if type(then) is type(now) and yearless(then.text) == yearless(now.text):
            return "unchanged", None, None, None
        case _:
            return "changed", None, None, None


def _measure(said: Comparison) -> tuple[str | None, ...]:
    unit = said.unit_canonical or said.unit_inferred or said.unit
    return unit, canonical_per(said.per), said.basis, said.change, fold(said.subject or "")


def _numbers(then: Comparison, now: Comparison) -> Moved:
    """By the bounds that both have; where only the sign differs (≥90% and 90%), the number is unchanged."""
    shared = [(one, other) for one, other in ((then.low, now.low), (then.high, now.high)) if one and other]
    if not shared:
        return _without_bounds(then, now)
    steps = [exact(other) - exact(one) for one, other in shared]
    unit = now.unit_canonical or now.unit_inferred or now.unit or None
    if all(step == 0 for step in steps):
        same = (then.low, then.high, then.low_open, then.high_open) == (now.low, now.high, now.low_open, now.high_open)
        return ("unchanged" if same else "changed"), None, unit, _strictness(then, now)
    if all(step >= 0 for step in steps) or all(step <= 0 for step in steps):
        step = max(steps, key=abs)
        return ("raised" if step > 0 else "lowered"), exact_text(step), unit, _strictness(then, now)
    return "changed", None, unit, _strictness(then, now)


def _without_bounds(then: Comparison, now: Comparison) -> Moved:
    same = (then.comparator, then.value, then.upper) == (now.comparator, now.value, now.upper)
    no_bounds = not (then.low or then.high or now.low or now.high)
    return ("unchanged" if same and no_bounds else "changed"), None, None, None


def _strictness(then: Comparison, now: Comparison) -> Literal["stricter", "looser"] | None:
    inside, outside = within(now, then), within(then, now)
    return None if inside == outside else "stricter" if inside else "looser"
