"""The scoring framework: indicators with how they are scored and no target; recognised, named, and left alone."""

import re
from collections.abc import Sequence

from normalize.text import fold
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.list_header import Header, header_of, is_label, is_mostly_labels, read_header
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head, Stated
from parsers.layouts.heads.head_lines import read_notes
from parsers.layouts.indicators.guessed_columns import states_target
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

NAME, WORDS = "framework", ("评价指标体系", "scoring framework")

_TITLE = re.compile(
    r".{0,60}(?:绩效|评价)[^,。;:]{0,24}(?:指标体系|评分体系|评分标准|评分细则|打分标准|评价标准)[^,。;:]{0,12}"
)
_TARGETS = {"value", "operator", "actual"}
_GRADES = {"优", "良", "中", "差"}


def read(section: Section) -> Reading:
    """A section as a scoring framework: a table of kind `other` without indicators; none where it states targets."""
    named = next((note for note in section.notes if note.slot is None and _TITLE.fullmatch(fold(note.text))), None)
    header = _find(section.rows, named=named is not None)
    if header is None:
        return Reading(NAME)
    uses, head = Uses(), Head(unit_of_money=section.unit_above)
    read_notes(section.notes, head, uses)
    if head.title is None and named is not None:
        head.title = Stated(named.text, named.span)
    title = next((slot for row in section.rows[:2] for slot in row.slots if _TITLE.fullmatch(fold(slot.text))), None)
    if head.title is None and title is not None and len(title.text) > len("评分标准"):
        head.title = Stated(title.text, title.span)
        uses.use(title)
    uses.ignore("scoring-framework", section.slots)
    table, _ = assemble(head, (), NAME)
    span = head.title.span if head.title is not None else header.slots[0].span
    args = {"title": table.title or ""}
    said = Diagnostic(code=Code.SCORING_FRAMEWORK, args=args, span=span)
    return Reading(NAME, (table.model_copy(update={"kind": "other"}),), uses, (said, *head.diagnostics))


def _find(rows: Sequence[Row], *, named: bool) -> Header | None:
    """The header of a framework: levels or names beside how they are scored, and no column of targets.

    Where a line above names it, what its indicators mean will do.
    """
    if not named and not any("standard" in row.columns for row in rows):
        return None
    for at, row in enumerate(rows):
        if not is_mostly_labels(row):
            continue
        for header in (read_header(rows, at), header_of([row], at + 1)):
            roles = {labels.column(slot.text) for slot in header.slots}
            graded = _GRADES & {fold(slot.text) for slot in (*header.slots, *_below(rows, header))}
            levelled = roles & {"level1", "level2", "name"}
            scored = "standard" in roles or (named and "description" in roles)
            framed = len(levelled) >= 2 and scored and not roles & _TARGETS and not graded
            if framed and not _states_targets(rows[header.end :], header):
                return header
    return None


def _states_targets(rows: Sequence[Row], header: Header) -> bool:
    """Whether a column under words nobody listed holds targets after all: 实现目标 over ≥90%."""
    unknown = [slot.column for slot in header.leaves if not is_label(slot.text)]
    for column in unknown:
        below = [slot.text for row in rows for slot in row.slots if slot.column == column]
        if below and 2 * sum(map(states_target, below)) > len(below):
            return True
    return False


def _below(rows: Sequence[Row], header: Header) -> tuple[Slot, ...]:
    return rows[header.end].slots if header.end < len(rows) else ()
