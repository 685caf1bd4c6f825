"""A document as sections: what may be one form or one list, with the paragraphs that announce it.

A page break cuts a table in two grids; a sheet holds many forms in one grid. So grids are not the unit: all rows and
paragraphs are read as one stream, and a section begins where a form or a list does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.notes import Note, note_of_cell, notes_of_row, notes_of_text, said_again
from parsers.layouts.grids.other_amounts import with_other_amounts
from parsers.layouts.grids.row_sorts import OWNERS, heads_columns, names_project
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.unit_rows import with_units
from parsers.layouts.sections.continuations import continued
from parsers.layouts.sections.continued_titles import Printed
from parsers.layouts.sections.form_headings import header_of, heading_of_form, separator
from parsers.layouts.sections.lines_below import without_lines_below
from parsers.layouts.sections.other_begins import BETWEEN, HEAD, Item, begins_other, opens_alone, stands_apart
from parsers.layouts.sections.other_tables import is_lone
from parsers.layouts.sections.pages_across import made_whole
from parsers.layouts.sections.side_by_side import forms_apart
from parsers.layouts.words import labels, titles
from parsers.layouts.words.label_list import bare
from parsers.layouts.words.offices import is_office
from schema.document import Document, Grid, Text


@dataclass(slots=True)
class Section:
    """The lines before and between the rows of one form or list, and its rows.

    `unit_above` is the unit of money a line above an earlier form states, for a form that has no title and no such
    line of its own. `title_above` is the title of that form, `office_above` the line that names its office, for a form
    that has neither. `member` is the file of an archive it stands in. `other` says that it is a table of another kind.
    `tail` is all that follows the last row of several cells.
    """

    notes: list[Note] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    tail: list[Item] = field(default_factory=list)
    gridded: bool = False
    unit_above: str | None = None
    title_above: str | None = None
    office_above: Note | None = None
    member: str | None = None
    other: bool = False

    @property
    def slots(self) -> Iterator[Slot]:
        """Every non-blank cell of it."""
        yield from (note.slot for note in self.notes if note.slot is not None)
        yield from (slot for row in self.rows for slot in row.slots)

    @property
    def titled(self) -> bool:
        """Whether a title of a performance table stands above it."""
        return any(note.is_title for note in self.notes)


def sections(document: Document) -> tuple[Section, ...]:
    """The sections of a document in reading order; paragraphs that no row follows belong to none."""
    return tuple(_with_heads(section for part in _parts(document) for section in _sections(part)))


def _with_heads(found: Iterable[Section]) -> list[Section]:
    """The sections, where a head alone on a sheet goes with the grid alone on the next: 基本信息, then 绩效指标."""
    kept: list[Section] = []
    for section in found:
        above = kept[-1] if kept else None
        apart = above is None or above.member != section.member or (above.titled and section.titled)
        if above is not None and not apart and _is_head(above) and _is_grid(section):
            notes, rows = [*above.notes, *section.notes], [*above.rows, *section.rows]
            kept[-1] = replace(section, notes=notes, rows=rows)
        else:
            kept.append(section)
    return kept


def _is_head(section: Section) -> bool:
    """Whether a section names a project and holds no grid."""
    return not section.gridded and any(map(names_project, section.rows))


def _is_grid(section: Section) -> bool:
    """Whether a section is nothing but a grid of indicators that names no project and no office."""
    return bool(section.rows) and heads_columns(section.rows[0]) and OWNERS.isdisjoint(section.rows[0].fields)


def _parts(document: Document) -> Iterator[list[Grid | Text]]:
    """The blocks of a document cut where something else begins: a sheet, a file of an archive, a form at the side."""
    part: list[Grid | Text] = []
    for block in made_whole(list(chain.from_iterable(map(_apart, document.blocks)))):
        starts = (isinstance(block, Grid) and block.form_boundary) or (bool(part) and part[-1].member != block.member)
        if part and starts:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _apart(block: Grid | Text) -> tuple[Grid | Text, ...]:
    return forms_apart(block) if isinstance(block, Grid) else (block,)


def _sections(blocks: Sequence[Grid | Text]) -> Iterator[Section]:
    items, member = tuple(_items(blocks)), blocks[0].member
    found: list[Section] = [Section(member=member)]
    for index, item in enumerate(items):
        heading = heading_of_form(items, index, found[-1].rows)
        whole = found[-1].gridded or found[-1].other
        other = whole and begins_other(items, index)
        begins = other or _begins(items, index, found[-1]) or (heading is not None and whole)
        goes_on = found[-1].gridded and not begins
        parted = separator(items, index, found[-1].notes, found[-1].rows) if goes_on else None
        if parted is not None and not heads_columns(found[-1].rows[-1]):
            found.append(Section(member=member, rows=header_of(found[-1].rows), gridded=True))
        elif found[-1].rows and begins:
            found.append(Section(member=member, other=other))
        elif not whole and not found[-1].titled and opens_alone(items, index, found[-1].rows):
            found.extend([Section(member=member)] if found[-1].rows else [])
            found[-1].other = True
        _add(parted or heading or item, found)
    if len(found) > 1 and not found[-1].rows:
        _hand_back(found.pop(), found[-1])
    for section in found:
        if section.gridded or _has_levels(section):
            section.notes, section.rows = without_lines_below(section.notes, section.rows, section.tail)
    _inherit(found)
    for section in found:
        _name_office(section)
        section.rows = with_units(with_other_amounts(section.rows))
    yield from (section for section in found if section.rows or any(note.slot for note in section.notes))


def _items(blocks: Sequence[Grid | Text]) -> Iterator[Item]:
    """Notes and rows; a lone （元） below a header goes on with a cell of the grid and states nothing for the form."""
    gridded = False
    for block in continued(blocks):
        match block:
            case Text(hidden=False):
                yield from notes_of_text(block)
            case tuple():
                printed = Printed(block)
                for number, row in enumerate(block):
                    notes = () if heads_part(block, number) else notes_of_row(row)
                    titled = bool(notes) and any(note.is_title for note in notes)
                    if printed.again(number, is_title=titled):
                        yield said_again(row.slots[0])
                        continue
                    gridded = (gridded or heads_columns(row)) and not titled
                    yield from (row,) if gridded and any(note.is_lone_unit for note in notes) else notes or (row,)


def heads_part(rows: Sequence[Row], index: int) -> bool:
    """Whether a row heads a part of the form it stands in: 长期绩效目标表, right above a header and below a head."""
    row = rows[index]
    if len(row.slots) != 1 or index + 1 >= len(rows) or not titles.heads_part(row.slots[0].text):
        return False
    return heads_columns(rows[index + 1]) and any(map(names_project, rows[:index]))


def _begins(items: Sequence[Item], index: int, section: Section) -> bool:
    item = items[index]
    match item:
        case Note():
            says = (item.announces and not item.at_the_foot) or item.names_office
            told = says and section.gridded and _heads_follow(items, index)
            titled = item.is_title or item.titles_other_table
            return (titled and not all(map(_is_heading, section.rows))) or item.boundary or told
        case Row():
            if any(is_level(slot.text) for slot in item.covering.values()):
                return False  # 项目 below a level is the name of an indicator
            at = index + _is_office_row(item)
            if section.other:
                return heads_columns(item) or _opens_form(items, at)
            return (section.gridded or _holds_levels(section, item)) and (
                _opens_form(items, at) or _opens_again(items, at, section)
            )


def _holds_levels(section: Section, row: Row) -> bool:
    """Whether a form without a header over its indicators is at its end: below levels a project is named again."""
    named = names_project(row) and any(map(names_project, section.rows))
    return named and any(is_level(slot.text) for above in section.rows[-HEAD:] for slot in above.slots[:2])


def _heads_follow(items: Sequence[Item], index: int) -> bool:
    """Whether a line after a grid is followed by the head of a form or by a header, not by more of the grid's rows."""
    following = islice(range(index, len(items)), BETWEEN)
    row = next((item for at in following if isinstance(item := items[at], Row)), None)
    return row is None or heads_columns(row) or labels.is_head_label(row.slots[0].text)


def _opens_form(items: Sequence[Item], index: int) -> bool:
    """Whether a row after a grid opens the head of the next form: labels of a head, down to the name of a project."""
    for at in islice(range(index, len(items)), HEAD):
        item = items[at]
        if not isinstance(item, Row) or heads_columns(item) or labels.is_foot(item.slots[0].text):
            return False
        if names_project(item):
            return True
        if not labels.is_head_label(item.slots[0].text):
            return False
    return False


def _opens_again(items: Sequence[Item], index: int, section: Section) -> bool:
    """Whether a row after a grid opens a form as the section's own first row does, for another office or project.

    Where it is the first of a grid of its own, in a file without pages, its label may be any.
    """
    row = items[index] if index < len(items) else None
    if not isinstance(row, Row) or len(row.slots) < 2 or row.covering:
        return False
    owned = (above for above in section.rows if labels.header_field(above.slots[0].text) in _OPENERS)
    opening = section.rows[0] if stands_apart(row, section.rows[-1]) else next(owned, None)
    if opening is None or bare(row.slots[0].text) != bare(opening.slots[0].text):
        return False
    if fold(row.slots[1].text) == fold(opening.slots[-1 if len(opening.slots) == 1 else 1].text):
        return False
    rows = (item for at in islice(range(index, len(items)), HEAD) if isinstance(item := items[at], Row))
    return not heads_columns(row) and any(heads_columns(below) for below in rows)


_OPENERS = OWNERS | {"parent_project"}


def _add(item: Item, found: list[Section]) -> None:
    section = found[-1]
    match item:
        case Note():
            if item.is_title and not section.rows and len(found) > 1:
                _hand_back(section, found[-2])
            if section.rows:
                section.tail.append(item)
            # A paragraph among the rows is page furniture unless it announces something.
            if item.slot is not None or not section.rows or item.announces:
                section.notes.append(item)
        case Row():
            section.rows.append(item)
            if not is_lone(item):
                section.tail.clear()
            else:
                section.tail.append(item)
            section.gridded = section.gridded or heads_columns(item)


def _name_office(section: Section) -> None:
    """Give an office its place: the last of the lines right above the rows, or a row of its own above all others.

    So it goes with a heading in words nobody listed.
    """
    while len(section.rows) > 1 and (_is_office_row(section.rows[0]) or _is_heading(section.rows[0])):
        row = section.rows.pop(0)
        section.notes.append(note_of_cell(row.slots[0], row))
    for number in range(len(section.notes) - 1, -1, -1):
        note = section.notes[number]
        if note.names_office:
            section.notes[number] = replace(note, office=True)
        if note.is_agency or not note.announces:
            return


def _is_office_row(row: Row) -> bool:
    """Whether a row holds the name of an office and nothing else."""
    return len(row.slots) == 1 and not row.covering and is_office(row.slots[0].text)


def _is_heading(row: Row) -> bool:
    return len(row.slots) == 1 and not row.covering and note_of_cell(row.slots[0], row).is_heading


def _hand_back(section: Section, before: Section) -> None:
    """Labelled lines below a form, with no row or only the next title after them, belong to the form above."""
    handed: list[Note] = []
    kept: list[Note] = []
    for note in section.notes:
        (handed if note.closes and note.unit_of_money is None else kept).append(note)
    before.notes.extend(handed)
    before.tail.extend(section.notes)
    section.notes = kept


def _inherit(found: Sequence[Section]) -> None:
    unit = title = office = None
    for section in found:
        section.title_above = title
        own = next((note for note in reversed(section.notes) if _tells_office(note)), None)
        if own is None and not section.titled:
            section.office_above = office
        else:
            office = own
        title = next((note.text for note in reversed(section.notes) if note.is_title), title)
        stated = next((note.unit_of_money for note in section.notes if note.unit_of_money is not None), None)
        if stated is None and not section.titled:
            section.unit_above = unit
        else:
            unit = stated


def _has_levels(section: Section) -> bool:
    return any(is_level(slot.text) for row in section.rows for slot in row.slots[:2])


def _tells_office(note: Note) -> bool:
    if note.standing == "apart":
        return False
    return note.is_agency or (note.labelled is not None and labels.header_field(note.labelled[0]) == "agency")
