"""The long list: one indicator a row, with its project's fields repeated or merged beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.models import changed
from normalize.taxonomy import is_level, level1, level2
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.list_header import Header, header_of, is_mostly_labels, read_header
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_lines import year_above
from parsers.layouts.indicators import grid_header
from parsers.layouts.indicators.adjustments import adjusted
from parsers.layouts.indicators.columns import Columns, odd_headers
from parsers.layouts.indicators.fitting import fitted
from parsers.layouts.indicators.headings import TALLEST
from parsers.layouts.indicators.indicators import read_indicators
from parsers.layouts.listing import (
    Field,
    Project,
    fields_of,
    head_above,
    head_of,
    names_owner,
    of_projects,
    projects,
    scores_of_projects,
)
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import HeaderField, Indicator, PerformanceTable

NAME, WORDS = "long_list", ("一行一个指标的清单", "list, one indicator a row")

_READ = 30
"""So many rows below a header tell what its columns hold."""


@dataclass(frozen=True, slots=True)
class _List:
    """The header of a long list, its columns that tell of projects, and those of indicators, group by group."""

    at: int
    header: Header
    fields: dict[int, Field]
    groups: tuple[Columns, ...]


def read(section: Section) -> Reading:
    """A section as a list of indicators; no table where no header names both a project and indicators."""
    found = _find(section)
    if found is None:
        return Reading(NAME)
    uses = Uses()
    uses.ignore("header", (*found.header.slots, *found.groups[0].header))
    above = head_above(section, found.at, uses)
    listed = projects(section.rows[found.header.end :], found.header, found.fields, uses)
    rows = [row for project in listed for row in project.rows]
    found = replace(found, groups=tuple(fitted(group, rows) for group in found.groups))
    if _glued(listed, found):
        listed = (_whole(listed, above, uses),)
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    for project in listed:
        read_table = _table(project, found, above, uses)
        if read_table is not None:
            tables.append(read_table[0])
            diagnostics.extend(read_table[1])
    if not tables:
        return Reading(NAME, (), uses, _template(above) if _is_template(section.rows, found, uses) else ())
    if not _is_performance(tables, found, above):
        return Reading(NAME)
    said = (*above.diagnostics, *untitled_once(diagnostics), *odd_headers(found.groups))
    return Reading(NAME, tuple(tables), uses, said)


def untitled_once(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Diagnostics of many tables under one title, or under none, which is said once."""
    said = False
    for diagnostic in diagnostics:
        if diagnostic.code is not Code.TITLE_MISSING or not said:
            yield diagnostic
        said = said or diagnostic.code is Code.TITLE_MISSING


def _find(section: Section) -> _List | None:
    rows = section.rows
    named = [grid_header.may_name(row) for row in rows]
    for at, row in enumerate(rows):
        if not any(named[at : at + TALLEST]) or not is_mostly_labels(row):
            continue
        whole = read_header(rows, at)
        one = header_of([row], at + 1)
        for header in (whole, one) if whole.end > one.end else (one,):
            told = fields_of(header)
            if not names_owner(told, of_projects=False):
                continue
            scores = scores_of_projects(header, rows[header.end : header.end + _READ])
            fields = of_projects(told, rows[header.end :]) | scores
            above, groups = _groups(rows[at : at + TALLEST + _READ], fields, year_above(section))
            if groups:
                return _List(at, replace(header, end=max(header.end, at + above)), fields, groups)
    return None


def _groups(rows: Sequence[Row], fields: Mapping[int, Field], year: int | None) -> tuple[int, tuple[Columns, ...]]:
    """How many rows make the header over indicators, and its groups; a level may stand over some of them.

    Where levels do, the labels below them make the header with those beside them that reach down to their row: 备注.
    """
    below = [Row(tuple(s for s in row.slots if not _is_over(s, fields)), {}) for row in rows]
    kept = [Row(tuple(s for s in row.slots if not is_level(s.text)), {}) for row in below]
    for first, row in enumerate(kept[:TALLEST]):
        if not row.slots:
            continue
        at = row.slots[0].cell.row
        beside = (s for upper in kept[:first] for s in upper.slots if s.cell.row + s.cell.rows > at)
        whole = Row(tuple(sorted((*row.slots, *beside), key=_column)), {})
        taken, groups = grid_header.read_header([whole, *kept[first + 1 :]], 0, year, below[first:])
        if groups:
            return first + taken, groups
    return 0, ()


def _is_over(slot: Slot, fields: Mapping[int, Field]) -> bool:
    """Whether a cell stands in a column that tells of projects, or over several of them."""
    return any(column in fields for column in range(slot.column, slot.last_column + 1))


def _is_performance(tables: Sequence[PerformanceTable], found: _List, above: Head) -> bool:
    """Whether more than an office, 指标名称 and 指标值 speaks for performance: lists of statistics have those too."""
    levelled = any(indicator.level1 or indicator.level2 for table in tables for indicator in table.indicators)
    weighed = any({"operator", "weight"} & group.ranges.keys() for group in found.groups)
    return levelled or weighed or above.title is not None or names_owner(found.fields, of_projects=True)


def _is_template(rows: Sequence[Row], found: _List, uses: Uses) -> bool:
    """Whether nothing but what the form prints stands below the header."""
    below = (slot for row in rows[found.header.end :] for slot in row.slots)
    return all(slot.key in uses.noted for slot in below)


def _template(head: Head) -> tuple[Diagnostic, ...]:
    title = head.title
    args = {"title": title.text if title is not None else ""}
    return (Diagnostic(code=Code.EMPTY_TEMPLATE, args=args, span=title.span if title is not None else None),)


def _glued(listed: Sequence[Project], found: _List) -> bool:
    """Whether a list of projects was only printed beside the indicators of the whole office.

    Then levels are merged across projects, and no project has rows of its own.
    """
    if len(listed) < 2 or not names_owner(found.fields, of_projects=True):
        return False
    roles = {"level1", "level2"}
    crossing = any(
        found.groups[0].role(column) in roles
        for project in listed
        for row in project.rows[:1]
        for column in row.covering
    )
    # The rows behind the last project are those the list of projects was too short for.
    return crossing and all(len(project.rows) == 1 for project in listed[:-1])


def _whole(listed: Sequence[Project], head: Head, uses: Uses) -> Project:
    """All rows as those of one office; the projects beside them are kept as fields of its table."""
    whole = Project([], [[row for project in listed for row in project.rows]])
    for project in listed:
        for known, slot in project.cells:
            if known.rank < 2:
                whole.cells = whole.cells or [(known, slot)]
            else:
                head.fields.append(HeaderField(label=known.label.text, text=slot.text, span=slot.span))
                uses.use(slot)
    return whole


def _table(
    project: Project, found: _List, above: Head, uses: Uses
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]] | None:
    """The table of one project; None where its rows hold no indicator."""
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    for number, run in enumerate(project.runs):
        by_group: list[tuple[Columns, tuple[Indicator, ...]]] = []
        for group in found.groups:
            level = _level_above(group, found)
            group_of = replace(group, period="annual") if level is not None else group
            read_rows, said = read_indicators(list(_of_group(run, group_of)), group_of, uses)
            by_group.append((group, tuple(_levelled(read_rows, level))))
            odd.extend(said)
        indicators.extend(_tied(adjusted(by_group), number))
    serials = {slot.column for slot in found.header.leaves if labels.column(slot.text) == "serial"}
    uses.ignore("serial", (slot for row in project.rows for slot in row.slots if slot.column in serials))
    if not indicators:
        return None
    head = head_of(project, above, uses)
    table, odd_head = assemble(head, indicators, NAME)
    return table, (*head.diagnostics, *odd_head, *odd)


def _level_above(group: Columns, found: _List) -> Slot | None:
    """The level that stands over the columns of a group: 产出指标 over 指标名称 and 指标值."""
    bands = found.header.above.get(group.first("name") or 0, ())
    return next((band for band in reversed(bands) if is_level(band.text)), None)


def _levelled(indicators: Iterable[Indicator], level: Slot | None) -> Iterator[Indicator]:
    """Indicators with the level their columns stand under, where their rows name none."""
    for indicator in indicators:
        if level is None or indicator.level1 is not None or indicator.level2 is not None:
            yield indicator
            continue
        one, two = level1(level.text), level2(level.text)
        parent = one if one is not None else next(iter(two.parents if two is not None else ()), None)
        stated = {("level1" if one is not None else "level2"): level.text}
        yield changed(
            indicator,
            {
                "level1": parent,
                "level2": None if one is not None or two is None else two.name,
                "stated": changed(indicator.stated, stated),
                "spans": {**indicator.spans, **dict.fromkeys(stated, (level.span,))},
            },
        )


def _of_group(run: Sequence[Row], group: Columns) -> Iterator[Row]:
    """The rows of one group; the levels a merged cell brings down from another project's row begin anew here."""
    for number, row in enumerate(run):
        slots = [slot for slot in row.slots if group.holds(slot.column)]
        if number == 0:
            begun = (row.covering.get(group.first(role) or 0) for role in ("level1", "level2"))
            slots = sorted((*slots, *(slot for slot in begun if slot is not None)), key=_column)
        if slots:
            yield Row(tuple(slots), row.covering)


def _column(slot: Slot) -> int:
    return slot.column


def _tied(indicators: Iterable[Indicator], run: int) -> Iterator[Indicator]:
    """Indicators with keys, given out later, that those of another run do not share."""
    for indicator in indicators:
        parent = f"{run} {indicator.parent}" if indicator.parent is not None else None
        yield changed(indicator, {"key": f"{run} {indicator.key}", "parent": parent})
