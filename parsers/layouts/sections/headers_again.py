"""A header printed again in other columns of one grid: the rows below it are counted in the columns of the first."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from parsers.layouts.grids.regridding import Columns, below, in_columns, placed
from parsers.layouts.grids.row_sorts import heads_columns, names_project, same_words
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels


def in_columns_of_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a table, where two tables of equal header and other widths touch and were taken for one grid.

    What stands below a header printed again keeps its place, and has the columns of the first header, down to the head
    of the next form. Rows that hold more cells than that header stay as they are.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> texts = [["三级指标", "指标值"], ["巡查", "8次"]]
    >>> upper = [Cell(row=1, column=1, columns=2, text="三级指标"), Cell(row=1, column=3, text="指标值")]
    >>> lower = [Cell(row=2, column=1, text="三级指标"), Cell(row=2, column=2, columns=2, text="指标值")]
    >>> below = [Cell(row=3, column=1, text="巡查"), Cell(row=3, column=2, columns=2, text="8次")]
    >>> rows = in_columns_of_first(rows_of(Grid(place="table 1", cells=(*upper, *lower, *below))))
    >>> [(slot.column, slot.last_column) for slot in rows[-1].slots]
    [(1, 2), (3, 3)]
    """
    headers = [at for at, row in enumerate(rows) if heads_columns(row)]
    if len(headers) < _SEVERAL:
        return tuple(rows)
    first, kept = _columns(rows[headers[0]]), list(rows)
    for at, end in zip(headers[1:], [*headers[2:], len(rows)], strict=True):
        again = _columns(rows[at])
        own, known = _ranges(again), _ranges(first)
        if not same_words(first, again) or again[0].grid is not first[0].grid or own == known:
            continue
        last = next((number for number in range(at, end) if names_project(rows[number])), end)
        if all(_fits(row, own) for row in rows[at:last]):
            kept[at:last] = [placed(row, partial(in_columns, own=own, known=known)) for row in rows[at:last]]
    return tuple(kept)


_SEVERAL = 2


def _columns(row: Row) -> tuple[Slot, ...]:
    """The labels of a header; 绩效指标 beside them stands beside the rows below as well, and may be printed once."""
    return tuple(slot for slot in row.slots if not labels.is_group(slot.text))


def _ranges(header: Sequence[Slot]) -> Columns:
    return [(slot.column, slot.last_column) for slot in header]


def _fits(row: Row, own: Columns) -> bool:
    """Whether no two cells of a row stand below one cell of a header."""
    under = [found for slot in row.slots if (found := below(slot, own))]
    return all(one[-1] < other[0] for one, other in pairwise(under))
