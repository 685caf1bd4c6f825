"""OpenDocument text (.odt, .ott): paragraphs and tables as a person sees them, tracked changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.conservation import counted, lost
from parsers.formats.flow import Flow, Paragraph, Table, blocks, is_list, lined
from parsers.formats.numerals import labelled
from parsers.formats.odt.lists import List, Lists
from parsers.formats.odt.looks import PLAIN, Looks, looks_of
from parsers.formats.odt.names import DRAW, OFFICE, TABLE, TEXT
from parsers.formats.odt.raw_count import raw_count
from parsers.formats.open_document import CONTENT, is_of_kind, refuse_encrypted
from parsers.formats.package import Package
from parsers.formats.reader import Reader, Request
from parsers.formats.struck import struck
from schema.document import Cell, Document

SUFFIXES = (".odt", ".ott")
_KIND, _NAMED_STYLES = "text", "styles.xml"
_P, _H, _S, _TAB, _BREAK = map(TEXT, ("p", "h", "s", "tab", "line-break"))
_LIST = TEXT("list")
_ITEMS = frozenset(map(TEXT, ("list-item", "list-header", "section", "index-body", "table-of-content")))
_SILENT = frozenset(
    (TEXT("note"), TEXT("tracked-changes"), OFFICE("annotation"), TEXT("ruby-text"), TEXT("hidden-text"))
)
_BOX = DRAW("text-box")
_MARKS = frozenset(map(TEXT, ("bookmark", "bookmark-start")))
_PASSING = ("_GoBack", "_Hlk", "_Ref", "OLE_LINK", "__")
_MOST = 1_000
"""Times that a space, a cell or a row may be repeated; more fill the page with nothing."""


def matches(content: bytes, name: str) -> bool:
    """Whether a zip file says that it is OpenDocument text."""
    return is_of_kind(content, name, _KIND, SUFFIXES)


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of an OpenDocument text in reading order; headers, footers and notes are left out.

    Raises `ReadError`: `truncated`, `corrupt`, `encrypted`, `unsafe` as the package or its content is, `limit` past a
    bound, `image_only` where nothing but pictures is shown.
    """
    package = Package(content, request.limits)
    refuse_encrypted(package)
    root = package.tree(CONTENT)
    body = root.find(f"{OFFICE('body')}/{OFFICE('text')}")
    pictures = next(root.iter(DRAW("image")), None) is not None
    lists = Lists(root, lambda: package.tree(_NAMED_STYLES) if _NAMED_STYLES in package else None)
    walk = _Walk(looks_of(root), lists)
    found = blocks(walk.flow(body) if body is not None else (), request.limits, pictures=pictures)
    said = lost(raw_count(package.part(CONTENT)), counted(found))
    return Document(source="odt", blocks=found, diagnostics=(*struck(walk.struck), *said))


def _name(mark: etree._Element) -> str:
    return mark.get(TEXT("name")) or "_GoBack"


def _squeezed(text: str | None) -> str:
    if not text:
        return ""
    return " " * text[0].isspace() + " ".join(text.split(None)) + " " * (text[-1].isspace() and not text.isspace())


def _number(element: etree._Element, name: str) -> int:
    value = element.get(name) or ""
    return max(1, int(value)) if value.isdecimal() and len(value) < 10 else 1


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    groups = {TABLE("table-rows"), TABLE("table-header-rows"), TABLE("table-row-group")}
    for element in table.iterchildren():
        if element.tag == TABLE("table-row"):
            yield element
        elif element.tag in groups:
            yield from _rows(element)


@dataclass(slots=True)
class _Walk:
    """A walk over a text; `struck` gathers what is struck through in it."""

    looks: Looks
    lists: Lists
    struck: list[str] = field(default_factory=list)

    def flow(self, parent: etree._Element, within: List | None = None) -> Iterator[Flow]:
        """The paragraphs and tables of an element; of an item `within` a list the first paragraph has its number."""
        label = within.next() if within and parent.tag == TEXT("list-item") and _begins(parent) else ""
        for element in parent.iterchildren():
            tag = element.tag
            if tag in {_P, _H}:
                marked = any(not _name(mark).startswith(_PASSING) for mark in element.iter(*_MARKS))
                yield Paragraph(labelled(label, self._shown(element)), boundary=tag == _H or marked)
                for box in element.iter(_BOX):
                    yield from self.flow(box)
            elif tag == TABLE("table"):
                yield self._table(element)
            elif tag == _LIST:
                yield from self.flow(element, self.lists.opened(element, within))
            elif tag in _ITEMS:
                yield from self.flow(element, within)
            label = ""

    def _shown(self, element: etree._Element) -> str:
        """The text of a paragraph; line ends and runs of blanks in the XML are one space."""
        look = self.looks.get(element.get(TEXT("style-name")) or "", PLAIN)
        pieces = [_squeezed(element.text)]
        for child in element.iterchildren():
            tag = child.tag
            if tag == _S:
                pieces.append(" " * min(_number(child, TEXT("c")), _MOST))
            elif tag == _TAB:
                pieces.append("\t")
            elif tag == _BREAK:
                pieces.append("\n")
            elif tag not in _SILENT and tag != _BOX:
                pieces.append(self._shown(child))
            pieces.append(_squeezed(child.tail))
        text = "" if look.hidden else look.dressed("".join(pieces))
        if look.struck and text:
            self.struck.append(text)
        return text

    def _table(self, table: etree._Element) -> Table:
        cells: list[Cell] = []
        inner: list[tuple[int, int, Table]] = []
        number = 0
        for row in _rows(table):
            number += 1
            column = 1
            hidden = row.get(TABLE("visibility")) in {"collapse", "filter"}
            for cell in row.iterchildren(TABLE("table-cell"), TABLE("covered-table-cell")):
                if cell.tag == TABLE("table-cell"):
                    lines, tables = self._inside(cell)
                    if lines:
                        rows, columns = (
                            min(_number(cell, TABLE(f"number-{name}-spanned")), _MOST) for name in ("rows", "columns")
                        )
                        cells.append(Cell(number, column, "\n".join(lines), rows, columns, hidden=hidden))
                    inner += [(number, column, found) for found in tables]
                column += min(_number(cell, TABLE("number-columns-repeated")), _MOST)
            number += min(_number(row, TABLE("number-rows-repeated")), _MOST) - 1
        return Table(tuple(cells), tuple(inner))

    def _inside(self, cell: etree._Element) -> tuple[list[str], list[Table]]:
        """The lines of a cell, and the tables in it that are tables of their own."""
        lines: list[str] = []
        inner: list[Table] = []
        for flow in self.flow(cell):
            if isinstance(flow, Paragraph):
                lines += filter(None, [lined(flow.text)])
            elif is_list(flow):
                lines += [found.text for found in flow.cells]
                inner += [deeper for _, _, deeper in flow.inner]
            else:
                inner.append(flow)
        return lines, inner


def _begins(item: etree._Element) -> bool:
    """Whether an item has a paragraph of its own, not only a list in it."""
    first = next(item.iterchildren(), None)
    return first is not None and first.tag in {_P, _H}


ODT = Reader(name="odt", suffixes=SUFFIXES, matches=matches, read=read)
