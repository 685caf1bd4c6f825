"""The cells of a grid row by row, each with its place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from normalize.text import tidy
from schema.document import Cell, Grid
from schema.span import Span

CellKey = tuple[str, int, int]
"""A cell by the place of its grid and its anchor."""


@dataclass(frozen=True, eq=False)
class Slot:
    """A non-blank cell in the grid it stands in, with its text tidied; equal only to itself.

    `halves` are the cells as their pages show them, where a page break cut the cell in two, or the cell is one of a
    table that goes on from another page.
    """

    grid: Grid
    cell: Cell
    text: str
    halves: tuple["Slot", ...] = ()

    @cached_property
    def keys(self) -> tuple[CellKey, ...]:
        """What names the cell in the account of cells, each of its halves."""
        if self.halves:
            return tuple(key for half in self.halves for key in half.keys)
        return ((self.grid.place, self.cell.row, self.cell.column),)

    @cached_property
    def key(self) -> CellKey:
        """What names the cell, or its first half."""
        return self.halves[0].key if self.halves else (self.grid.place, self.cell.row, self.cell.column)

    @property
    def column(self) -> int:
        """The column of its anchor."""
        return self.cell.column

    @property
    def last_column(self) -> int:
        """The last column it covers."""
        return self.cell.column + self.cell.columns - 1

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs."""
        return tuple(self.text.split("\n"))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, each of its halves."""
        if self.halves:
            return tuple(span for half in self.halves for span in half.spans)
        return (self.grid.span(self.cell),)

    @cached_property
    def span(self) -> Span:
        """Where it stands, or its first half."""
        return self.halves[0].span if self.halves else self.grid.span(self.cell)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid: the non-blank cells that begin in it, left to right, and those that reach down into it."""

    slots: tuple[Slot, ...]
    covering: Mapping[int, Slot]

    def at(self, column: int) -> Slot | None:
        """The cell that covers a column of this row, wherever it begins."""
        left = bisect_right(self.slots, column, key=_anchor)
        begun = self.slots[left - 1] if left else None
        return begun if begun is not None and column <= begun.last_column else self.covering.get(column)


def _anchor(slot: Slot) -> int:
    return slot.column


def rows_of(grid: Grid) -> tuple[Row, ...]:
    """The rows of a grid in which a non-blank cell begins that its file does not hide.

    >>> output, quantity = Cell(row=1, column=1, rows=2, text="产出"), Cell(row=1, column=2, text="数量")
    >>> quality, blank = Cell(row=2, column=2, text="质量"), Cell(row=9, column=1, text=" ")
    >>> grid = Grid(place="table 1", cells=(output, quantity, quality, blank))
    >>> [[slot.text for slot in row.slots] for row in rows_of(grid)], rows_of(grid)[1].at(1).text
    ([['产出', '数量'], ['质量']], '产出')
    """
    begun: dict[int, list[Slot]] = defaultdict(list)
    for slot in _slots(grid, hidden=False):
        begun[slot.cell.row].append(slot)
    covering = _covering(sorted(begun), (slot for slots in begun.values() for slot in slots))
    return tuple(Row(tuple(slots), covering.get(row, {})) for row, slots in begun.items())


def hidden_of(grid: Grid) -> tuple[Slot, ...]:
    """The non-blank cells of a grid that its file hides from its reader; no row shows them.

    >>> grid = Grid(place="sheet 目标", cells=(Cell(row=1, column=1, text="旧值", hidden=True),))
    >>> [slot.text for slot in hidden_of(grid)], rows_of(grid)
    (['旧值'], ())
    """
    return tuple(_slots(grid, hidden=True))


def _slots(grid: Grid, *, hidden: bool) -> Iterator[Slot]:
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.hidden is hidden and (text := tidy(cell.text)):
            yield Slot(grid, cell, text)


def _covering(rows: list[int], slots: Iterable[Slot]) -> dict[int, dict[int, Slot]]:
    covering: dict[int, dict[int, Slot]] = defaultdict(dict)
    for slot in slots:
        cell = slot.cell
        below = rows[bisect_right(rows, cell.row) : bisect_left(rows, cell.row + cell.rows)]
        for row in below:
            covering[row].update(dict.fromkeys(range(cell.column, slot.last_column + 1), slot))
    return covering
