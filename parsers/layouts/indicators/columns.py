"""The header over a grid of indicators: which column holds what, for which period, stage and area."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from parsers.layouts.grids.rows import CellKey, Row, Slot
from parsers.layouts.indicators.headings import Heading
from parsers.layouts.words.label_list import Period, Stage
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

Range = tuple[int, int]
VARIED = frozenset({"value", "operator", "unit", "actual", "weight", "score", "forecast", "previous", "deviation"})
"""What may stand in columns of its own for each period or area."""


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
        known = self._roles
        if column not in known:  # asked of every cell, and there are few columns
            known[column] = next((role for role, (a, b) in self.ranges.items() if a <= column <= b), None)
        return known[column]

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
    def _roles(self) -> dict[int, str | None]:
        return {}

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
