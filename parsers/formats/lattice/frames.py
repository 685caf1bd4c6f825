"""Edges that meet, as frames: the lines of one table, with its open borders closed."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Rule

REACH = 3.0
"""Lines that miss each other by no more are meant to meet."""
_OPEN = 6.0
MOST_EDGES = 6_000
"""A page with more lines shows a drawing, not a table."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of one table, and what they enclose."""

    lying: tuple[Edge, ...]
    standing: tuple[Edge, ...]
    box: Rule = field(init=False)

    def __post_init__(self) -> None:
        """Measure what the lines enclose, once: it is asked for again and again."""
        lying, standing = self.lying, self.standing
        box = Rule(
            min([e.at for e in standing]) if standing else min([e.start for e in lying]),
            min([e.at for e in lying]),
            max([e.at for e in standing]) if standing else max([e.end for e in lying]),
            max([e.at for e in lying]),
        )
        object.__setattr__(self, "box", box)


def frames(lying: Sequence[Edge], standing: Sequence[Edge]) -> tuple[list[Frame], list[Edge]]:
    """The frames that edges make where they meet, and the lying edges that meet no other.

    >>> box = [Edge(0, 0, 90), Edge(40, 0, 90)], [Edge(0, 0, 40), Edge(90, 0, 40)]
    >>> found, alone = frames([*box[0], Edge(200, 0, 90)], box[1])
    >>> found[0].box, alone
    (Rule(x0=0, top=0, x1=90, bottom=40), [Edge(at=200, start=0, end=90)])
    """
    if len(lying) + len(standing) > MOST_EDGES:
        return [], []
    ordered = sorted(lying)
    heights = [edge.at for edge in ordered]
    leader = list(range(len(ordered) + len(standing)))

    def lead(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for number, (at, start, end) in enumerate(standing, len(ordered)):
        for one in range(bisect_left(heights, start - REACH), bisect_right(heights, end + REACH)):
            if ordered[one].start - REACH <= at <= ordered[one].end + REACH:
                leader[lead(one)] = lead(number)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for number, edge in enumerate((*ordered, *standing)):
        groups[lead(number)][number >= len(ordered)].append(edge)
    found = [_closed(*group) for group in groups.values() if _is_frame(*group)]
    walls = [edge for rows, columns in groups.values() if not rows for edge in columns]
    found = [_walled(frame, walls) for frame in found] if walls else found
    alone = [edge for rows, columns in groups.values() if not columns for edge in rows]
    return sorted(found, key=lambda frame: (frame.box.top, frame.box.x0)), sorted(alone)


def _walled(frame: Frame, walls: Sequence[Edge]) -> Frame:
    """A frame with the wall beside it that no line meets: of a column whose one cell is cut above and below.

    Such a wall begins and ends with the frame.
    """
    box, lying, standing = frame.box, frame.lying, frame.standing
    for wall in walls:
        even = abs(wall.start - box.top) <= _OPEN and abs(wall.end - box.bottom) <= _OPEN
        if even and 0 < max(box.x0 - wall.at, wall.at - box.x1) <= _WIDEST:
            reached = (min(box.x0, wall.at), max(box.x1, wall.at))
            lying = tuple(Edge(edge.at, *reached) if edge.at in {box.top, box.bottom} else edge for edge in lying)
            standing = tuple(sorted((*standing, wall)))
    return frame if standing is frame.standing else Frame(lying, standing)


_WIDEST = 120.0
"""No column of one cell on a page is wider."""


def _is_frame(lying: Sequence[Edge], standing: Sequence[Edge]) -> bool:
    """Whether lines enclose something: two of one direction and one across."""
    return (len(lying) >= 2 and bool(standing)) or (len(standing) >= 2 and bool(lying))


def _closed(lying: list[Edge], standing: list[Edge]) -> Frame:
    """A frame whose open sides are closed as far as its lines reach."""
    across, along = _missing(lying, standing, through=True), _missing(standing, lying)
    return Frame(tuple(sorted((*lying, *along))), tuple(sorted((*standing, *across))))


def _missing(reaching: Sequence[Edge], present: Sequence[Edge], *, through: bool = False) -> list[Edge]:
    """The edges across the ends of lines that reach beyond all the edges that are there, along all of the frame.

    One line is enough where it may run `through` all of the frame: it divides cells at the side merged over many rows.
    """
    found = []
    first, last = min(edge.at for edge in present), max(edge.at for edge in present)
    start = min(*(edge.at for edge in reaching), *(edge.start for edge in present))
    end = max(*(edge.at for edge in reaching), *(edge.end for edge in present))
    before = [edge.start for edge in reaching if edge.start < first - REACH]
    beyond = [edge.end for edge in reaching if edge.end > last + REACH]
    for outer, outermost, edge in ((before, min, first), (beyond, max, last)):
        at = outermost(outer, default=0.0)
        near, few = (_OPEN, _TWO) if abs(at - edge) > _OPEN else (_EVEN, _SEVERAL)
        crossing = through and abs(at - edge) > _OPEN and any(_crosses(line, at, first, last) for line in reaching)
        if crossing or sum(abs(place - at) <= near for place in outer) >= few:
            found.append(Edge(at, start, end))
    return found


def _crosses(line: Edge, at: float, first: float, last: float) -> bool:
    """Whether a line runs through all of a frame and ends at a place beyond it."""
    return at in {line.start, line.end} and line.start <= first + REACH and line.end >= last - REACH


_TWO = 2
_EVEN, _SEVERAL = 1.0, 3
"""So many lines that reach a little beyond all edges, and end within so much of each other, are cut by a page break."""
