"""Binary Excel workbooks: their extent checked, then calamine's values → a Document with a grid a sheet."""

import re

from parsers.formats.conservation import Count, counted, lost
from parsers.formats.package import Package, entry_names, is_zip
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Sheets
from parsers.formats.xlsb import calamine
from parsers.formats.xlsb.records import Extent, extent
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

SUFFIXES = (".xlsb",)
_WORKBOOK = "xl/workbook.bin"
_SHEET = re.compile(r"xl/worksheets/[^/]*\.bin", re.IGNORECASE)
_SPARSE = 2
"""How many slots of a sheet may be empty for each that a file may fill."""


def matches(content: bytes, _name: str) -> bool:
    """Whether the content is a zip file that holds a workbook of binary parts."""
    return is_zip(content) and _WORKBOOK in entry_names(content)


def read(content: bytes, request: Request) -> Document:
    """A grid for each sheet in order, hidden ones marked; 95% reads 0.95, and a diagnostic says so.

    Raises `ReadError`: `corrupt`, `truncated`, `encrypted`, `limit`.
    """
    package = Package(content, request.limits)
    parts = [entry for entry in package.entries if _SHEET.fullmatch(entry.filename.replace("\\", "/"))]
    extents = [extent(package.inflated(entry)) for entry in parts]
    check(extents, request.limits)
    for entry in package.entries:
        if entry not in parts and entry.filename.lower().endswith(".bin"):
            package.inflated(entry)  # counted under the limits before calamine inflates it
    found = Sheets(calamine.sheets(content), request.limits)
    read_of = counted(found.grids)
    source = Count(cells=sum(part.cells for part in extents))
    said = lost(source, read_of._replace(cells=read_of.cells + found.covered))
    return Document(source="xlsb", blocks=found.grids, diagnostics=(FORMATS_LOST, *found.diagnostics, *said))


FORMATS_LOST = Diagnostic(code=Code.FORMATS_LOST)
"""Said of every workbook of which only stored values are read."""


def check(extents: list[Extent], limits: Limits) -> None:
    """Raise `limit` where cells are too many or reach too far for a library that lays out every slot."""
    if sum(part.cells for part in extents) > limits.cells or any(
        part.area > _SPARSE * limits.cells for part in extents
    ):
        raise ReadError(
            Status.LIMIT,
            zh=f"工作表的单元格过多或过于分散（上限 {limits.cells:,}）；请另存为 .xlsx 后再导入",
            en=f"the cells of a sheet are too many or too far apart (limit {limits.cells:,}); save it as .xlsx",
        )


XLSB = Reader(name="xlsb", suffixes=SUFFIXES, matches=matches, read=read)
