"""What shows of a page once all is painted: paint hides what was drawn below it, and white shows on what is not."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from parsers.formats.lattice import Rule

MOST = 1_000
"""A page on which more is painted shows a drawing, not a table."""
_MOST_RULES = 10_000
_INSIDE = 1.0
"""A line so far within what is painted over it is hidden; one along its edge is the border of it."""
_ALIKE = 0.5
_SHORTEST = 2.0


class Fill(NamedTuple):
    """A rectangle that is painted, and how many rules, grounds and texts were drawn before it."""

    box: Rule
    is_white: bool
    rules: int
    grounds: int
    texts: int
    source: int = -1


Bounds = Callable[[Fill], Rule | None]
"""What a rectangle covers so that nothing shows through it; None where something may."""


def as_painted(fill: Fill) -> Rule | None:
    """All of a rectangle, where nothing clips it and it is opaque."""
    return fill.box


def shown_rules(rules: Sequence[Rule], fills: Sequence[Fill], covered: Bounds = as_painted) -> list[Rule]:
    """The rules of a page without what later fills hide of them.

    >>> grid = [Rule(0, 20, 90, 20), Rule(40, 0, 40, 60)]
    >>> shown_rules(grid, [Fill(Rule(0, 0, 40, 60), is_white=True, rules=2, grounds=0, texts=0)])
    [Rule(x0=40, top=20, x1=90, bottom=20), Rule(x0=40, top=0, x1=40, bottom=60)]
    """
    late = [fill for fill in fills if fill.rules]
    if not late or len(fills) > MOST or len(rules) > _MOST_RULES:
        return list(rules)
    hidden: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for lying in (True, False):
        drawn = sorted((_at(rule), number) for number, rule in enumerate(rules) if rule.lies == lying)
        for fill in late:
            found = list(_below(fill, drawn, rules))
            box = covered(fill) if found else None
            if box is not None:
                start, end = _along(box, lies=lying)
                for number in found:
                    if _holds_across(box, rules[number]):
                        hidden[number].append((start, end))
    return [part for number, rule in enumerate(rules) for part in _without(rule, hidden.get(number, ()))]


def shown_grounds(grounds: Sequence[Rule], fills: Sequence[Fill], covered: Bounds = as_painted) -> list[Rule]:
    """The grounds of a page with white cells on them, and without those that white hides.

    >>> cells = Rule(1, 1, 49, 19), Rule(120, 1, 149, 19)
    >>> white = [Fill(cell, is_white=True, rules=0, grounds=1, texts=0) for cell in cells]
    >>> shown_grounds([Rule(0, 0, 100, 20)], white)
    [Rule(x0=0, top=0, x1=100, bottom=20), Rule(x0=1, top=1, x1=49, bottom=19)]
    """
    white = [fill for fill in fills if fill.is_white and fill.grounds]
    if not white or max(len(white), len(grounds)) > MOST:
        return list(grounds)
    hidden: set[int] = set()
    shown: list[Rule] = []
    for fill in white:
        below = [number for number in range(fill.grounds) if number not in hidden and _meets(fill.box, grounds[number])]
        box = covered(fill) if below else None
        if box is None:
            continue
        hidden.update(number for number in below if _holds(box, grounds[number]))
        if any(number not in hidden and _holds(grounds[number], box) for number in below):
            shown.append(box)
    return [*(ground for number, ground in enumerate(grounds) if number not in hidden), *shown]


def shown_lines(lines: Sequence[tuple[Rule, int]], grounds: Sequence[Rule]) -> Iterator[Rule]:
    """The white lines that show, each with how many grounds were painted before it: those that lie on one of them.

    >>> list(shown_lines([(Rule(0, 10, 90, 10), 1), (Rule(0, 90, 90, 90), 1)], [Rule(0, 0, 90, 30)]))
    [Rule(x0=0, top=10, x1=90, bottom=10)]
    """
    if max(len(lines), len(grounds)) > MOST:
        return
    for line, before in lines:
        x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
        for ground in grounds[:before]:
            if ground.x0 - _INSIDE <= x <= ground.x1 + _INSIDE and ground.top - _INSIDE <= y <= ground.bottom + _INSIDE:
                yield line
                break


def _at(rule: Rule) -> float:
    return rule.top + rule.bottom if rule.lies else rule.x0 + rule.x1


def _along(box: Rule, *, lies: bool) -> tuple[float, float]:
    return (box.x0, box.x1) if lies else (box.top, box.bottom)


def _below(fill: Fill, drawn: Sequence[tuple[float, int]], rules: Sequence[Rule]) -> Iterator[int]:
    """The rules of one direction that were drawn before a fill and run through it; `drawn` has twice their place."""
    if not drawn:
        return
    lies = rules[drawn[0][1]].lies
    low, high = _along(fill.box, lies=not lies)
    first = bisect_left(drawn, (2 * (low + _INSIDE), -1))
    last = bisect_right(drawn, (2 * (high - _INSIDE), len(rules)))
    start, end = _along(fill.box, lies=lies)
    for _, number in drawn[first:last]:
        begins, ends = _along(rules[number], lies=lies)
        if number < fill.rules and begins < end and start < ends:
            yield number


def _holds_across(box: Rule, rule: Rule) -> bool:
    """Whether a rule lies within a box in its whole thickness, and not along its edge."""
    low, high = _along(box, lies=not rule.lies)
    begins, ends = _along(rule, lies=not rule.lies)
    middle = (begins + ends) / 2
    return low <= begins and ends <= high and low + _INSIDE < middle < high - _INSIDE


def _without(rule: Rule, hidden: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    """What is left of a rule."""
    if not hidden:
        yield rule
        return
    begin, last = _along(rule, lies=rule.lies)
    for start, end in (*sorted(hidden), (last, last)):
        if start - begin > _SHORTEST:
            yield rule._replace(x0=begin, x1=start) if rule.lies else rule._replace(top=begin, bottom=start)
        begin = max(begin, end)


def _meets(one: Rule, other: Rule) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _holds(outer: Rule, inner: Rule) -> bool:
    return (
        outer.x0 <= inner.x0 + _ALIKE
        and outer.top <= inner.top + _ALIKE
        and outer.x1 >= inner.x1 - _ALIKE
        and outer.bottom >= inner.bottom - _ALIKE
    )
