"""绩效表: one table as it was published beside what was understood of it; each figure leads to its cell, and back."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from audit.web.address import address, whole
from audit.web.connection import asking
from audit.web.desk import Desk
from audit.web.preferences import Preferences
from audit.web.published import MOST, Published, published
from audit.web.render import page
from audit.web.source.drawn import drawn
from audit.web.source.marks import Mark, Marks, marks_of
from audit.web.source.originals import content_of, name_of
from audit.web.source.pdf_pages import Page, paged
from audit.web.table_findings import doubts_of
from ingest.spoken import spoken
from schema.document import Document
from schema.target import Target

PAGES = 12
"""More pages of a file are not shown at a time."""


def show(request: Request) -> Response:
    """The page of one table."""
    desk = Desk.of(request)
    said = request.query_params
    indicator, asked = said.get("indicator"), said.get("field")
    with asking(desk.database) as connection:
        table = published(
            connection, request.path_params["key"], said.get("source"), indicator, whole(said, "start", 0, 1 << 30)
        )
        if table is None:
            raise HTTPException(404)
        document = desk.documents.of(connection, table.facts["sha256"], table.facts["reading_edition"])
        content = content_of(connection, desk.database, table.facts["sha256"])
    marks = marks_of(table, indicator, asked or ("value" if indicator else None))
    return page(
        request,
        "table.html",
        section="tables",
        table=table,
        doubts=doubts_of(desk.database, table.facts["key"]),
        name=unquote(request.cookies.get("name", "")),
        pages=_pictured(desk, table, document, marks, content),
        blocks=[] if document is None else list(drawn(document, marks)),
        missing=document is None,
        original=content is not None,
        indicator=indicator,
        asked=asked or ("value" if indicator else None),
        link=_Links(request, table).to,
        spoken=_speaker(request),
        most=MOST,
        grid_wanted=said.get("view") == "grid",
        letters=table.facts["format"] in {"xlsx", "xls", "xlsb", "ods"},
    )


def _pictured(
    desk: Desk, table: Published, document: Document | None, marks: Marks, content: bytes | None
) -> list[Page]:
    """The pages of a PDF with the boxes of its figures; none where the file is gone or was changed since."""
    if document is None or content is None or table.facts["format"] != "pdf":
        return []
    numbers = marks.pages
    lit = {span.box.page for span in _lit_spans(marks) if span.box is not None}
    wanted = sorted({*numbers[:PAGES], *lit})
    pictures = desk.pictures.drawn(table.facts["sha256"], content, wanted)
    return paged(document, marks, pictures)


def _lit_spans(marks: Marks) -> list[Any]:
    return [
        span for spot, found in marks.at.items() if spot in marks.lit for mark in found for span in mark.figure.spans
    ]


def _speaker(request: Request) -> Any:
    language = Preferences.of(request).language

    def said(target: Target) -> str:
        return spoken(target, language)

    return said


class _Links:
    """Addresses of this table with one of its figures lit."""

    def __init__(self, request: Request, table: Published) -> None:
        self.path = request.url.path
        said: Mapping[str, str] = request.query_params
        self.kept = {name: said[name] for name in ("source", "view") if name in said}
        self.start = table.start or None

    def to(self, mark: Mark | None = None, *, indicator: str | None = None, field: str | None = None) -> str:
        """Where a click on a figure leads."""
        if mark is not None:
            indicator, field = mark.indicator, mark.figure.field
        start = None if indicator else self.start
        return address(self.path, **self.kept, start=start, indicator=indicator, field=field)


def picture(request: Request) -> Response:
    """A page of a PDF as a picture, by the hash of the file."""
    desk = Desk.of(request)
    sha256, number = request.path_params["sha256"], request.path_params["page"]
    found = desk.pictures.held(sha256, number)
    if found is None:
        with asking(desk.database) as connection:
            content = content_of(connection, desk.database, sha256)
        if content is None or b"%PDF-" not in content[:1024]:
            raise HTTPException(404)
        found = desk.pictures.drawn(sha256, content, [number]).get(number)
    if found is None:
        raise HTTPException(404)
    return Response(found.png, media_type="image/png", headers={"cache-control": "private, max-age=3600"})


def original(request: Request) -> Response:
    """The file itself, to be saved, by the hash of its content."""
    desk = Desk.of(request)
    sha256 = request.path_params["sha256"]
    with asking(desk.database) as connection:
        content = content_of(connection, desk.database, sha256)
        name = name_of(connection, sha256)
    if content is None:
        raise HTTPException(404)
    return desk.download(content, name, "application/octet-stream")
