"""指标: indicators by words, facets and typed conditions; all of the question stands in the address."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from audit.asking.facets import facets
from audit.asking.find import SORTS, count, find
from audit.asking.question import COMPARATORS, FACETS, TABLE_KINDS, TARGET_KINDS, Question
from audit.texts import text, texts
from audit.web.address import changed, whole
from audit.web.columns import COLUMNS, chosen, sheet_of
from audit.web.connection import TakesTooLong, asking
from audit.web.desk import Desk
from audit.web.download import MOST as HANDED
from audit.web.download import handed
from audit.web.preferences import Preferences
from audit.web.question import NAMES, Reading, exactly, read
from audit.web.render import page

LIMIT, MOST = 50, 500
FARTHEST = 20_000
_VALUES = 12
_COUNTED = 1000
SHOWN_FACETS = ("level1", "level2", "fiscal_year", "department", "region", "kind", "unit", "comparator", "table_kind")
_WITHOUT = {"offset", "is"}


def show(request: Request) -> Response:
    """The hits of a question, a page of them."""
    desk, said = Desk.of(request), request.query_params
    asked = read(said)
    sort = said.get("sort", "import")
    sort = sort if sort.removeprefix("-") in SORTS else "import"
    limit, offset = whole(said, "limit", LIMIT, MOST) or LIMIT, whole(said, "offset", 0, FARTHEST)
    with asking(desk.database) as connection:
        hits, more = find(connection, asked.question, limit, offset, sort)
    columns = chosen(said.getlist("column"))
    return page(
        request,
        "indicators.html",
        section="indicators",
        quick=said.get("q", ""),
        hits=hits,
        more=more and offset + limit <= FARTHEST,
        columns=columns,
        all_columns=tuple(COLUMNS.values()),
        sort=sort,
        limit=limit,
        offset=offset,
        said={name: said.get(name, "") for name in NAMES},
        troubles=asked.troubles,
        chips=_chips(request, asked),
        facets=SHOWN_FACETS,
        exact=[exactly(*one) for one in asked.exact],
        target_kinds=TARGET_KINDS,
        table_kinds=TABLE_KINDS,
        comparators=tuple(dict.fromkeys(COMPARATORS.values())),
        query=request.url.query,
        anything=asked.question != Question(),
        handed=HANDED,
    )


def hand(request: Request) -> Response:
    """What the page shows, all of its pages, its columns in its order, as a file; one page where `limit` is said."""
    desk, said, language = Desk.of(request), request.query_params, Preferences.of(request).language
    sort = said.get("sort", "import")
    sort = sort if sort.removeprefix("-") in SORTS else "import"
    limit = whole(said, "limit", HANDED, HANDED) or HANDED
    offset = whole(said, "offset", 0, FARTHEST) if "limit" in said else 0
    with asking(desk.database) as connection:
        hits, more = find(connection, read(said).question, limit, offset, sort)
    sheet = sheet_of(hits, chosen(said.getlist("column")), language)
    return handed(sheet, request.path_params["kind"], language, truncated=more)


def facet(request: Request) -> Response:
    """One column among the hits of a question: its values, most first, each a narrower question."""
    column = request.path_params["column"]
    if column not in FACETS:
        raise HTTPException(404)
    desk = Desk.of(request)
    asked = read(request.query_params)
    question = asked.question
    try:
        if question == Question():
            values = desk.summaries.of(
                desk.database, f"facet {column}", lambda connection: facets(connection, question, column, _VALUES)
            )
        else:
            with asking(desk.database) as connection:
                values = facets(connection, question, column, _VALUES)
    except TakesTooLong:
        values = None
    back = request.url.replace(path="/indicators")
    held = request.query_params.getlist("is")
    language = Preferences.of(request).language
    options = None if values is None else [
        {
            "label": _label(column, value, language),
            "count": number,
            "on": exactly(column, value) in held,
            "href": _toggled(back, held, exactly(column, value)),
        }
        for value, number in values
    ]  # fmt: skip
    return page(request, "facet.html", section="indicators", column=column, options=options, back=changed(back))


def total(request: Request) -> Response:
    """How many hits there are; beyond a thousand nobody counts."""
    desk = Desk.of(request)
    asked = read(request.query_params)
    try:
        if asked.question == Question():
            number, whole_number = desk.summaries.of(desk.database, "hits", _all_hits), True
        else:
            with asking(desk.database) as connection:
                number, whole_number = count(connection, asked.question, _COUNTED)
    except TakesTooLong:
        number, whole_number = 0, False
    return page(request, "total.html", section="indicators", number=number, all_of_them=whole_number)


def _all_hits(connection: Any) -> int:
    # An indicator without a target is a hit, too.
    query = """SELECT coalesce(sum(max(t.target_count, t.indicator_count)), 0)
      FROM standing_tables JOIN tables AS t USING (table_id)"""
    return int(connection.execute(query).fetchone()[0])


def _toggled(url: Any, held: list[str], one: str) -> str:
    return changed(url, offset=None, **{"is": [each for each in held if each != one] + ([] if one in held else [one])})


def _chips(request: Request, asked: Reading) -> list[dict[str, str]]:
    """What narrows the question, each with the address without it; what could not be read says that it does not."""
    language = Preferences.of(request).language
    url, said = request.url, request.query_params
    chips = [
        {
            "label": f"{text(language, f'ask.{name}')} {_label(name, said[name], language)}"
            + (text(language, "ask.unused") if name in asked.troubles else ""),
            "href": changed(url, offset=None, **{name: None}),
        }
        for name in NAMES
        if said.get(name)
    ]
    held = said.getlist("is")
    chips += [
        {
            "label": f"{text(language, f'ask.{column}')} {_label(column, value, language)}",
            "href": _toggled(url, held, exactly(column, value)),
        }
        for column, value in asked.exact
        if exactly(column, value) in held
    ]
    return chips


def _label(column: str, value: str | int | None, language: Any) -> str:
    """A value for people."""
    if value is None:
        return text(language, "ask.none")
    key = {"kind": "target", "table_kind": "kind", "comparator": "comparator"}.get(column)
    return text(language, f"{key}.{value}") if key and f"{key}.{value}" in texts() else str(value)
