"""The rows that make the header over a grid of indicators, and the groups of columns it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.layouts.grids.rows import Row
from parsers.layouts.indicators.column_roles import columns_of
from parsers.layouts.indicators.columns import VARIED, Columns, Range
from parsers.layouts.indicators.guessed_columns import Guessed, guessed, hold_values, levels_apart
from parsers.layouts.indicators.headings import Band, Heading, bands, is_header_word, may_stand_over
from parsers.layouts.indicators.level_columns import with_levels, without_gathering
from parsers.layouts.words import labels

_REPEATED = frozenset({"level1", "level2", "name", *VARIED}) - {"deviation"}
_NAMING = frozenset({"name", "level2"})
_MOST_GROUPS = 12
"""No header has more tables side by side; one that seems to is none."""


def read_columns(row: Row) -> Columns | None:
    """The columns a header row names, or None where it is no header over indicators; of several groups the first."""
    return next(iter(read_groups(row)), None)


def read_groups(row: Row) -> tuple[Columns, ...]:
    """The groups of columns a header in one row names, one for each period that is printed beside another."""
    return next((groups for band in bands([row], 0) if (groups := _groups(band))), ())


def read_header(
    rows: Sequence[Row], index: int, year: int | None = None, below: Sequence[Row] | None = None
) -> tuple[int, tuple[Columns, ...]]:
    """How many rows from one on make a header over indicators, and its groups of columns; 0 and none for any other row.

    A header names the indicator and its value, or its operator where the value stands with it. Of two columns with
    one meaning the more telling label counts (三级指标 before 绩效指标); the other one only gathers. `year` is the
    fiscal year as far as it is known, for a header with a column of values for each of several years. `below` are the
    rows as they stand, where those handed in lack some of their cells.
    """
    found: tuple[int, tuple[Columns, ...]] = (0, ())
    if not _may_open(rows[index]):
        return found
    for taken, band in enumerate(bands(rows, index), start=1):
        groups = _groups(band, year, (rows if below is None else below)[index + taken :])
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
    cut = list(_cut(without_gathering(band.headings, below)))
    if len(cut) > _MOST_GROUPS:
        return ()
    shared: dict[str, Range] = {}
    groups: list[Columns] = []
    for known in cut:
        levelled, levels = with_levels(known, below)
        told = guessed(levelled, below) if len(cut) == 1 and below else Guessed(levelled)
        columns = replace(columns_of(told.headings, shared, band.slots, year), guessed=(*levels, *told.labels))
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
