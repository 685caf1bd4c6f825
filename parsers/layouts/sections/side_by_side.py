"""Forms that stand side by side in one grid, as a sheet may print them, told apart."""

import re
from collections.abc import Iterator, Sequence

from normalize.text import fold
from parsers.layouts.grids.rows import CellKey, Row, Slot, rows_of
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import bare
from schema.document import Grid

_OPENERS = frozenset({"project_name", "agency", "department"})
_WORDS = re.compile("名称|单位|部门|项目")
"""What the labels that open a form are written with; only rows that hold such a word twice are looked at."""
_NARROWEST = 2
_MOST = 12
"""No sheet has more forms side by side; one that seems to holds something else."""
_WIDEST_GAP = 4


def forms_apart(grid: Grid) -> tuple[Grid, ...]:
    """The forms of a grid as grids of their own, left to right; the grid itself where it holds no more than one.

    Two forms stand side by side where one row names a project (or an office) on both sides of a column that no cell
    crosses but lines of their own, titles above all, and indicators have a header on both sides. Such lines go with
    both.
    """
    found: list[Grid] = []
    rest = grid
    while len(found) < _MOST and _may_hold_several(rest):
        rows = rows_of(rest)
        cut = next(((at, cut) for at, row in enumerate(rows) for cut in _cuts(row) if _parts(rows, cut)), None)
        if cut is None:
            break
        at, column = cut
        shared = {row.slots[0].key for row in rows[:at] if len(row.slots) == 1}
        found.append(_side(rest, 1, column - 1, rows, shared))
        rest = _side(rest, column, rest.width, rows, shared).model_copy(update={"form_boundary": True})
    return (*found, rest)


def _may_hold_several(grid: Grid) -> bool:
    """Whether a row holds one opening label twice."""
    seen: set[tuple[int, str]] = set()
    for cell in grid.cells:
        if _WORDS.search(cell.text) and labels.header_field(cell.text) in _OPENERS:
            known = cell.row, bare(cell.text)
            if known in seen:
                return True
            seen.add(known)
    return False


def _cuts(row: Row) -> Iterator[int]:
    """The columns that may part two forms: where an opening label of a row comes again, or the gap before it begins."""
    seen: dict[str, Slot] = {}
    for slot in row.slots:
        if labels.header_field(slot.text) in _OPENERS:
            first = seen.setdefault(fold(slot.text), slot)
            if first is not slot:
                yield from range(slot.column, max(first.last_column + 1, slot.column - _WIDEST_GAP), -1)
                return


def _parts(rows: Sequence[Row], cut: int) -> bool:
    """Whether a column parts two forms."""
    if any(_crosses(slot, cut) for row in rows if len(row.slots) > 1 for slot in row.slots):
        return False
    left = any(_heads([slot for slot in row.slots if slot.column < cut]) for row in rows)
    return left and any(_heads([slot for slot in row.slots if slot.column >= cut]) for row in rows)


def _crosses(slot: Slot, cut: int) -> bool:
    return slot.column < cut <= slot.last_column


def _heads(slots: Sequence[Slot]) -> bool:
    """Whether cells are a header over indicators."""
    roles = {labels.column(slot.text) for slot in slots}
    return "name" in roles and bool(roles & {"value", "operator"}) and len(slots) > _NARROWEST


def _side(grid: Grid, first: int, last: int, rows: Sequence[Row], shared: set[CellKey]) -> Grid:
    """The cells of some columns, the lines alone above all of them, and those alone across all columns."""
    alone = {row.slots[0].key for row in rows if len(row.slots) == 1}
    kept = tuple(
        cell
        for cell in grid.cells
        if (first <= cell.column and cell.column + cell.columns - 1 <= last)
        or (
            cell.column <= last
            and cell.column + cell.columns - 1 >= first
            and (grid.place, cell.row, cell.column) in alone
        )
        or (grid.place, cell.row, cell.column) in shared
    )
    return grid.model_copy(update={"cells": kept})
