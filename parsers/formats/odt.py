"""OpenDocument text (.odt, .ott): paragraphs and tables as a person sees them, tracked changes accepted."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from lxml import etree

from parsers.formats.flow import Flow, Paragraph, Table, blocks, is_list, lined
from parsers.formats.markup import raised
from parsers.formats.package import Package, entry_names
from parsers.formats.reader import Reader, Request
from parsers.formats.symbols import is_symbol_font, signed
from schema.document import Cell, Document

_CONTENT, _TYPE = "content.xml", b"application/vnd.oasis.opendocument.text"
_OASIS = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"
_TEXT, _TABLE, _OFFICE, _DRAW, _STYLE = (
    partial(_OASIS.format, name) for name in ("text", "table", "office", "drawing", "style")
)
_FONT = _OASIS.format("xsl-fo-compatible", "font-family")
_CODES = re.compile("[\uf000-\uf0ff]")
_P, _H, _S, _TAB, _BREAK = map(_TEXT, ("p", "h", "s", "tab", "line-break"))
_ITEMS = frozenset(map(_TEXT, ("list", "list-item", "list-header", "section", "index-body", "table-of-content")))
_SILENT = frozenset(
    (_TEXT("note"), _TEXT("tracked-changes"), _OFFICE("annotation"), _TEXT("ruby-text"), _TEXT("hidden-text"))
)
_BOX = _DRAW("text-box")
_MARKS = frozenset(map(_TEXT, ("bookmark", "bookmark-start")))
_PASSING = ("_GoBack", "_Hlk", "_Ref", "OLE_LINK", "__")
_MOST = 1_000
"""Times that a space, a cell or a row may be repeated; more fill the page with nothing."""


class Look(NamedTuple):
    """What a style does to words: it hides them, sets them higher or lower, makes signs of their letters."""

    hidden: bool = False
    raising: str = ""
    font: str | None = None

    def dressed(self, text: str) -> str:
        """A text as it is seen in this style."""
        if is_symbol_font(self.font) or _CODES.search(text):
            text = signed(self.font, text)
        return raised(text, down=self.raising == "sub") if self.raising in {"super", "sub"} else text


_PLAIN = Look()
Looks = Mapping[str, Look]


def _looks(root: etree._Element) -> Looks:
    """The looks that the styles of the content give."""
    found = {}
    for style in root.iter(_STYLE("style")):
        for said in style.iterchildren(_STYLE("text-properties")):
            found[style.get(_STYLE("name")) or ""] = Look(
                hidden=said.get(_TEXT("display")) == "none",
                raising=(said.get(_STYLE("text-position")) or "").partition(" ")[0],
                font=said.get(_STYLE("font-name")) or said.get(_FONT),
            )
    return found


def matches(content: bytes, _name: str) -> bool:
    """Whether a zip file says that it is OpenDocument text."""
    listed = entry_names(content)
    return _CONTENT in listed and "mimetype" in listed and _TYPE in content[:200]


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of an OpenDocument text in reading order; headers, footers and notes are left out.

    Raises `ReadError`: `truncated`, `corrupt`, `encrypted`, `unsafe` as the package or its content is, `limit` past a
    bound, `image_only` where nothing but pictures is shown.
    """
    root = Package(content, request.limits).tree(_CONTENT)
    body = root.find(f"{_OFFICE('body')}/{_OFFICE('text')}")
    pictures = next(root.iter(_DRAW("image")), None) is not None
    flow = _flow(body, _looks(root)) if body is not None else ()
    return Document(source="odt", blocks=blocks(flow, request.limits, pictures=pictures))


def _flow(parent: etree._Element, looks: Looks) -> Iterator[Flow]:
    for element in parent.iterchildren():
        tag = element.tag
        if tag in {_P, _H}:
            marked = any(not _name(mark).startswith(_PASSING) for mark in element.iter(*_MARKS))
            yield Paragraph(_shown(element, looks), boundary=tag == _H or marked)
            for box in element.iter(_BOX):
                yield from _flow(box, looks)
        elif tag == _TABLE("table"):
            yield _table(element, looks)
        elif tag in _ITEMS:
            yield from _flow(element, looks)


def _name(mark: etree._Element) -> str:
    return mark.get(_TEXT("name")) or "_GoBack"


def _shown(element: etree._Element, looks: Looks) -> str:
    """The text of a paragraph; line ends and runs of blanks in the XML are one space."""
    look = looks.get(element.get(_TEXT("style-name")) or "", _PLAIN)
    pieces = [_squeezed(element.text)]
    for child in element.iterchildren():
        tag = child.tag
        if tag == _S:
            pieces.append(" " * min(_number(child, _TEXT("c")), _MOST))
        elif tag == _TAB:
            pieces.append("\t")
        elif tag == _BREAK:
            pieces.append("\n")
        elif tag not in _SILENT and tag != _BOX:
            pieces.append(_shown(child, looks))
        pieces.append(_squeezed(child.tail))
    return "" if look.hidden else look.dressed("".join(pieces))


def _squeezed(text: str | None) -> str:
    if not text:
        return ""
    return " " * text[0].isspace() + " ".join(text.split(None)) + " " * (text[-1].isspace() and not text.isspace())


def _number(element: etree._Element, name: str) -> int:
    value = element.get(name) or ""
    return max(1, int(value)) if value.isdecimal() and len(value) < 10 else 1


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    groups = {_TABLE("table-rows"), _TABLE("table-header-rows"), _TABLE("table-row-group")}
    for element in table.iterchildren():
        if element.tag == _TABLE("table-row"):
            yield element
        elif element.tag in groups:
            yield from _rows(element)


def _table(table: etree._Element, looks: Looks) -> Table:
    cells: list[Cell] = []
    inner: list[tuple[int, int, Table]] = []
    number = 0
    for row in _rows(table):
        number += 1
        column = 1
        for cell in row.iterchildren(_TABLE("table-cell"), _TABLE("covered-table-cell")):
            if cell.tag == _TABLE("table-cell"):
                lines, tables = _inside(cell, looks)
                if lines:
                    rows, columns = (
                        min(_number(cell, _TABLE(f"number-{name}-spanned")), _MOST) for name in ("rows", "columns")
                    )
                    cells.append(Cell(number, column, "\n".join(lines), rows, columns))
                inner += [(number, column, found) for found in tables]
            column += min(_number(cell, _TABLE("number-columns-repeated")), _MOST)
        number += min(_number(row, _TABLE("number-rows-repeated")), _MOST) - 1
    return Table(tuple(cells), tuple(inner))


def _inside(cell: etree._Element, looks: Looks) -> tuple[list[str], list[Table]]:
    """The lines of a cell, and the tables in it that are tables of their own."""
    lines: list[str] = []
    inner: list[Table] = []
    for flow in _flow(cell, looks):
        if isinstance(flow, Paragraph):
            lines += filter(None, [lined(flow.text)])
        elif is_list(flow):
            lines += [found.text for found in flow.cells]
            inner += [deeper for _, _, deeper in flow.inner]
        else:
            inner.append(flow)
    return lines, inner


ODT = Reader(name="odt", suffixes=(".odt", ".ott"), matches=matches, read=read)
