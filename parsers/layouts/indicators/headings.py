"""The rows of a header, and the words that stand over each of its columns."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from normalize import reads_as_value
from normalize.placeholders import is_placeholder
from normalize.remembered import remembered
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import Period, Stage
from parsers.layouts.words.label_marks import is_year, part_below, year_in

TALLEST = 3
"""No header is printed in more rows."""
_LONGEST_AREA = 20
_MOST_OF_THREE = 2
_SPREAD = frozenset({"history", "deviation", "standard", "remark", "description", "likelihood"})
"""Columns that forms split into several, each with a label of its own: 前年 and 上年 under 历史值."""


@dataclass(slots=True)
class Heading:
    """What the lowest label over some columns says, together with the labels above it, the nearest first.

    A year that stands alone is over values.
    """

    slot: Slot
    above: tuple[Slot, ...]
    role: str | None
    period: Period | None
    stage: Stage | None
    area: str | None = None
    year: int | None = None

    @property
    def label(self) -> str:
        """Its own words."""
        return self.slot.text.replace("\n", "")

    @property
    def range(self) -> tuple[int, int]:
        """The first and the last of its columns."""
        return self.slot.column, self.slot.last_column


@dataclass(frozen=True, slots=True)
class Band:
    """One or more rows read as a header: all of its cells, and the lowest over each column."""

    slots: tuple[Slot, ...]
    headings: tuple[Heading, ...]


def bands(rows: Sequence[Row], index: int) -> Iterator[Band]:
    """What may be a header that begins with a row: the row alone, then with each row below that goes on with it."""
    if any(is_level(slot.text) for slot in rows[index].slots):
        return
    band: list[Row] = [rows[index]]
    yield _band(band)
    while len(band) < TALLEST and index + len(band) < len(rows) and _goes_on(band, rows[index + len(band)]):
        band.append(rows[index + len(band)])
        yield _band(band)


@remembered
def is_header_word(text: str) -> bool:
    """Whether a text stands over columns of indicators, be it over several of them.

    >>> is_header_word("三级指标"), is_header_word("绩效指标"), is_header_word("调整前"), is_header_word("培训人数")
    (True, True, True, False)
    """
    if labels.column(text) is not None or labels.is_group(text):
        return True
    if labels.header_field(text) is not None:
        return False
    told = labels.grade(text) or labels.stage(text) or labels.period(text)
    return told is not None or is_year(text)


def _goes_on(band: Sequence[Row], row: Row) -> bool:
    """Whether a row is one more row of a header: labels of columns, or what divides a column of the row above."""
    if any(is_level(slot.text) or is_placeholder(slot.text) for slot in row.slots):
        return False
    parents = [label_over(slot, band) for slot in row.slots]
    # Of two cells the keys are compared: the cells themselves would compare the grid they stand in.
    children = Counter(parent.key for parent in parents if parent is not None)
    over = [slot for slot in band[-1].slots if slot.key in children]
    if not children or not all(may_stand_over(slot.text) for slot in over):
        return False
    divided = {key for key, count in children.items() if count > 1}
    # 前年 | 上年 | 预计当年达到: beside two labels of one column its third part is a label in whichever words.
    labelled = Counter(p.key for slot, p in zip(row.slots, parents, strict=True) if p is not None and _is_label(slot))
    corner = min(slot.column for slot in band[-1].slots)
    return all(
        (parent is None and slot.column < corner and _is_label(slot))  # 一级指标 beside a blank corner
        or (
            parent is not None
            and (
                _is_label(slot)
                or (parent.key in divided and (_may_divide(slot, parent) or labelled[parent.key] >= _MOST_OF_THREE))
            )
        )
        for slot, parent in zip(row.slots, parents, strict=True)
    ) and (bool(divided) or not _is_whole(band[-1]))


@remembered
def may_stand_over(text: str) -> bool:
    """Whether a text may stand over labels of columns: a word of headers, an area, a goal, be it for a period.

    >>> may_stand_over("绩效指标"), may_stand_over("中期目标（2025-2027）"), may_stand_over("河道清淤")
    (True, True, False)
    """
    return (
        is_header_word(text)
        or labels.is_area(text)
        or labels.period(text) is not None
        or labels.header_field(text) == "goal"
    )


def _is_whole(row: Row) -> bool:
    """Whether a row names indicator and value itself, so that labels below it begin another header."""
    roles = {labels.column(slot.text) for slot in row.slots}
    return "name" in roles and "value" in roles


def _is_label(slot: Slot) -> bool:
    return labels.column(slot.text) is not None or labels.grade(slot.text) is not None


def _may_divide(slot: Slot, parent: Slot) -> bool:
    """Whether a text may stand over a part of a column: a stage, a period, an area, a reason."""
    if is_header_word(slot.text) or part_below(labels.column(parent.text), slot.text):
        return True
    short = len(slot.text) <= _LONGEST_AREA and not labels.is_head_label(slot.text)
    role = labels.column(parent.text)
    return short and role in {*_SPREAD, "value", "actual"} and (role in _SPREAD or not reads_as_value(slot.text))


def label_over(slot: Slot, above: Sequence[Row]) -> Slot | None:
    """The cell a label stands under in the rows above; one that is not merged reaches to the next of its row."""
    for row in reversed(above):
        index = bisect_right(row.slots, slot.column, key=_anchor) - 1
        upper = row.slots[index] if index >= 0 else None
        if upper is not None and (upper.cell.columns == 1 or slot.column <= upper.last_column):
            return upper if upper.cell.row + upper.cell.rows <= slot.cell.row else None
    return None


_anchor = attrgetter("column")


def _band(rows: Sequence[Row]) -> Band:
    slots = tuple(slot for row in rows for slot in row.slots)
    if len(rows) == 1:
        return Band(slots, _with_units(_of_whole([_heading(slot, ()) for slot in slots])))
    parents = {
        slot.key: parent
        for number, row in enumerate(rows)
        for slot in row.slots
        if (parent := label_over(slot, rows[:number])) is not None
    }
    divided = {parent.key for parent in parents.values()}
    lowest = sorted((slot for slot in slots if slot.key not in divided), key=lambda slot: slot.column)
    headings = _of_standard([_heading(slot, tuple(_line(slot, parents))) for slot in lowest])
    return Band(slots, _with_units(_of_whole([_beside_labels(heading, headings) for heading in headings])))


def _of_standard(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where 绩效标准 stands over the value itself, which no other column has: 符号 | 值 | 单位."""
    own = {id(h): labels.column(h.slot.text) for h in headings if h.role == "standard" and h.above}
    if "value" not in own.values() or any(heading.role == "value" for heading in headings):
        return list(headings)
    return [replace(h, role=own[id(h)] if own.get(id(h)) in _OF_VALUE else h.role) for h in headings]


def _of_whole(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where 总目标值 beside 年度目标值 tells of the whole time of a project, as 中期目标值 does."""
    if not any(heading.role == "value" and heading.period == "annual" for heading in headings):
        return list(headings)
    return [
        replace(heading, period="mid_term")
        if heading.role == "value" and labels.is_of_whole(heading.label)
        else heading
        for heading in headings
    ]


_OF_VALUE = frozenset({"operator", "value", "unit"})
_OF_UNITS = ("(单位)", "(计量单位)", "(度量单位)")
_NUMBER_AND_UNIT = 2


def _with_units(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings, where 目标值（单位） stands beside 目标值（数值）; alone it tells that the unit is in the value."""
    told = [heading for heading in headings if heading.role == "value" and fold(heading.label).endswith(_OF_UNITS)]
    if len(told) != 1 or sum(heading.role == "value" for heading in headings) != _NUMBER_AND_UNIT:
        return tuple(headings)
    return tuple(replace(heading, role="unit") if heading is told[0] else heading for heading in headings)


_BOUNDS = frozenset({"下限", "上限", "最低", "最高"})
"""What divides the values of a column and names no area."""


def _beside_labels(heading: Heading, headings: Sequence[Heading]) -> Heading:
    """A heading that names no area after all: beside 前年 and 上年 it is what is left of the column they divide."""
    if heading.area is None or labels.is_area(heading.area):
        return heading
    above = heading.above[0].key
    beside = (other for other in headings if other.above and other.above[0].key == above)
    return replace(heading, area=None) if any(other.role == "history" for other in beside) else heading


def _line(slot: Slot, parents: Mapping[tuple[str, int, int], Slot]) -> Iterator[Slot]:
    above = parents.get(slot.key)
    while above is not None:
        yield above
        above = parents.get(above.key)


def _heading(slot: Slot, above: tuple[Slot, ...]) -> Heading:
    line = (slot, *above)
    periods = (period for label in line if (period := labels.period(label.text)) is not None)
    stages = (stage for label in line if (stage := labels.stage(label.text)) is not None)
    own = labels.column(slot.text)
    # 绩效指标 over several columns gathers them; it names none of them.
    over = next(filter(None, (labels.column(label.text) for label in above if not labels.is_group(label.text))), None)
    role, area = own, None
    if labels.grade(slot.text) is not None:
        role = "grade"
    elif over in _SPREAD:
        role = over
    elif over == "actual" and own in {"value", "unit"}:
        role = "actual" if own == "value" else "actual-unit"
    elif own is None and (told := part_below(over, slot.text)) is not None:
        role = told
    elif own is None and over is not None:
        role = "forecast" if over == "actual" and labels.is_forecast(slot.text) else over
        bare = not (labels.period(slot.text) or labels.stage(slot.text) or is_year(slot.text) or slot.text in _BOUNDS)
        area = slot.text.replace("\n", "") if over == "value" and bare else None
    elif own is None and is_year(slot.text):
        role = "value"
    years = (year for label in line if (year := year_in(label.text)) is not None)
    return Heading(slot, above, role, next(periods, None), next(stages, None), area, next(years, None))
