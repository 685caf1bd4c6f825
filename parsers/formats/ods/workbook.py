"""OpenDocument spreadsheets from their bytes → a Document with a grid a sheet."""

from parsers.formats.conservation import counted, lost
from parsers.formats.ods.raw_count import raw_count
from parsers.formats.ods.tables import Tables
from parsers.formats.open_document import CONTENT, is_of_kind, refuse_encrypted
from parsers.formats.package import Package
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Sheets
from schema.document import Document

SUFFIXES = (".ods", ".ots")
_KIND = "spreadsheet"


def matches(content: bytes, name: str) -> bool:
    """Whether the content is a zip file that says that it is a spreadsheet."""
    return is_of_kind(content, name, _KIND, SUFFIXES)


def read(content: bytes, request: Request) -> Document:
    """A grid for each sheet in order, hidden ones marked; row and column are the cell's address.

    Raises `ReadError`: `encrypted`, `corrupt`, `truncated`, `unsafe`, `limit`.
    """
    package = Package(content, request.limits)
    refuse_encrypted(package)
    part = package.part(CONTENT)
    found = Sheets(Tables(request.limits).read(part), request.limits)
    said = lost(raw_count(part), counted(found.grids))
    return Document(source="ods", blocks=found.grids, diagnostics=(*found.diagnostics, *said))


ODS = Reader(name="ods", suffixes=SUFFIXES, matches=matches, read=read)
