"""Grids of one table on several pages, counted in the rows and columns of the first."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from parsers.layouts.rows import Row, Slot, rows_of
from schema.document import Grid

_NEAR = 4.0
_LOOSE = 14.0


def on_one_grid(chain: Sequence[Grid]) -> list[list[Row]]:
    """The rows of each grid; below the first, rows go on counting, and columns are those of equal place on the page.

    Where a file has no pages its columns are as they are.
    """
    edges = _edges(chain)
    pages: list[list[Row]] = []
    above = 0
    for grid in chain:
        pages.append([_counted(row, chain[0], above, edges) for row in rows_of(grid)])
        above += grid.height
    return pages


def _edges(chain: Sequence[Grid]) -> list[float]:
    """Where columns begin and end on any page; those of later pages that are nearly equal are one."""
    first = _places(chain[:1])
    if not first:
        return []
    width = min((right - left for left, right in pairwise(first)), default=0.0)
    near = min(max(_NEAR, 0.3 * width), _LOOSE)
    edges = list(first)
    for place in _places(chain[1:]):
        at = bisect_left(edges, place)
        beside = edges[max(at - 1, 0) : at + 1]
        if all(abs(place - edge) > near for edge in beside):
            edges.insert(at, place)
    return edges


def _places(grids: Sequence[Grid]) -> list[float]:
    found: list[float] = []
    for place in sorted(
        side for grid in grids for cell in grid.cells if cell.box for side in (cell.box.x0, cell.box.x1)
    ):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _counted(row: Row, grid: Grid, above: int, edges: Sequence[float]) -> Row:
    covering: dict[int, Slot] = {}
    for slot in {slot.key: slot for slot in row.covering.values()}.values():
        counted = _moved(slot, grid, above, edges)
        covering.update(dict.fromkeys(range(counted.column, counted.last_column + 1), counted))
    return Row(tuple(_moved(slot, grid, above, edges) for slot in row.slots), covering)


def _moved(slot: Slot, grid: Grid, above: int, edges: Sequence[float]) -> Slot:
    cell, box = slot.cell, slot.cell.box
    place: Mapping[str, int] = {"row": cell.row + above}
    if box is not None and edges:
        first, last = _nearest(edges, box.x0), _nearest(edges, box.x1)
        place = {**place, "column": first + 1, "columns": max(1, last - first)}
    if all(getattr(cell, name) == value for name, value in place.items()) and slot.grid is grid:
        return slot
    return Slot(grid, cell.model_copy(update=place), slot.text, (slot,))


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - place))
