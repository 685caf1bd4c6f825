"""The form: a head of labels and texts, and below it a grid of indicators under a header."""

from collections.abc import Sequence

from normalize.taxonomy import is_level
from parsers.layouts import labels
from parsers.layouts.assembly import assemble
from parsers.layouts.columns import Columns, read_columns
from parsers.layouts.head import Head, Stated, file_text, read_head, read_notes
from parsers.layouts.indicators import read_indicators
from parsers.layouts.reading import Reading
from parsers.layouts.rows import Row
from parsers.layouts.sections import Section, same_words
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

NAME = "form"


def read(section: Section) -> Reading:
    """A section as one form; no table where it has no header over indicators, or nothing but placeholders below it."""
    headed = ((at, columns) for at, row in enumerate(section.rows) if (columns := read_columns(row)) is not None)
    header = next(headed, None)
    if header is None:
        return Reading(NAME)
    at, columns = header
    uses, head = Uses(), Head()
    uses.ignore("header", columns.header)
    body, tail = _split(section.rows[at + 1 :], columns, head, uses)
    read_notes(section.notes, head, uses)
    read_head([*section.rows[:at], *tail], head, uses)
    indicators, odd = read_indicators(body, columns, uses)
    diagnostics = (*head.diagnostics, *odd)
    if not indicators:
        return _template(head, uses)
    table, odd_head = assemble(head, indicators, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *diagnostics))


def _split(rows: Sequence[Row], columns: Columns, head: Head, uses: Uses) -> tuple[list[Row], list[Row]]:
    """The rows of indicators, and the rows of the head that are printed below them; repeated headers are dropped."""
    body: list[Row] = []
    tail: list[Row] = []
    for row in rows:
        if same_words(row.slots, columns.header):
            uses.ignore("header", row.slots)
        elif labels.is_total(row.slots[0].text):
            _read_total(row, columns, head, uses)
        elif _opens_head(row, columns):
            tail.append(row)
        else:
            body.append(row)
    return body, tail


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
