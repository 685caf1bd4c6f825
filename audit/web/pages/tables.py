"""绩效表: which tables there are, by words, year, department and kind."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from audit.asking.question import TABLE_KINDS
from audit.web.address import whole
from audit.web.connection import asking
from audit.web.desk import Desk
from audit.web.question import one_of, year_of
from audit.web.render import page
from ingest.exits import CommandError
from normalize.text import fold

LIMIT = 50
ORDERS = {
    "import": "t.table_id",
    "year": "t.fiscal_year DESC, t.table_id",
    "budget": "t.budget_total_real DESC, t.table_id",
    "indicators": "t.indicator_count DESC, t.table_id",
    "unparsed": "t.unparsed_count DESC, t.table_id",
    "coverage": "t.coverage, t.table_id",
}
_COLUMNS = """t.key, t.title, t.project_name, t.department, t.agency, t.region, t.fiscal_year, t.kind, t.budget_total,
  t.indicator_count, t.unparsed_count, t.coverage, s.path, s.format"""
_FROM = "FROM standing_tables AS n JOIN tables AS t USING (table_id) JOIN sources AS s ON s.source_id = n.source_id"
_SHOWN = f"""SELECT {_COLUMNS} FROM json_each(?) AS chosen CROSS JOIN tables AS t ON t.table_id = chosen.value
  CROSS JOIN standing_tables AS n ON n.table_id = t.table_id CROSS JOIN sources AS s ON s.source_id = n.source_id
  ORDER BY chosen.key"""  # noqa: S608 - our own words
_WORDS = """instr(fold(coalesce(t.project_name, '') || char(10) || coalesce(t.title, '') || char(10)
  || coalesce(t.agency, '') || char(10) || coalesce(t.department, '') || char(10) || s.path), ?) > 0"""


def show(request: Request) -> Response:
    """The list of tables; everything that narrows it stands in the address."""
    desk, said = Desk.of(request), request.query_params
    troubles: dict[str, CommandError] = {}
    where, values = _conditions(said, troubles)
    order = said["sort"] if said.get("sort") in ORDERS else "import"
    offset = whole(said, "offset", 0, 1_000_000)
    # Conditions and orders are our own words, the values bound.
    chosen = f"SELECT t.table_id {_FROM} WHERE {where} ORDER BY {ORDERS[order]}"
    known: list[int] | None = None
    if where == "true":  # the order of all of them is remembered
        known = desk.summaries.of(desk.database, f"tables by {order}", lambda connection: _ids(connection, chosen, ()))
    with asking(desk.database) as connection:
        ids = _ids(connection, chosen, values) if known is None else known
        shown = ids[offset : offset + LIMIT]
        rows = connection.execute(_SHOWN, [json.dumps(list(shown))]).fetchall()
        years = _years(connection)
    return page(
        request,
        "tables.html",
        section="tables",
        rows=rows,
        more=len(ids) > offset + LIMIT,
        total=len(ids),
        offset=offset,
        limit=LIMIT,
        years=years,
        kinds=TABLE_KINDS,
        orders=tuple(ORDERS),
        troubles=troubles,
        said={name: said.get(name, "") for name in ("q", "year", "kind", "department", "sort", "none")},
    )


def _conditions(said: Any, troubles: dict[str, CommandError]) -> tuple[str, list[str | int]]:
    where: list[str] = ["true"]
    values: list[str | int] = []
    if fold(said.get("q", "")):
        where.append(_WORDS)
        values.append(fold(said["q"]))
    digits = fold(said.get("year", ""))
    # No table has a year of more than four digits, and so none is found.
    year = int(digits[:6]) if digits.isascii() and digits.isdecimal() else year_of(said, troubles)
    if year is not None:
        where.append("t.fiscal_year = ?")
        values.append(year)
    kind = one_of("kind", said, TABLE_KINDS, troubles)
    if kind is not None:
        where.append("t.kind = ?")
        values.append(kind)
    if said.get("department"):
        where.append("t.department = ?")
        values.append(said["department"])
    if said.get("none") in {"year", "department"}:
        where.append({"year": "t.fiscal_year IS NULL", "department": "t.department IS NULL"}[said["none"]])
    return " AND ".join(where), values


def _ids(connection: sqlite3.Connection, query: str, values: Sequence[str | int]) -> list[int]:
    return [row[0] for row in connection.execute(query, values)]


def _years(connection: sqlite3.Connection) -> list[int]:
    query = "SELECT DISTINCT fiscal_year FROM tables WHERE fiscal_year IS NOT NULL ORDER BY fiscal_year DESC"
    return [row[0] for row in connection.execute(query)]
