"""Marks in a list that say the cell above holds for their row, too: 同上, 〃."""

from collections.abc import Iterator, Sequence

from normalize.placeholders import is_ditto
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses


def without_dittos(rows: Sequence[Row], uses: Uses) -> Iterator[Row]:
    """The rows, each mark in place of which the cell above it reaches down; a mark with none above it stays."""
    above: dict[int, Slot] = {}
    for row in rows:
        marks = [slot for slot in row.slots if is_ditto(slot.text) and slot.column in above]
        uses.ignore("repeated", marks)
        reaching = {slot.column: above[slot.column] for slot in marks}
        said = tuple(slot for slot in row.slots if slot not in marks)
        above |= {slot.column: slot for slot in said}
        yield Row(said, {**row.covering, **reaching}) if marks else row
