"""A page from its template: the words in the language of the person, whatever a document says as text."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from audit.findings import severity_name, state_name
from audit.texts import text
from audit.web.address import changed
from audit.web.figures import grouped_number, percent, yuan
from audit.web.preferences import Preferences
from audit.web.published import Row
from ingest.commands.accounting import REASONS
from ingest.language import pick
from parsers.layouts.registry import WORDS
from schema.diagnostic import Language

_FOLDER = Path(__file__).with_name("templates")
NAVIGATION = (("/", "overview"), ("/indicators", "indicators"), ("/tables", "tables"), ("/audit", "audit"),
              ("/compare", "compare"), ("/imports", "imports"))  # fmt: skip


def _words(language: Language) -> Callable[[str], str]:
    """Names of layouts, and why cells are ignored, as other commands say them."""

    def word(name: str) -> str:
        zh, en = {**WORDS, **REASONS}.get(name, (name, name))
        return pick(language, zh=zh, en=en)

    return word


@cache
def environment() -> Environment:
    """The templates; everything put into one is escaped."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "number": grouped_number,
        "percent": percent,
        "yuan": yuan,
        "severity": severity_name,
        "state": state_name,
        "runs_of_level": _runs_of_level,
        "groupby_name": _runs_of_name,
    }
    return made


def _runs_of_level(rows: Iterable[Row]) -> list[list[Row]]:
    """Neighbouring indicators of the same levels, together."""
    return [list(run) for _, run in groupby(rows, key=lambda row: (row.facts["level1"], row.facts["level2"]))]


def _runs_of_name(records: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Neighbouring records of one indicator, in one year and unit, together."""
    return [list(run) for _, run in groupby(records, key=lambda one: (one["name"], one["fiscal_year"], one["unit"]))]


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, in the language and the light of whoever asks."""
    preferences = Preferences.of(request)

    def said(key: str, **filled: Any) -> str:
        return text(preferences.language, key, **filled)

    def here(**changes: Any) -> str:
        return changed(request.url, **changes)

    html = environment().get_template(template).render(
        t=said,
        here=here,
        path=request.url.path,
        navigation=NAVIGATION,
        language=preferences.language,
        word=_words(preferences.language),
        theme=preferences.theme,
        **values,
    )  # fmt: skip
    response = HTMLResponse(html, status)
    preferences.remember(response, request)
    return response
