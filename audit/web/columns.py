"""The columns a list of indicators may have: what each shows, and which a person sees unasked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from audit.asking.find import Hit
from audit.export import sheets as export
from audit.export.sheets import Sheet
from audit.texts import texts
from audit.web.figures import grouped_number
from ingest.spoken import spoken
from schema.diagnostic import Language
from schema.target import Comparison, Deadline

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it shows of a hit, what sorts by it, whether it holds numbers and is shown unasked."""

    name: str
    of: Callable[[Hit, Language], Cell]
    sort: str | None = None
    number: bool = False
    shown: bool = True


def _comparison(hit: Hit) -> Comparison | None:
    return hit.target if isinstance(hit.target, Comparison) else None


def _bound(hit: Hit, end: str) -> Cell:
    match hit.target:
        case Comparison() as target:
            exact = target.low if end == "low" else target.high
            return None if exact is None else grouped_number(exact)
        case Deadline() as target:
            return target.not_before if end == "low" else target.not_after
        case _:
            return None


def _compared(hit: Hit) -> Cell:
    target = _comparison(hit)
    return None if target is None else target.comparator


def _unit(hit: Hit) -> Cell:
    target = _comparison(hit)
    return None if target is None else target.unit_canonical or target.unit_inferred or target.unit or None


def _place(hit: Hit) -> Cell:
    parts = (hit.place, None if hit.row is None else str(hit.row))
    return " › ".join(part for part in parts if part)


COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        Column("name", lambda hit, _: hit.name, "name"),
        Column("value", lambda hit, _: hit.stated_value, "value"),
        Column("read_as", lambda hit, language: spoken(hit.target, language) if hit.target else None),
        Column("low", lambda hit, _: _bound(hit, "low"), number=True, shown=False),
        Column("high", lambda hit, _: _bound(hit, "high"), number=True, shown=False),
        Column("unit", lambda hit, _: _unit(hit), shown=False),
        Column("comparator", lambda hit, _: _compared(hit), shown=False),
        Column("target_kind", lambda hit, _: hit.target.kind if hit.target else None, shown=False),
        Column("level1", lambda hit, _: hit.level1, "level", shown=False),
        Column("level2", lambda hit, _: hit.level2 or hit.level1, "level"),
        Column("project", lambda hit, _: hit.project_name or hit.title, "project"),
        Column("agency", lambda hit, _: hit.agency or hit.department, "agency"),
        Column("department", lambda hit, _: hit.department, "department", shown=False),
        Column("region", lambda hit, _: hit.region, shown=False),
        Column("year", lambda hit, _: hit.fiscal_year, "year", number=True),
        Column("source", lambda hit, _: hit.source, "source", shown=False),
        Column("place", lambda hit, _: _place(hit), shown=False),
    )
}


def sheet_of(hits: Iterable[Hit], columns: tuple[Column, ...], language: Language) -> Sheet:
    """Hits under the columns that a page shows, with the keys that lead back to them; numbers as exact numbers."""
    shown = tuple(
        export.Column(
            one.name,
            texts()[f"column.{one.name}"][0],
            texts()[f"column.{one.name}"][1],
            "whole" if one.name == "year" else "exact" if one.number else "text",
            24 if one.name in {"name", "project", "value", "read_as", "source"} else 14,
        )
        for one in columns
    )
    keys = (
        export.Column("table_key", "表的键", "table key"),
        export.Column("indicator_key", "指标的键", "indicator key"),
    )
    rows = ((*(_handed(one, hit, language) for one in columns), hit.table_key, hit.indicator_key) for hit in hits)
    return Sheet("indicators", "指标", "indicators", (*shown, *keys), rows)


def _handed(column: Column, hit: Hit, language: Language) -> Cell:
    shown = column.of(hit, language)
    return shown.replace(",", "") if column.number and isinstance(shown, str) else shown


def chosen(names: list[str]) -> tuple[Column, ...]:
    """The columns with these names; without any, those that are shown unasked.

    >>> [column.name for column in chosen(["year", "strange", "name"])], len(chosen([]))
    (['name', 'year'], 7)
    """
    wanted = [column for name, column in COLUMNS.items() if name in names]
    return tuple(wanted or (column for column in COLUMNS.values() if column.shown))
