"""The lines above a form that belong to its head: title, unit of money, office, year, a label and its text."""

from collections.abc import Sequence
from itertools import pairwise

from normalize.fiscal_years import from_field, from_title
from parsers.layouts.grids.notes import NUMBERED, Note, is_blank_day
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head, Stated, file_labelled, file_text
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from parsers.layouts.words.inline_labels import is_foot_line
from parsers.layouts.words.titles import bare_title, title_unit
from schema.table import HeaderField, PerformanceTable

_HEAD = 12


def read_notes(notes: Sequence[Note], head: Head, uses: Uses) -> None:
    """Take the title, the unit and the unit of money out of the lines above a form.

    The last title counts: those before it name the annex or the book. Any other line of a sheet is its heading. A line
    below the form fills what the form leaves open, and overrules nothing.
    """
    for line in notes:
        if line.standing == "head" or (_tells_of_form(line) and not _is_told(line, head)):
            _read_line(line, head, uses)
        elif _is_signed(line):
            uses.ignore("personal-data", [line.slot])
        elif not bare_title(line.text):
            uses.ignore("serial", [line.slot])
        elif _tells_of_form(line):
            label, text = line.labelled or ("", line.text)
            head.fields.append(HeaderField(label=label, text=text, span=line.span))
            uses.use(line.slot)


def _read_line(line: Note, head: Head, uses: Uses) -> None:
    if not line.text:
        uses.ignore("repeated", [line.slot])
        return
    note = line.beside_unit
    kept = line.is_title or (line.gives_way and head.unit_of_money is not None)
    if line.unit_of_money is not None and not kept:
        file_text("unit_of_money", "单位", Stated(line.unit_of_money, line.span), head)
    if note.is_title:
        head.title = Stated(bare_title(note.text), note.span)
        head.unit_of_money = title_unit(note.text) or head.unit_of_money
    elif (alone := _told_alone(note)) is not None:
        file_text(*alone, head)
    elif note.labelled is not None:
        label, text = note.labelled
        file_labelled(label, Stated(text, note.span), None, head)
        head.fields.extend(_date_behind(note))
        if labels.is_personal(label):
            uses.ignore("personal-data", [note.slot])
            return
    elif (reason := _says_nothing(note)) is not None:
        uses.ignore(reason, [note.slot])
        return
    elif note.text:
        _read_heading(note, head)
    uses.use(note.slot)


def _tells_of_form(line: Note) -> bool:
    """Whether a line below a form tells of it: any right below, below a label of the foot what forms print there."""
    if line.standing != "foot" or line.labelled is None:
        return line.standing in {"below", "foot"}
    return labels.is_foot(line.labelled[0]) or is_foot_line(line.text)


def _is_told(line: Note, head: Head) -> bool:
    """Whether a form has said before what a line below it says; of its money, whether it has told any."""
    if line.labelled is None:
        alone = _told_alone(line)
        of_money = line.unit_of_money is not None and head.unit_of_money is not None
        return of_money or (alone is not None and _states(head, alone[0]))
    name = labels.field_of(line.labelled[0])
    if name is None:
        return labels.amount_of(line.labelled[0]) is not None and bool(head.amounts)
    return _states(head, name)


def _states(head: Head, name: str) -> bool:
    titled = head.title or head.heading
    of_title = name == "fiscal_year" and titled is not None and from_title(titled.text) is not None
    return of_title or (name in _OF_TABLE and head.first(name) is not None)


_OF_TABLE = frozenset(PerformanceTable.model_fields)
"""What a table states once; notes and opinions there may be several."""


def _is_signed(line: Note) -> bool:
    return labels.is_personal(line.labelled[0]) if line.labelled is not None else labels.awaits_signature(line.text)


def _told_alone(note: Note) -> tuple[str, str, Stated] | None:
    """The field a line tells without a label, no label, and its text: an office, a year, the day at the foot."""
    if note.is_agency:
        return "agency", "", Stated(note.text, note.span)
    if note.year is not None:
        return "fiscal_year", "", Stated(note.year, note.span)
    day = note.is_day and not is_blank_day(note.text)
    return ("report_date", "", Stated(note.text, note.span)) if day else None


def _says_nothing(note: Note) -> str | None:
    """The name under which a line is left out that has no text: a place to sign, the blanks of a day, 附件3 alone."""
    if labels.awaits_signature(note.text):
        return "personal-data" if labels.is_personal(note.text) else "group-label"
    if note.is_day:
        return "placeholder"
    return "serial" if note.text and not bare_title(note.text) else None


def _date_behind(note: Note) -> tuple[HeaderField, ...]:
    """The day that stood behind an office: 填报单位：某局 2025年1月20日."""
    return () if note.date is None else (HeaderField(label="", text=note.date, span=note.span),)


def read_office_above(note: Note | None, head: Head) -> None:
    """Take the office from the line above an earlier form under the same title, where the form itself names none."""
    if note is None or head.title is not None or head.first("agency") or head.first("department"):
        return
    label, text = note.labelled or ("", note.text)
    file_text("agency", label, Stated(text, note.span), head)


def year_above(section: Section) -> int | None:
    """The fiscal year the lines above a form state, or a field of its head."""
    notes = (note for note in section.notes if note.standing == "head")
    told = [year for note in notes if (year := from_field(note.year or "") or from_title(note.text)) is not None]
    for row in section.rows[:_HEAD]:
        if "fiscal_year" not in row.fields:
            continue
        for label, text in pairwise(row.slots):
            if labels.header_field(label.text) == "fiscal_year" and (year := from_field(text.text)) is not None:
                return year
    return told[-1] if told else None


def _read_heading(note: Note, head: Head) -> None:
    """A line that is no known title: what a sheet prints above all, or a line that speaks of 绩效, or states a year."""
    if note.heads_form:
        head.numbered = Stated(NUMBERED.sub("", note.text, count=1), note.span)
        return
    if note.slot is not None or (note.is_heading and "绩效" in note.text):
        head.heading = Stated(bare_title(note.text), note.span)
    elif note.is_heading and from_title(note.text) is not None:
        head.line_with_year = Stated(note.text, note.span)
    if note.slot is not None:
        head.fields.append(HeaderField(label="", text=note.text, span=note.span))
