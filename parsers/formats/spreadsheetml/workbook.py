"""SpreadsheetML 2003 from its bytes → a Document with a grid a sheet."""

import re

from parsers.formats.conservation import counted, lost
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Sheets
from parsers.formats.spreadsheetml.raw_count import raw_count
from parsers.formats.spreadsheetml.worksheets import Worksheets
from schema.document import Document

SUFFIXES = (".xml",)
_NAMESPACE = re.compile(rb"<(?:\w+:)?Workbook\b[^<>]*urn:schemas-microsoft-com:office:spreadsheet")
_HEAD = 8_192


def matches(content: bytes, _name: str) -> bool:
    """Whether the content is XML whose first element is a workbook of Office 2003.

    >>> matches(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "a.xls")
    True
    """
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    return _NAMESPACE.search(head) is not None and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def read(content: bytes, request: Request) -> Document:
    """A grid for each worksheet in order, hidden ones marked; row and column are the cell's address.

    Raises `ReadError`: `corrupt`, `unsafe`, `limit`.
    """
    found = Sheets(Worksheets(content, request.limits).read(), request.limits)
    known = counted(found.grids)
    said = lost(raw_count(content), known._replace(cells=known.cells + found.covered))
    return Document(source="spreadsheetml", blocks=found.grids, diagnostics=(*found.diagnostics, *said))


SPREADSHEETML = Reader(name="spreadsheetml", suffixes=SUFFIXES, matches=matches, read=read)
