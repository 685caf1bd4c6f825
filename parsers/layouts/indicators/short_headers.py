"""Headers that lost the widths of their labels, as text copied a cell a line does, and are shorter than the rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.layouts.grids.list_header import Header
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

_FEWEST = 2


def short_grid(columns: Columns, rows: Sequence[Row]) -> Iterator[Diagnostic]:
    """That most rows of a grid go on right of the last label of its header, which may have lost a width."""
    last = max(slot.last_column for slot in columns.header)
    beyond = sum(any(slot.column > last for slot in row.slots) for row in rows)
    if len(rows) >= _FEWEST and 2 * beyond > len(rows):
        yield _short(columns.header[-1])


def short_bands(header: Header, names: Sequence[Slot]) -> Iterator[Diagnostic]:
    """That the levels over the names of a crosswise list stand side by side, each over one, and are fewer than they.

    Where merges are lost but the places are kept, there are gaps between the levels.
    """
    over = {band.key: band for name in names for band in header.above[name.column][-1:]}
    bands = sorted(over.values(), key=lambda band: band.column)
    narrow = all(band.cell.columns == 1 for band in bands)
    beside = all(left.column + 1 == right.column for left, right in pairwise(bands))
    if len(bands) >= _FEWEST and narrow and beside and names[-1].column > bands[-1].column:
        yield _short(bands[-1])


def _short(last: Slot) -> Diagnostic:
    return Diagnostic(code=Code.HEADER_SHORT, args={"label": last.text}, span=last.span)
