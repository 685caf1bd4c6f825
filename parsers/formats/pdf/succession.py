"""Whether a page that says nothing of itself goes on with the table of the page before it."""

from collections.abc import Sequence

from schema.document import Grid, Text

_FURNITURE = 2
"""Lines below or above a table that goes on: a page number, a running title."""
_SAME_EDGE = 6.0

Blocks = Sequence[Grid | Text]


def ends_in_table(blocks: Blocks) -> bool:
    """Whether a page ends in a table, but for its furniture."""
    return any(isinstance(block, Grid) for block in blocks[-1 - _FURNITURE :])


def goes_on(before: Blocks, blocks: Blocks) -> bool:
    """Whether a page begins with a table as wide as one that the page before it ends in, blank cells aside.

    Two tables beside each other end on one page and may both go on.
    """
    first = next((block for block in blocks[: 1 + _FURNITURE] if isinstance(block, Grid)), None)
    sides = _sides(first) if first is not None else []
    return bool(sides) and any(_fits(sides, _sides(grid)) for grid in _last(before))


def _last(before: Blocks) -> list[Grid]:
    """The lowest table of a page, and those that stand beside it."""
    grids = [block for block in before if isinstance(block, Grid)]
    return [grid for grid in grids if _foot(grid) > _head(grids[-1])]


def _head(grid: Grid) -> float:
    return min((cell.box.top for cell in grid.cells if cell.box is not None), default=0.0)


def _foot(grid: Grid) -> float:
    return max((cell.box.bottom for cell in grid.cells if cell.box is not None), default=0.0)


def _fits(sides: Sequence[float], known: Sequence[float]) -> bool:
    if not known or sides[0] < known[0] - _SAME_EDGE or sides[-1] > known[-1] + _SAME_EDGE:
        return False
    return all(min(abs(side - edge) for edge in known) <= _SAME_EDGE for side in (sides[0], sides[-1]))


def _sides(grid: Grid) -> list[float]:
    """Where its cells begin and end."""
    return sorted({side for cell in grid.cells if cell.box is not None for side in (cell.box.x0, cell.box.x1)})
