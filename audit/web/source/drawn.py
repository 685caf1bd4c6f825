"""The part of a source that a table stands in, drawn again: its paragraphs and its grids with their merged cells."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.web.source.marks import Mark, Marks, Spot, split, spot_of
from schema.document import Cell, Document, Grid, Text

ROWS, COLUMNS, BLOCKS = 600, 60, 120
"""More is not drawn at a time; a figure that is asked for always is."""

_HEADER = 3
_AROUND = 1
_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as drawn; `mark` is what a click on it means, `lit` its text around the piece that was asked for."""

    text: str
    rows: int = 1
    columns: int = 1
    mark: Mark | None = None
    lit: tuple[str, str, str] | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring rows of a grid, each with the number it has in its file."""

    rows: tuple[tuple[int, tuple[Slot, ...]], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block as drawn: a paragraph has one slot and no bands."""

    place: str
    columns: tuple[int, ...] = ()
    bands: tuple[Band, ...] = ()
    paragraph: Slot | None = None


def drawn(document: Document, marks: Marks) -> Iterator[Drawn]:
    """What stands between the first and the last figure of a table, and what little stands before it."""
    touched = [at for at, block in enumerate(document.blocks) if block.place in marks.places]
    if not touched:
        return
    shown = range(max(touched[0] - _BEFORE, 0), touched[-1] + 1)
    inside = set(touched)
    if len(shown) > BLOCKS:
        shown_blocks: Sequence[int] = touched[:BLOCKS] + [at for at in touched[BLOCKS:] if _is_lit(document, at, marks)]
    else:
        shown_blocks = shown
    for at in shown_blocks:
        match document.blocks[at]:
            case Text() as text if at in inside or at >= touched[0] - _BEFORE:
                yield Drawn(text.place, paragraph=_slot(text.text, spot_of(text), marks, hidden=text.hidden))
            case Grid() as grid if at in inside:
                yield _grid(grid, marks)
            case _:
                continue


def _is_lit(document: Document, at: int, marks: Marks) -> bool:
    return any(spot[0] == document.blocks[at].place for spot in marks.lit)


def _slot(text: str, spot: Spot, marks: Marks, *, rows: int = 1, columns: int = 1, hidden: bool = False) -> Slot:
    lit = split(text, marks.lit[spot]) if spot in marks.lit else None
    return Slot(text, rows, columns, marks.on(spot), lit, hidden)


def _grid(grid: Grid, marks: Marks) -> Drawn:
    marked = [cell for cell in grid.cells if spot_of(grid, cell) in marks.at]
    lit = [cell for cell in grid.cells if spot_of(grid, cell) in marks.lit]
    anchors = sorted({cell.row for cell in grid.cells})
    wanted = _rows(anchors, marked, lit)
    columns = _columns(grid, marked)
    bands = tuple(_band(grid, band, columns, marks) for band in _runs(anchors, wanted))
    return Drawn(grid.place, tuple(columns), bands)


def _rows(anchors: Sequence[int], marked: Sequence[Cell], lit: Sequence[Cell]) -> set[int]:
    """The rows to draw: the first ones, which say what the columns are, and those of the table with one around."""
    if not marked:
        return set(anchors[:ROWS])
    first, last = min(cell.row for cell in marked), max(cell.row for cell in marked)
    low, high = bisect_left(anchors, first), bisect_left(anchors, last) + 1
    near: Sequence[int] = anchors[max(low - _AROUND, 0) : high + _AROUND]
    if len(near) > ROWS:  # title and unit stand above all tables of a list
        near = sorted({row for cell in marked for row in _around(anchors, cell)})
    return {*anchors[:_HEADER], *near[:ROWS], *(row for cell in lit for row in _around(anchors, cell))}


def _around(anchors: Sequence[int], cell: Cell) -> Sequence[int]:
    at = bisect_left(anchors, cell.row)
    return anchors[max(at - _AROUND, 0) : at + 1 + _AROUND]


def _columns(grid: Grid, marked: Sequence[Cell]) -> list[int]:
    """The columns in which any cell begins; of very many, the first ones and those with figures."""
    columns = sorted({cell.column for cell in grid.cells})
    if len(columns) <= COLUMNS:
        return columns
    return sorted({*columns[:COLUMNS], *(cell.column for cell in marked[:COLUMNS])})


def _runs(anchors: Sequence[int], wanted: set[int]) -> Iterator[list[int]]:
    """The rows to draw, in runs without a gap."""
    run: list[int] = []
    for row in anchors:
        if row in wanted:
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _band(grid: Grid, rows: Sequence[int], columns: Sequence[int], marks: Marks) -> Band:
    """Neighbouring rows: a cell that begins above or ends below is cut to them."""
    placed: dict[tuple[int, int], Slot] = {}
    covered: set[tuple[int, int]] = set()
    numbers = list(rows)
    first, last = rows[0], rows[-1]
    near = [cell for cell in grid.cells if cell.row <= last and cell.row + cell.rows > first]
    for cell in near:
        top, bottom = bisect_left(rows, cell.row), bisect_left(rows, cell.row + cell.rows)
        left, right = bisect_left(columns, cell.column), bisect_left(columns, cell.column + cell.columns)
        if top == bottom or left == right:
            continue
        placed[top, left] = _slot(
            cell.text, spot_of(grid, cell), marks, rows=bottom - top, columns=right - left, hidden=cell.hidden
        )
        covered.update((row, column) for row in range(top, bottom) for column in range(left, right))
        if cell.line is not None and cell.row == rows[top]:
            numbers[top] = min(cell.line, numbers[top]) if numbers[top] != rows[top] else cell.line
    lines = []
    for at, number in enumerate(numbers):
        slots = (
            placed.get((at, column)) or (None if (at, column) in covered else Slot(""))
            for column in range(len(columns))
        )
        lines.append((number, tuple(slot for slot in slots if slot is not None)))
    return Band(tuple(lines))
