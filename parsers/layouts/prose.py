"""The wide list: one project a row, its indicators as prose in one cell, or in a cell for each level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from normalize import parse_value, reads_as_value
from normalize.placeholders import is_not_applicable, is_placeholder
from normalize.taxonomy import is_level, level1, level2
from normalize.text import fold
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.list_header import Header, read_header
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head, file_text
from parsers.layouts.heads.head import Stated as Filed
from parsers.layouts.indicators.items import Levels, Told, names_levels, read_items
from parsers.layouts.listing import Field, Project, fields_of, head_above, head_of, names_owner, projects
from parsers.layouts.projects_across import upright
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import Indicator, PerformanceTable, Stated
from schema.target import Target

NAME, WORDS = "prose", ("一行一个项目、指标成文的清单", "list, one project a row, indicators as prose")

_OUTPUT = "产出指标"
_FULL = 5
"""服务对象满意度 names the level 2 as well as the level 1, 满意度指标 does not."""
_GOALS = frozenset({"goal", "purpose"})
_OWNERS = frozenset({"project_name", "agency"})


@dataclass(frozen=True, slots=True)
class _Wide:
    """The header of a wide list, its columns that tell of projects, and those of prose with the levels they name."""

    at: int
    header: Header
    fields: Mapping[int, Field]
    prose: Mapping[int, Levels]


def read(section: Section) -> Reading:
    """A section as a list of projects; no table where no header names both a project and cells of prose."""
    rows = upright(section.rows)
    found = _find(rows)
    if found is None:
        return Reading(NAME)
    uses, section = Uses(), replace(section, rows=list(rows))
    uses.ignore("header", found.header.slots)
    above = head_above(section, found.at, uses)
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    for project in projects(section.rows[found.header.end :], found.header, found.fields, uses):
        listed = _table(project, found, above, uses)
        if listed is not None:
            tables.append(listed[0])
            diagnostics.extend(listed[1])
    return Reading(NAME, tuple(tables), uses, (*above.diagnostics, *diagnostics))


def _find(rows: Sequence[Row]) -> _Wide | None:
    for at, row in enumerate(rows):
        if len(row.slots) < 3 or _OWNERS.isdisjoint(row.fields):
            continue
        header = read_header(rows, at)
        fields = fields_of(header)
        prose = _levelled(_prose(header), header)
        if not prose:
            below = [slot for under in rows[header.end :] for slot in under.slots]
            goals = {column for column, known in fields.items() if known.name in _GOALS}
            prose = {slot.column: Levels() for slot in below if slot.column in goals and names_levels(slot.text)}
        apart = {column: known for column, known in fields.items() if column not in prose or known.name in _GOALS}
        labelled = 2 * (len(apart.keys() | prose.keys())) > len(header.leaves)
        if prose and labelled and len(apart) >= 2 and names_owner(apart, of_projects=False):
            return _Wide(at, header, apart, prose)
    return None


def _prose(header: Header) -> list[Slot]:
    """The labels of the columns that hold indicators as prose; beside one in full a level 1 may be a bare 满意度."""
    told = [slot for slot in header.leaves if _is_prose(slot, header)]
    return [slot for slot in header.leaves if slot in told or level1(slot.text) is not None] if told else []


def _is_prose(label: Slot, header: Header) -> bool:
    """Whether a column holds indicators as prose: 绩效指标, where a grid would name a single one, or 产出指标.

    数量 and 质量 head such columns only below 绩效指标; lists of purchases have them too.
    """
    if labels.column(label.text) == "name" or labels.is_group(label.text):
        return True
    return is_level(label.text) and (bool(header.above[label.column]) or "指标" in fold(label.text))


def _levelled(told: Sequence[Slot], header: Header) -> dict[int, Levels]:
    """The levels of each column of prose, those its label and the one above it name.

    成本指标 beside 数量指标 and 质量指标, with no 产出指标 in the header, is the level 2 below that.
    """
    seconds = [level2(slot.text) for slot in told]
    output = any(two is not None and two.parents == (_OUTPUT,) for two in seconds)
    first = {level1(slot.text) for slot, two in zip(told, seconds, strict=True) if two is None}
    over = _OUTPUT if output and _OUTPUT not in first else None
    return {slot.column: levels_of(slot, header.above[slot.column], over) for slot in told}


def levels_of(label: Slot, above: Sequence[Slot], over: str | None) -> Levels:
    """The levels the label of a column names."""
    one, two = level1(label.text), level2(label.text)
    parent = next((known for band in reversed(above) if (known := level1(band.text)) is not None), None)
    stated = next((band.text for band in reversed(above) if level1(band.text) == parent), None) if parent else None
    if one is not None and two is not None and (parent or over) in two.parents:
        return Levels(stated, label.text, parent or over, two.name)
    if one is not None:
        full = two is not None and fold(label.text).startswith(two.name[:_FULL])
        return Levels(label.text, label.text if full else None, one, two.name if full and two is not None else None)
    if two is not None:
        first = two.parents[0] if two.parents else None
        return Levels(stated if parent == first else None, label.text, first, two.name)
    return Levels()


def _table(
    project: Project, found: _Wide, above: Head, uses: Uses
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]] | None:
    """The table of one project; None where its prose holds no indicator."""
    serials = {slot.column for slot in found.header.leaves if labels.column(slot.text) == "serial"}
    uses.ignore("serial", (slot for row in project.rows for slot in row.slots if slot.column in serials))
    own = [slot for row in project.rows for slot in row.slots]
    # A goal may begin left of its column, merged over both.
    goals = [(slot, known.label.column) for known, slot in project.cells if known.label.column in found.prose]
    labels_over = {slot.column: (slot, *found.header.above[slot.column]) for slot in found.header.leaves}
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    told_in = [slot for slot in own if slot.column in found.prose]
    uses.ignore("placeholder", (s for s in told_in if is_placeholder(s.text) or is_not_applicable(s.text)))
    told_goals: list[tuple[str, Filed]] = []
    for slot, column in (*goals, *((slot, slot.column) for slot in told_in)):
        for told in read_items(slot.text, found.prose[column]):
            if _is_goal(told):
                told_goals.append((told.name, Filed(told.value, slot.span)))
                uses.use(slot)
            elif told.name:
                indicators.append(indicator_of(told, slot, labels_over.get(column, ())))
                uses.use(slot)
            elif (slot, column) not in goals:
                odd.append(Diagnostic(code=Code.UNUSED_TEXT, args={"text": told.piece.strip()}, span=slot.span))
    if not indicators:
        return None
    head = head_of(project, above, uses)
    for label, stated in told_goals:
        file_text("goal", label, stated, head)
    table, odd_head = assemble(head, indicators, NAME)
    return table, (*head.diagnostics, *odd_head, *odd)


def _is_goal(told: Told) -> bool:
    """Whether an item of prose is the goal before the levels: 目标：建成高标准农田3万亩."""
    if told.levels.known or not told.name:
        return False
    return "goal" in {labels.header_field(told.name), labels.header_field(f"绩效{told.name}")}


def indicator_of(told: Told, slot: Slot, above: Sequence[Slot]) -> Indicator:
    """The indicator an item of prose tells, in a cell below or beside the labels of its levels."""
    levels = told.levels
    # ≥90% below 满意度指标 and nothing else: the words of the level are its name, as in a grid.
    nameless = told.name == told.value and any(t.kind == "comparison" for t in _bare_targets(told.value))
    name = (levels.second or levels.first or told.name) if nameless else told.name
    stated = {"level1": levels.first, "level2": levels.second}
    return Indicator(
        level1=levels.level1,
        level2=levels.level2,
        name=name,
        stated=Stated(name="" if name is not told.name else name, value=told.value, **stated),
        spans={
            **dict.fromkeys(("name", "value"), slot.spans),
            **{level: _standing(text, slot, above).spans for level, text in stated.items() if text},
        },
    )


def _standing(level: str, slot: Slot, above: Sequence[Slot]) -> Slot:
    """Where the words of a level stand: in the prose itself, or in a label over its column."""
    return next((label for label in above if level == label.text), slot)


def _bare_targets(text: str) -> tuple[Target, ...]:
    return parse_value(text).targets if reads_as_value(text) else ()
