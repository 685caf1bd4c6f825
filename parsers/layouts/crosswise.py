"""The crosswise list: projects down, indicators across, their levels in the rows of labels above."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from normalize import reads_as_value
from normalize.placeholders import is_placeholder
from normalize.taxonomy import is_level, level1
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.list_header import Header, header_of, is_label
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.indicators.levels import Levels, follow
from parsers.layouts.indicators.short_headers import short_bands
from parsers.layouts.listing import Field, Project, fields_of, head_above, head_of, names_owner, projects
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.diagnostic import Diagnostic
from schema.table import Indicator, PerformanceTable, Stated

NAME, WORDS = "crosswise", ("项目为行、指标为列的一览表", "list with projects down and indicators across")

_DEEPEST = 4
_OWNERS = frozenset({"project_name", "agency", "region"})


@dataclass(frozen=True, slots=True)
class _Cross:
    """The header of a crosswise list: the columns of projects, and the names over the columns of indicators."""

    at: int
    header: Header
    fields: Mapping[int, Field]
    names: Mapping[int, Slot]


def read(section: Section) -> Reading:
    """A section as projects down and indicators across; no table where no row of names stands below levels."""
    found = _find(section)
    if found is None:
        return Reading(NAME)
    uses = Uses()
    above = head_above(section, found.at, uses)
    uses.ignore("header", (slot for slot in found.header.slots if slot.column not in found.names))
    said, below = _said(section.rows[found.header.end :], uses)
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    for project in projects(below, found.header, found.fields, uses):
        listed = _table(project, found, said, above, uses)
        if listed is not None:
            tables.append(listed[0])
            diagnostics.extend(listed[1])
    short = short_bands(found.header, list(found.names.values())) if tables else ()
    return Reading(NAME, tuple(tables), uses, (*above.diagnostics, *diagnostics, *short))


def _find(section: Section) -> _Cross | None:
    """The header of a crosswise list; a row of labels before one that pairs the project's name with itself."""
    first = None
    for at, row in enumerate(section.rows):
        if _OWNERS.isdisjoint(row.fields) or _is_pair(row) or not _may_cross(section, at):
            continue
        found = _at(section, at)
        if found is not None and all(is_label(slot.text) or is_level(slot.text) for slot in row.slots):
            return found
        first = first or found
    return first


def _may_cross(section: Section, at: int) -> bool:
    """Whether a header from a row on may be one: names stand below a level, or over two columns of nothing but values.

    Those of other forms are told so at a glance, at whichever depth their header would end.
    """
    header = section.rows[at : at + _DEEPEST]
    if any(is_level(slot.text) for row in header[:-1] for slot in row.slots):
        return True
    columns = {slot.column for row in header for slot in row.slots} if section.titled else set()
    # Rows of labels first: what they say is known from other forms, and is no value.
    for row in sorted(section.rows[at + _DEEPEST :], key=lambda row: "name" not in row.columns):
        if len(columns) < _FEWEST:
            break
        columns -= {slot.column for slot in row.slots if slot.column in columns and not _may_be_value(slot.text)}
    return len(columns) >= _FEWEST


_FEWEST = 2
"""Names that make a header of indicators."""


def _is_pair(row: Row) -> bool:
    """Whether a row is a label with its text, as in the head of a form, and no header."""
    return len(row.slots) <= 2 and not all(is_label(slot.text) or is_level(slot.text) for slot in row.slots)


def _at(section: Section, at: int) -> _Cross | None:
    depths = range(1, min(_DEEPEST, len(section.rows) - at) + 1)
    crossed = (_crosses(section, at, header_of(section.rows[at : at + depth], at + depth)) for depth in depths)
    return next((found for found in crossed if found is not None), None)


def _crosses(section: Section, at: int, header: Header) -> _Cross | None:
    """A header as that of a crosswise list, or None.

    Its indicators are told by the levels above them, or, under the title of a performance table, by the values below.
    """
    fields = fields_of(header)
    others = [slot for slot in header.leaves if slot.column not in fields and labels.column(slot.text) != "serial"]
    free = [slot for slot in others if not is_level(slot.text) and not is_label(slot.text)]
    # 群众满意度 is a level and may as well be a name, as those beside it are.
    rows = {slot.cell.row for slot in free}
    free.extend(slot for slot in others if slot.cell.row in rows and is_level(slot.text) and header.above[slot.column])
    levelled = [slot for slot in free if any(is_level(band.text) for band in header.above[slot.column])]
    names = levelled or free
    if len(names) < _FEWEST or 2 * len(names) <= len(others) or not names_owner(fields, of_projects=False):
        return None
    below = section.rows[header.end :]
    if not levelled and (not section.titled or not _valued(below, names) or _labelled(below, fields)):
        return None
    return _Cross(at, header, fields, {slot.column: slot for slot in names})


def _valued(rows: Sequence[Row], names: Sequence[Slot]) -> bool:
    """Whether what stands below the names reads as values, with more than bare numbers among them."""
    columns = {slot.column for slot in names}
    below = [slot.text for row in rows for slot in row.slots if slot.column in columns]
    telling = 0
    for text in below:
        if not _may_be_value(text):
            return False
        telling += not _is_bare(text)
    return telling > 0 and telling * 2 >= len(below)


def _may_be_value(text: str) -> bool:
    return _is_bare(text) or reads_as_value(text)


def _is_bare(text: str) -> bool:
    """Whether a text is a number and nothing else."""
    return text.replace(".", "").replace(",", "").isdigit()


def _labelled(rows: Sequence[Row], fields: Mapping[int, Field]) -> bool:
    """Whether labels stand where the names of projects should: 项目名称 over 资金总额 is a form."""
    return any(slot.column in fields and labels.is_head_label(slot.text) for row in rows for slot in row.slots)


def _said(rows: Sequence[Row], uses: Uses) -> tuple[dict[str, Row], list[Row]]:
    """The rows that say one thing of every indicator (计量单位 | 盏 | 米), and those of projects."""
    said: dict[str, Row] = {}
    below = []
    for row in rows:
        role = labels.column(row.slots[0].text)
        if role in {"unit", "operator", "weight"} and len(row.slots) > 1:
            said[role] = row
            uses.ignore("header", row.slots[:1])
        else:
            below.append(row)
    return said, below


def _table(
    project: Project, found: _Cross, said: Mapping[str, Row], above: Head, uses: Uses
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]] | None:
    """The table of one project; None where no indicator has a value for it."""
    serials = {slot.column for slot in found.header.leaves if labels.column(slot.text) == "serial"}
    odd: list[Diagnostic] = []
    indicators: list[Indicator] = []
    for slot in (slot for row in project.rows for slot in row.slots):
        name = found.names.get(slot.column)
        if slot.column in serials:
            uses.ignore("serial", [slot])
        elif name is not None and is_placeholder(slot.text):
            uses.ignore("placeholder", [slot])
        elif name is not None:
            indicators.append(_indicator(name, slot, found.header.above[slot.column], said, odd, uses))
    if not indicators:
        return None
    head = head_of(project, above, uses)
    table, odd_head = assemble(head, indicators, NAME)
    return table, (*head.diagnostics, *odd_head, *odd)


def _indicator(
    name: Slot, value: Slot, bands: Sequence[Slot], said: Mapping[str, Row], odd: list[Diagnostic], uses: Uses
) -> Indicator:
    levels, unknown = _levels(bands)
    beside = {role: slot for role, row in said.items() if (slot := row.at(value.column)) is not None}
    uses.use(name, value, levels.slot1, levels.slot2, *beside.values())
    odd.extend(diagnostic for diagnostic in unknown if diagnostic not in odd)
    slots = {"name": name, "value": value, "level1": levels.slot1, "level2": levels.slot2, **beside}
    spans = {role: (slot.span,) for role, slot in slots.items() if slot is not None}
    texts = {role: slot.text for role, slot in slots.items() if slot is not None}
    return Indicator(
        level1=levels.level1,
        level2=levels.level2,
        name=name.text.replace("\n", ""),
        stated=Stated(**{role: text for role, text in texts.items() if role != "weight"}),
        weight=texts.get("weight"),
        spans=spans,
    )


def _levels(bands: Sequence[Slot]) -> tuple[Levels, list[Diagnostic]]:
    """The levels above a name, from the top down; a label that only gathers is none."""
    known = [band for band in bands if is_level(band.text)]
    return follow(Levels(), dict(_roles(known)), None)


def _roles(bands: Sequence[Slot]) -> Iterator[tuple[str, Slot]]:
    if len(bands) == 1:
        yield ("level1" if level1(bands[0].text) is not None else "level2"), bands[0]
    elif bands:
        yield from zip(("level1", "level2"), bands[:2], strict=True)
