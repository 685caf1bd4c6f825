"""A question as an address says it, and the chips that say it back to a person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.datastructures import QueryParams

from audit.asking.bounds import Asked, asked, bound
from audit.asking.question import COMPARATORS, FACETS, TABLE_KINDS, TARGET_KINDS, Question
from ingest.exits import CommandError

NAMES = ("q", "department", "agency", "project", "region", "year", "level", "unit", "comparator", "target", "below",
         "above", "kind", "table_kind", "diagnostic", "source")  # fmt: skip
"""What an address may say, in the order a person reads it."""

MOST_WORDS = 8
_PLAIN = {"department": "department", "agency": "agency", "project": "project_name", "region": "region",
          "level": "level", "unit": "unit", "diagnostic": "diagnostic", "source": "source"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What was asked; what could not be read of it stands in `troubles`, by the name of the field."""

    question: Question
    troubles: Mapping[str, CommandError]
    exact: tuple[tuple[str, str | int | None], ...]


def read(said: QueryParams) -> Reading:
    """The question of an address; a part of it that says nothing readable is told, and left out.

    >>> read(QueryParams("q=满意度 群众&year=2024&is=level1:产出指标")).question.words
    ('满意度', '群众')
    >>> read(QueryParams("target=很好")).troubles["target"].en[:15]
    "--target '很好' i"
    """
    troubles: dict[str, CommandError] = {}
    plain: dict[str, Any] = {field: said[name].strip() for name, field in _PLAIN.items() if said.get(name, "").strip()}
    values = {name: _value(name, said, troubles) for name in ("target", "below", "above")}
    year = said.get("year", "").strip()
    exact = tuple(filter(None, (_exact(one) for one in said.getlist("is"))))
    kind = said.get("kind") if said.get("kind") in TARGET_KINDS else None
    table_kind = said.get("table_kind") if said.get("table_kind") in TABLE_KINDS else None
    if kind is not None and table_kind is not None:
        exact += (("table_kind", table_kind),)
    comparator = said.get("comparator", "").strip()
    question = Question(
        words=tuple(said.get("q", "").split()[:MOST_WORDS]),
        fiscal_year=int(year) if year.isascii() and year.isdigit() and len(year) <= 4 else None,
        kind=kind or table_kind,
        comparator=comparator if comparator in COMPARATORS else None,
        target=values["target"],
        below=values["below"],
        above=values["above"],
        **plain,
    )
    return Reading(replace(question, exact=exact), troubles, exact)


def _value(name: str, said: QueryParams, troubles: dict[str, CommandError]) -> Asked | None:
    text, unit = said.get(name, "").strip(), said.get("unit", "").strip() or None
    if not text:
        return None
    try:
        match name:
            case "below":
                return bound(text, "below", unit)
            case "above":
                return bound(text, "above", unit)
            case _:
                return asked(text, unit)
    except CommandError as error:
        troubles[name] = error
        return None


def _exact(text: str) -> tuple[str, str | int | None] | None:
    """One value of one facet, `level1:产出指标`; nothing behind the colon is null."""
    column, colon, value = text.partition(":")
    if column not in FACETS or not colon:
        return None
    if column == "fiscal_year":
        return column, int(value) if value.isascii() and value.isdigit() else None
    return column, value or None


def exactly(column: str, value: str | int | None) -> str:
    """One value of one facet as an address says it.

    >>> exactly("fiscal_year", 2024), exactly("level2", None)
    ('fiscal_year:2024', 'level2:')
    """
    return f"{column}:{'' if value is None else value}"
