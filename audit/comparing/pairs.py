"""Which table of one year is which of the next, and which indicator is which: by rules with names, never by luck."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from audit.comparing.sides import Project, Side
from normalize.keys import yearless

Item = TypeVar("Item")
Rule = tuple[str, Callable[[Item], Hashable | None]]

SIMILAR = 0.6
"""How alike two names must be to be one reworded: the share of characters they have in common, in order."""

_CLEAR = 0.1
"""By how much the best of several must be better than the next."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Item]):
    """What is one and the same on both sides, and the rule that says so; of one that came or went one side is null.

    `ambiguous` names those of the other side that it might be, where the rule fits several.
    """

    then: Item | None
    now: Item | None
    rule: str | None = None
    ambiguous: tuple[Item, ...] = ()
    likeness: float | None = None


def paired(
    then: Sequence[Item],
    now: Sequence[Item],
    rules: Iterable[Rule[Item]],
    value: Callable[[Item], str] | None = None,
) -> Iterator[Pair[Item]]:
    """Pair by one rule after the other; what a rule would pair in more than one way stays apart and says with whom.

    Several that are equal by a rule and bear the same values on both sides are paired by these.
    """
    left, right = list(then), list(now)
    for name, key in rules:
        groups: dict[Hashable, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate((left, right)):
            for item in items:
                if (said := key(item)) is not None:
                    groups[said][side].append(item)
        met = [(before, after) for before, after in groups.values() if before and after]
        for before, after in met:
            yield from _of_one_group(before, after, name, value)
        gone = {id(item) for before, after in met for item in (*before, *after)}
        left = [item for item in left if id(item) not in gone]
        right = [item for item in right if id(item) not in gone]
    yield from (Pair(item, None) for item in left)
    yield from (Pair(None, item) for item in right)


def _of_one_group(
    before: Sequence[Item], after: Sequence[Item], rule: str, value: Callable[[Item], str] | None
) -> Iterator[Pair[Item]]:
    if value is not None:
        before, after = sorted(before, key=value), sorted(after, key=value)
    same = value is not None and list(map(value, before)) == list(map(value, after))
    if len(before) == len(after) == 1 or same:
        yield from (Pair(one, other, rule) for one, other in zip(before, after, strict=True))
    else:
        yield from (Pair(item, None, rule, tuple(after)) for item in before)
        yield from (Pair(None, item, rule, tuple(before)) for item in after)


PROJECT_RULES: tuple[Rule[Project], ...] = (
    ("code", lambda p: (p.kind, p.project_code) if p.project_code else None),
    ("name", lambda p: (p.lineage,) if p.owner else None),
)
"""A project is the same by its code; else by kind, agency, region and name without the year, if its agency is said."""


def _levels(side: Side) -> tuple[str, ...]:
    return side.level1 or "", side.level2 or ""


def _kept(side: Side) -> tuple[str, ...]:
    return side.period, side.area or "", yearless(side.name).lstrip("★☆")


INDICATOR_RULES: tuple[Rule[Side], ...] = (
    ("name", lambda s: (*_levels(s), *_kept(s))),
    ("name, other level", _kept),
)
"""An indicator is the same by levels, period, area and name without the year; else without the levels."""


def indicators_paired(then: Sequence[Side], now: Sequence[Side]) -> Iterator[Pair[Side]]:
    """Pair the indicators of two tables; of those left over, pair the ones that are clearly each other reworded."""
    found = list(paired(then, now, INDICATOR_RULES, lambda side: side.stated_value or ""))
    gone = [pair.then for pair in found if pair.then is not None and pair.now is None and not pair.ambiguous]
    new = [pair.now for pair in found if pair.now is not None and pair.then is None and not pair.ambiguous]
    reworded = list(_reworded(gone, new))
    taken = {id(item) for pair in reworded for item in (pair.then, pair.now)}
    yield from (pair for pair in found if not {id(pair.then), id(pair.now)} & taken)
    yield from reworded


def _reworded(gone: Sequence[Side], new: Sequence[Side]) -> Iterator[Pair[Side]]:
    """Each of the best matches that are clear from both sides."""
    scores = {
        (before, after): likeness(gone[before].name, new[after].name)
        for before in range(len(gone))
        for after in range(len(new))
        if _levels(gone[before]) == _levels(new[after]) and _kept(gone[before])[:2] == _kept(new[after])[:2]
    }
    for (before, after), score in scores.items():
        rivals = [other for (one, another), other in scores.items() if (one == before) != (another == after)]
        if score >= SIMILAR and all(score - other >= _CLEAR for other in rivals):
            yield Pair(gone[before], new[after], "similar name", likeness=round(score, 2))


def likeness(one: str, other: str) -> float:
    """How alike two names are, years and spaces aside: 1 is equal.

    >>> likeness("2023年培训人次", "2024年培训 人次"), round(likeness("培训人次", "培训人员次数"), 2)
    (1.0, 0.8)
    """
    return SequenceMatcher(None, yearless(one), yearless(other), autojunk=False).ratio()
