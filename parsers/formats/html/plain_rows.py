"""A row of a table whose cells hold nothing but text and paragraphs, as most do → its cells, without events.

What is declined here, the walk over the page reads; where both read, they read the same.
"""

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from parsers.formats.html.spans import TALLEST, WIDEST, span
from parsers.formats.html.written import BREAK, PlainCell, lines

_INLINE = frozenset(["span", "font", "b", "strong", "i", "em", "u", "o:p"])
_BLOCKS = frozenset(["p", "div"])
_CELLS = frozenset(["td", "th"])
_DEEPEST = 8
"""Levels of elements inside a plain cell."""
_MANY = 24
"""Cells of a row from which on a look ahead pays: pages from Excel have hundreds of empty ones behind the last."""
_UNLIKE = etree.XPath("boolean(*[not(self::td or self::th)] | text()[normalize-space()])")
_LAST = etree.XPath("(*[node() or @*])[last()]")
_EMPTY = PlainCell(1, 1, "")

Hides = Callable[[_Element], bool]


def plain_row(row: _Element, hides: Hides) -> list[PlainCell] | None:
    """The cells of a row, or None where it holds more than plain cells, or anything that is hidden.

    Of a long row the empty cells behind the last one that says anything may be left out.

    >>> from lxml.html import document_fromstring as parsed
    >>> rows = parsed("<table><tr><td>甲<td><p>乙<p>丙<td></tr><tr><td><h1>丁</h1></td></tr></table>").iter("tr")
    >>> [[cell.text for cell in cells] if cells is not None else None for cells in (plain_row(r, bool) for r in rows)]
    [['甲', '乙\\n丙', ''], None]
    """
    before = row.text
    if before and not before.isspace():
        return None
    found: list[PlainCell] = []
    last = _last(row) if len(row) > _MANY else None
    for part in row:
        tail = part.tail
        if part.tag not in _CELLS or (tail and not tail.isspace()):
            return None
        text = _inside(part, hides) if len(part) else part.text or ""
        stated = part.items()
        if text is None or (stated and hides(part)):
            return None
        if stated:
            found.append(PlainCell(span(part.get("rowspan"), TALLEST), span(part.get("colspan"), WIDEST), shown(text)))
        elif text:
            found.append(PlainCell(1, 1, shown(text)))
        else:
            found.append(_EMPTY)
        if part is last:
            break
    return found


def _last(row: _Element) -> _Element | None:
    """The last cell of a long row that says anything; None where all of it must be looked at."""
    filled = [] if _UNLIKE(row) else _LAST(row)
    return filled[0] if isinstance(filled, list) and filled and isinstance(filled[0], _Element) else None


def shown(text: str) -> str:
    """The lines of a text that show anything."""
    if text.isprintable() and "  " not in text:  # what nobody sees is not printable, but for spaces
        return text.strip()
    return "\n".join([line.text for line in lines(text)])


def _inside(cell: _Element, hides: Hides) -> str | None:
    """The text of a cell with elements in it; mostly they are one paragraph."""
    first = cell[0]
    if first.tag in _BLOCKS and not len(first) and len(cell) == 1 and not cell.text and not first.tail:
        return None if first.items() and hides(first) else first.text or ""
    pieces: list[str] = []
    return "".join(pieces) if _gather(cell, hides, pieces, _DEEPEST) else None


def _gather(element: _Element, hides: Hides, pieces: list[str], deeper: int) -> bool:
    """Add the text of an element; whether it is plain."""
    if text := element.text:
        pieces.append(text)
    for part in element:
        tag = part.tag
        block = tag in _BLOCKS or tag == "br"
        if not deeper or not (block or tag in _INLINE) or (part.items() and hides(part)):
            return False
        if block:
            pieces.append(BREAK)
        if len(part):
            if not _gather(part, hides, pieces, deeper - 1):
                return False
        elif text := part.text:
            pieces.append(text)
        if block:
            pieces.append(BREAK)
        if text := part.tail:
            pieces.append(text)
    return True
