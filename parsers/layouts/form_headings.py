"""Headings that part the forms of a document and name their projects: （一）路面养护项目 above each of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from parsers.layouts import labels
from parsers.layouts.notes import NUMBERED, Note, note_of_cell
from parsers.layouts.offices import is_office
from parsers.layouts.row_sorts import OWNERS, heads_columns, names_project
from parsers.layouts.rows import Row

_HEAD = 60
"""No head of a form has more rows."""


def heading_of_form(items: Sequence[Note | Row], index: int) -> Note | None:
    """A line, or a cell alone in its row, as the numbered heading of the form whose head or header is right below it.

    It names a project, or, where it is the name of one, an office.
    """
    match items[index]:
        case Note() as note:
            heading = note
        case Row(slots=(only,), covering=covering) as row if not covering and only.column == 1:
            heading = replace(note_of_cell(only, row), alone=True)
        case _:
            return None
    if not heading.is_numbered or not _heads_form(items, index + 1):
        return None
    bare = NUMBERED.sub("", heading.text, count=1)
    return replace(heading, text=bare, office=True) if is_office(bare) else replace(heading, heads_form=True)


def _heads_form(items: Sequence[Note | Row], index: int) -> bool:
    """Whether rows are a header over indicators, or the head of a form, which an office opens, down to one.

    A head that names its project needs no heading to do so.
    """
    for at in islice(range(index, len(items)), _HEAD):
        row = items[at]
        if not isinstance(row, Row):
            return False
        if heads_columns(row):
            return True
        field = labels.header_field(row.slots[0].text)
        if names_project(row) or (field not in OWNERS if at == index else not labels.is_head_label(row.slots[0].text)):
            return False
    return False
