"""审核: what the rules ask about, by rule and department; each finding with its evidence, to be decided about."""

from collections import defaultdict
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from audit import side
from audit.database import reading
from audit.export.findings import finding_sheet
from audit.findings import SEVERITIES, STATES, Evaluation
from audit.side.review import SORTS, Review, Wanted, reviewing
from audit.web.address import whole
from audit.web.connection import asking
from audit.web.desk import Desk
from audit.web.download import MOST, handed
from audit.web.preferences import Preferences
from audit.web.question import one_of, year_of
from audit.web.render import page
from audit.web.table_findings import counted, listed, summed
from ingest.exits import CommandError

LIMIT = 30
_YEAR_SECONDS = 31_536_000
_NARROW = ("rule", "severity", "state", "department", "level1", "table_key", "key")


def show(request: Request) -> Response:
    """The findings, narrowed by what the address says; open ones unless it says otherwise."""
    desk, said = Desk.of(request), request.query_params
    path = side.beside(desk.database)
    with asking(desk.database) as connection:
        connection.execute("SELECT 1")
    if not path.exists():
        return page(request, "unchecked.html", section="audit", running=desk.running.now, trouble=desk.running.trouble)
    troubles: dict[str, CommandError] = {}
    wanted = _wanted(said, troubles)
    sort = said["sort"] if said.get("sort") in SORTS else "severity"
    offset = whole(said, "offset", 0, 1_000_000)
    with reviewing(path) as review, asking(desk.database) as connection:
        found = listed(desk, review, wanted, sort, LIMIT + 1, offset)
        values: dict[str, Any] = {
            "run": review.last_run(),
            "stale": review.stale(connection),
            "rules": {rule.code: rule for rule in review.rules()},
            "total": counted(desk, review, wanted),
            "summary": summed(desk, review, "rule"),
            "departments": summed(desk, review, "department")[:20],
            "unevaluable": _unevaluable(review),
        }
    return page(
        request,
        "review.html",
        section="audit",
        findings=found[:LIMIT],
        more=len(found) > LIMIT,
        offset=offset,
        limit=LIMIT,
        sort=sort,
        sorts=SORTS,
        states=STATES,
        severities=SEVERITIES,
        said={name: said.get(name, "") for name in ("q", "year", *_NARROW)},
        state=wanted.state or "all",
        name=unquote(request.cookies.get("name", "")),
        running=desk.running.now,
        trouble=desk.running.trouble,
        troubles=troubles,
        **values,
    )


def hand(request: Request) -> Response:
    """The findings that a page shows, all of its pages, as a file."""
    desk, said, language = Desk.of(request), request.query_params, Preferences.of(request).language
    path = side.beside(desk.database)
    if not path.exists():
        raise HTTPException(404)
    sort = said["sort"] if said.get("sort") in SORTS else "severity"
    with reviewing(path) as review:
        found = listed(desk, review, _wanted(said, {}), sort, MOST + 1)
    return handed(
        finding_sheet(found[:MOST], language), request.path_params["kind"], language, truncated=len(found) > MOST
    )


def _wanted(said: Any, troubles: dict[str, CommandError]) -> Wanted:
    plain = {name: said[name] for name in _NARROW if said.get(name)}
    for name, known in (("severity", tuple(SEVERITIES)), ("state", (*STATES, "all"))):
        if one_of(name, said, known, troubles) is None:
            plain.pop(name, None)
    state = plain.get("state", "open" if "key" not in plain else "all")
    return Wanted(
        **{**plain, "state": state if state in STATES else None},
        words=said.get("q", "").strip() or None,
        fiscal_year=year_of(said, troubles),
    )


def _unevaluable(review: Review) -> dict[str, list[Evaluation]]:
    """By rule, in how many tables it could not be told, and why."""
    told: dict[str, list[Evaluation]] = defaultdict(list)
    for evaluation in review.evaluations():
        if evaluation.outcome == "not_evaluable" and evaluation.tables:
            told[evaluation.rule].append(evaluation)
    return dict(told)


async def decide(request: Request) -> Response:
    """A decision about a finding, or about a rule in its table: kept beside the database, with reason and name."""
    form = await _form(request)
    desk = Desk.of(request)
    await run_in_threadpool(_decide, desk, form)
    response = RedirectResponse(_back(form.get("back", "")), 303)
    if form.get("name", "").strip():
        response.set_cookie(
            "name", quote(form["name"].strip()[:60]), max_age=_YEAR_SECONDS, samesite="strict", httponly=True
        )
    return response


def _decide(desk: Desk, form: dict[str, str]) -> None:
    key, reason, name = form.get("key", ""), form.get("reason", "").strip(), form.get("name", "").strip()
    with reviewing(side.beside(desk.database)) as review:
        match form.get("decision"):
            case "accept":
                review.accept(key, reason=reason, name=name)
            case "withdraw":
                review.withdraw(key, name=name)
            case "exempt" if form.get("about") == "table":
                finding = next(review.findings(Wanted(key=key), limit=1), None)
                if finding is None:
                    raise HTTPException(404)
                review.exempt_rule(
                    finding.rule, finding.table_key, indicator_key=finding.indicator_key, reason=reason, name=name
                )
            case _:
                review.exempt(key, reason=reason, name=name)


def run(request: Request) -> Response:
    """Put every rule to the database again, in the background."""
    desk = Desk.of(request)
    desk.running.start(lambda: _run(desk))
    desk.running.wait(3.0)
    return RedirectResponse("/audit", 303)


def _run(desk: Desk) -> None:
    with reading(desk.database, strictly=False) as connection, reviewing(side.beside(desk.database)) as review:
        review.run(connection, desk.asks(), desk.configuration)


async def _form(request: Request) -> dict[str, str]:
    """What a form says; each field once, each of a length a person writes."""
    body = (await request.body()).decode("utf-8", "replace")
    return {name: value[:2000] for name, value in parse_qsl(body, keep_blank_values=True, max_num_fields=20)}


def _back(path: str) -> str:
    """Where to go on: a page of the findings, never another site.

    >>> _back("/audit?rule=R33"), _back("//evil.example/audit"), _back("https://evil.example")
    ('/audit?rule=R33', '/audit', '/audit')
    """
    return path if path.startswith(("/audit", "/tables/")) and "\\" not in path and "\n" not in path else "/audit"
