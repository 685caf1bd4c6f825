"""总览: what the database holds, as figures and charts; every bar leads to the rows behind it."""

import sqlite3
from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from audit import side
from audit.side.review import reviewing
from audit.texts import text
from audit.web.address import address
from audit.web.charts import Bar
from audit.web.desk import Desk
from audit.web.figures import grouped_number, yuan
from audit.web.preferences import Preferences
from audit.web.render import page
from audit.web.table_findings import summed
from ingest.statuses import ADVICE
from schema.diagnostic import Language
from schema.source import Status

_MOST = 12
_SATISFIED = "满意度指标"
_TABLES = "FROM standing_tables JOIN tables AS t USING (table_id)"
_TOTALS = f"""SELECT count(*) AS tables, coalesce(sum(t.indicator_count), 0) AS indicators,
  coalesce(sum(t.target_count), 0) AS targets, coalesce(sum(t.unparsed_count), 0) AS unparsed,
  count(DISTINCT t.department) AS departments, min(t.fiscal_year) AS first_year, max(t.fiscal_year) AS last_year
  {_TABLES}"""
_SATISFACTION = """
SELECT CASE WHEN g.low_real IS NULL THEN 'capped' WHEN g.low_real >= 100 THEN '100'
    WHEN g.low_real < 60 THEN '0' ELSE CAST(CAST(g.low_real / 5 AS INTEGER) * 5 AS TEXT) END AS step, count(*)
FROM standing_tables JOIN indicators AS i USING (table_id)
JOIN targets AS g ON g.indicator_id = i.indicator_id AND g.role = 'planned' AND g.kind = 'comparison'
WHERE i.level1 = '满意度指标' AND (g.unit_canonical = '%' OR g.unit_inferred = '%')
GROUP BY 1
"""
Ask = Callable[[sqlite3.Connection], Any]


def show(request: Request) -> Response:
    """The first page; a database without an import says how to make one."""
    desk = Desk.of(request)
    totals = desk.summaries.of(desk.database, "totals", _totals)
    template = "overview.html" if totals["runs"] else "empty.html"
    return page(
        request,
        template,
        section="overview",
        totals=totals,
        advice={each.value: ADVICE[each] for each in Status},
        charts=(*CHARTS, "findings"),
        database=desk.database,
    )


def chart(request: Request) -> Response:
    """One chart, by its name."""
    name = request.path_params["chart"]
    if name not in (*CHARTS, "findings"):
        raise HTTPException(404)
    desk, language = Desk.of(request), Preferences.of(request).language
    if name == "findings":
        bars = _findings(desk, language)
    else:
        ask, draw = CHARTS[name]
        bars = draw(desk.summaries.of(desk.database, f"chart {name}", ask), language)
    return page(request, "chart.html", section="overview", name=name, bars=bars)


def _totals(connection: sqlite3.Connection) -> dict[str, Any]:
    statuses = connection.execute("SELECT status, count(*) FROM current_sources GROUP BY 1 ORDER BY 2 DESC")
    return {
        **dict(connection.execute(_TOTALS).fetchone()),
        "statuses": dict(statuses.fetchall()),
        "runs": connection.execute("SELECT count(*) FROM imports").fetchone()[0],
        "last": connection.execute("SELECT max(finished_at) FROM imports").fetchone()[0],
    }


def _rows(query: str) -> Ask:
    return lambda connection: [tuple(row) for row in connection.execute(query)]


def _by_year(rows: list[tuple[Any, ...]], language: Language) -> list[Bar]:
    unknown = text(language, "overview.no_year")
    return [
        Bar(str(year or unknown), count, grouped_number(count),
            address("/tables", year=year, none=None if year else "year"), "" if year else "odd-tone")
        for year, count in rows
    ]  # fmt: skip


def _by_kind(rows: list[tuple[Any, ...]], language: Language) -> list[Bar]:
    return [
        Bar(text(language, f"kind.{kind}"), n, grouped_number(n), address("/tables", kind=kind)) for kind, n in rows
    ]


def _by_department(rows: list[tuple[Any, ...]], language: Language) -> list[Bar]:
    unknown = text(language, "overview.no_department")
    return [
        Bar(name or unknown, count, grouped_number(count),
            address("/tables", department=name, none=None if name else "department"), "" if name else "odd-tone")
        for name, count in rows
    ]  # fmt: skip


def _budget(rows: list[tuple[Any, ...]], language: Language) -> list[Bar]:
    unknown = text(language, "overview.no_department")
    return [
        Bar(name or unknown, amount, yuan(float(amount)),
            address("/tables", department=name, none=None if name else "department", sort="budget"))
        for name, amount in rows
    ]  # fmt: skip


def _satisfaction(rows: list[tuple[Any, ...]], language: Language) -> list[Bar]:
    counts: dict[str, int] = dict(rows)
    bars = []
    for low, high in ((0, 60), *((low, low + 5) for low in range(60, 100, 5)), (100, None)):
        count = counts.get(str(low), 0)
        label = f"< {high} %" if not low else f"≥ {low} %" if high is None else f"{low} – {high} %"
        href = address("/indicators", level=_SATISFIED, target=f"≥{low}%", below=f"{high}%" if high else None)
        bars.append(Bar(label, count, grouped_number(count), href))
    capped = counts.get("capped", 0)
    if capped:
        href = address("/indicators", level=_SATISFIED, unit="%", comparator="<=")
        bars.append(
            Bar(text(language, "overview.satisfaction_capped"), capped, grouped_number(capped), href, "odd-tone")
        )
    return bars


def _findings(desk: Desk, language: Language) -> list[Bar]:
    path = side.beside(desk.database)
    if not path.exists():
        return []
    with reviewing(path) as review:
        titles = {rule.code: rule.title(language) for rule in review.rules()}
        groups = summed(desk, review, "rule")
    open_ones = sorted(((group.open + group.outdated, group.label) for group in groups), reverse=True)
    return [
        Bar(f"{code} {titles.get(code, '')}", count, grouped_number(count), address("/audit", rule=code))
        for count, code in open_ones[:_MOST]
        if count
    ]


Draw = Callable[[list[tuple[Any, ...]], Language], list[Bar]]
CHARTS: dict[str, tuple[Ask, Draw]] = {
    "year": (_rows(f"SELECT t.fiscal_year, count(*) {_TABLES} GROUP BY 1 ORDER BY 1 DESC LIMIT {_MOST}"), _by_year),
    "kind": (_rows(f"SELECT t.kind, count(*) {_TABLES} GROUP BY 1 ORDER BY 2 DESC"), _by_kind),
    "department": (
        _rows(f"SELECT t.department, count(*) {_TABLES} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST}"),
        _by_department,
    ),
    "budget": (
        _rows(
            f"SELECT t.department, sum(t.budget_total_real) {_TABLES} WHERE t.budget_total_real IS NOT NULL"
            f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST}"
        ),
        _budget,
    ),
    "satisfaction": (_rows(_SATISFACTION), _satisfaction),
}
