"""What was read in a drawn document, in lines a person can check against the drawing."""

from collections.abc import Iterator

from parsers.layouts import Interpretation
from schema.table import Indicator, PerformanceTable

HEAD = (
    "title",
    "project_code",
    "project_name",
    "department",
    "agency_code",
    "agency",
    "region",
    "fiscal_year",
    "score",
)
TEXTS = (
    "description", "weight", "actual", "score", "deviation", "standard", "history", "remark", "direction_stated", "area",
    "previous", "forecast",
)  # fmt: skip


def lines(found: Interpretation) -> Iterator[str]:
    """For each table its kind and head, its money, its goals and its indicators; then what was said, and what is left."""
    for table in found.tables:
        head = ((name, getattr(table, name)) for name in HEAD)
        yield " | ".join((table.kind, table.layout, *(f"{name} {_line(said)}" for name, said in head if said)))
        yield from _money(table)
        goals = ((name, getattr(table, name)) for name in ("goal", "goal_midterm", "goal_actual"))
        yield from (f"{name}: {_line(said)}" for name, said in goals if said)
        yield from map(told, table.indicators)
    codes = sorted({d.code.value for d in found.diagnostics} - {"personal-data", "title-missing"})
    yield from [f"said: {', '.join(codes)}"] if codes else []
    yield from [f"left: {found.cells.reported}"] if found.cells.reported else []


def _money(table: PerformanceTable) -> Iterator[str]:
    budget = {part: yuan for part, yuan in table.budget.model_dump().items() if yuan is not None}
    if budget:
        yield "budget: " + ", ".join(f"{part} {yuan}" for part, yuan in budget.items())
    if table.funds:
        yield "funds: " + "; ".join(f"{f.role} {_line(f.label)} {f.amount}" for f in table.funds)


def told(indicator: Indicator) -> str:
    """An indicator as one line: its levels, name and value, and what else it states."""
    stated = indicator.stated
    more = {name: getattr(indicator, name) for name in TEXTS}
    more |= {"period": indicator.period if indicator.period != "annual" else None}
    more |= {"operator": stated.operator, "unit": stated.unit}
    first = (indicator.level1 or "", indicator.level2 or "", indicator.name, stated.value or "")
    return " | ".join((*map(_line, first), *(f"{name} {_line(text)}" for name, text in more.items() if text)))


def _line(said: object) -> str:
    return str(said).replace("\n", "⏎")
