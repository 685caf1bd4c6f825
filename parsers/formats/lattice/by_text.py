"""The cells of a table whose rows no line divides: told by the texts that stand beside each other."""

from collections.abc import Iterator, Mapping, Sequence

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.columns import column_of
from parsers.formats.lattice.labels import Span, merged, spans
from parsers.formats.lattice.lines import lines
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.regions import Band
from parsers.formats.lattice.rows import Block, blocks_by_column, divided, is_one_row, near_each_other, rows_of
from parsers.formats.lattice.three_rules import hold_rows


def told_by_text(bands: Sequence[Band], xs: list[float]) -> Cut:
    """The cells where lines divide head and body only, and rows are told by their text."""
    ys: list[float] = [bands[0][0]]
    slots: list[Slot] = []
    held: Mapping[int, Sequence[Span]]
    for top, bottom, inside in bands:
        groups = near_each_other(lines(inside))
        if (top == bands[0][0] and len(bands) > 1 and not hold_rows(inside)) or [*map(is_one_row, groups)] == [True]:
            edges, held = [ys[-1], bottom], {}
        else:
            last = bottom == bands[-1][1]
            rows, held = _rows(blocks_by_column(inside, xs), max(piece.size for piece in inside), last=last)
            edges = divided(rows, ys[-1], bottom)
        slots.extend(_slots(inside, xs, edges, held, len(ys) - 1))
        ys.extend(edges[1:])
    return Cut(ys, xs, slots, by_text=True)


def _rows(
    columns: Mapping[int, Sequence[Block]], line: float, *, last: bool
) -> tuple[list[Block], dict[int, list[Span]]]:
    """What each row takes up, and the rows each text spans: a label of more lines than its row has makes it higher."""
    rows = rows_of(columns, line)
    for column, held in merged(columns, rows, line, last=last).items():
        for block, span in zip(columns[column], held, strict=True):
            if span.rows == 1:
                row = rows[span.first]
                rows[span.first] = Block(min(row.top, block.top), max(row.bottom, block.bottom))
    return rows, spans(columns, rows, line, last=last)


def _slots(
    pieces: Sequence[Piece],
    xs: Sequence[float],
    ys: Sequence[float],
    held: Mapping[int, Sequence[Span]],
    first: int,
) -> Iterator[Slot]:
    """A cell for each row and column, wide where a text reaches over several columns, high where one spans rows."""
    wide = {}
    for piece in pieces:
        column, columns = column_of(xs, piece.x0, piece.x1)
        if columns > 1:
            row = max(0, sum(1 for y in ys if y <= piece.middle) - 1)
            wide[row, column] = columns
    taken: set[tuple[int, int]] = set()
    for column in range(len(xs) - 1):
        high = dict(held.get(column, ()))
        for row in range(len(ys) - 1):
            if (row, column) in taken:
                continue
            rows, columns = high.get(row, 1), wide.get((row, column), 1)
            while any((row + down, column + right) in taken for down in range(rows) for right in range(columns)):
                rows, columns = max(1, rows - 1), columns if rows > 1 else columns - 1
            taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
            box = Rule(xs[column], ys[row], xs[column + columns], ys[row + rows])
            yield Slot(first + row, column, rows, columns, box)
