"""Rows of one grid in other widths than those above: as many columns in the same order, which begin elsewhere."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from normalize.taxonomy import is_level
from parsers.layouts.grids.regridding import body_columns, in_columns, placed
from parsers.layouts.grids.row_sorts import heads_columns, names_project
from parsers.layouts.grids.rows import Row
from parsers.layouts.words import labels

_APART = 2
"""So many columns that begin elsewhere tell widths of their own from a cell that is a little wider."""
_LEVELS = frozenset({"level1", "level2"})


def in_columns_of_header(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a table, those in other widths than the header over them counted in its columns.

    Tables that touch become one grid, on a page as in a Word file. What stands below the last row that keeps the
    header's columns has as many of its own, of which several begin in the middle of those; levels must come to stand
    below labels of levels.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> lines = [
    ...     (("一级指标", 1), ("二级指标", 2), ("三级指标", 3), ("指标值", 2)),
    ...     (("产出指标", 1), ("数量指标", 2), ("检查", 3), ("9次", 2)),
    ...     (("效益指标", 2), ("社会效益", 2), ("市场秩序", 1), ("好转", 3)),
    ... ]
    >>> cells = [
    ...     Cell(row=row, column=1 + sum(wide for _, wide in line[:at]), columns=wide, text=text)
    ...     for row, line in enumerate(lines, 1)
    ...     for at, (text, wide) in enumerate(line)
    ... ]
    >>> rows = in_columns_of_header(rows_of(Grid(place="table 1", cells=tuple(cells))))
    >>> [(slot.column, slot.last_column) for slot in rows[-1].slots]
    [(1, 1), (2, 3), (4, 6), (7, 8)]
    """
    kept = list(rows)
    at = 0
    while at < len(rows):
        if not heads_columns(rows[at]):
            at += 1
            continue
        end = next((i for i in range(at + 1, len(rows)) if heads_columns(rows[i]) or names_project(rows[i])), len(rows))
        kept[at:end] = _in_columns(rows[at:end])
        at = end
    return tuple(kept)


def _in_columns(rows: Sequence[Row]) -> list[Row]:
    """A header and the rows below it, those in other widths in its columns."""
    for at in islice(_odd_rows(rows), _TRIES):
        known, own = body_columns(rows[:at]), body_columns(rows[at:])
        begun = {start for start, _ in known}
        if len(own) < len(known):
            known = [column for column in known if column[1] not in _gathered(rows[0])]
        if len(own) != len(known) or sum(start not in begun for start, _ in own) < _APART:
            continue
        below = [placed(row, partial(in_columns, own=own, known=known)) for row in rows[at:]]
        if _keep_levels(below, rows[0]):
            return [*rows[:at], *below]
    return list(rows)


_TRIES = 8
"""Rows that are merely irregular are many in some tables."""


def _gathered(header: Row) -> set[int]:
    """The columns of labels that only gather others and may end with the table above: 年度绩效指标."""
    found = (slot for slot in header.slots if labels.is_group(slot.text))
    return {column for slot in found for column in range(slot.column, slot.last_column + 1)}


def _odd_rows(rows: Sequence[Row]) -> Iterator[int]:
    """The rows below a header and its first row in which a cell begins where none above does."""
    begun: set[int] = set()
    for at, row in enumerate(rows):
        own = {slot.column for slot in row.slots}
        if at > 1 and not own <= begun:
            yield at
        begun |= own
        begun.update(slot.column for slot in row.covering.values())


def _keep_levels(rows: Sequence[Row], header: Row) -> bool:
    """Whether levels stand below labels of levels, and some do."""
    columns = {
        column
        for slot in header.slots
        if labels.column(slot.text) in _LEVELS
        for column in range(slot.column, slot.last_column + 1)
    }
    levels = [slot.column in columns for row in rows for slot in row.slots if is_level(slot.text)]
    return bool(levels) and all(levels)
