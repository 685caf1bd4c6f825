"""The header over a grid of indicators: which column holds what."""

from collections.abc import Mapping
from dataclasses import dataclass

from normalize.taxonomy import is_level
from parsers.layouts import labels
from parsers.layouts.rows import Row, Slot


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid by what they hold ("name", "value", …), each with the columns its header covers."""

    ranges: Mapping[str, tuple[int, int]]
    header: tuple[Slot, ...]

    def role(self, column: int) -> str | None:
        """What a column holds."""
        return next((role for role, (first, last) in self.ranges.items() if first <= column <= last), None)

    def first(self, role: str) -> int | None:
        """The first column of what is asked for."""
        return self.ranges[role][0] if role in self.ranges else None


def read_columns(row: Row) -> Columns | None:
    """The columns a header row names, or None where it is no header over indicators.

    A header names the indicator and its value, or its operator where the value stands with it. Of two columns with
    one meaning the more telling label counts (三级指标 before 绩效指标); the other one only gathers.
    """
    best: dict[str, Slot] = {}
    for slot in row.slots:
        role = labels.column(slot.text)
        if role is not None and (role not in best or _rank(slot) < _rank(best[role])):
            best[role] = slot
    if "name" not in best or not {"value", "operator"} & best.keys() or any(is_level(slot.text) for slot in row.slots):
        return None
    return Columns({role: (slot.column, slot.last_column) for role, slot in best.items()}, row.slots)


def _rank(slot: Slot) -> int:
    return labels.labels().rank[labels.bare(slot.text)]
