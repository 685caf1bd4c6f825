"""Rows of cells that span → the slots they take, as browsers lay tables out."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from parsers.formats.html.written import made
from schema.document import Cell

WIDEST = 1000
"""What browsers make of a larger colspan."""
TALLEST = 65_534
"""What browsers make of a larger rowspan."""


class Spanning(Protocol):
    """A cell as written: how many rows (0: all that are left of its group) and columns it wants."""

    @property
    def rows(self) -> int:
        """Its rowspan."""

    @property
    def columns(self) -> int:
        """Its colspan."""

    @property
    def text(self) -> str:
        """What it shows."""

    @property
    def hidden(self) -> bool:
        """Whether the page hides it."""


class _Hanging(NamedTuple):
    """Columns that a cell of an earlier row still takes, and the first row in which it no longer does."""

    first: int
    after: int
    until: int


@lru_cache(maxsize=1024)
def span(stated: str | None, largest: int) -> int:
    """The number an attribute gives, read as browsers do; 1 where it gives none.

    >>> span("3", WIDEST), span(" 2; ", WIDEST), span("0", WIDEST), span("-4", WIDEST), span("9" * 30, WIDEST)
    (3, 2, 0, 1, 1000)
    """
    digits = ""
    for character in (stated or "").strip()[:12].removeprefix("+"):
        if not "0" <= character <= "9":
            break
        digits += character
    return min(int(digits), largest) if digits else 1


def laid_out(rows: Sequence[Sequence[Spanning]], groups: Sequence[int], hidden: Container[int] = ()) -> Iterator[Cell]:
    """Each cell with text at its row and column, from 1, with the rows and columns it really has.

    `groups` gives for each row the row after the last of its group (thead, tbody): a cell never spans groups. Where two
    cells want one slot, the later one is narrowed. Cells that begin in `hidden` columns are hidden.
    """
    hanging: list[_Hanging] = []
    for row, cells in enumerate(rows, start=1):
        if hanging:
            hanging = [held for held in hanging if held.until > row]
        end = groups[row - 1]
        fresh: list[_Hanging] = []
        column = 1
        waiting = iter(hanging)
        held = next(waiting, None)
        for cell in cells:
            while held is not None and held.first <= column:
                column = max(column, held.after)
                held = next(waiting, None)
            height, columns = cell.rows, cell.columns or 1
            if height != 1:
                height = min(height or TALLEST, end - row + 1)
            if held is not None and columns > held.first - column:
                columns = held.first - column
            if text := cell.text:
                concealed = cell.hidden or column in hidden
                yield made(Cell, (row, column, text, height, columns, None, None, concealed))
            if height > 1:
                _hang(fresh, _Hanging(column, column + columns, row + height))
            column += columns
        if fresh:
            hanging = sorted((*hanging, *fresh))


def _hang(fresh: list[_Hanging], new: _Hanging) -> None:
    """Add columns that stay taken; beside others that stay as long they are one, so that thousands cost as one."""
    if fresh and fresh[-1].after == new.first and fresh[-1].until == new.until:
        new = _Hanging(fresh.pop().first, new.after, new.until)
    fresh.append(new)


def ends(sizes: Iterable[int]) -> list[int]:
    """For each row of groups of the given sizes, the number of the last row of its group.

    >>> ends([1, 3])
    [1, 4, 4, 4]
    """
    found: list[int] = []
    for size in sizes:
        found.extend([len(found) + size] * size)
    return found
