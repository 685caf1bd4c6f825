"""Lines outside the grid proper: titles, units by their codes, units of money, a label and its text in one line."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from normalize.codes import split_code
from normalize.fiscal_years import from_field, from_title
from normalize.money import is_lone_unit, unit_within
from normalize.remembered import remembered
from normalize.taxonomy import is_level
from normalize.text import tidy
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels, titles
from parsers.layouts.words.inline_labels import inline, is_foot_line, line_without_colon, told_apart
from parsers.layouts.words.offices import is_office
from schema.document import Cell, Grid, Text
from schema.span import Span

_GAP = re.compile(r"[ \u3000\xa0]{2,}|\t")
_YEAR_BEHIND = re.compile(r"(?<![:：\s])\s+[(（]?(20\d\d\s?年度?)[)）]?$")
_DAY = r"[(（]?(20\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|20\d\d[-./]\d{1,2}[-./]\d{1,2})[)）]?"
_DATE_BEHIND = re.compile(rf"(?<![:：\s])\s+{_DAY}$")
_DATE = re.compile(_DAY)
_BLANK_DATE = re.compile(r"(?:[0-9]{0,4}\s*年)?\s*月\s*日|[0-9]{0,4}\s*年\s*月")
_LONGEST = 200
_LONGEST_HEADING = 60
_LONGEST_DAY = 24
_SENTENCE = re.compile("[。；;!！?？]")
NUMBERED = re.compile(
    r"(?:[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}(?:、|[.．](?![0-9]))"
    r"|(?:子?项目|专项)\s*[一二三四五六七八九十0-9]{1,3}\s*[:：、])\s*(?=\S)"
)
"""The number of a heading."""
_PART_OF_FORM = re.compile(
    "绩效|指标|目标|任务|情况|说明|基本|评价|自评|内容|结果|概况|整体|产出|效益|附[件表]|表$|[0-9]分"
)
_WORD = re.compile(r"[\u3400-\u9fff]{2}")
_NOWHERE = Span(place="")
_NO_CELL = Slot(Grid(place="", cells=()), Cell(row=1, column=1, text=""), "")


Standing = Literal["head", "below", "foot", "apart"]
"""Where a line stands in its form: at its head or among its rows, right below them, below a label of the foot such as
审核意见, or behind something that is no part of the form.
"""


@dataclass(frozen=True)
class Note:
    """A line outside the grid proper: a paragraph, or a cell whose row says nothing but such lines.

    `office` is set where its place says that it is the office of the form below it: 池州市教育局, right above. `alone`
    says that a cell has its row to itself, over all columns or above all others, and so reads as a paragraph does.
    `date` is the day that stood behind the text: 填报单位：某局 2025年1月20日. `heads_form` is set where it is the
    numbered heading right above the header of indicators, and so may name the project: （一）路面养护项目.
    """

    text: str
    span: Span
    slot: Slot | None = None
    boundary: bool = False
    office: bool = False
    alone: bool = False
    date: str | None = None
    heads_form: bool = False
    standing: Standing = "head"

    @cached_property
    def is_title(self) -> bool:
        """Whether it is the title of a performance table."""
        known = self.slot is not None and (labels.is_head_label(self.text) or labels.is_group(self.text))
        # 年度绩效指标 gathers, 2024年绩效指标 above everything is a title.
        known = known and not (
            self.slot is not None and self.slot.cell.row == self.slot.grid.top and from_title(self.text) is not None
        )
        return titles.is_title(self.text, paragraph=self.slot is None or (self.alone and not known))

    @cached_property
    def is_heading(self) -> bool:
        """Whether it may be what a sheet prints as its heading, in words nobody listed: short, and no label."""
        text = self.text
        label = labels.is_head_label(text) or labels.is_group(text) or labels.column(text) or labels.is_total(text)
        plain = len(text) <= _LONGEST_HEADING and not _SENTENCE.search(text) and _WORD.search(text) is not None
        return (self.alone or self.slot is None) and plain and not label and not is_level(text) and inline(text) is None

    @cached_property
    def is_numbered(self) -> bool:
        """Whether it is a numbered heading that does not speak of a part of a form: （一）路面养护项目."""
        numbered = (self.alone or self.slot is None) and NUMBERED.match(self.text) is not None
        return numbered and self.is_heading and _PART_OF_FORM.search(self.text) is None and not self.announces

    @cached_property
    def titles_other_table(self) -> bool:
        """Whether it is the title of a table of another kind (部门收支总表): what follows is not the form before it."""
        outside = self.slot is None or self.slot.cell.columns > 1 or self.slot.column == self.slot.grid.left
        return outside and not self.is_title and titles.is_other_title(self.text)

    @cached_property
    def is_agency(self) -> bool:
        """Whether it names a unit by its code, 610101天津市知识产权局, or by its place."""
        return self.office or (len(self.text) <= 60 and split_code(self.text)[0] is not None)

    @cached_property
    def names_office(self) -> bool:
        """Whether it is nothing but the name of an office."""
        return is_office(self.text)

    @cached_property
    def unit_of_money(self) -> str | None:
        """The unit of money it states: 单位：万元."""
        within = unit_within(self.text) if len(self.text) <= _LONGEST else None
        return within[0] if within else None

    @property
    def gives_way(self) -> bool:
        """Whether the unit it states is none where another place states one: a note on the form, a lone （元）."""
        return labels.is_note(self.text) or self.is_lone_unit

    @property
    def is_lone_unit(self) -> bool:
        """Whether it is a unit of money in brackets and nothing else: （元）."""
        return is_lone_unit(self.text)

    @cached_property
    def beside_unit(self) -> "Note":
        """The line without the unit of money it states; a title and a note on the form keep their words."""
        within = unit_within(self.text)
        if within is None or self.is_title or labels.is_note(self.text):
            return self
        return replace(self, text=within[1], office=is_office(within[1]))

    @cached_property
    def year(self) -> str | None:
        """The words of a fiscal year that stand alone: （2023年度）."""
        bare = self.text.strip("()（） ")
        return bare if len(bare) <= 12 and from_field(bare) is not None else None

    @cached_property
    def labelled(self) -> tuple[str, str] | None:
        """The label and the text it consists of: 填报单位：天津市知识产权局."""
        known = inline(self.text)
        return line_without_colon(self.text) if known is None and (self.alone or self.slot is None) else known

    @cached_property
    def is_day(self) -> bool:
        """Whether it is a day and nothing else, 2024年1月8日, or the blanks for one."""
        return is_day(self.text)

    @property
    def at_the_foot(self) -> bool:
        """Whether forms print it below themselves as well: 填报人：…, 备注：…."""
        of_money = self.unit_of_money is not None and labels.is_note(self.text)
        return of_money or (self.labelled is not None and labels.is_foot(self.labelled[0]))

    @property
    def closes(self) -> bool:
        """Whether it may be what a form prints below itself: a label and its text, a day, a place for a signature."""
        return self.labelled is not None or self.is_day or labels.awaits_signature(self.text)

    @property
    def announces(self) -> bool:
        """Whether it belongs to the head of a form."""
        told = self.is_title or self.is_agency or self.unit_of_money is not None or self.year is not None
        return told or self.labelled is not None


def notes_of_text(block: Text) -> tuple[Note, ...]:
    """A paragraph as notes: one, or one for each of its parts where all of them announce something."""
    whole = tidy(block.text)
    for texts in (_GAP.split(block.text.strip()), told_apart(whole)):
        parts = [Note(part, block.span, None, block.form_boundary) for part in map(tidy, texts) if part]
        if len(parts) > 1 and all(part.announces for part in parts):
            return tuple(told for part in parts for told in _told_apart(part))
    return (_dated(Note(whole, block.span, None, block.form_boundary)),)


def _told_apart(note: Note) -> tuple[Note, ...]:
    """A note as one for each of the labels in it, where all of them announce something: 填报单位：… 单位：万元."""
    told = told_apart(note.text)
    parts = tuple(replace(note, text=part) for labelled in told for part in _year_apart(labelled))
    return tuple(map(_dated, parts if len(parts) > 1 and all(part.announces for part in parts) else (note,)))


def _dated(note: Note) -> Note:
    """A note without the day behind the office it names."""
    labelled, day = note.labelled, _DATE_BEHIND.search(note.text)
    if labelled is None or day is None or labels.field_of(labelled[0]) not in {"agency", "department"}:
        return note
    return replace(note, text=note.text[: day.start()], date=day[1])


def _year_apart(text: str) -> tuple[str, ...]:
    """An office behind its label and a year that stands alone behind it: 填报单位：某局 2024年度."""
    labelled, year = inline(text), _YEAR_BEHIND.search(text)
    if labelled is None or year is None or labels.field_of(labelled[0]) not in {"agency", "department"}:
        return (text,)
    return text[: year.start()], year[1]


@remembered
def is_day(text: str) -> bool:
    """Whether a text is a day and nothing else, or the blanks for one.

    >>> is_day("2024年1月8日"), is_day("2024.1.8"), is_day("年  月  日"), is_day("2024年1月8日前")
    (True, True, True, False)
    """
    said = text.strip()
    return len(said) <= _LONGEST_DAY and (_DATE.fullmatch(said) is not None or is_blank_day(said))


def is_blank_day(text: str) -> bool:
    """Whether a text is the blanks for a day that nobody filled in.

    >>> is_blank_day("2024年  月  日"), is_blank_day("2024年1月8日")
    (True, False)
    """
    return _BLANK_DATE.fullmatch(text.strip()) is not None


def note_of_cell(slot: Slot, row: Row) -> Note:
    """A cell as a note."""
    grid = slot.grid
    first, whole = slot.cell.row == grid.top, slot.column == grid.left < grid.width <= slot.last_column
    return Note(slot.text, slot.span, slot, alone=len(row.slots) == 1 and (first or whole))


def said_again(slot: Slot) -> Note:
    """A cell that only says again what stands above, as a note that says nothing."""
    return Note("", slot.span, slot)


def notes_of_row(row: Row) -> tuple[Note, ...]:
    """A row whose every cell announces something, as notes; no notes for any other row.

    Several years beside each other stand over columns. At the foot of a form a day and labels that wait for a seal or
    a signature stand beside such cells: 单位（盖章） | 填报人：韦某 | 2024年1月8日.
    """
    signed = len(row.slots) > 1 and all(_may_be_signed(slot.text) for slot in row.slots)
    if row.covering or not (signed or len(row.slots) == 1 or all(_may_announce(slot.text) for slot in row.slots)):
        return ()
    if signed and any(is_day(slot.text) or is_foot_line(slot.text) for slot in row.slots):
        return tuple(part for slot in row.slots for part in _told_apart(note_of_cell(slot, row)))
    notes = tuple(part for slot in row.slots for part in _told_apart(note_of_cell(slot, row)))
    alone = len(notes) == 1 and notes[0].titles_other_table
    several = len([note for note in notes if note.year is not None]) > 1
    return notes if alone or (not several and all(note.announces for note in notes)) else ()


@remembered
def _may_announce(text: str) -> bool:
    """Whether a cell announces something, as a whole or in parts; most cells do not, and need not become notes."""
    parts = tuple(part for labelled in told_apart(text) for part in _year_apart(labelled))
    return len(parts) > 1 or Note(text, _NOWHERE, _NO_CELL).announces


@remembered
def _may_be_signed(text: str) -> bool:
    return labels.awaits_signature(text) or is_day(text) or _may_announce(text)
