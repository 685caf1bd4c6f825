"""Saved web pages (MHTML): the pages inside one file of mail parts, read in order."""

import email
import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from parsers.formats.html.page import nothing_yet, read_page, shows_nothing
from parsers.formats.html.rendering import Rendering
from parsers.formats.reader import Reader, Request
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:")
_HEAD = 8192
_PARTS = re.compile(rb"\bboundary\s*=|content-type:\s*message/", re.IGNORECASE)
_DEEPEST = 32
"""Parts within parts; a saved page has one level of them, and mail forwarded thirty times is no page."""


def matches(content: bytes, _name: str) -> bool:
    """Whether the content begins with the header of a message that holds pages."""
    lines = content[:_HEAD].lstrip().splitlines()
    if not lines or not _FIELD.match(lines[0]):
        return False
    header = b"\n".join(line for line in lines[: lines.index(b"")] if line) if b"" in lines else b"\n".join(lines)
    return b"mime-version:" in header.lower() and (b"multipart/" in header.lower() or b"text/html" in header.lower())


def read(content: bytes, request: Request) -> Document:
    """The pages of a saved web page, one after the other; the sheets of a workbook saved so are pages each.

    Raises `ReadError` as a page does; `limit` for parts within parts within parts.
    """
    rendering = Rendering(request.limits)
    message = _message(content, request.limits)
    pages = [read_page(part, charset, rendering, request.limits) for part, charset in _pages(message)]
    blocks = tuple(block for page in pages for block in page.blocks)
    found = tuple(diagnostic for page in pages for diagnostic in page.diagnostics)
    cut = any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects)
    if cut and not any(said.code is Code.CUT_OFF for said in found):
        found = (*found, Diagnostic(code=Code.CUT_OFF))
    if not blocks:
        raise nothing_yet() if cut else shows_nothing(content)
    return Document(source="mhtml", blocks=blocks, diagnostics=found)


def _message(content: bytes, limits: Limits) -> Message:
    if len(_PARTS.findall(content)) > _DEEPEST:
        raise _too_many_parts()
    message = email.message_from_bytes(content)
    if sum(1 for _ in message.walk()) > limits.zip_entries:
        raise _too_many_parts()
    return message


def _pages(message: Message) -> Iterator[tuple[bytes, str | None]]:
    """Each part that is a page, with the encoding its header states."""
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                yield payload, part.get_content_charset()


def _too_many_parts() -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh="网页存档的部件过多或嵌套过深；请在浏览器中打开后另存再导入",
        en="the saved page has too many parts, or parts nested too deep; open it in a browser, save it and import that",
    )


MHTML = Reader(name="mhtml", suffixes=(".mht", ".mhtml"), matches=matches, read=read)
