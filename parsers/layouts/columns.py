"""The header over a grid of indicators: which column holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts import labels
from parsers.layouts.rows import Row, Slot

Period = Literal["annual", "mid_term", "half_year"]
_PERIODS: Mapping[str, Period] = {"中期": "mid_term", "实施期": "mid_term", "长期": "mid_term", "半年": "half_year"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid by what they hold ("name", "value", …), each with the columns its header covers."""

    ranges: Mapping[str, tuple[int, int]]
    header: tuple[Slot, ...]
    period: Period = "annual"

    def of_group(self, row: Row) -> Row:
        """A row without the cells that stand in the columns of another group."""
        others = {slot.column for slot in self.header if self.role(slot.column) is None and labels.column(slot.text)}
        return Row(tuple(slot for slot in row.slots if slot.column not in others), row.covering)

    def role(self, column: int) -> str | None:
        """What a column holds."""
        return next((role for role, (first, last) in self.ranges.items() if first <= column <= last), None)

    def first(self, role: str) -> int | None:
        """The first column of what is asked for."""
        return self.ranges[role][0] if role in self.ranges else None


def read_columns(row: Row) -> Columns | None:
    """The columns a header row names, or None where it is no header over indicators; of several groups the first.

    A header names the indicator and its value, or its operator where the value stands with it. Of two columns with
    one meaning the more telling label counts (三级指标 before 绩效指标); the other one only gathers.
    """
    return next(iter(read_groups(row)), None)


def read_groups(row: Row) -> tuple[Columns, ...]:
    """The groups of columns a header row names, one for each period that is printed beside another.

    A label that comes again opens the next group, as 二级指标 does that stands twice in a row. Where a group has no
    level 1, that of the first holds. Two groups that do not say their period are mid-term and annual: so 88号 has it.
    """
    if any(is_level(slot.text) for slot in row.slots):
        return ()
    shared: dict[str, tuple[int, int]] = {}
    groups = []
    for slots in _cut(row.slots):
        ranges = {**shared, **_ranges(slots)}
        shared = shared or {role: ranges[role] for role in ("level1",) if role in ranges}
        if "name" in ranges and {"value", "operator"} & ranges.keys():
            groups.append(Columns(ranges, row.slots, _period(slots)))
    if [group.period for group in groups] == ["annual", "annual"]:
        groups[0] = replace(groups[0], period="mid_term")
    return tuple(groups)


def _cut(slots: Sequence[Slot]) -> list[list[Slot]]:
    """The slots of a header cut before each label that comes again."""
    groups: list[list[Slot]] = [[]]
    for slot in slots:
        repeated = {labels.bare(known.text) for known in groups[-1]}
        if labels.column(slot.text) is not None and labels.bare(slot.text) in repeated:
            groups.append([])
        groups[-1].append(slot)
    return groups


def _ranges(slots: Sequence[Slot]) -> dict[str, tuple[int, int]]:
    best: dict[str, Slot] = {}
    for slot in slots:
        role = labels.column(slot.text)
        if role is not None and (role not in best or _rank(slot) < _rank(best[role])):
            best[role] = slot
    return {role: (slot.column, slot.last_column) for role, slot in best.items()}


def _period(slots: Sequence[Slot]) -> Period:
    """The period the label over the values names; annual where it names none."""
    values = [fold(slot.text) for slot in slots if labels.column(slot.text) == "value"]
    named = (period for word, period in _PERIODS.items() for value in values if word in value)
    return next(named, "annual")


def _rank(slot: Slot) -> int:
    return labels.labels().rank.get(labels.bare(slot.text), len(labels.labels().rank))
