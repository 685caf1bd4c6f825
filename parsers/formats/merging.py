"""Rows of cells as Word states them, with spans and merges, as cells that are anchored and measured once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.formats.flow import Table
from schema.document import Cell

WIDEST = 1_000
"""Columns that a cell may claim; Word allows 63. More means: to the end of the table."""
_NEAR = 40
"""Edges so many twips apart, two points, are one edge: programs round widths each in their own way."""


@dataclass(slots=True)
class Stated:
    """A cell as its row states it; `starts` and `continues` are the marks of a vertical merge."""

    text: str
    columns: int = 1
    width: int = 0
    starts: bool = False
    continues: bool = False
    hidden: bool = False
    inner: Sequence[Table] = ()


@dataclass(slots=True)
class Row:
    """A row, and the grid columns it leaves out before its first cell and after its last."""

    cells: list[Stated]
    before: int = 0
    after: int = 0


@dataclass(slots=True)
class _Anchor:
    """A cell in the making."""

    row: int
    column: int
    columns: int
    cell: Stated
    rows: int = 1


@dataclass(slots=True)
class _Merges:
    """The anchors so far, and those of the row above that a continuing cell may belong to."""

    anchors: list[_Anchor] = field(default_factory=list)
    open: dict[int, _Anchor] = field(default_factory=dict)


def placed(rows: Sequence[Row], grid: int = 0) -> Table:
    """The cells of a table of `grid` columns, those that show something, at their rows and columns.

    A cell that continues a merge shows nothing of its own, unless there is no merge above it to continue.

    >>> output, quantity = Stated("产出指标", starts=True), Stated("数量指标")
    >>> table = placed([Row([output, quantity]), Row([Stated("", continues=True), Stated("质量指标")])], 2)
    >>> [(cell.row, cell.column, cell.rows, cell.text) for cell in table.cells]
    [(1, 1, 2, '产出指标'), (1, 2, 1, '数量指标'), (2, 2, 1, '质量指标')]
    """
    _bound_spans(rows, grid)
    _mend(rows)
    merges = _Merges()
    for number, row in enumerate(rows, start=1):
        _place(row, number, merges)
    shown = tuple(
        [
            Cell(anchor.row, anchor.column, anchor.cell.text, anchor.rows, anchor.columns, hidden=anchor.cell.hidden)
            for anchor in merges.anchors
            if anchor.cell.text
        ]
    )
    inner = tuple((anchor.row, anchor.column, table) for anchor in merges.anchors for table in anchor.cell.inner)
    return Table(shown, inner)


def _place(row: Row, number: int, merges: _Merges) -> None:
    column = row.before + 1
    still_open: dict[int, _Anchor] = {}
    for cell in row.cells:
        above = merges.open.get(column) if cell.continues else None
        if above is not None and above.columns == cell.columns:
            above.rows += 1
            still_open[column] = above
        else:
            anchor = _Anchor(number, column, cell.columns, cell)
            merges.anchors.append(anchor)
            if cell.starts or cell.continues:
                still_open[column] = anchor
        column += cell.columns
    merges.open = still_open


def _bound_spans(rows: Sequence[Row], grid: int) -> None:
    """Let a cell that claims columns beyond all sense end where the table does."""
    huge = [(row, cell) for row in rows for cell in row.cells if cell.columns > WIDEST]
    for row in rows:
        row.before = row.before if row.before <= WIDEST else 0
        row.after = row.after if row.after <= WIDEST else 0
    if not huge:
        return
    for _, cell in huge:
        cell.columns = 1
    width = max(grid if grid <= WIDEST else 0, *(_width(row) for row in rows))
    for row, cell in huge:
        cell.columns += max(0, width - _width(row))


def _width(row: Row) -> int:
    return row.before + sum([cell.columns for cell in row.cells]) + row.after


def agree(rows: Sequence[Row]) -> bool:
    """Whether all rows count the same columns, or say which they leave out.

    >>> agree([Row([Stated("甲", columns=2)]), Row([Stated("乙"), Stated("丙")])]), agree([Row([]), Row([Stated("")])])
    (True, False)
    """
    return len({_width(row) for row in rows}) <= 1 or any(row.before or row.after for row in rows)


def _mend(rows: Sequence[Row]) -> None:
    """Where rows of one width count different columns, their spans are wrong: let the widths of cells say them."""
    if agree(rows):
        return
    ends = [_edges(row) for row in rows if row.cells]
    if not ends or any(cell.width <= 0 for row in rows for cell in row.cells):
        return
    totals = [row[-1] for row in ends]
    if max(totals) - min(totals) > _NEAR * max(len(row) for row in ends):
        return
    column_of = _columns(sorted({edge for row in ends for edge in row}))
    for row in rows:
        last = 0
        for cell, edge in zip(row.cells, _edges(row), strict=True):
            cell.columns = max(1, column_of[edge] - last)
            last += cell.columns


def _edges(row: Row) -> list[int]:
    edges, end = [], 0
    for cell in row.cells:
        end += cell.width
        edges.append(end)
    return edges


def spanned(rows: Sequence[tuple[Row, Sequence[int]]]) -> list[Row]:
    """Rows whose cells are known by their edges, left to right, in twips: their columns are those all edges make.

    >>> wide, narrow = Row([Stated("甲")]), Row([Stated("乙"), Stated("丙")])
    >>> [cell.columns for cell in spanned([(wide, (0, 2000)), (narrow, (5, 1000, 2000))])[0].cells]
    [2]
    """
    column_of = _columns(sorted({edge for _, edges in rows for edge in edges}))
    for row, edges in rows:
        columns = [column_of[edge] for edge in edges]
        row.before = columns[0] - 1 if columns else 0
        for cell, start, end in zip(row.cells, columns, columns[1:], strict=False):
            cell.columns = max(1, end - start)
    return [row for row, _ in rows]


def _columns(edges: Sequence[int]) -> dict[int, int]:
    """The number of each edge from the left, from 1; edges close to each other are one."""
    columns: dict[int, int] = {}
    number, last = 0, 0
    for edge in edges:
        number += not columns or edge - last > _NEAR
        last = edge
        columns[edge] = number
    return columns
