"""Excel workbooks: the package's parts in the order of the workbook → a Document with a grid a sheet."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from parsers.formats import trees
from parsers.formats.conservation import counted, lost
from parsers.formats.package import Package, entry_names, is_zip, missing
from parsers.formats.reader import Reader, Request
from parsers.formats.sheets import Sheet, Sheets
from parsers.formats.xlsx.drawings import text_boxes
from parsers.formats.xlsx.fonts import fonts, may_sign
from parsers.formats.xlsx.names import local, related_parts, relations_of
from parsers.formats.xlsx.raw_count import raw_count, string_sizes
from parsers.formats.xlsx.strings import string, struck_in
from parsers.formats.xlsx.styles import formats
from parsers.formats.xlsx.worksheet import Shelf, Worksheet
from schema.document import Document
from schema.read_error import ReadError
from schema.source import Status

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm")
_WORKBOOK = "xl/workbook.xml"
_HIDDEN = frozenset(["hidden", "veryHidden"])
_TRUE = frozenset(["1", "true"])


def matches(content: bytes, _name: str) -> bool:
    """Whether the content is a zip file that holds a workbook of XML parts."""
    return is_zip(content) and any(_is_workbook(name) for name in entry_names(content))


def read(content: bytes, request: Request) -> Document:
    """A grid for each sheet in the order of the workbook, hidden ones marked; row and column are the cell's address.

    Raises `ReadError`: `corrupt`, `truncated`, `encrypted`, `unsafe`, `limit`.
    """
    workbook = Workbook(Package(content, request.limits), request)
    found = Sheets(workbook.sheets(), request.limits)
    read_of = counted(found.grids)
    read_of = read_of._replace(cells=read_of.cells + found.covered)
    source = raw_count(workbook.parts, workbook.sizes)
    if found.covered:  # what merges cover is counted as cells; which rows and characters are theirs is not known here
        source = source._replace(tables=0, rows=0, characters=0)
    return Document(source="xlsx", blocks=found.blocks, diagnostics=(*found.diagnostics, *lost(source, read_of)))


def _is_workbook(name: str) -> bool:
    return posixpath.basename(name) == "workbook.xml" or (name.startswith("xl/workbook") and name.endswith(".xml"))


class _Named(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


class Workbook:
    """The parts of a workbook; `parts` and `sizes` are what the check of conservation counts over."""

    def __init__(self, package: Package, request: Request) -> None:
        self._package = package
        self._limits = request.limits
        self.parts: list[bytes] = []
        self.sizes: list[int] = []

    def sheets(self) -> Iterator[Sheet]:
        """Each sheet of cells; sheets that are a chart have none."""
        name = self._main()
        root = self._package.tree(name)
        if local(root) != "workbook":
            raise missing(_WORKBOOK)
        related = related_parts(self._package, name)
        if related is None:
            raise missing(relations_of(name))
        shelf = self._shelf(root, related)
        for named in self._named(root, related):
            sheet = Sheet(named.name, named.hidden)
            if named.part in self._package:
                content = self._package.part(named.part)
                Worksheet(sheet, shelf).read(content, named.part)
                self.parts.append(content)
                self._draw(sheet, named.part)
            elif named.part:
                raise missing(named.part)
            yield sheet

    def _draw(self, sheet: Sheet, part: str) -> None:
        """Take in the text boxes on a sheet; a drawing that is damaged costs no more than them."""
        try:
            sheet.boxes = text_boxes(self._package, part)
        except ReadError as error:
            if error.status is not Status.CORRUPT:
                raise
            sheet.drawing_lost = True

    def _main(self) -> str:
        """The part that lists the sheets; nearly every program calls it the same."""
        if _WORKBOOK in self._package:
            return _WORKBOOK
        related = related_parts(self._package, "") or {}
        return next((part for kind, part in related.values() if kind == "officeDocument"), _WORKBOOK)

    def _shelf(self, root: _Element, related: dict[str, tuple[str, str]]) -> Shelf:
        parts = {kind: part for kind, part in related.values() if part in self._package}
        strings: list[str] = []
        struck: dict[int, str] = {}
        if "sharedStrings" in parts:
            content = self._package.part(parts["sharedStrings"])
            strings = self._strings(content, parts["sharedStrings"], struck)
            self.sizes = string_sizes(content)
        styles = self._package.tree(parts["styles"]) if "styles" in parts else None
        since_1904 = any(local(part) == "workbookPr" and part.get("date1904") in _TRUE for part in root)
        return Shelf(strings, formats(styles), since_1904, self._limits, fonts(styles), struck)

    def _strings(self, content: bytes, part: str, struck: dict[int, str]) -> list[str]:
        """The shared strings by their numbers; what is struck through in one goes to `struck`."""
        strikes, signs = b"strike" in content, may_sign(content)
        found: list[str] = []
        size = 0
        for item in trees.events(content, self._limits, part, ("{*}si",)):
            found.append(string(item, signs=signs))
            size += len(found[-1])
            if strikes and (words := struck_in(item)):
                struck[len(found) - 1] = words
            if size > self._limits.characters:
                raise _too_long(self._limits.characters)
            item.clear()
        return found

    @staticmethod
    def _named(root: _Element, related: dict[str, tuple[str, str]]) -> Iterator[_Named]:
        for group in root:
            if local(group) != "sheets":
                continue
            for number, sheet in enumerate(group, start=1):
                reference = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
                kind, part = related.get(str(reference), ("", f"xl/worksheets/sheet{number}.xml"))
                if kind in {"worksheet", ""}:
                    yield _Named(sheet.get("name") or str(number), sheet.get("state") in _HIDDEN, part)


def _too_long(limit: int) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"工作簿的文字超过上限 {limit:,} 个字符；请拆分文件或调高上限",
        en=f"the workbook has more than {limit:,} characters; split it or raise the limit",
    )


XLSX = Reader(name="xlsx", suffixes=SUFFIXES, matches=matches, read=read)
