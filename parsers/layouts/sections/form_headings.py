"""Headings that part the forms of a document and name their projects: （一）路面养护项目 above each of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from normalize.taxonomy import is_level
from parsers.layouts.grids.notes import NUMBERED, Note, note_of_cell
from parsers.layouts.grids.row_sorts import OWNERS, heads_columns, names_project, same_words
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.grid_header import read_header
from parsers.layouts.indicators.headings import TALLEST
from parsers.layouts.sections.other_begins import HEAD
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import bare
from parsers.layouts.words.offices import is_office


def heading_of_form(items: Sequence[Note | Row], index: int, above: Sequence[Row] = ()) -> Note | None:
    """A line, or a cell alone in its row, as the numbered heading of the form whose head or header is right below it.

    It names a project, or, where it is the name of one, an office. The head below it may begin as that of the form
    `above` does, with whatever label.
    """
    match items[index]:
        case Note() as note:
            heading = note
        case Row(slots=(only,), covering=covering) as row if not covering and only.column == only.grid.left:
            heading = replace(note_of_cell(only, row), alone=True)
        case _:
            return None
    if not heading.is_numbered or not (_heads_form(items, index + 1) or _heads_again(items, index + 1, above)):
        return None
    bare = NUMBERED.sub("", heading.text, count=1)
    return replace(heading, text=bare, office=True) if is_office(bare) else replace(heading, heads_form=True)


def separator(items: Sequence[Note | Row], index: int, above: Sequence[Note], rows: Sequence[Row]) -> Note | None:
    """A cell alone in its row as the name of the project whose indicators stand below it, under the header of all.

    项目名称：… says so, alone or among other labels (单位名称：… 项目名称：…). A numbered heading does where a level
    follows, in a form whose head names no project, if it stands right below the header, the last of its `rows`,
    or if one among the lines `above` them named the project so.
    """
    item = items[index]
    if isinstance(item, Row) and len(item.slots) != 1:
        return None
    lines = _lines(items, index)
    at = index + (len(lines) or 1)
    below = items[at] if at < len(items) else None
    if not isinstance(below, Row) or len(below.slots) < _FEW or any(column is not None for column in below.columns):
        return None
    match item:
        case Note(slot=Slot()) as note:
            return note if any(map(_names_project, lines)) else None
        case Row() as row if is_level(below.slots[0].text) and (heading := _numbered(row)) is not None:
            parted = heads_columns(rows[-1]) or any(note.heads_form for note in above)
            return heading if parted and not any(map(names_project, islice(rows, HEAD))) else None
    return None


def _lines(items: Sequence[Note | Row], index: int) -> list[Note]:
    """The lines that begin at a place of a sheet, down to the next row; none where others stand right above them."""
    if index and isinstance(above := items[index - 1], Note) and not above.at_the_foot:
        return []
    following = takewhile(lambda item: isinstance(item, Note), islice(items, index, index + HEAD))
    return [line for line in following if isinstance(line, Note) and line.slot is not None]


def _names_project(line: Note) -> bool:
    return line.labelled is not None and labels.header_field(line.labelled[0]) == "project_name"


def header_of(rows: Sequence[Row]) -> list[Row]:
    """The rows of the header that the last rows of a form stand under; none where it has no header."""
    at = next((at for at in range(len(rows) - 1, -1, -1) if heads_columns(rows[at])), None)
    if at is None:
        return []
    starts = range(max(0, at - TALLEST + 1), at + 1)
    told = ((start, read_header(rows, start)) for start in starts)
    start, taken = next(((start, taken) for start, (taken, groups) in told if groups and start + taken > at), (at, 1))
    return list(rows[start : start + taken])


def _numbered(row: Row) -> Note | None:
    """A cell alone in its row as a numbered heading that may name a project."""
    if len(row.slots) != 1 or row.covering or row.slots[0].column != row.slots[0].grid.left:
        return None
    note = replace(note_of_cell(row.slots[0], row), alone=True, heads_form=True)
    return note if note.is_numbered and not is_office(NUMBERED.sub("", note.text, count=1)) else None


_FEW = 2


def _heads_again(items: Sequence[Note | Row], index: int, above: Sequence[Row]) -> bool:
    """Whether rows are a head that begins with the label the form above begins with, down to its header again.

    年度资金总额 under a heading of its own, twice, is the money of two projects.
    """
    row = items[index] if index < len(items) else None
    above = above[:HEAD]
    first = next((known for known in above if len(known.slots) > 1), None)
    if first is None or not isinstance(row, Row) or labels.amount_of(row.slots[0].text) is None:
        return False
    if bare(row.slots[0].text) != bare(first.slots[0].text) or any(map(names_project, above)):
        return False
    header = next((known for known in above if heads_columns(known)), None)
    rows = takewhile(lambda item: isinstance(item, Row), islice(items, index, index + HEAD))
    own = next((known for known in rows if isinstance(known, Row) and heads_columns(known)), None)
    return header is not None and own is not None and same_words(header.slots, own.slots)


def _heads_form(items: Sequence[Note | Row], index: int) -> bool:
    """Whether rows are a header over indicators, or the head of a form, which an office opens, down to one.

    A head that names its project needs no heading to do so.
    """
    for at in islice(range(index, len(items)), HEAD):
        row = items[at]
        if not isinstance(row, Row):
            return False
        if heads_columns(row):
            return True
        field = labels.header_field(row.slots[0].text)
        if names_project(row) or (field not in OWNERS if at == index else not labels.is_head_label(row.slots[0].text)):
            return False
    return False
