"""A document as sections: what may be one form or one list, with the paragraphs that announce it.

A page break cuts a table in two grids; a sheet holds many forms in one grid. So grids are not the unit: all rows and
paragraphs are read as one stream, and a section begins where a form or a list does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from normalize.codes import split_code
from normalize.money import unit_line
from normalize.text import fold, tidy
from parsers.layouts import labels, titles
from parsers.layouts.rows import Row, Slot, rows_of
from schema.document import Document, Grid, Text
from schema.span import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A line outside the grid proper: a paragraph, or a cell that stands alone in its row and says as much."""

    text: str
    span: Span
    slot: Slot | None = None
    boundary: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it is the title of a performance table."""
        return titles.is_title(self.text, paragraph=self.slot is None)

    @property
    def is_agency(self) -> bool:
        """Whether it names a unit by its code: 610101天津市知识产权局."""
        return len(self.text) <= 60 and split_code(self.text)[0] is not None

    @property
    def unit_of_money(self) -> str | None:
        """The unit of money it states: 单位：万元."""
        return unit_line(self.text)

    @property
    def announces(self) -> bool:
        """Whether it belongs to the head of a form."""
        return self.is_title or self.is_agency or self.unit_of_money is not None


@dataclass(slots=True)
class Section:
    """The lines before and between the rows of one form or list, and its rows."""

    notes: list[Note] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    gridded: bool = False

    @property
    def slots(self) -> Iterator[Slot]:
        """Every non-blank cell of it."""
        yield from (note.slot for note in self.notes if note.slot is not None)
        yield from (slot for row in self.rows for slot in row.slots)


def sections(document: Document) -> tuple[Section, ...]:
    """The sections of a document in reading order; lines that no row follows belong to none."""
    found: list[Section] = [Section()]
    for item in _items(document):
        if found[-1].rows and _begins(item, found[-1]):
            found.append(Section())
        _add(item, found[-1])
    return tuple(section for section in found if section.rows)


def _items(document: Document) -> Iterator[Note | Row]:
    for block in document.blocks:
        match block:
            case Text():
                yield Note(tidy(block.text), block.span, None, block.form_boundary)
            case Grid():
                for row in rows_of(block):
                    yield from _notes_of(row) or (row,)


def _notes_of(row: Row) -> tuple[Note, ...]:
    """A row whose every cell announces a form, as notes; no notes for any other row."""
    notes = tuple(Note(slot.text, slot.span, slot) for slot in row.slots)
    return notes if not row.covering and all(note.announces for note in notes) else ()


def _begins(item: Note | Row, section: Section) -> bool:
    match item:
        case Note():
            return item.is_title or item.boundary or (item.announces and section.gridded)
        case Row():
            return section.gridded and names_project(item)


def _add(item: Note | Row, section: Section) -> None:
    match item:
        case Note():
            # A paragraph among the rows is page furniture unless it announces something.
            if item.slot is not None or not section.rows or item.announces:
                section.notes.append(item)
        case Row():
            section.rows.append(item)
            section.gridded = section.gridded or heads_columns(item)


def names_project(row: Row) -> bool:
    """Whether a row of the head of a form gives the project's name; a header of columns does not."""
    if heads_columns(row):
        return False
    after = (*row.slots[1:], None)
    return any(
        labels.header_field(slot.text) == "project_name" and (value is None or not labels.is_head_label(value.text))
        for slot, value in zip(row.slots, after, strict=True)
    )


def heads_columns(row: Row) -> bool:
    """Whether a row is a header over columns of indicators: at least two of their labels, and little else."""
    columns = [labels.column(slot.text) for slot in row.slots]
    known = {column for column in columns if column is not None}
    return "name" in known and len(known) >= 2 and 2 * len(known) >= len(columns)


def same_words(one: Sequence[Slot], other: Sequence[Slot]) -> bool:
    """Whether two rows read the same, as a header does that is printed again on the next page."""
    return [fold(slot.text) for slot in one] == [fold(slot.text) for slot in other]
