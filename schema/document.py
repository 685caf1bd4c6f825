"""What a file shows, before anyone asks what it means."""

from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema

from schema.diagnostic import Diagnostic
from schema.model import Model, taken_as_made
from schema.span import Box, Span


class Cell(NamedTuple):
    """A cell of a grid: its anchor, its extent, and the text a person sees ("95%", not 0.95).

    `line` is set where a row of the grid is not a line of the text file: a converter that writes one cell a line.
    `hidden` is set where the file hides the cell from its reader: a hidden row, column or sheet. A line break inside
    the text is a paragraph break inside the cell.

    A tuple, and in JSON an array of its fields, because a file has thousands: the grid that takes it in looks at its
    rows and columns.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    box: Box | None = None
    line: int | None = None
    hidden: bool = False

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How grids hold one: as it was made."""
        return taken_as_made(cls, handler(source))


EXPANDED = 1024
"""The largest area in slots that a grid lists slot by slot; a merge of a whole sheet is never listed."""


_BITS = 512
"""Columns whose slots a number holds as bits."""


class Laid(NamedTuple):
    """The cells of a grid laid out: those of each slot, those too wide for it, and the slots claimed, some twice."""

    slots: dict[tuple[int, int], Cell]
    wide: tuple[Cell, ...]
    claimed: int


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns


def _overlap(one: Cell, other: Cell) -> bool:
    return (
        one.row < other.row + other.rows
        and other.row < one.row + one.rows
        and one.column < other.column + other.columns
        and other.column < one.column + one.columns
    )


class Grid(Model):
    """A table as stated: cells stored once, each slot answering with the cell that covers it.

    >>> output, quantity = Cell(row=1, column=1, rows=2, text="产出"), Cell(row=1, column=2, text="数量")
    >>> grid = Grid(place="table 1", cells=(output, quantity))
    >>> grid.at(2, 1).text, grid.at(2, 2), (grid.height, grid.width)
    ('产出', None, (2, 2))
    >>> grid.span(grid.at(2, 1)).row
    1

    `form_boundary` says that the file itself marks the start of something here: a new sheet, a new file of an archive.
    `member` names that file ("附件2.docx", "inner.zip › 表.xlsx"); it is None outside archives.

    Raises `ValueError` where two cells claim one slot, or where a cell has no place among rows and columns from 1.
    """

    kind: Literal["grid"] = "grid"
    place: str
    cells: tuple[Cell, ...]
    form_boundary: bool = False
    member: str | None = None

    @model_validator(mode="after")
    def _no_slot_twice(self) -> Self:
        if not self._apart:
            raise ValueError(f"{self.place}: two cells claim one slot")
        return self

    @cached_property
    def _apart(self) -> bool:
        """Whether no two cells claim one slot; asked once, for a Document asks again of each of its grids."""
        taken: dict[int, int] = {}
        for row, column, _, rows, columns, _, _, _ in self.cells:
            if row < 1 or column < 1 or rows < 1 or columns < 1:
                raise ValueError(f"{self.place}: a cell at row {row}, column {column}, of {rows} × {columns}")
            if column + columns > _BITS or rows * columns > EXPANDED:
                return self._far_apart
            bits = 1 << column if columns == 1 else (1 << columns) - 1 << column
            others = taken.get(row, 0)
            if others & bits:
                return False
            taken[row] = others | bits
            for below in range(row + 1, row + rows) if rows > 1 else ():
                others = taken.get(below, 0)
                if others & bits:
                    return False
                taken[below] = others | bits
        return True

    @property
    def _far_apart(self) -> bool:
        """The same where cells stand far to the right, or cover more slots than are ever listed."""
        slots, wide, claimed = self.laid
        return claimed == len(slots) and not any(
            large is not cell and _overlap(large, cell) for large in wide for cell in self.cells
        )

    @cached_property
    def laid(self) -> Laid:
        """Its cells laid out, in one pass."""
        slots: dict[tuple[int, int], Cell] = {}
        wide: list[Cell] = []
        claimed = 0
        for cell in self.cells:
            row, column, _, rows, columns, _, _, _ = cell
            if rows == columns == 1:
                claimed += 1
                slots[row, column] = cell
            elif rows * columns <= EXPANDED:
                claimed += rows * columns
                for below in range(row, row + rows):
                    slots.update(dict.fromkeys([(below, right) for right in range(column, column + columns)], cell))
            else:
                wide.append(cell)
        return Laid(slots, tuple(wide), claimed)

    @cached_property
    def slots(self) -> dict[tuple[int, int], Cell]:
        """Each slot of every cell that is not wide, with the cell that covers it."""
        return self.laid.slots

    @property
    def wide(self) -> tuple[Cell, ...]:
        """The cells too large to list their slots: a title merged over a whole sheet."""
        return self.laid.wide

    @cached_property
    def height(self) -> int:
        """The last row that any cell covers."""
        return max((cell.row + cell.rows - 1 for cell in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """The last column that any cell covers."""
        return max((cell.column + cell.columns - 1 for cell in self.cells), default=0)

    @cached_property
    def left(self) -> int:
        """The first column in which a cell with words begins: a sheet may leave a margin."""
        return min((cell.column for cell in self.cells if cell.text.strip()), default=1)

    @cached_property
    def top(self) -> int:
        """The first row in which a cell with words begins."""
        return min((cell.row for cell in self.cells if cell.text.strip()), default=1)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a slot, or None where nothing stands."""
        return self.slots.get((row, column)) or next((c for c in self.wide if _covers(c, row, column)), None)

    def span(self, cell: Cell) -> Span:
        """The place of one of its cells."""
        return Span(self.place, cell.line or cell.row, cell.column, cell.box)


class Text(Model):
    """A paragraph outside every table: a title, a unit line, a note.

    `line` is its line in a text file, `box` its place on a page. `form_boundary` says that the file marks the start of
    something here: a heading, a bookmark, a sheet. `member` names the file of an archive it stands in.
    """

    kind: Literal["text"] = "text"
    place: str
    text: str
    line: int | None = None
    box: Box | None = None
    hidden: bool = False
    form_boundary: bool = False
    member: str | None = None

    @property
    def span(self) -> Span:
        """Where the paragraph stands."""
        return Span(place=self.place, row=self.line, box=self.box)


Block = Annotated[Grid | Text, Field(discriminator="kind")]


class Document(Model):
    """One source file as it reads: paragraphs and grids in reading order, with what was odd about it.

    `source` is the format's name, "text" or "docx"; a Document holds no path, so equal bytes give equal Documents.
    """

    source: str
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables as stated."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))
