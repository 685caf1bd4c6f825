"""Target against actual: met or missed and by how much, and the score that was given against the score of the rule.

The rule is that of the usual self-evaluation (财预〔2020〕10号): a numeric target that is met earns its full weight,
one that is missed its weight times actual over target, or target over actual where less is better. Words have none.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from audit.asking.question import Question, conditions
from audit.comparing.sides import Side, projects, sides, wanted
from normalize import parse_value
from normalize.directions import direction, stated_direction
from normalize.fulfilment import Fulfilment, fulfilment
from normalize.numbers import exact, exact_text
from schema.target import Blank, Comparison, Target

Status = Literal["met", "missed", "under_way", "not_comparable", "no_actual"]
Scored = Literal["as_the_rule", "above_the_rule", "below_the_rule", "above_weight"]
STATUSES: tuple[Status, ...] = ("met", "missed", "under_way", "not_comparable", "no_actual")
_TABLES = 200
_ROUNDED = Fraction(1, 10)
"""Scores are published with one or two decimals."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An indicator's target beside what was achieved; of several targets all must be met.

    What a monitoring table has not reached yet is under way: its results are those of a part of the year.

    `by` is the margin in the canonical unit, below zero if missed; `share` what was achieved of the target, 1 is all;
    `due` the score by the rule; `why` tells why the two cannot be compared.
    """

    side: Side
    status: Status
    by: str | None = None
    unit: str | None = None
    share: str | None = None
    why: str | None = None
    assumed_unit: bool = False
    due: str | None = None
    scored: Scored | None = None


def achievements(connection: sqlite3.Connection, question: Question) -> Iterator[Meeting]:
    """Every indicator for which something achieved is stated, or a score; raises `CommandError`."""
    found = conditions(connection, question)
    asked = wanted(connection, found)
    tables = projects(connection, found)
    if asked is not None:
        tables = [project for project in tables if project.table_id in asked[1]]
    for start in range(0, len(tables), _TABLES):
        piece = tables[start : start + _TABLES]
        held = sides(connection, piece)
        for project in piece:
            own = held.get(project.table_id, ())
            scale = _scale(own)
            for side in own:
                if (asked is None or side.key in asked[0]) and (side.actual is not None or side.score is not None):
                    yield met(side, scale)


def met(side: Side, scale: int = 1) -> Meeting:
    """An indicator's target beside what was achieved; `scale` is what a weight of 1 is in scores."""
    if not side.actual_targets or all(isinstance(target, Blank) for target in side.actual_targets):
        return _scored(Meeting(side, "no_actual"), scale)
    # What the form says of the direction, else what name and level do.
    way = stated_direction(side.direction_stated) or direction(side.name, side.level1, side.level2)
    found = fulfilment(side.targets, side.actual_targets, way, side.name, _JOINS.get(side.targets_join))
    if found.judged is None:
        return _scored(Meeting(side, "not_comparable", why=found.reason), scale)
    aim, got = found.judged
    return _scored(
        Meeting(
            side,
            "under_way" if found.missed and _is_under_way(side, found.missed) else found.status,
            by=found.by,
            unit=_unit(aim),
            share=None if len(side.targets) > 1 else _share(aim, got, found),
            why=found.reason,
            assumed_unit=found.assumed_unit,
        ),
        scale,
    )


_JOINS: dict[str | None, Literal["and", "or"]] = {"and": "and", "or": "or"}


def _is_under_way(side: Side, missed: Sequence[tuple[Target, Target]]) -> bool:
    """Whether all that is missed may still be reached: results of a part of the year, below a target of all of it."""
    return side.project.kind == "monitor" and all(
        isinstance(aim, Comparison)
        and isinstance(got, Comparison)
        and aim.low is not None
        and got.high is not None
        and exact(got.high) < exact(aim.low)
        for aim, got in missed
    )


def _unit(aim: Target) -> str | None:
    return (aim.unit_canonical or aim.unit_inferred or aim.unit or None) if isinstance(aim, Comparison) else None


def _share(aim: Target, got: Target, found: Fulfilment) -> str | None:
    """What was achieved of the target: actual over target, or the other way round where less is better."""
    if found.status == "not_comparable" or not isinstance(aim, Comparison) or not isinstance(got, Comparison):
        return None
    if found.by is None or aim.change or (aim.low and aim.high and aim.low != aim.high):
        return None
    bound = aim.low or aim.high
    if bound is None or not exact(bound):
        return None
    goal, margin = exact(bound), exact(found.by)
    fewer = aim.low is None
    reached = goal - margin if fewer else goal + margin
    if reached <= 0 or goal <= 0:
        return None
    share = goal / reached if fewer else reached / goal
    return exact_text(Fraction(round(share * 10_000), 10_000))


_WHOLE = 100


def _scale(own: Sequence[Side]) -> int:
    """What a weight of 1 is in the scores of its table: 0.15 beside 12.5 points is 15 of them."""
    weights, scores = (
        [n for side in own if (n := _number(getattr(side, name))) is not None] for name in ("weight", "score")
    )
    return _WHOLE if weights and max(weights) <= 1 and max(scores, default=Fraction(0)) > 1 else 1


def _scored(meeting: Meeting, scale: int) -> Meeting:
    """The score beside the score of the rule, where both can be told."""
    weight, score = _number(meeting.side.weight), _number(meeting.side.score)
    if weight is None or score is None:
        return meeting
    weight *= scale
    if score > weight:
        return replace(meeting, due=_due(meeting, weight), scored="above_weight")
    due = _due(meeting, weight)
    if due is None:
        return meeting
    gap = score - exact(due)
    how: Scored = "as_the_rule" if abs(gap) <= _ROUNDED else "above_the_rule" if gap > 0 else "below_the_rule"
    return replace(meeting, due=due, scored=how)


def _due(meeting: Meeting, weight: Fraction) -> str | None:
    if meeting.status == "met":
        return exact_text(weight)
    if meeting.status == "missed" and meeting.share is not None:
        return exact_text(Fraction(round(weight * min(exact(meeting.share), Fraction(1)) * 100), 100))
    return None


def _number(text: str | None) -> Fraction | None:
    """A weight or score as it is written (10, 10分, 9.5), or None."""
    match parse_value(text or "").targets:
        case (Comparison(value=str(value), upper=None, unit=unit),) if unit in {"", "分", "%"}:
            return exact(value)
        case _:
            return None
