"""The workbench as an application: its routes, its guard, and a page for whatever goes wrong."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from audit.web.connection import TakesTooLong
from audit.web.desk import Desk
from audit.web.guard import LOCAL, Guard
from audit.web.pages import compare, imports, indicators, overview, review, table, tables
from audit.web.preferences import Preferences
from audit.web.render import page
from audit.web.static_files import static
from ingest.exits import CommandError, Exit
from ingest.language import pick

ROUTES = (
    Route("/", overview.show),
    Route("/overview/{chart}", overview.chart),
    Route("/indicators", indicators.show),
    Route("/indicators.{kind}", indicators.hand),
    Route("/indicators/total", indicators.total),
    Route("/indicators/facets/{column}", indicators.facet),
    Route("/tables", tables.show),
    Route("/tables/{key}", table.show),
    Route("/source/{sha256}", table.original),
    Route("/source/{sha256}/{page:int}.png", table.picture),
    Route("/audit", review.show),
    Route("/audit/run", review.run, methods=["POST"]),
    Route("/audit/decide", review.decide, methods=["POST"]),
    Route("/audit.{kind}", review.hand),
    Route("/compare", compare.show),
    Route("/compare.{kind}", compare.hand),
    Route("/imports", imports.show),
    Route("/static/{name}", static),
)


def application(desk: Desk, names: frozenset[str] = frozenset()) -> Starlette:
    """The workbench of a database, for requests to this computer or under other names it has.

    The database is opened anew for each request.

    >>> from pathlib import Path
    >>> from starlette.testclient import TestClient
    >>> TestClient(application(Desk(Path("none.db"))), base_url="http://127.0.0.1").get("/imports").status_code
    503
    """
    app = Starlette(
        routes=list(ROUTES),
        middleware=[Middleware(Guard, names=LOCAL | names)],
        exception_handlers={
            HTTPException: _refused,
            CommandError: _told,
            TakesTooLong: _too_long,
            Exception: _defect,
        },
    )
    app.state.desk = desk
    return app


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    key = {404: "not_found", 405: "not_allowed", 400: "not_understood"}.get(status, "refused")
    return page(request, "sorry.html", status=status, section="", key=key, said="")


_BY_EXIT = {Exit.USAGE: (400, "not_understood"), Exit.NOTHING_FOUND: (404, "not_found")}
"""What a person asked wrongly; everything else is the database."""


def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, CommandError):
        raise error
    status, key = _BY_EXIT.get(error.code, (503, "no_database"))
    said = pick(Preferences.of(request).language, zh=error.zh, en=error.en)
    return page(request, "sorry.html", status=status, section="", key=key, said=said)


def _too_long(request: Request, _error: Exception) -> Response:
    return page(request, "sorry.html", status=503, section="", key="too_long", said="")


def _defect(request: Request, error: Exception) -> Response:
    # The server tells it on its standard error, with the traceback; the page says where to look.
    return page(request, "sorry.html", status=500, section="", key="defect", said=type(error).__name__)
