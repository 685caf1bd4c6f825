"""Grids of one table on several pages, counted in the rows and columns of the first."""

from bisect import insort
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.layouts.rows import Row, Slot, rows_of
from schema.document import Grid

_NEAR = 4.0
_LOOSE = 14.0


class _Page(NamedTuple):
    """A grid, where its columns begin and end, and which places on the first pages those stand for."""

    grid: Grid
    own: list[float]
    stand: list[float]


def on_one_grid(chain: Sequence[Grid]) -> list[list[Row]]:
    """The rows of each grid; below the first, rows go on counting, and columns are those of equal place on the page.

    A page that is drawn in other widths has the columns of the page before it if they are as many. Where a file has no
    pages its columns are as they are.
    """
    edges, drawn = _edges(chain)
    pages: list[list[Row]] = []
    above = 0
    for page in drawn:
        pages.append([_counted(row, page, chain[0], above, edges) for row in rows_of(page.grid)])
        above += page.grid.height
    return pages


def _edges(chain: Sequence[Grid]) -> tuple[list[float], list[_Page]]:
    """Where columns begin and end on any page; those of later pages that are nearly equal are one."""
    first = _places(chain[:1])
    pages = [_Page(chain[0], first, first)]
    edges = list(first)
    width = min((right - left for left, right in pairwise(first)), default=0.0)
    near = min(max(_NEAR, 0.3 * width), _LOOSE)
    for grid in chain[1:]:
        own, before = _places([grid]), pages[-1]
        unlike = [place for place in own if first and abs(edges[_nearest(edges, place)] - place) > near]
        if unlike and len(own) == len(before.own):
            pages.append(_Page(grid, own, before.stand))
            continue
        pages.append(_Page(grid, own, own))
        for place in unlike:
            insort(edges, place)
    return edges, pages


def _places(grids: Sequence[Grid]) -> list[float]:
    found: list[float] = []
    for place in sorted(
        side for grid in grids for cell in grid.cells if cell.box for side in (cell.box.x0, cell.box.x1)
    ):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _counted(row: Row, page: _Page, first: Grid, above: int, edges: Sequence[float]) -> Row:
    covering: dict[int, Slot] = {}
    for slot in {slot.key: slot for slot in row.covering.values()}.values():
        counted = _moved(slot, page, first, above, edges)
        covering.update(dict.fromkeys(range(counted.column, counted.last_column + 1), counted))
    return Row(tuple(_moved(slot, page, first, above, edges) for slot in row.slots), covering)


def _moved(slot: Slot, page: _Page, grid: Grid, above: int, edges: Sequence[float]) -> Slot:
    cell, box = slot.cell, slot.cell.box
    place: Mapping[str, int] = {"row": cell.row + above}
    if box is not None and edges:
        left, right = (page.stand[_nearest(page.own, side)] for side in (box.x0, box.x1))
        start, end = _nearest(edges, left), _nearest(edges, right)
        place = {**place, "column": start + 1, "columns": max(1, end - start)}
    if all(getattr(cell, name) == value for name, value in place.items()) and slot.grid is grid:
        return slot
    return Slot(grid, cell.model_copy(update=place), slot.text, (slot,))


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - place))
