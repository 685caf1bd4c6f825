"""Grids of one table, on several pages or one below the other, counted in the rows and columns of the first."""

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from normalize.taxonomy import is_level
from parsers.layouts.grids.rows import Row, Slot, rows_of
from parsers.layouts.words import labels
from schema.document import Grid

_NEAR = 4.0
_LOOSE = 14.0


Columns = Sequence[tuple[int, int]]
"""Columns as the cells of a table keep them apart: the first and the last place of each."""


class _Page(NamedTuple):
    """A grid, where its columns begin and end, and which places on the first pages those stand for.

    One that is as wide as the page above has columns of cells has its columns in their order (`ordinal`).
    """

    grid: Grid
    own: list[float]
    stand: list[float]
    ordinal: bool = False


def on_one_grid(chain: Sequence[Grid]) -> list[list[Row]]:
    """The rows of each grid; below the first, rows go on counting, and columns are those of equal place on the page.

    A page that is drawn in other widths has the columns of the page before it if they are as many, or those of its
    cells: where no row below the header keeps a label of the head apart, two of the first grid's columns are one. Where
    a file has no pages its columns are as they are, unless cells begin where the table above has none: then these, too,
    are in the order of its cells.
    """
    edges, drawn = _edges(chain)
    pages: list[list[Row]] = []
    above = 0
    for page in drawn:
        ordinal = page.ordinal or (not edges and pages and _between_columns(page.grid, pages))
        counted = _by_order(page, chain[0], above, pages) if ordinal else None
        pages.append(counted or [_counted(row, page, chain[0], above, edges) for row in rows_of(page.grid)])
        above += page.grid.height
    return pages


def body_columns(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The columns as the rows of a table keep them apart: (first, last), of those below its last header.

    >>> from schema.document import Cell
    >>> wide = (Cell(row=1, column=1, columns=2, text="三级指标"), Cell(row=1, column=3, text="指标值"))
    >>> head = (Cell(row=2, column=1, text="项目"), Cell(row=2, column=2, text="专利"))
    >>> body_columns(rows_of(Grid(place="table 1", cells=wide))), body_columns(rows_of(Grid(place="1", cells=head)))
    ([(1, 2), (3, 3)], [(1, 1), (2, 2)])
    """
    below = list(rows)
    for at, row in enumerate(rows):
        if heads_columns(row):
            below = list(rows[at:])
    starts = {slot.column for row in below for slot in (*row.slots, *row.covering.values())}
    ends = {slot.last_column + 1 for row in below for slot in (*row.slots, *row.covering.values())}
    bounds = sorted(starts | ends)
    return [(start, end - 1) for start, end in pairwise(bounds)]


def has_columns_of(grid: Grid, above: Grid) -> bool:
    """Whether a grid has the columns of the cells above it, in other widths: as many, from the same left or middle.

    Where its first column is blank it shows no left; last columns that hold nothing in some row above (偏差原因) may
    hold nothing in any row here.
    """
    columns = _first_columns(rows_of(above), grid)
    if columns is None:
        return False
    own, known = _places([grid]), _places([above])
    if not own or not known or min(cell.column for cell in grid.cells) > 1:
        return bool(own and known)
    return _stand_alike(own, known)


def _stand_alike(own: Sequence[float], known: Sequence[float]) -> bool:
    """Whether two grids begin at the same left, or have the same middle."""
    return min(abs(own[0] - known[0]), abs(own[0] + own[-1] - known[0] - known[-1])) <= _LOOSE


def _first_columns(rows: Sequence[Row], grid: Grid) -> list[tuple[int, int]] | None:
    """As many columns of a body as a grid has, if they are all the body has, or all that some row of it fills.

    A grid that begins with a level has none for the label that gathers the rows above: 绩效指标.
    """
    width, columns = grid.width, body_columns(rows)
    first = next(iter(rows_of(grid)), None)
    if first is not None and first.slots[0].column == 1 and is_level(first.slots[0].text):
        header = next((row for row in reversed(rows) if heads_columns(row)), Row((), {}))
        gathered = {s.column for s in (*header.slots, *header.covering.values()) if labels.is_group(s.text)}
        columns = [column for column in columns if column[0] not in gathered]
    if width > len(columns):
        return None
    body = list(takewhile(lambda row: not heads_columns(row), reversed(rows)))
    rest = [column for start, end in columns[width:] for column in range(start, end + 1)]
    if rest and all(any(row.at(column) for column in rest) for row in body):
        return None
    return columns[:width]


def heads_columns(row: Row) -> bool:
    """Whether a row says what stands in the columns below it: names of columns, or labels of a head side by side."""
    known = {labels.column(slot.text) for slot in row.slots} - {None}
    if len(known) >= 2 and 2 * len(known) >= len(row.slots):
        return True
    # A list with a project in each row heads its columns 主管部门 | 预算单位 | 项目名称 | 绩效指标.
    return len(row.slots) > 2 and all(labels.is_head_label(slot.text) or labels.column(slot.text) for slot in row.slots)


def _edges(chain: Sequence[Grid]) -> tuple[list[float], list[_Page]]:
    """Where columns begin and end on any page; those of later pages that are nearly equal are one."""
    first = _places(chain[:1])
    pages = [_Page(chain[0], first, first)]
    edges = list(first)
    width = min((right - left for left, right in pairwise(first)), default=0.0)
    near = min(max(_NEAR, 0.3 * width), _LOOSE)
    most, widest = len(first), pages[0]
    for grid in chain[1:]:
        own = _places([grid])
        unlike = [place for place in own if first and abs(edges[_nearest(edges, place)] - place) > near]
        page = _like_one_before(grid, own, (pages[-1], widest)) if unlike else None
        if page is None:
            page = _Page(grid, own, own)
            for place in unlike:
                insort(edges, place)
        pages.append(page)
        # Rows at a break may be drawn in part: what follows them has the columns of what stands before them.
        if len(own) >= most:
            most, widest = len(own), page
    return edges, pages


def _like_one_before(grid: Grid, own: list[float], pages: Sequence[_Page]) -> _Page | None:
    """A grid in widths of its own, with the columns of the first page that has as many or those of its cells."""
    for before in pages:
        if not before.ordinal and _drawn_as(grid, before.grid):
            return _Page(grid, before.own, before.stand)
        if len(own) == len(before.own) and _stand_alike(own, before.own):
            return _Page(grid, own, before.stand)
        if has_columns_of(grid, before.grid) or (before.ordinal and _drawn_as(grid, before.grid)):
            return _Page(grid, before.own, before.stand, ordinal=True)
    return None


def fullest(chain: Sequence[Grid]) -> Grid:
    """The last of the grids that keep most columns apart.

    >>> from schema.document import Cell
    >>> from schema.span import Box
    >>> narrow = Grid(place="table 2", cells=())
    >>> wide = Grid(place="table 1", cells=(Cell(row=1, column=1, text="", box=Box(1, 0, 0, 9, 9)),))
    >>> fullest([wide, narrow]).place
    'table 1'
    """
    return max(reversed(chain), key=lambda grid: len(_places([grid])))


def _drawn_as(grid: Grid, above: Grid) -> bool:
    """Whether all sides of a grid are sides of the one above, too."""
    known = _places([above])
    return all(abs(known[_nearest(known, place)] - place) <= _NEAR for place in _places([grid]))


def _between_columns(grid: Grid, pages: Sequence[Sequence[Row]]) -> bool:
    """Whether cells begin in the middle of the columns of a table."""
    columns = body_columns([row for rows in pages for row in rows])
    starts = {start for start, _ in columns}
    return any(cell.column not in starts and cell.column <= columns[-1][1] for cell in grid.cells)


def _by_order(page: _Page, first: Grid, above: int, pages: Sequence[Sequence[Row]]) -> list[Row] | None:
    """The rows of a page whose columns are those of the cells above it, counted from the left."""
    columns = _first_columns([row for rows in pages for row in rows], page.grid)
    if columns is None:
        return None

    def moved(slot: Slot) -> Slot:
        start, end = columns[slot.column - 1][0], columns[slot.last_column - 1][1]
        cell = slot.cell._replace(row=slot.cell.row + above, column=start, columns=end - start + 1)
        return Slot(first, cell, slot.text, (slot,))

    return [placed(row, moved) for row in rows_of(page.grid)]


def _places(grids: Sequence[Grid]) -> list[float]:
    found: list[float] = []
    for place in sorted(
        side for grid in grids for cell in grid.cells if cell.box for side in (cell.box.x0, cell.box.x1)
    ):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _counted(row: Row, page: _Page, first: Grid, above: int, edges: Sequence[float]) -> Row:
    return placed(row, lambda slot: _moved(slot, page, first, above, edges))


def in_columns(slot: Slot, own: Columns, known: Columns) -> Slot:
    """A cell in the known columns that come in the order of its own, (first, last) each; it keeps its place."""
    under = below(slot, own)
    if not under:
        return slot
    column, last = known[under[0]][0], known[under[-1]][1]
    if (column, last) == (slot.column, slot.last_column):
        return slot
    return Slot(slot.grid, slot.cell._replace(column=column, columns=last - column + 1), slot.text, (slot,))


def below(slot: Slot, columns: Columns) -> list[int]:
    """The numbers of the columns that a cell stands in."""
    return [at for at, (start, end) in enumerate(columns) if slot.column <= end and start <= slot.last_column]


def placed(row: Row, moved: Callable[[Slot], Slot]) -> Row:
    """A row, each cell of it and each that reaches down to it moved."""
    covering: dict[int, Slot] = {}
    for slot in {slot.key: slot for slot in row.covering.values()}.values():
        counted = moved(slot)
        covering.update(dict.fromkeys(range(counted.column, counted.last_column + 1), counted))
    return Row(tuple(moved(slot) for slot in row.slots), covering)


def _moved(slot: Slot, page: _Page, grid: Grid, above: int, edges: Sequence[float]) -> Slot:
    cell, box = slot.cell, slot.cell.box
    moved = cell._replace(row=cell.row + above)
    if box is not None and edges:
        left, right = (page.stand[_nearest(page.own, side)] for side in (box.x0, box.x1))
        start, end = _nearest(edges, left), _nearest(edges, right)
        moved = moved._replace(column=start + 1, columns=max(1, end - start))
    if moved == cell and slot.grid is grid:
        return slot
    return Slot(grid, moved, slot.text, (slot,))


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - place))
