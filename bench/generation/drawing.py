"""What a made-up document shows, before a format writes it: lines, tables with merged cells, page breaks."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with its extent. Rows list their slots from left to right and leave out what is covered from above."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph outside tables."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new page; in a workbook a new sheet."""

    name: str


@dataclass(slots=True)
class Table:
    """Rows of slots; the first `header` of them may be printed again on every page, and indicators begin at `body`."""

    rows: list[list[Slot]] = field(default_factory=list)
    header: int = 0
    body: int = 0

    def placed(self) -> Iterator[tuple[int, int, Slot]]:
        """Every slot with its row and column, counted from 0.

        >>> table = Table([[Slot("产出", rows=2), Slot("数量")], [Slot("质量")]])
        >>> [(row, column, slot.text) for row, column, slot in table.placed()]
        [(0, 0, '产出'), (0, 1, '数量'), (1, 1, '质量')]
        """
        covered: set[tuple[int, int]] = set()
        for row, slots in enumerate(self.rows):
            column = 0
            for slot in slots:
                while (row, column) in covered:
                    column += 1
                covered.update(
                    (row + below, column + beside) for below in range(slot.rows) for beside in range(slot.columns)
                )
                yield row, column, slot
                column += slot.columns

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((column + slot.columns for _, column, slot in self.placed()), default=0)

    def as_lists(self) -> list[list[str]]:
        """Its texts in a full grid, blank where a cell is covered."""
        width = self.width
        lists = [[""] * width for _ in self.rows]
        for row, column, slot in self.placed():
            lists[row][column] = slot.text
        return lists


Block = Line | Break | Table
Drawing = list[Block]
