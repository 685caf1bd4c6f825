"""A list of projects: which columns tell of the project, and which rows belong to which."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from normalize.codes import split_code
from normalize.money import amount_in_yuan, unit_in_label
from normalize.remembered import remembered
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.dittos import without_dittos
from parsers.layouts.grids.list_header import Header, gathers_money, numbers_columns
from parsers.layouts.grids.notes import Note
from parsers.layouts.grids.row_sorts import same_words
from parsers.layouts.grids.rows import CellKey, Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head, Stated, file_text, pair
from parsers.layouts.heads.head_lines import read_notes, read_office_above
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from parsers.layouts.words.funds import stage_of
from parsers.layouts.words.label_list import bare, label_list
from parsers.layouts.words.label_marks import part_below
from parsers.layouts.words.offices import is_office
from parsers.layouts.words.titles import bare_title, is_title

_RANKS = {"department": 0, "region": 1, "agency": 1, "agency_code": 1, "project_name": 2, "project_code": 2}
"""What tells one project of a list from the next: its owners above its name and its code."""
_PROJECT, _REST = 2, 3
_LONGEST_SERIAL = 4
_TOTAL = re.compile(r"(?:合计|小计|总计|共计)(?:数|金额)?$")
_JOINT = re.compile(r"[/／、]|\s+")
# 单位 heads the units of measure; before the levels, it heads the names of offices.
_AGENCY = "单位"
# 二级项目 in the head of a form is a grade of projects; in the header of a list it heads their names.
_PROJECT_OF_SECOND_LEVEL = "二级项目"


@dataclass(frozen=True, slots=True)
class Field:
    """A column that tells of the project, and the field of a table it fills; None for an amount or a mere label.

    `above` are the labels over its own: 资金（元） over 合计.
    """

    label: Slot
    name: str | None
    above: tuple[Slot, ...] = ()

    @property
    def rank(self) -> int:
        """How far up it stands among what tells projects apart."""
        return _RANKS.get(self.name or "", _REST)


@dataclass(slots=True)
class Project:
    """A project of a list: its cells under their fields, and its rows, in runs where it is named again further down."""

    cells: list[tuple[Field, Slot]]
    runs: list[list[Row]] = field(default_factory=lambda: [[]])
    namesake: bool = False
    """Whether it follows another of the same name."""

    @property
    def identity(self) -> tuple[tuple[str, str], ...]:
        """What tells it from other projects."""
        return tuple((f.name or "", fold(slot.text)) for f, slot in self.cells if f.rank < _REST)

    @property
    def rows(self) -> list[Row]:
        """All its rows."""
        return [row for run in self.runs for row in run]


def fields_of(header: Header) -> dict[int, Field]:
    """The columns of a header that tell of the project.

    A label that may also head a column of indicators (备注, 实际完成情况) does so right of their names or levels.
    """
    roles = [labels.column(slot.text) for slot in header.leaves]
    inside = [
        slot.column
        for slot, role in zip(header.leaves, roles, strict=True)
        if role in {"level1", "level2", "name", "value"}
    ]
    first = min(inside, default=0)
    levelled = min((slot.column for slot in header.leaves if is_level(slot.text)), default=0)
    named = any(labels.header_field(slot.text) == "project_name" for slot in header.leaves)
    found = {}
    names = [slot for slot, role in zip(header.leaves, roles, strict=True) if role == "name"]
    banded = frozenset(band.key for slot in names for band in header.above[slot.column])
    for slot, role in zip(header.leaves, roles, strict=True):
        if slot.column > first and any(
            part_below(labels.column(over.text), slot.text) for over in header.above[slot.column]
        ):
            continue
        if not named and bare(slot.text) == _PROJECT_OF_SECOND_LEVEL:
            found[slot.column] = Field(slot, "project_name")
        elif banded and "weight" not in roles and _is_of_project(slot, banded, header):
            found[slot.column] = Field(slot, "score")
        elif bare(slot.text) == _AGENCY and slot.column < max(first, levelled):
            found[slot.column] = Field(slot, "agency")
        elif names_both(slot.text):
            found[slot.column] = Field(slot, "project_name")
        elif labels.is_head_label(slot.text) and (role is None or slot.column < first or not inside):
            found[slot.column] = Field(slot, labels.header_field(slot.text), header.above[slot.column])
        elif slot.column < first and role is None and (labels.field_of(slot.text) or labels.amount_of(slot.text)):
            found[slot.column] = Field(slot, labels.field_of(slot.text), header.above[slot.column])
        elif labels.is_total(slot.text) and any(gathers_money(over.text) for over in header.above[slot.column]):
            found[slot.column] = Field(slot, None, header.above[slot.column])
    return found


def scores_of_projects(header: Header, rows: Sequence[Row]) -> dict[int, Field]:
    """The scores that begin with the projects and are merged over their rows: 总分, or where nothing is weighed."""
    roles = {labels.column(slot.text): slot for slot in header.leaves}
    total = next((slot for slot in header.leaves if labels.is_total(slot.text) and "分" in slot.text), None)
    score = total or (roles.get("score") if "weight" not in roles else None)
    named = next((slot for slot in header.leaves if labels.header_field(slot.text) == "project_name"), None)
    if score is None or named is None:
        return {}
    begun = [(slot.column, slot.cell.row, slot.cell.rows) for row in rows for slot in row.slots]
    scored = {(at, tall) for column, at, tall in begun if column == score.column}
    projects_begin = {(at, tall) for column, at, tall in begun if column == named.column}
    merged = any(tall > 1 for _, tall in scored) and scored == projects_begin
    return {score.column: Field(score, "score")} if merged else {}


def of_projects(fields: Mapping[int, Field], rows: Sequence[Row]) -> dict[int, Field]:
    """The columns of projects, without a score that each indicator has its own of: more begin than projects do."""
    owners = {column for column, known in fields.items() if known.name == "project_name"}
    begun = Counter(slot.column for row in rows for slot in row.slots)
    projects_begin = max((begun[column] for column in owners), default=0)
    return {
        column: known
        for column, known in fields.items()
        if known.name != "score" or not projects_begin or begun[column] <= projects_begin
    }


def _is_of_project(slot: Slot, banded: frozenset[CellKey], header: Header) -> bool:
    """Whether a score is that of a project: it stands beside what gathers its indicators, 自评得分 beside 绩效指标."""
    return labels.header_field(slot.text) == "score" and not any(b.key in banded for b in header.above[slot.column])


@remembered
def names_both(text: str) -> bool:
    """Whether a label heads the names of offices and, below each, those of its projects: 预算单位/项目名称.

    >>> names_both("预算单位 / 项目名称"), names_both("单位名称、项目名称"), names_both("政策/项目名称")
    (True, True, False)
    """
    if bare(text) in label_list().joint:
        return True
    parts = [labels.header_field(part) for part in _JOINT.split(text) if part.strip()]
    return len(parts) == 2 and set(parts) == {"agency", "project_name"}


def names_owner(fields: Mapping[int, Field], *, of_projects: bool) -> bool:
    """Whether columns tell one project from the next, or at least one office or region from the next."""
    ranks = [known.rank for known in fields.values()]
    return any(rank == _PROJECT for rank in ranks) or (not of_projects and any(rank < _PROJECT for rank in ranks))


def projects(rows: Sequence[Row], header: Header, fields: Mapping[int, Field], uses: Uses) -> tuple[Project, ...]:
    """The projects of a list, in the order they begin.

    A cell left blank, merged from above or filled with the same words again goes on with what stands above it. A new
    office ends the project above it, a new project ends what was said of the one before.
    """
    found: list[Project] = []
    state: list[tuple[Field, Slot]] = []
    latest: dict[int, Slot] = {}
    serials = {slot.column for slot in header.leaves if labels.column(slot.text) == "serial"}
    for row in without_dittos(rows, uses):
        if _is_header(row, header):
            uses.ignore("header", row.slots)
            continue
        if _is_total(row, fields):
            uses.ignore("total", row.slots)
            continue
        told = [(known, slot) for column, known in fields.items() if (slot := row.at(column)) is not None]
        told = _office_alone(row, told) or told
        namesake = bool(found) and _is_namesake(latest, told, row, found[-1])
        state, changed = _followed(state, latest, told, namesake=namesake)
        within = Row(tuple(slot for slot in row.slots if slot.column not in fields), row.covering)
        if all(slot.column in serials and len(slot.text) <= _LONGEST_SERIAL for slot in within.slots):
            uses.ignore("serial", within.slots)
            within = Row((), row.covering)
        _account(row, told, latest, within, uses)
        if changed <= _PROJECT or not found:
            found.append(Project(state, namesake=namesake))
        found[-1].cells = state
        if within.slots:
            found[-1].runs[-1].append(within)
    return _gathered(_owned(found, fields, uses), uses)


def _is_header(row: Row, header: Header) -> bool:
    if numbers_columns(row) or same_words(row.slots, header.leaves):
        return True
    known = {fold(slot.text) for slot in header.slots}
    return bool(row.slots) and all(fold(slot.text) in known for slot in row.slots)


def _is_total(row: Row, fields: Mapping[int, Field]) -> bool:
    """Whether a row adds up rows: 合计, or 某局小计 with nothing beside it but amounts."""
    first = row.slots[0]
    if labels.is_total(first.text):
        return True
    own = first.column in fields and _TOTAL.search(fold(first.text)) is not None
    return own and all(slot.column in fields for slot in row.slots)


def _office_alone(row: Row, told: Sequence[tuple[Field, Slot]]) -> list[tuple[Field, Slot]]:
    """The office that a row names alone, in the column of projects: 一、某市水利局; else nothing."""
    slot = row.slots[0]
    named = [known for known, _ in told if known.rank == _PROJECT]
    office = bare_title(slot.text)
    if len(row.slots) > 1 or not named or not is_office(office):
        return []
    return [(named[0], Slot(slot.grid, slot.cell, office, slot.halves))]


def _is_namesake(latest: Mapping[int, Slot], told: Sequence[tuple[Field, Slot]], row: Row, above: Project) -> bool:
    """Whether a row begins another table of the name above it: of another year, or with its name in a cell of its own
    and another goal or, where the amount above held for several rows, another amount.
    """
    years = [(known, slot) for known, slot in told if known.name == "fiscal_year" and slot in row.slots]
    if any(said is not None and not _same(said, s) for k, s in years for said in [latest.get(k.label.column)]):
        return True
    named = [(known, slot) for known, slot in told if known.name == "project_name"]
    if not named or not all(s in row.slots and _same(latest.get(known.label.column), s) for known, s in named):
        return False
    for known, slot in told:
        said = latest.get(known.label.column)
        if said is None or slot not in row.slots or _same(said, slot):
            continue
        held = len(above.runs[-1]) > 1 and above.runs[-1][-2].slots[0].cell.row >= said.cell.row
        if known.name == "goal" or (held and labels.amount_role(known.label.text) in _ALLOTTED):
            return True
    return False


_ALLOTTED = frozenset({"total", "budget", "initial"})
"""The amounts of which a project has one."""


def _followed(
    state: list[tuple[Field, Slot]],
    latest: dict[int, Slot],
    told: Sequence[tuple[Field, Slot]],
    *,
    namesake: bool,
) -> tuple[list[tuple[Field, Slot]], int]:
    """What holds at a row, given what held above it, and the rank of what has changed; `_REST` where nothing has.

    `latest` is the last cell of each column, brought up to the row. With a namesake the project has changed, though its
    name has not.
    """
    fresh = [(known, slot) for known, slot in told if not _same(latest.get(known.label.column), slot)]
    changed = min((known.rank for known, _ in fresh), default=_REST)
    changed = min(changed, _PROJECT) if namesake else changed
    if changed > _PROJECT:
        latest |= {known.label.column: slot for known, slot in fresh}
        state.extend(fresh)
        return state, changed
    restated = {known.label.column for known, _ in told}
    kept = [(known, slot) for known, slot in state if known.rank < changed and known.label.column not in restated]
    holding = [*kept, *told]
    latest.clear()
    latest |= {known.label.column: slot for known, slot in holding}
    return holding, changed


def _same(above: Slot | None, slot: Slot) -> bool:
    return above is not None and (above is slot or fold(above.text) == fold(slot.text))


def _account(row: Row, told: Sequence[tuple[Field, Slot]], latest: Mapping[int, Slot], within: Row, uses: Uses) -> None:
    """Leave out by name what a row only says again; and an office's total, where it has no project beside it."""
    uses.ignore("repeated", (slot for known, slot in told if latest.get(known.label.column) is not slot))
    owners = [known for known, _ in told if known.rank < _PROJECT]
    if owners and not within.slots and not any(known.rank == _PROJECT for known, _ in told):
        uses.ignore("total", (slot for known, slot in told if known.rank == _REST and slot in row.slots))


def _names_office(named: Sequence[tuple[Field, Slot]], project: Project) -> bool:
    """Whether a row without indicators names an office by its code, with what its projects cost: [155]某县民政局."""
    if len(named) != 1:
        return False
    code, name = split_code(named[0][1].text)
    amounts = (amount_in_yuan(slot.text) is not None for known, slot in project.cells if known.rank == _REST)
    return code is not None and is_office(name) and all(amounts)


def _owned(found: Sequence[Project], fields: Mapping[int, Field], uses: Uses) -> Iterator[Project]:
    """The projects that say anything; a name alone on its row, above that of a project, is the name of their office."""
    has_owner = any(known.rank < _PROJECT for known in fields.values())
    owner: list[tuple[Field, Slot]] = []
    for number, project in enumerate(found, start=1):
        following = found[number] if number < len(found) else None
        named = [(known, slot) for known, slot in project.cells if known.rank == _PROJECT]
        joint_label = len(named) == 1 and names_both(named[0][0].label.text)
        alone = not has_owner and following is not None and len(named) == len(project.cells) == 1
        joint = len(named) == 1 and is_office(named[0][1].text) and (joint_label or not has_owner)
        coded = not has_owner and _names_office(named, project)
        if following is not None and not project.rows and (joint or coded):
            uses.ignore("total", (slot for known, slot in project.cells if known.rank == _REST))
            uses.ignore("repeated", (slot for known, slot in project.cells if known.rank < _PROJECT))
            alone = True
        if alone and not project.rows:
            owner = [(replace(named[0][0], name="agency"), named[0][1])]
        elif project.rows or named or not names_owner(fields, of_projects=True):
            yield replace(project, cells=[*owner, *project.cells])


def _gathered(found: Iterator[Project], uses: Uses) -> tuple[Project, ...]:
    """The projects with what is said of one further down put with it, unless that says the same rows again."""
    known: dict[tuple[tuple[str, str], ...], Project] = {}
    words: dict[int, set[tuple[str, ...]]] = {}
    gathered: list[Project] = []
    for project in found:
        own = _words(project.rows)
        first = known.setdefault(project.identity, project)
        said = words.setdefault(id(first), own)
        if first is project or not project.identity or project.namesake or said & own:
            gathered.append(project)
            continue
        said |= own
        first.runs.extend(project.runs)
        stated = {(known_field.label.column, fold(slot.text)) for known_field, slot in first.cells}
        for known_field, slot in project.cells:
            if (known_field.label.column, fold(slot.text)) not in stated:
                first.cells.append((known_field, slot))
            else:
                uses.ignore("repeated", [slot])
    return tuple(gathered)


def _words(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    return {tuple(fold(slot.text) for slot in row.slots) for row in rows}


def head_above(section: Section, at: int, uses: Uses) -> Head:
    """What the lines and rows above the header of a list state of all its projects."""
    head = Head(unit_of_money=section.unit_above)
    above = section.rows[:at]
    alone = [Note(slot.text, slot.span, slot) for row in above for slot in row.slots if not _paired(row)]
    # A title that a sheet prints in a cell may do without 表, as one in a paragraph may.
    titles = [replace(note, slot=None) for note in alone if is_title(note.text, paragraph=True)]
    read_notes([*section.notes, *titles, *(note for note in alone if note.announces)], head, uses)
    uses.use(*(note.slot for note in alone if is_title(note.text, paragraph=True)))
    read_head([row for row in above if _paired(row)], head, uses)
    read_office_above(section.office_above, head)
    return head


def _paired(row: Row) -> bool:
    """Whether a row above a list pairs labels with texts; others hold a title, a unit, a year."""
    return any(labels.is_head_label(slot.text) or labels.is_group(slot.text) for slot in row.slots)


def head_of(project: Project, above: Head, uses: Uses) -> Head:
    """The head of one project's table: what is stated of all, and what its own cells state."""
    alone = not any(known.rank <= _PROJECT for known, _ in project.cells)
    # An amount above a list of projects, or of regions, is that of them all.
    amounts = list(above.amounts) if alone else []
    head = replace(above, texts={}, stages={}, amounts=amounts, fields=list(above.fields), diagnostics=[])
    for known, slot in project.cells:
        if known.name is not None and labels.header_field(known.label.text) != known.name:
            file_text(known.name, known.label.text, Stated(slot.text, slot.span), head)
            uses.use(slot)
        else:
            head.stage_in_row = None
            head.stage_over_row = next(filter(None, (stage_of(over.text) for over in known.above)), None)
            units = (unit_in_label(over.text) for over in known.above)
            head.unit_of_label = next(filter(None, units), head.unit_of_label)
            pair(known.label, slot, head, uses)
    for name, texts in above.texts.items():
        head.texts.setdefault(name, []).extend(texts)
    return head
