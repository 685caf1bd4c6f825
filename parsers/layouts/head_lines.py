"""The lines above a form that belong to its head: title, unit of money, office, year, a label and its text."""

from collections.abc import Sequence

from parsers.layouts import labels
from parsers.layouts.head import Head, Stated, file_labelled, file_text
from parsers.layouts.notes import Note
from parsers.layouts.titles import bare_title, title_unit
from parsers.layouts.uses import Uses


def read_notes(notes: Sequence[Note], head: Head, uses: Uses) -> None:
    """Take the title, the unit and the unit of money out of the lines above a form.

    The last title counts: those before it name the annex or the book.
    """
    for line in notes:
        note = line.beside_unit
        kept = line.is_title or (line.gives_way and head.unit_of_money is not None)
        if line.unit_of_money is not None and not kept:
            file_text("unit_of_money", "单位", Stated(line.unit_of_money, line.span), head)
        if note.is_title:
            head.title = Stated(bare_title(note.text), note.span)
            head.unit_of_money = title_unit(note.text) or head.unit_of_money
        elif note.is_agency:
            file_text("agency", "", Stated(note.text, note.span), head)
        elif note.year is not None:
            file_text("fiscal_year", "", Stated(note.year, note.span), head)
        elif note.labelled is not None:
            label, text = note.labelled
            file_labelled(label, Stated(text, note.span), None, head)
            if labels.is_personal(label):
                uses.ignore("personal-data", [note.slot])
                continue
        uses.use(note.slot)
