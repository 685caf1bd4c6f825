"""Cells drawn one by one, as frames of their own or as shaded grounds, as the lines that would divide them."""

from collections.abc import Iterator, Sequence

from parsers.formats.lattice.edges import Edge, together
from parsers.formats.lattice.marks import Rule

_GAP = 6.5
"""Cells of one table stand no farther from each other."""
_FEWEST, _MOST = 4, 800
_LOWEST, _NARROWEST = 7.0, 12.0
_SHARED = 0.5
_TILED = 0.8


def cells_among(boxes: Sequence[Rule], width: float, height: float) -> list[Rule]:
    """The boxes that may be cells: neither a ground below the whole page nor the highlight of a word.

    A page with more of them than a table has shows a picture.
    """
    page = width * height
    found = [
        box
        for box in boxes
        if box.bottom - box.top >= _LOWEST
        and box.x1 - box.x0 >= _NARROWEST
        and (box.x1 - box.x0) * (box.bottom - box.top) < _SHARED * page
    ]
    return found if _FEWEST <= len(found) <= _MOST else []


def lines_between(boxes: Sequence[Rule], grounds: Sequence[Rule] = ()) -> tuple[list[Edge], list[Edge]]:
    """The lying and the standing lines that boxes beside and below each other stand for, in the middle of their gaps.

    Boxes that have no other below or above them, the shaded rows of a striped table, stand for lying lines only, unless
    they fill one of the `grounds` from top to bottom.

    >>> cells = [Rule(x, y, x + 48, y + 18) for y in (0, 20) for x in (0, 50)]
    >>> lying, standing = lines_between(cells)
    >>> [edge.at for edge in lying], standing[1]
    ([-1.0, 19.0, 39.0], Edge(at=49.0, start=-1.0, end=39.0))
    """
    if len(boxes) < _FEWEST:
        return [], []
    gaps = sorted(gap for box in boxes for gap in _gaps(box, boxes))
    half = gaps[len(gaps) // 2] / 2 if gaps else 0.0
    tiled = sum(_has_other_below(box, boxes) or _fills(box, grounds) for box in boxes) > _TILED * len(boxes)
    lying: list[Edge] = []
    standing: list[Edge] = []
    for box in boxes:
        x0, top, x1, bottom = box.x0 - half, box.top - half, box.x1 + half, box.bottom + half
        lying.extend((Edge(top, x0, x1), Edge(bottom, x0, x1)))
        if tiled:
            standing.extend((Edge(x0, top, bottom), Edge(x1, top, bottom)))
    return together(lying), together(standing)


def _gaps(box: Rule, boxes: Sequence[Rule]) -> Iterator[float]:
    """How far the next boxes to the right of one stand."""
    for other in boxes:
        beside = min(box.bottom, other.bottom) - max(box.top, other.top) > 0
        if beside and -1 <= other.x0 - box.x1 <= _GAP:
            yield max(0.0, other.x0 - box.x1)


def _fills(box: Rule, grounds: Sequence[Rule]) -> bool:
    """Whether a box is a cell of a single row, painted on a ground that shows around it."""
    return any(
        0 < box.top - ground.top <= _GAP
        and 0 < ground.bottom - box.bottom <= _GAP
        and ground.x0 < box.x0
        and box.x1 < ground.x1
        for ground in grounds
    )


def _has_other_below(box: Rule, boxes: Sequence[Rule]) -> bool:
    """Whether another box follows below or above one closely."""
    return any(
        other is not box
        and min(box.x1, other.x1) - max(box.x0, other.x0) > 0
        and (-1 <= other.top - box.bottom <= _GAP or -1 <= box.top - other.bottom <= _GAP)
        for other in boxes
    )
