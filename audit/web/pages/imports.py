"""导入: what was imported when, which files failed and what to do, whether every cell is accounted for."""

import sqlite3
from collections import Counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from audit.standing import failures
from audit.web.address import whole
from audit.web.connection import asking
from audit.web.desk import Desk
from audit.web.render import page
from ingest.statuses import ADVICE
from schema.source import Status

LIMIT = 50
_AT_NEXT_IMPORT = {Status.TIMEOUT, Status.UNREADABLE, Status.VANISHED}
"""What the machine caused is tried again without being asked; the rest when the file, the limits or jixiao change."""

_CELLS = """SELECT coalesce(sum(cells_stated), 0) AS stated, coalesce(sum(cells_used), 0) AS used,
  coalesce(sum(cells_reported), 0) AS reported FROM current_sources"""
_IGNORED = "SELECT key, sum(value) FROM current_sources, json_each(cells_ignored) GROUP BY key ORDER BY 2 DESC"
_DIAGNOSTICS = """SELECT code, severity, count(*) AS count, min(message_zh) AS zh, min(message_en) AS en
  FROM current_diagnostics GROUP BY code ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
  count(*) DESC"""
_RUNS = """SELECT i.import_id, i.started_at, i.finished_at, i.version,
  (SELECT count(*) FROM sources AS s WHERE s.import_from = i.import_id) AS files
  FROM imports AS i ORDER BY i.import_id DESC LIMIT 12"""


def show(request: Request) -> Response:
    """The page of imports."""
    desk, said = Desk.of(request), request.query_params
    status = said.get("status", "")
    offset = whole(said, "offset", 0, 1_000_000)
    health = desk.summaries.of(desk.database, "health", _health)
    with asking(desk.database) as connection:
        runs = [dict(row) for row in connection.execute(_RUNS)] if health["runs"] else []
    wanted = [row for row in health["failed"] if not status or row["status"] == status]
    return page(
        request,
        "imports.html",
        section="imports",
        runs=runs,
        health=health,
        failed=wanted[offset : offset + LIMIT],
        total=len(wanted),
        more=len(wanted) > offset + LIMIT,
        offset=offset,
        limit=LIMIT,
        chosen=status,
        advice={each.value: ADVICE[each] for each in Status},
        again={each.value for each in _AT_NEXT_IMPORT},
        database=desk.database,
    )


def _health(connection: sqlite3.Connection) -> dict[str, Any]:
    statuses = dict(
        connection.execute("SELECT status, count(*) FROM current_sources GROUP BY 1 ORDER BY 2 DESC").fetchall()
    )
    failed = failures(connection) if statuses else []
    return {
        "runs": connection.execute("SELECT count(*) FROM imports").fetchone()[0],
        "statuses": statuses,
        "files": sum(statuses.values()),
        "failed": failed,
        "failed_by": Counter(row["status"] for row in failed),
        "cells": dict(connection.execute(_CELLS).fetchone()),
        "ignored": [tuple(row) for row in connection.execute(_IGNORED)],
        "diagnostics": [dict(row) for row in connection.execute(_DIAGNOSTICS)],
        "roots": [row[0] for row in connection.execute("SELECT location FROM roots ORDER BY 1")],
    }
