"""The form without a header: levels, and right of them names with their values, below a head of labels and texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from normalize import reads_as_value
from normalize.taxonomy import is_level, level1, level2
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_lines import read_notes, read_office_above
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.heads.unit_cells import without_units
from parsers.layouts.indicators.columns import Columns, Range
from parsers.layouts.indicators.guessed_columns import hold_values
from parsers.layouts.indicators.indicators import read_indicators
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels

NAME, WORDS = "unheaded", ("没有指标表头的一项目一表", "form without a header over its indicators")

_OF_HEADERS = frozenset({"level1", "level2", "value", "operator", "standard", "score"})
"""What no cell of a form without a header is called; a scoring framework has one and no values."""
_FEWEST = 2
"""Rows that name a level, of which more than half tell a name and a value."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the indicators begin, and what their columns hold."""

    at: int
    columns: Columns


def read(section: Section) -> Reading:
    """A section as one form whose indicators stand under no header; no table where one is, or no level is named."""
    rows = section.rows
    grid = None if any(not _OF_HEADERS.isdisjoint(row.columns) for row in rows) else _grid(rows)
    if grid is None:
        return Reading(NAME)
    uses, head = Uses(), Head(unit_of_money=section.unit_above, title_above=section.title_above)
    end = next((at for at in range(grid.at, len(rows)) if _opens_foot(rows[at], grid.columns)), len(rows))
    read_head(without_units([*rows[: grid.at], *rows[end:]], head, uses), head, uses)
    read_notes(section.notes, head, uses)
    read_office_above(section.office_above, head)
    indicators, odd = read_indicators(rows[grid.at : end], grid.columns, uses)
    if not indicators:
        return Reading(NAME)
    table, odd_head = assemble(head, indicators, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *head.diagnostics, *odd))


def _grid(rows: Sequence[Row]) -> _Grid | None:
    for at, row in enumerate(rows):
        for number, slot in enumerate(row.slots):
            right = row.slots[number + 1 :]
            if level2(slot.text) is None or not right or is_level(right[0].text):
                continue
            ranges = _ranges(slot, right, rows[at:])
            return None if ranges is None else _Grid(at, Columns(ranges | _first(slot, row, number), ()))
    return None


def _ranges(level: Slot, right: Sequence[Slot], rows: Sequence[Row]) -> dict[str, Range] | None:
    """The columns of levels 2, of names and of values; None where they hold anything else."""
    named = [row for row in rows if any(slot.column == level.column and is_level(slot.text) for slot in row.slots)]
    if len(named) < _FEWEST:
        return None
    found = {"level2": _range(level), "name": _range(right[0])}
    if hold_values(rows, found["name"]):
        return found
    if len(right) > 1 and _are_values(rows, right[1]):
        return found | {"value": _range(right[1])}
    return None


def _range(slot: Slot) -> Range:
    return slot.column, slot.last_column


def _are_values(rows: Sequence[Row], first: Slot) -> bool:
    below = [slot.text for row in rows for slot in row.slots if slot.column == first.column]
    return 2 * sum(map(reads_as_value, below)) > len(below)


def _first(level: Slot, row: Row, number: int) -> dict[str, Range]:
    """The column of level 1, where one stands left of a level 2 or reaches down to it."""
    left = (*row.covering.values(), *row.slots[:number])
    found = [slot for slot in left if slot.column < level.column and level1(slot.text) is not None]
    return {"level1": _range(found[-1])} if found else {}


def _opens_foot(row: Row, columns: Columns) -> bool:
    first = row.slots[0]
    left = first.column < columns.ranges["name"][0]
    return left and labels.is_head_label(first.text) and not is_level(first.text) and not labels.is_group(first.text)
