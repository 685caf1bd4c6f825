"""The form: a head of labels and texts, and below it a grid of indicators under a header."""

from collections.abc import Sequence

from normalize.taxonomy import is_level
from parsers.layouts import labels
from parsers.layouts.assembly import assemble
from parsers.layouts.columns import Columns, read_groups
from parsers.layouts.head import Head, Stated, file_text, read_head, read_notes
from parsers.layouts.indicators import read_indicators
from parsers.layouts.reading import Reading
from parsers.layouts.rows import Row
from parsers.layouts.sections import Section, same_words
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import Indicator

NAME = "form"


def read(section: Section) -> Reading:
    """A section as one form; no table where it has no header over indicators, or nothing but placeholders below it."""
    uses, head = Uses(), Head(unit_of_money=section.unit_above)
    grids = _grids(section.rows, head, uses)
    if not grids:
        return Reading(NAME)
    read_notes(section.notes, head, uses)
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    for columns, rows in grids:
        found, said = read_indicators(rows, columns, uses)
        indicators.extend(found)
        odd.extend(said)
    if not indicators:
        return _template(head, uses)
    if not _is_performance(head, indicators, [columns for columns, _ in grids]):
        return Reading(NAME)
    table, odd_head = assemble(head, indicators, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *head.diagnostics, *odd))


def _is_performance(head: Head, indicators: Sequence[Indicator], grids: Sequence[Columns]) -> bool:
    """Whether more than 指标名称 and 指标值 speaks for a performance table: lists of statistics have those too."""
    levelled = any(indicator.level1 or indicator.level2 for indicator in indicators)
    weighed = any({"operator", "weight"} & columns.ranges.keys() for columns in grids)
    return levelled or weighed or head.title is not None or bool(head.texts.keys() & {"project_name", "goal", "agency"})


def _grids(rows: Sequence[Row], head: Head, uses: Uses) -> list[tuple[Columns, list[Row]]]:
    """The grids of a form, each with its columns; rows above and between them are read as the form's head.

    A header that is printed again goes on with its grid; another one begins a grid of its own (中期 above 年度).
    """
    grids: list[tuple[Columns, list[Row]]] = []
    current: list[tuple[Columns, list[Row]]] = []
    of_head: list[Row] = []
    for row in rows:
        groups = read_groups(row)
        if groups:
            uses.ignore("header", row.slots)
            if not current or not same_words(row.slots, current[0][0].header):
                current = [(columns, []) for columns in groups]
                grids.extend(current)
        elif not current or _opens_head(row, current[0][0]):
            of_head.append(row)
        elif labels.is_total(row.slots[0].text):
            _read_total(row, current[0][0], head, uses)
        else:
            for columns, below in current:
                below.append(columns.of_group(row) if len(current) > 1 else row)
    if grids:
        read_head(of_head, head, uses)
    return [(columns, [row for row in below if row.slots]) for columns, below in grids]


def _read_total(row: Row, columns: Columns, head: Head, uses: Uses) -> None:
    """The total score of a self-evaluation; what else a row of totals adds up is left out by name."""
    label, score = row.slots[0], next((slot for slot in row.slots if columns.role(slot.column) == "score"), None)
    if score is not None:
        file_text("score", label.text, Stated(score.text, score.span), head)
        uses.use(label, score)
    uses.ignore("total", row.slots)


def _opens_head(row: Row, columns: Columns) -> bool:
    """Whether a row begins with a label of the head, left of where the names of indicators stand."""
    first, at_name = row.slots[0], columns.first("name")
    stands_left = at_name is None or first.column < at_name
    return stands_left and labels.is_head_label(first.text) and not is_level(first.text)


def _template(head: Head, uses: Uses) -> Reading:
    """A form nobody filled in: no table, said with its title."""
    title = head.title.text if head.title is not None else ""
    span = head.title.span if head.title is not None else None
    return Reading(NAME, (), uses, (Diagnostic(code=Code.EMPTY_TEMPLATE, args={"title": title}, span=span),))
