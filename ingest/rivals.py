"""Which of the tables with one key counts, where several sources hold it: a rule that knows no order of events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rival:
    """A table that stands in a source together with others of its key in other sources."""

    table_id: int
    place: tuple[str, str]
    content: str | None
    identified: bool
    published: str | None
    arrived_in: int


def standing(rivals: Iterable[Rival]) -> set[int]:
    """The tables that count.

    Equal contents count once, in the first place. Of different contents the one published last counts, where all have
    a date, else the one that arrived last; where the tables do not say enough to be one and the same, each counts.

    >>> old = Rival(1, ("d", "a.docx"), "x", True, None, 1)
    >>> copy, new = Rival(2, ("d", "b.pdf"), "x", True, None, 2), Rival(3, ("d", "c.docx"), "y", True, None, 2)
    >>> standing([copy, old]), standing([new, old, copy])
    ({1}, {3})
    """
    group = sorted(rivals, key=lambda rival: rival.place)
    first: dict[str, Rival] = {}
    for rival in group:
        first.setdefault(rival.content or f"table {rival.table_id}", rival)
    if not all(rival.identified for rival in group):
        return {rival.table_id for rival in first.values()}
    last = _last(group)
    return {first[last.content or f"table {last.table_id}"].table_id}


def differing(rivals: Iterable[Rival]) -> list[tuple[Rival, Rival]]:
    """Each table that says something else than the first of its key, with that first one."""
    group = sorted(rivals, key=lambda rival: rival.place)
    if not all(rival.identified for rival in group):
        return []
    return [(rival, group[0]) for rival in group[1:] if rival.content != group[0].content]


def repeated(rivals: Iterable[Rival]) -> list[tuple[Rival, Rival]]:
    """Each table that says what one before it says, with that one."""
    first: dict[str | None, Rival] = {}
    found = []
    for rival in sorted(rivals, key=lambda rival: rival.place):
        before = first.setdefault(rival.content, rival)
        if before is not rival and rival.content is not None:
            found.append((rival, before))
    return found


def _last(group: Sequence[Rival]) -> Rival:
    dated = all(rival.published for rival in group)
    return max(group, key=lambda rival: ((dated and rival.published) or "", rival.arrived_in, rival.place))
