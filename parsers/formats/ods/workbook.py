"""OpenDocument spreadsheets from their bytes → a Document with a grid a sheet."""

from parsers.formats.conservation import counted, lost
from parsers.formats.ods.raw_count import raw_count
from parsers.formats.ods.tables import Tables
from parsers.formats.package import Package, entry_names, is_zip, locked
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Sheets
from schema.document import Document

SUFFIXES = (".ods", ".ots")
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def matches(content: bytes, name: str) -> bool:
    """Whether the content is a zip file that says at its beginning, or else by its name, that it is a spreadsheet."""
    if not is_zip(content) or "mimetype" not in entry_names(content):
        return False
    return _KIND in content[:200] or name.lower().endswith(SUFFIXES)


def read(content: bytes, request: Request) -> Document:
    """A grid for each sheet in order, hidden ones marked; row and column are the cell's address.

    Raises `ReadError`: `encrypted`, `corrupt`, `truncated`, `unsafe`, `limit`.
    """
    package = Package(content, request.limits)
    if _MANIFEST in package and b":encryption-data" in package.part(_MANIFEST):
        raise locked()
    part = package.part(_CONTENT)
    found = Sheets(Tables(request.limits).read(part), request.limits)
    said = lost(raw_count(part), counted(found.grids))
    return Document(source="ods", blocks=found.grids, diagnostics=(*found.diagnostics, *said))


ODS = Reader(name="ods", suffixes=SUFFIXES, matches=matches, read=read)
