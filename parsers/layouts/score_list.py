"""The list of projects with their scores, one a row and no indicators: 自评结果汇总表."""

from collections.abc import Sequence

from normalize.models import changed
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.list_header import Header, header_of, is_mostly_labels
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.listing import Field, Project, fields_of, head_above, head_of, projects
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels

NAME, WORDS = "score_list", ("自评结果汇总表", "list of projects with their scores")

_DEEPEST = 3
_OF_INDICATORS = frozenset({"level1", "level2", "name", "value", "operator", "standard"})


def read(section: Section) -> Reading:
    """A section as a list of scores: a table of kind `other` for each project, with its head and no indicators.

    No table where no title of performance stands above, or a column tells of indicators.
    """
    found = _find(section)
    if found is None:
        return Reading(NAME)
    at, header, fields = found
    uses = Uses()
    uses.ignore("header", header.slots)
    above = head_above(section, at, uses)
    below = section.rows[header.end :]
    notes = [row for row in below if len(row.slots) == 1 and labels.is_note(row.slots[0].text)]
    uses.ignore("note", (slot for row in notes for slot in row.slots))
    listed = projects([row for row in below if row not in notes], header, fields, uses)
    tables = []
    diagnostics = list(above.diagnostics)
    for project in listed:
        uses.ignore("serial", _serials(project, header))
        head = head_of(project, above, uses)
        table, odd = assemble(head, (), NAME)
        if table.project_name is not None:
            tables.append(changed(table, {"kind": "other"}))
            diagnostics.extend((*head.diagnostics, *odd))
    return Reading(NAME, tuple(tables), uses, tuple(diagnostics))


def _find(section: Section) -> tuple[int, Header, dict[int, Field]] | None:
    """Where the header begins, the header, and its columns; None where the section is no list of scores."""
    if not section.titled:
        return None
    for at, row in enumerate(section.rows):
        if (
            "project_name" not in row.fields
            or not is_mostly_labels(row)
            or not _scores(section.rows[at : at + _DEEPEST])
        ):
            continue
        for depth in range(1, min(_DEEPEST, len(section.rows) - at) + 1):
            header = header_of(section.rows[at : at + depth], at + depth)
            fields = _fields(header)
            if fields:
                return at, header, fields
    return None


def _fields(header: Header) -> dict[int, Field]:
    """The columns of a list of scores by number: a project, a score, and nothing that tells of indicators."""
    roles = {labels.column(slot.text) for slot in header.leaves}
    if roles & _OF_INDICATORS or any(is_level(slot.text) for slot in header.leaves):
        return {}
    fields = fields_of(header)
    scores = [slot for slot in header.leaves if _is_score(slot)]
    named = any(field.name == "project_name" for field in fields.values())
    if not named or len(scores) != 1:
        return {}
    others = (slot for slot in header.leaves if slot.column not in fields and labels.column(slot.text) != "serial")
    told = {slot.column: Field(slot, labels.field_of(slot.text), header.above[slot.column]) for slot in others}
    return {**told, **fields, scores[0].column: Field(scores[0], "score", header.above[scores[0].column])}


def _scores(rows: Sequence[Row]) -> bool:
    """Whether any cell of some rows heads scores; most forms have none, and need not be looked at further."""
    return any("score" in row.columns or "score" in row.fields for row in rows)


def _is_score(slot: Slot) -> bool:
    return labels.column(slot.text) == "score" or labels.header_field(slot.text) == "score"


def _serials(project: Project, header: Header) -> Sequence[Slot]:
    columns = {slot.column for slot in header.leaves if labels.column(slot.text) == "serial"}
    return [slot for row in project.rows for slot in row.slots if slot.column in columns and fold(slot.text).isdigit()]
