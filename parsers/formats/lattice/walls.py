"""Walls that a table draws beside the cells of its header only: its columns go on below, over lines under each row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.columns import Run, column_of, runs
from parsers.formats.lattice.lines import Line, lines
from parsers.formats.lattice.marks import Piece, Rule

_FEWEST = 3
"""Rows alike that show a habit of the table; in one or two a text may be set wide."""
_MOST = 0.75
_APART = 1.0
"""Letters no farther apart, in sizes, may be of one text that is set wide."""


def with_walls(table: Cut, filled: Mapping[int, Sequence[Piece]]) -> Cut | None:
    """A table whose cells over the same columns, row after row, are cut where their texts keep to the columns.

    None where there are none. `filled` has what stands in each cell, by its number.

    >>> slots = [Slot(row, 0, 1, 2, Rule(0, 20 * row, 80, 20 * row + 20)) for row in range(3)]
    >>> said = {row: [Piece(t, x, 20 * row, x + 20, 20 * row + 10, 10) for t, x in (("名称", 5), ("数值", 45))]
    ...         for row in range(3)}
    >>> [slot[:4] for slot in with_walls(Cut([0, 20, 40, 60], [0, 40, 80], slots), said).slots][:3]
    [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1)]
    """
    alike: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, slot in enumerate(table.slots):
        if slot.columns > 1 and slot.rows == 1:
            alike[slot.column, slot.columns].append(number)
    cut = {
        number
        for numbers in alike.values()
        if len(numbers) >= _FEWEST and _keep_to_columns([(table.slots[n], filled.get(n, ())) for n in numbers], table)
        for number in numbers
    }
    if not cut:
        return None
    parts = (
        part
        for number, slot in enumerate(table.slots)
        for part in (_parts(slot, table.xs) if number in cut else (slot,))
    )
    return table._replace(slots=list(parts))


def _keep_to_columns(cells: Sequence[tuple[Slot, Sequence[Piece]]], table: Cut) -> bool:
    """Whether the texts of most cells stand in several columns each, and none reaches over a wall there."""
    if sum(len(pieces) > 1 for _, pieces in cells) < _MOST * len(cells):  # as nearly always
        return False
    kept = 0
    for slot, pieces in cells:
        xs = table.xs[slot.column : slot.column + slot.columns + 1]
        found = [run for line in lines(pieces) for run in _texts(line)]
        over = any(x0 < x - 1 and x + 1 < x1 for x0, x1 in found for x in xs[1:-1])
        kept += not over and len({column_of(xs, *run)[0] for run in found}) > 1
    return kept >= _MOST * len(cells)


def _texts(line: Line) -> list[Run]:
    """Where the texts of a line begin and end, letters that are set wide together."""
    found: list[Run] = []
    for start, end in sorted(runs(line.pieces)):
        if found and start - found[-1][1] < _APART * line.size:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _parts(slot: Slot, xs: Sequence[float]) -> Iterator[Slot]:
    for column in range(slot.column, slot.column + slot.columns):
        yield Slot(slot.row, column, 1, 1, Rule(xs[column], slot.box.top, xs[column + 1], slot.box.bottom))
