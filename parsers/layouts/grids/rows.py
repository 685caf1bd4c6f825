"""The cells of a grid row by row, each with its place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from normalize.text import tidy
from parsers.layouts.words import labels
from schema.document import Cell, Grid
from schema.span import Span

CellKey = tuple[str, int, int]
"""A cell by the place of its grid and its anchor."""


class JoinedGrid(Grid):
    """A grid put together from several, which knows of each of its cells which grids show it, and as which cells."""

    origins: Mapping[tuple[int, int], tuple[tuple[Grid, Cell], ...]]


@dataclass(eq=False, slots=True)
class Slot:
    """A non-blank cell in the grid it stands in, with its text tidied; equal only to itself, and never changed.

    `halves` are the cells as their pages show them, where a page break cut the cell in two, or the cell is one of a
    table that goes on from another page. `key` names the cell in the account of cells, or its first half. `column` and
    `last_column` are those it covers.
    """

    # Not frozen, and nothing in it a property but what few ask for: there are thousands, asked a hundred times each.
    grid: Grid
    cell: Cell
    text: str
    halves: tuple["Slot", ...] = ()
    key: CellKey = field(init=False)
    column: int = field(init=False)
    last_column: int = field(init=False)
    _spans: tuple[Span, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Fill in what follows from the cell."""
        cell, halves = self.cell, self.halves
        self.column = cell.column
        self.last_column = cell.column + cell.columns - 1
        self.key = halves[0].key if halves else (self.grid.place, cell.row, cell.column)

    @property
    def keys(self) -> tuple[CellKey, ...]:
        """What names the cell in the account, each of its halves."""
        return tuple([key for half in self.halves for key in half.keys]) if self.halves else (self.key,)

    @property
    def line(self) -> int:
        """The row its place names, without making the place."""
        return self.halves[0].line if self.halves else self.cell.line or self.cell.row

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs."""
        return tuple(self.text.split("\n")) if "\n" in self.text else (self.text,)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, each of its halves."""
        if not self._spans:
            halves = self.halves
            own = tuple([span for half in halves for span in half.spans]) if halves else (self.grid.span(self.cell),)
            self._spans = own
        return self._spans

    @property
    def span(self) -> Span:
        """Where it stands, or its first half."""
        return self.spans[0]


_column = attrgetter("column")
_place = attrgetter("row", "column")


@dataclass(eq=False, slots=True)
class Row:
    """A row of a grid: the non-blank cells that begin in it, left to right, and those that reach down into it.

    It is never changed.
    """

    slots: tuple[Slot, ...]
    covering: Mapping[int, Slot]
    _columns: tuple[str | None, ...] | None = field(init=False, default=None)
    _fields: tuple[str | None, ...] | None = field(init=False, default=None)

    @property
    def columns(self) -> tuple[str | None, ...]:
        """The column of indicators each of its cells names, asked once for all layouts."""
        if self._columns is None:
            self._columns = tuple([labels.column(slot.text) for slot in self.slots])
        return self._columns

    @property
    def fields(self) -> tuple[str | None, ...]:
        """The field of a head each of its cells names, likewise."""
        if self._fields is None:
            self._fields = tuple([labels.header_field(slot.text) for slot in self.slots])
        return self._fields

    def at(self, column: int) -> Slot | None:
        """The cell that covers a column of this row, wherever it begins."""
        left = bisect_right(self.slots, column, key=_column)
        begun = self.slots[left - 1] if left else None
        return begun if begun is not None and column <= begun.last_column else self.covering.get(column)


def rows_of(grid: Grid) -> tuple[Row, ...]:
    """The rows of a grid in which a non-blank cell begins that its file does not hide.

    >>> output, quantity = Cell(row=1, column=1, rows=2, text="产出"), Cell(row=1, column=2, text="数量")
    >>> quality, blank = Cell(row=2, column=2, text="质量"), Cell(row=9, column=1, text=" ")
    >>> grid = Grid(place="table 1", cells=(output, quantity, quality, blank))
    >>> [[slot.text for slot in row.slots] for row in rows_of(grid)], rows_of(grid)[1].at(1).text
    ([['产出', '数量'], ['质量']], '产出')
    """
    begun: dict[int, list[Slot]] = defaultdict(list)
    origins = grid.origins if isinstance(grid, JoinedGrid) else {}
    for cell in sorted(grid.cells, key=_place):
        if not cell.hidden and (text := tidy(cell.text)):
            shown = tuple([Slot(*shown, text) for shown in origins[cell.row, cell.column]]) if origins else ()
            begun[cell.row].append(Slot(grid, cell, text, shown))
    covering = _covering(list(begun), begun)
    return tuple([Row(tuple(slots), covering.get(row, {})) for row, slots in begun.items()])


def keys_of(grids: Iterable[Grid]) -> tuple[list[CellKey], list[CellKey]]:
    """What names the non-blank cells of grids: those a reader of the file sees, row by row, and those it hides.

    >>> old, new = Cell(row=1, column=1, text="旧值", hidden=True), Cell(row=2, column=1, text="新值")
    >>> keys_of([Grid(place="sheet 目标", cells=(old, new, Cell(row=3, column=1, text=" ")))])
    ([('sheet 目标', 2, 1)], [('sheet 目标', 1, 1)])
    """
    shown: list[CellKey] = []
    hidden: list[CellKey] = []
    for grid in grids:
        for cell in sorted(grid.cells, key=_place):
            if tidy(cell.text):
                (hidden if cell.hidden else shown).append((grid.place, cell.row, cell.column))
    return shown, hidden


def _covering(rows: Sequence[int], begun: Mapping[int, Sequence[Slot]]) -> dict[int, dict[int, Slot]]:
    covering: dict[int, dict[int, Slot]] = defaultdict(dict)
    for slots in begun.values():
        for slot in slots:
            cell = slot.cell
            if cell.rows > 1:
                below = rows[bisect_right(rows, cell.row) : bisect_left(rows, cell.row + cell.rows)]
                for row in below:
                    covering[row].update(dict.fromkeys(range(slot.column, slot.last_column + 1), slot))
    return covering
