"""The header over a grid of indicators: which column holds what, for which period, stage and area."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from normalize.text import narrow
from parsers.layouts import labels
from parsers.layouts.guessed_columns import Guessed, guessed, hold_values, levels_apart
from parsers.layouts.headings import Band, Heading, bands, is_header_word, may_stand_over
from parsers.layouts.label_marks import unit_in
from parsers.layouts.labels import Period, Stage
from parsers.layouts.rows import CellKey, Row, Slot
from parsers.layouts.year_columns import of_quarters, of_years
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

Range = tuple[int, int]
VARIED = frozenset({"value", "operator", "unit", "actual", "weight", "score", "forecast", "previous", "deviation"})
"""What may stand in columns of its own for each period or area."""
_REPEATED = frozenset({"level1", "level2", "name", *VARIED}) - {"deviation"}
_NAMING = frozenset({"name", "level2"})
_MOST_GROUPS = 12
"""No header has more tables side by side; one that seems to is none."""
_TOTAL_AREAS = frozenset({"合计", "总计", "小计", "全省", "全市", "全县", "全区", "汇总", "总目标", "总值"})


@dataclass(frozen=True, slots=True)
class Variant:
    """The columns that hold for one period or one area only."""

    ranges: Mapping[str, Range]
    period: Period | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of one of several columns that tell one thing, with the label of its column, and where that stands."""

    label: str
    slot: Slot
    heading: Slot | None = None


@dataclass(frozen=True)
class Columns:
    """The columns of a grid by what they hold ("name", "value", …), each with the columns its header covers.

    `parts` are the columns of what is told in several (前年, 上年), `grades` those of thresholds, `variants` the values
    for each period or area where there is more than one, the first of which stand in `ranges` too; `varied` is all that
    these tell. `aside` are the columns of the groups beside this one. `twice` are labels that name again what another
    one names; `measured` is the unit that the label over the values carries: 指标值（万元）; `year_assumed` the label
    whose year was taken for the fiscal year, where none is stated, `guessed` are labels told by what is below.
    """

    ranges: Mapping[str, Range]
    header: tuple[Slot, ...]
    period: Period = "annual"
    stage: Stage | None = None
    area: str | None = None
    parts: Mapping[str, tuple[Heading, ...]] = field(default_factory=dict)
    grades: Mapping[str, Range] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    varied: frozenset[str] = frozenset()
    aside: tuple[Range, ...] = ()
    twice: tuple[Slot, ...] = ()
    measured: tuple[str, Slot] | None = None
    year_assumed: Slot | None = None
    guessed: tuple[tuple[Slot, str], ...] = ()

    @cached_property
    def header_keys(self) -> frozenset[CellKey]:
        """The cells of the header."""
        return frozenset(slot.key for slot in self.header)

    def of_group(self, row: Row) -> Row:
        """A row without the cells that stand in the columns of another group, and those of `parts` and `variants`."""
        if not self._left_out:
            return row
        return Row(tuple(slot for slot in row.slots if not self._is_aside(slot.column)), row.covering)

    def role(self, column: int) -> str | None:
        """What a column holds."""
        for role, (first, last) in self.ranges.items():
            if first <= column <= last:
                return role
        return None

    def first(self, role: str) -> int | None:
        """The first column of what is asked for."""
        return self.ranges[role][0] if role in self.ranges else None

    def holds(self, column: int) -> bool:
        """Whether a column belongs to the grid's indicators in any way."""
        return self.role(column) is not None or self._is_aside(column)

    def told_in_parts(self, row: Row) -> dict[str, tuple[Part, ...]]:
        """What a row tells in several columns, by what it is; thresholds as "grade", each with its label."""
        if not self.parts and not self.grades:
            return {}
        told = {
            role: tuple(Part(h.label, slot, h.slot) for h in headings if (slot := row.at(h.slot.column)) is not None)
            for role, headings in self.parts.items()
        }
        graded = ((grade, row.at(first)) for grade, (first, _) in self.grades.items())
        told["grade"] = tuple(Part(grade, slot) for grade, slot in graded if slot is not None)
        return {role: parts for role, parts in told.items() if parts}

    def _is_aside(self, column: int) -> bool:
        at = bisect_right(self._left_out, (column, _FAR)) - 1
        return at >= 0 and column <= self._left_out[at][1]

    @cached_property
    def _left_out(self) -> list[Range]:
        own = set(self.ranges.values())
        parts = (heading.range for headings in self.parts.values() for heading in headings)
        varied = (span for variant in self.variants for span in variant.ranges.values())
        return sorted({*self.aside, *parts, *self.grades.values(), *varied} - own)


_FAR = 1 << 62


def odd_headers(found: Iterable[Columns]) -> list[Diagnostic]:
    """What is to be said of headers: that they name one thing twice, or that a column was told by what it holds."""
    said: dict[tuple[Code, CellKey], Diagnostic] = {}
    for columns in found:
        odd = [(Code.COLUMN_TWICE, slot, "") for slot in columns.twice]
        if columns.year_assumed is not None:
            odd.append((Code.YEAR_OF_COLUMNS_ASSUMED, columns.year_assumed, ""))
        odd.extend((Code.COLUMN_GUESSED, slot, role) for slot, role in columns.guessed)
        for code, slot, role in odd:
            args = {"label": slot.text, **({"field": role} if role else {})}
            said.setdefault((code, slot.key), Diagnostic(code=code, args=args, span=slot.span))
    return list(said.values())


def read_columns(row: Row) -> Columns | None:
    """The columns a header row names, or None where it is no header over indicators; of several groups the first."""
    return next(iter(read_groups(row)), None)


def read_groups(row: Row) -> tuple[Columns, ...]:
    """The groups of columns a header in one row names, one for each period that is printed beside another."""
    return next((groups for band in bands([row], 0) if (groups := _groups(band))), ())


def read_header(rows: Sequence[Row], index: int, year: int | None = None) -> tuple[int, tuple[Columns, ...]]:
    """How many rows from one on make a header over indicators, and its groups of columns; 0 and none for any other row.

    A header names the indicator and its value, or its operator where the value stands with it. Of two columns with
    one meaning the more telling label counts (三级指标 before 绩效指标); the other one only gathers. `year` is the
    fiscal year as far as it is known, for a header with a column of values for each of several years.
    """
    found: tuple[int, tuple[Columns, ...]] = (0, ())
    if not _may_open(rows[index]):
        return found
    for taken, band in enumerate(bands(rows, index), start=1):
        groups = _groups(band, year, rows[index + taken :])
        if groups:
            found = taken, groups
        elif taken == 1 and not all(may_stand_over(slot.text) for slot in band.slots):
            break
    return found


def _may_open(row: Row) -> bool:
    """Whether a row may be the first of a header: it names the indicator, or holds nothing but words of headers.

    Most rows do not, and need not be read as one.
    """
    return may_name(row) or all(is_header_word(slot.text) for slot in row.slots)


def may_name(row: Row) -> bool:
    """Whether a row may be one of a header over indicators that names them; every header has one that does."""
    return not _NAMING.isdisjoint(row.columns)


def _groups(band: Band, year: int | None = None, below: Sequence[Row] = ()) -> tuple[Columns, ...]:
    """The groups of a header. A label that comes again opens the next one, as 二级指标 does that stands twice.

    Where a group has no level 1, that of the first holds. Two such groups that do not say their period are mid-term and
    annual: so 88号 has it.
    """
    cut = list(_cut(band.headings))
    if len(cut) > _MOST_GROUPS:
        return ()
    shared: dict[str, Range] = {}
    groups: list[Columns] = []
    for known in cut:
        told = guessed(known, below) if len(cut) == 1 and below else Guessed(known)
        columns = replace(_columns(told.headings, shared, band.slots, year), guessed=told.labels)
        shared = shared or {role: columns.ranges[role] for role in ("level1",) if role in columns.ranges}
        valued = {"value", "operator"} & columns.ranges.keys() or _told_in_names(columns.ranges, below)
        if "name" in columns.ranges and valued:
            groups.append(replace(columns, aside=tuple(h.range for other in cut if other is not known for h in other)))
    said = any(map(_says_period, cut)) or any(g.stage for g in groups)
    if len(groups) == 2 and not said and not levels_apart([group.ranges for group in groups], below):
        own = len({group.ranges["level1"] for group in groups if "level1" in group.ranges}) > 1
        groups[0] = groups[0] if own else replace(groups[0], period="mid_term")
    return tuple(groups)


def _told_in_names(ranges: Mapping[str, Range], below: Sequence[Row]) -> bool:
    """Whether a grid of levels and names has its values in the names: 三级指标 over 云主机数量≥1200台."""
    return not ranges.keys().isdisjoint({"level1", "level2"}) and hold_values(below, ranges.get("name"))


def _says_period(headings: Sequence[Heading]) -> bool:
    return any(heading.period is not None for heading in headings)


def _cut(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The headings cut before each label that comes again, if a name comes again with it."""
    group: list[Heading] = []
    segment: list[Heading] = []
    seen: set[tuple[str | None, str]] = set()
    for heading in headings:
        known = heading.role, labels.unnumbered(heading.label)
        if known in seen and heading.role in _REPEATED:
            group, opened = _joined(group, segment)
            yield from opened
            segment, seen = [], set()
        segment.append(heading)
        seen.add(known)
    group, opened = _joined(group, segment)
    yield from [*opened, group]


def _joined(group: list[Heading], segment: list[Heading]) -> tuple[list[Heading], list[list[Heading]]]:
    """A group with one more segment, or, where both name indicators, the segment and the finished group.

    A group without values is none: 绩效指标 may stand over the names and left of the levels, too.
    """
    named = all(any(heading.role == "name" for heading in headings) for headings in (group, segment))
    if named and any(heading.role in VARIED for heading in group):
        return segment, [group]
    return [*group, *segment], []


def _columns(
    headings: Sequence[Heading], shared: Mapping[str, Range], header: tuple[Slot, ...], year: int | None
) -> Columns:
    by_role: dict[str, list[Heading]] = {}
    dated = of_years(of_quarters(_named(headings)), year)
    for heading in _of_levels(_turned(_with_areas(dated.headings))):
        if heading.role is not None:
            by_role.setdefault(heading.role, []).append(heading)
    scores = by_role.get("score", [])
    if len(scores) == 2 and "weight" not in by_role and scores[0].label.endswith(_points()):
        by_role["weight"] = [scores.pop(0)]  # 评分值 | 自评得分
    grades = {grade: h.range for h in by_role.pop("grade", ()) if (grade := labels.grade(h.label)) is not None}
    variants, varied, twice = _variants(by_role)
    values = set(map(id, varied))
    ranges: dict[str, Range] = dict(shared)
    parts: dict[str, tuple[Heading, ...]] = {}
    for role, found in by_role.items():
        free = [heading for heading in found if id(heading) not in values]
        if role in _PARTED and (len(free) > 1 or any(heading.year is not None for heading in free)):
            parts[role] = tuple(free)
        elif free:
            chosen = min(free, key=lambda h: (_rank(h), -_last_month(h.label), -h.slot.column * (role == "name")))
            ranges[role] = chosen.range
            twice.extend(h.slot for h in free if h is not chosen and role not in {"name", "serial"})
    ranges |= variants[0].ranges if variants else {}
    if "value" not in ranges and grades:
        ranges["value"] = next(iter(grades.values()))
    if "name" not in ranges and "level2" in ranges and "value" in ranges:
        ranges["name"] = ranges.pop("level2")
    said = [heading for heading in headings if heading.role == "value"]
    gathering = [heading for heading in headings if heading.role is None]
    periods = (heading.period for heading in (*said, *gathering) if heading.period is not None)
    period: Period = next(periods, "annual")
    return Columns(
        ranges,
        header,
        variants[0].period or period if variants else period,
        next(filter(None, (heading.stage for heading in headings if heading.role == "name")), None),
        variants[0].area if variants else None,
        parts,
        grades,
        variants[1:],
        frozenset(role for variant in variants for role in variant.ranges),
        twice=tuple(twice),
        measured=_measured(by_role.get("value", ()), ranges),
        year_assumed=dated.assumed,
    )


def _measured(values: Sequence[Heading], ranges: Mapping[str, Range]) -> tuple[str, Slot] | None:
    """The unit that the label over the values carries, and the cell it stands in; a column of units comes first."""
    line = next(((h.slot, *h.above) for h in values if h.range == ranges.get("value")), ())
    units = ((unit, slot) for slot in line if (unit := unit_in(slot.text)) is not None)
    return next(units, None) if "unit" not in ranges else None


_PARTED = frozenset(
    {"of-level", "history", "deviation", "standard", "remark", "description", "likelihood", "previous", "nature"}
)
"""Columns there may be several of: their texts are told together."""


def _named(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where a level 3, a description or a goal stands beside the name: 三级指标 | 四级指标."""
    names = [heading for heading in headings if heading.role == "name"]
    if len(names) < 2:
        return list(headings)
    goals = [heading for heading in names if labels.bare(heading.label) in _GOALS]
    if 0 < len(goals) < len(names):
        return _named([replace(h, role="serial") if h in goals else h for h in headings])
    thirds = [heading for heading in names if labels.bare(heading.label) in _THIRD]
    after = [heading for heading in names if thirds and heading.slot.column > thirds[0].slot.column]
    if not after:
        return list(headings)
    if labels.bare(after[0].label) == "指标内容":
        return [replace(h, role="description") if h is after[0] else h for h in headings]
    return [replace(h, role="level3") if h is thirds[0] else h for h in headings]


_BEFORE = {"value": "previous", "operator": "previous", "unit": "previous", "weight": "remark", "actual": "remark"}
"""What a column is that stands for the time before an adjustment, beside the one after it."""


def _points() -> tuple[str, ...]:
    return tuple(word for word, role in labels.labels().under["score"].items() if role == "weight")


def _turned(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where what held before an adjustment stands beside what holds after it, under one name."""
    if any(heading.role == "name" and heading.stage is not None for heading in headings):
        return list(headings)
    return [replace(h, role=_BEFORE.get(h.role or "", h.role)) if h.stage == "before" else h for h in headings]


def _of_levels(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where weights and scores left of the name belong to a level: 一级指标 | 分值 | 二级指标 | 分值."""
    at = next((heading.slot.column for heading in headings if heading.role == "name"), 0)
    of_level = [heading.role in {"weight", "score"} and heading.slot.column < at for heading in headings]
    return [replace(h, role="of-level") if of else h for h, of in zip(headings, of_level, strict=True)]


_GOALS = frozenset({"目标名称", "绩效目标名称"})
"""What names the goal an indicator stands under, 年度绩效目标1, where another column names the indicator."""
_THIRD = frozenset({"三级指标", "三级", "三级绩效指标", "三级指标名称", "三级目标", "三级目标名称"})


def _with_areas(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where labels of no other meaning name areas: 三级指标 | 城厢镇 | 参内镇."""
    named = [h for h in headings if h.role is None and labels.is_area(h.label)]
    if len(named) < 2 or any(h.role == "name" and h.slot.column > named[0].slot.column for h in headings):
        return list(headings)
    areas = set(map(id, named))
    return [replace(h, role="value", area=h.label) if id(h) in areas else h for h in headings]


def _variants(by_role: Mapping[str, Sequence[Heading]]) -> tuple[tuple[Variant, ...], list[Heading], list[Slot]]:
    """The periods or areas whose values stand beside each other; none where there is one value. Then their headings."""
    keys = dict.fromkeys([_key(heading) for heading in by_role.get("value", ())])
    twice: list[Slot] = []
    if len(keys) < 2 and not any(area for _, area in keys):
        return (), [], twice
    varied: dict[tuple[Period, str | None], dict[str, Heading]] = {key: {} for key in keys}
    for role in VARIED:
        for heading in by_role.get(role, ()):
            key = _key(heading, _area_above(heading))
            if key in varied and (role == "value" or heading.period or key[1]):
                if role in varied[key]:
                    twice.append(heading.slot)
                varied[key].setdefault(role, heading)
    chosen = [heading for found in varied.values() for heading in found.values()]
    made = (
        Variant({role: h.range for role, h in found.items()}, period, None if area in _TOTAL_AREAS else area)
        for (period, area), found in varied.items()
    )
    return tuple(made), chosen, twice


def _key(heading: Heading, area: str | None = None) -> tuple[Period, str | None]:
    return heading.period or "annual", heading.area or area or _area_above(heading)


def _area_above(heading: Heading) -> str | None:
    """The area a label above names: 城厢镇 over 目标值 and 完成值."""
    return next((label.text for label in heading.above if labels.is_area(label.text)), None)


_MONTH = re.compile(r"([0-9]{1,2})月")


def _last_month(label: str) -> int:
    """The last month a label names: of 1-6月完成值 and 1-9月完成值 the later tells more; 0 where it names none."""
    return max((int(month) for month in _MONTH.findall(narrow(label))), default=0)


def _rank(heading: Heading) -> int:
    return labels.labels().rank.get(labels.bare(heading.slot.text), len(labels.labels().rank))
