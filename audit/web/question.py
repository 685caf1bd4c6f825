"""A question as an address says it, and the chips that say it back to a person."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.datastructures import QueryParams

from audit.asking.bounds import Asked, asked, bound
from audit.asking.question import COMPARATORS, FACETS, TABLE_KINDS, TARGET_KINDS, Question
from ingest.exits import CommandError, Exit
from normalize.text import fold

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
    exact = tuple(filter(None, (_exact(one) for one in said.getlist("is"))))
    kind = one_of("kind", said, (*TARGET_KINDS, *TABLE_KINDS), troubles)
    table_kind = one_of("table_kind", said, TABLE_KINDS, troubles)
    if kind is not None and table_kind is not None:
        exact += (("table_kind", table_kind),)
    question = Question(
        words=tuple(said.get("q", "").split()[:MOST_WORDS]),
        fiscal_year=year_of(said, troubles),
        kind=kind or table_kind,
        comparator=one_of("comparator", said, COMPARATORS, troubles),
        target=values["target"],
        below=values["below"],
        above=values["above"],
        **plain,
    )
    return Reading(replace(question, exact=exact), troubles, exact)


_YEAR = re.compile("([0-9]{1,4})(?:年度?)?")


def year_of(said: Mapping[str, str], troubles: dict[str, CommandError]) -> int | None:
    """The year that an address says, in any width; what is none is told, and not asked for.

    >>> troubles = {}
    >>> year_of({"year": "２０２４年"}, troubles), year_of({"year": "abc"}, troubles), set(troubles)
    (2024, None, {'year'})
    """
    text = fold(said.get("year", ""))
    found = _YEAR.fullmatch(text)
    if text and found is None:
        troubles["year"] = CommandError(
            Exit.USAGE,
            zh=f"“{text[:_SHORT]}”不是年度；请写四位数字，例如 2024。这一条件没有生效",
            en=f"'{text[:_SHORT]}' is no year; say four digits, such as 2024. Nothing was narrowed by it",
        )
    return int(found[1]) if found else None


_SHORT = 40


def one_of(name: str, said: Mapping[str, str], known: Collection[str], troubles: dict[str, CommandError]) -> str | None:
    """One of the words that an address may say; another one is told, and not asked for.

    >>> troubles = {}
    >>> [one_of("kind", {"kind": kind}, TARGET_KINDS, troubles) for kind in ("deadline", "x")], set(troubles)
    (['deadline', None], {'kind'})
    """
    text = said.get(name, "").strip()
    if not text or text in known:
        return text or None
    troubles[name] = CommandError(
        Exit.USAGE,
        zh=f"没有“{text[:_SHORT]}”这一选项；可选 {'、'.join(known)}。这一条件没有生效",
        en=f"'{text[:_SHORT]}' is none of the choices ({', '.join(known)}). Nothing was narrowed by it",
    )
    return None


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
