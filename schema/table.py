"""A performance table and its indicators, as stated and as understood.

A layout fills what was said and leaves `key`, `targets` and what follows from the words empty; `normalize.tables` fills
those. Spans are kept for each field that came out of a cell.
"""

from collections.abc import Mapping
from typing import Literal

from schema.model import Exact, Model
from schema.span import Span
from schema.target import Target

TableKind = Literal[
    "project_target",
    "project_selfeval",
    "dept_target",
    "dept_selfeval",
    "region_target",
    "region_selfeval",
    "monitor",
    "adjust",
    "other",
]
Spans = Mapping[str, tuple[Span, ...]]


class Stated(Model):
    """An indicator's words as they stand in the source; "" where a cell is empty, null where there is no such cell."""

    name: str | None = None
    value: str | None = None
    operator: str | None = None
    unit: str | None = None
    level1: str | None = None
    level2: str | None = None


class Indicator(Model):
    """One row of a performance table: a name, what was stated for it, and its typed targets."""

    key: str = ""
    level1: str | None = None
    level2: str | None = None
    name: str
    description: str | None = None
    stated: Stated
    weight: str | None = None
    actual: str | None = None
    score: str | None = None
    deviation: str | None = None
    standard: str | None = None
    history: str | None = None
    remark: str | None = None
    nature: Literal["定量", "定性"] | None = None
    direction: Literal["higher", "lower", "hit"] | None = None
    direction_stated: str | None = None
    period: Literal["annual", "mid_term", "half_year"] = "annual"
    area: str | None = None
    parent: str | None = None
    previous: str | None = None
    forecast: str | None = None
    grades: Mapping[str, str] = {}
    join: Literal["and", "or"] | None = None
    targets: tuple[Target, ...] = ()
    actual_targets: tuple[Target, ...] = ()
    spans: Spans = {}


class Budget(Model):
    """A table's money for the year, in yuan."""

    total: Exact | None = None
    fiscal: Exact | None = None
    other: Exact | None = None


class Fund(Model):
    """One stated amount of money: which role it plays, under which label, in yuan, and in the words of the source."""

    role: Literal["initial", "budget", "adjusted", "executed", "expected", "mid_term", "other"]
    label: str
    amount: Exact | None
    stated: str


class HeaderField(Model):
    """A label and its text in the head of a table, as written; repeated labels are kept."""

    label: str
    text: str
    span: Span


class PerformanceTable(Model):
    """One project's (department's, region's) performance table."""

    key: str = ""
    lineage: str = ""
    title: str | None = None
    kind: TableKind
    project_name: str | None = None
    project_code: str | None = None
    department: str | None = None
    agency: str | None = None
    agency_code: str | None = None
    region: str | None = None
    fiscal_year: int | None = None
    budget: Budget = Budget()
    funds: tuple[Fund, ...] = ()
    goal: str | None = None
    goal_midterm: str | None = None
    goal_actual: str | None = None
    score: str | None = None
    fields: tuple[HeaderField, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    spans: Spans = {}
    layout: str
    coverage: float = 0.0
