"""The long list: one indicator a row, with its project's fields repeated or merged beside it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.layouts import labels
from parsers.layouts.assembly import assemble
from parsers.layouts.columns import Columns, read_columns
from parsers.layouts.head import Head, pair, read_notes
from parsers.layouts.indicators import read_indicators
from parsers.layouts.reading import Reading
from parsers.layouts.rows import Row, Slot
from parsers.layouts.sections import Section, same_words
from parsers.layouts.uses import Uses
from schema.diagnostic import Diagnostic
from schema.table import PerformanceTable

NAME = "long_list"

Project = tuple[Slot, ...]
"""The cells of a row that tell of its project, one for each of the header's labels that has one."""


def read(section: Section) -> Reading:
    """A section as a list of indicators; no table where no header names both a project and indicators."""
    headed = ((at, columns) for at, row in enumerate(section.rows) if (columns := read_columns(row)) is not None)
    header = next(headed, None)
    if header is None or not _names_project(header[1]):
        return Reading(NAME)
    at, columns = header
    uses = Uses()
    uses.ignore("header", columns.header)
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    for project, rows in _projects(section.rows[at + 1 :], columns, uses):
        table = _table(project, rows, columns, section, uses)
        if table is not None:
            tables.append(table[0])
            diagnostics.extend(table[1])
    return Reading(NAME, tuple(tables), uses, tuple(diagnostics))


def _names_project(columns: Columns) -> bool:
    """Whether a header tells indicators of one project, or of one region, from those of the next."""
    return any(labels.header_field(slot.text) in {"project_name", "region"} for slot in columns.header)


def _head_labels(columns: Columns) -> Iterator[Slot]:
    """The labels of the header that tell of a project; one that also heads a column of indicators does not."""
    return (slot for slot in columns.header if labels.is_head_label(slot.text) and columns.role(slot.column) is None)


def _projects(rows: Sequence[Row], columns: Columns, uses: Uses) -> Iterator[tuple[Project, list[Row]]]:
    """The rows of each project: as long as its cells are blank, merged from above, or the same words again."""
    known: list[tuple[Project, Row]] = []
    for row in rows:
        if same_words(row.slots, columns.header):
            uses.ignore("header", row.slots)
            continue
        cells = tuple(slot for label in _head_labels(columns) if (slot := row.at(label.column)) is not None)
        above = known[-1][0] if known else ()
        goes_on = not cells or [slot.text for slot in cells] == [slot.text for slot in above]
        if goes_on:
            uses.ignore("repeated", (slot for slot in cells if slot not in above))
        known.append((above if goes_on else cells, row))
    for project, group in groupby(known, key=lambda pair: pair[0]):
        yield project, [row for _, row in group]


def _table(
    project: Project, rows: Sequence[Row], columns: Columns, section: Section, uses: Uses
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]] | None:
    """The table of one project; None where its rows hold no indicator."""
    placed = [Row(tuple(slot for slot in row.slots if columns.holds(slot.column)), row.covering) for row in rows]
    indicators, odd = read_indicators([row for row in placed if row.slots], columns, uses)
    if not indicators:
        return None
    head = Head(unit_of_money=section.unit_above)
    read_notes(section.notes, head, uses)
    known = tuple(_head_labels(columns))
    for slot in project:
        # A cell merged over several columns stands under the first label that it covers.
        label = next(label for label in known if slot.column <= label.column <= slot.last_column)
        pair(label, slot, head, uses)
    table, odd_head = assemble(head, indicators, NAME)
    return table, (*head.diagnostics, *odd_head, *odd)
