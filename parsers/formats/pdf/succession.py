"""Whether a page that says nothing of itself goes on with the table of the page before it."""

from collections.abc import Sequence

from parsers.formats.lattice import Rule
from schema.document import Grid, Text

_FURNITURE = 2
"""Lines below or above a table that goes on: a page number, a running title."""
_SAME_EDGE = 6.0

Blocks = Sequence[Grid | Text]
Sides = list[list[float]]
"""Where the cells of each of the tables begin and end that a page ends in."""


def last_tables(blocks: Blocks, before: Sides) -> Sides:
    """The sides of the tables a page ends in, but for its furniture: the lowest, and those that stand beside it.

    Of one that goes on from the page before, `before` counts, too: below a label that is merged over pages no cell may
    show where its column is.
    """
    grids = [block for block in blocks if isinstance(block, Grid)]
    if not any(isinstance(block, Grid) for block in blocks[-1 - _FURNITURE :]):
        return []
    first = _first(blocks)
    found: Sides = []
    for grid in grids:
        if _foot(grid) > _head(grids[-1]):
            sides = _sides(grid)
            known = [edges for edges in before if grid is first and _fits(sides, edges)]
            found.append(sorted({*sides, *(edge for edges in known for edge in edges)}))
    return found


def goes_on(before: Sides, blocks: Blocks) -> bool:
    """Whether a page begins with a table as wide as one that the page before it ends in, blank cells aside.

    Two tables beside each other end on one page and may both go on.
    """
    first = _first(blocks)
    sides = _sides(first) if first is not None else []
    return bool(sides) and any(_fits(sides, known) for known in before)


def open_columns(before: Sides, blocks: Blocks) -> list[Rule]:
    """The lines a page lacks of a table that goes on: around text beside it, in the outer columns of the page before.

    A table whose sides are open shows those columns by the lines that end in them; a page on which their cells only go
    on from the page before has none of these.
    """
    number = next((number for number, block in enumerate(blocks) if isinstance(block, Grid)), None)
    grid = blocks[number] if number is not None else None
    if not before or number is None or not isinstance(grid, Grid) or not (sides := _sides(grid)):
        return []
    top, bottom = _head(grid), _foot(grid)
    texts = (block.box for block in blocks if isinstance(block, Text) and block.box is not None)
    beside = [
        box
        for box in texts
        if top <= (box.top + box.bottom) / 2 <= bottom and (box.x1 <= sides[0] + 1 or box.x0 >= sides[-1] - 1)
    ]
    if not beside:
        return []
    above = sum(not isinstance(block, Text) or block.box not in beside for block in blocks[:number])
    known = next((edges for edges in before if _within(sides, edges)), None)
    if known is None or above > _FURNITURE:
        return []
    lines: list[Rule] = []
    for outer, side in ((known[0], sides[0]), (known[-1], sides[-1])):
        x0, x1 = min(outer, side), max(outer, side)
        if x1 - x0 > _SAME_EDGE and any(x0 - 1 <= box.x0 and box.x1 <= x1 + 1 for box in beside):
            lines += [Rule(outer, top, outer, bottom), Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom)]
    return lines


_FEWEST = 4
"""So many sides tell whose columns they are."""


def _within(sides: Sequence[float], known: Sequence[float]) -> bool:
    """Whether a table has columns of another one and no others, though not all of them."""
    near = all(min(abs(side - edge) for edge in known) <= _SAME_EDGE for side in sides)
    return near and len(sides) >= _FEWEST


def _first(blocks: Blocks) -> Grid | None:
    """The table a page begins with, but for its furniture."""
    return next((block for block in blocks[: 1 + _FURNITURE] if isinstance(block, Grid)), None)


def _head(grid: Grid) -> float:
    return min((cell.box.top for cell in grid.cells if cell.box is not None), default=0.0)


def _foot(grid: Grid) -> float:
    return max((cell.box.bottom for cell in grid.cells if cell.box is not None), default=0.0)


def _fits(sides: Sequence[float], known: Sequence[float]) -> bool:
    if not sides or not known or sides[0] < known[0] - _SAME_EDGE or sides[-1] > known[-1] + _SAME_EDGE:
        return False
    return all(min(abs(side - edge) for edge in known) <= _SAME_EDGE for side in (sides[0], sides[-1]))


def _sides(grid: Grid) -> list[float]:
    """Where its cells begin and end."""
    return sorted({side for cell in grid.cells if cell.box is not None for side in (cell.box.x0, cell.box.x1)})
