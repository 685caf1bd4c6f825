"""Performance tables as stated become performance tables as understood: targets, directions and keys."""

from collections.abc import Iterator

from normalize import parse_value
from normalize.directions import direction, stated_direction
from normalize.keys import with_keys
from normalize.models import changed
from normalize.money import UNITS
from schema.diagnostic import Diagnostic
from schema.table import Indicator, PerformanceTable


def normalize_tables(
    tables: tuple[PerformanceTable, ...],
) -> tuple[tuple[PerformanceTable, ...], tuple[Diagnostic, ...]]:
    """The tables of one source with every value typed and every key filled, and what was odd about the values."""
    diagnostics: list[Diagnostic] = []
    typed = tuple(
        changed(
            table,
            {"indicators": tuple(_typed_of(table, diagnostics))},
        )
        for table in tables
    )
    return with_keys(typed), tuple(diagnostics)


def _typed_of(table: PerformanceTable, diagnostics: list[Diagnostic]) -> Iterator[Indicator]:
    money_unit = _unit_of_money(table)
    return (_typed(indicator, table.fiscal_year, money_unit, diagnostics) for indicator in table.indicators)


def _unit_of_money(table: PerformanceTable) -> str | None:
    """The unit the table states for its amounts, in a line of its own (单位：万元)."""
    return next((field.text for field in table.fields if field.label == "单位" and field.text in UNITS), None)


def _typed(
    indicator: Indicator, fiscal_year: int | None, money_unit: str | None, diagnostics: list[Diagnostic]
) -> Indicator:
    stated = indicator.stated
    money_unit = None if stated.unit else money_unit
    level = indicator.level2 or indicator.level1
    planned = parse_value(
        stated.value or "",
        unit=stated.unit,
        operator=stated.operator,
        name=indicator.name,
        fiscal_year=fiscal_year,
        level=level,
        money_unit=money_unit,
    )
    if planned.diagnostics:
        spans = indicator.spans.get("value") or indicator.spans.get("name") or ()
        diagnostics.extend(changed(odd, {"span": next(iter(spans), None)}) for odd in planned.diagnostics)
    known: dict[str, object] = {
        "targets": planned.targets,
        "join": planned.join,
        "direction": stated_direction(indicator.direction_stated)
        or direction(indicator.name, indicator.level1, indicator.level2),
    }
    if indicator.actual is not None:
        reached = parse_value(
            indicator.actual,
            unit=stated.unit,
            name=indicator.name,
            fiscal_year=fiscal_year,
            level=level,
            money_unit=money_unit,
        )
        known["actual_targets"] = reached.targets
    return changed(indicator, known)
