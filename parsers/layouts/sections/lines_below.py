"""Lines below the grid of a form: how far they still tell of the form.

Below it stand what forms print at their foot, and whatever a report or a sheet goes on with. What comes behind a
heading, a paragraph or the name of a project is of something else, though it may wear the labels of a head.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalize.taxonomy import is_level
from parsers.layouts.grids.notes import NUMBERED, Note, Standing, note_of_cell
from parsers.layouts.grids.rows import Row
from parsers.layouts.words import labels
from parsers.layouts.words.page_numbers import is_page_number

_WORD = re.compile(r"[\u3400-\u9fff]{2}")
_NOTE_GOES_ON = re.compile(r"\s*(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[、.．)）]|[①-⑳])")
_SENTENCE = re.compile("[。；;！？]|.{40}")


@dataclass(slots=True)
class _Walk:
    """How lines stand so far.

    It is `in_note` behind 注：1.…, which goes on with 2.…, and `waits` behind a label without a text.
    """

    standing: Standing = "below"
    in_note: bool = False
    waits: bool = False


def without_lines_below(
    notes: Sequence[Note], rows: Sequence[Row], tail: Sequence[Note | Row]
) -> tuple[list[Note], list[Row]]:
    """The notes and rows of a form, where its `tail` is all that follows its grid: lines, and rows that hold one each.

    Each note of the tail is told how it stands. Lines of something else are left out; those of a sheet remain as notes,
    to be reported.
    """
    walk = _Walk()
    standing: dict[int, Standing] = {}
    for item in tail:
        _step(walk, item)
        standing[id(item)] = walk.standing
    told = (replace(note, standing=standing.get(id(note), note.standing)) for note in notes)
    kept = [note for note in told if note.slot is not None or note.standing != "apart"]
    apart = [row for row in rows if standing.get(id(row)) == "apart"]
    kept.extend(replace(note_of_cell(row.slots[0], row), standing="apart") for row in apart)
    return kept, [row for row in rows if standing.get(id(row)) != "apart"]


def _step(walk: _Walk, item: Note | Row) -> None:
    note = item if isinstance(item, Note) else note_of_cell(item.slots[0], item)
    waited, walk.waits = walk.waits, False
    says = note.announces or note.closes
    if walk.standing == "apart":
        return
    if labels.is_note(note.text) or (walk.in_note and _NOTE_GOES_ON.match(note.text)):
        walk.in_note = True
        return
    walk.in_note = walk.in_note and says
    if note.labelled is not None and labels.header_field(note.labelled[0]) == "project_name":
        walk.standing = "apart"
    elif says or _WORD.search(note.text) is None or is_page_number(note.text):
        return
    elif labels.is_foot(note.text) or (isinstance(item, Row) and labels.is_head_label(note.text)):
        walk.waits = True
        walk.standing = walk.standing if labels.header_field(note.text) == "notes" else "foot"
    elif not waited and (isinstance(item, Note) or _is_line(note)):
        walk.standing = "apart"


def _is_line(note: Note) -> bool:
    """Whether a cell alone in its row is a line, and not the name of an indicator without a value."""
    numbered = NUMBERED.match(note.text) is not None and not note.text[:1].isdigit()
    return not is_level(note.text) and (note.alone or numbered or _SENTENCE.search(note.text) is not None)
