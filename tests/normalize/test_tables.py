"""Tables typed: values, results, places of what was odd, keys."""

from normalize.tables import normalize_tables
from schema.catalogue import Code
from schema.span import Span
from schema.table import Indicator, PerformanceTable, Stated
from schema.target import Comparison, Deadline

VALUE, NAME = Span(place="table 1", row=4, column=5), Span(place="table 1", row=4, column=4)


def _table(*indicators: Indicator, year: int | None = None) -> PerformanceTable:
    return PerformanceTable(
        kind="project_target", project_name="甲", fiscal_year=year, indicators=indicators, layout="form"
    )


def _indicator(name: str, value: str, **more: str) -> Indicator:
    stated = Stated(name=name, value=value, operator=more.pop("operator", None), unit=more.pop("unit", None))
    return Indicator(name=name, stated=stated, spans={"value": (VALUE,), "name": (NAME,)}, **more)


def test_operator_and_unit_beside_the_value_count() -> None:
    ((table,), _) = normalize_tables((_table(_indicator("培训人数", "100", operator="≥", unit="人")),))
    (target,) = table.indicators[0].targets
    assert isinstance(target, Comparison)
    assert (target.comparator, target.unit, target.low) == (">=", "人", "100")


def test_the_fiscal_year_dates_a_deadline_without_one() -> None:
    indicator = _indicator("完成时间", "12月底前")
    ((dated, undated), _) = normalize_tables((_table(indicator, year=2024), _table(indicator)))
    (target,) = dated.indicators[0].targets
    assert isinstance(target, Deadline)
    assert (target.not_after, target.inferred) == ("2024-12-31", True)
    (target,) = undated.indicators[0].targets
    assert isinstance(target, Deadline)
    assert target.not_after is None


def test_results_are_typed_too() -> None:
    ((table,), _) = normalize_tables((_table(_indicator("培训人数", "≥100人", actual="120人")),))
    (reached,) = table.indicators[0].actual_targets
    assert isinstance(reached, Comparison)
    assert (reached.value, reached.unit) == ("120", "人")


def test_the_direction_follows_from_name_and_level() -> None:
    satisfied = _indicator("群众满意度", "≥90%").model_copy(update={"level1": "满意度指标"})
    waited = _indicator("故障修复时间", "<8小时").model_copy(update={"level1": "产出指标", "level2": "时效指标"})
    ((table,), _) = normalize_tables((_table(satisfied, waited),))
    assert [indicator.direction for indicator in table.indicators] == ["higher", "lower"]


def test_what_is_odd_about_a_value_has_its_place() -> None:
    (_, odd) = normalize_tables((_table(_indicator("群众满意度", "≥90")),))
    assert (Code.UNIT_INFERRED, VALUE) in [(diagnostic.code, diagnostic.span) for diagnostic in odd]


def test_every_table_and_indicator_gets_its_own_key() -> None:
    indicator = _indicator("报告", "1份")
    (tables, _) = normalize_tables((_table(indicator, indicator), _table(indicator)))
    keys = [table.key for table in tables] + [i.key for table in tables for i in table.indicators]
    assert all(keys)
    assert len(set(keys)) == 5
    assert tables[0].lineage == tables[1].lineage
