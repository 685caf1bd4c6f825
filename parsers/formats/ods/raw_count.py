"""What the content of a spreadsheet holds, counted over its tags; the check on the reader that walks its elements."""

import html
import re

from parsers.formats.conservation import Count, characters

_CELL = re.compile(r"<table:table-cell\b")
_ENDS = re.compile(r"</table:table-cell>|<table:|<office:annotation\b")
_PARAGRAPH = re.compile(r"<text:p\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>?")


def raw_count(content: bytes) -> Count:
    """Cells that show a paragraph, and the characters of those; what is repeated counts once.

    >>> raw_count(b'<table:table-cell><text:p>a <text:s/>b</text:p></table:table-cell><table:table-cell/>')
    Count(tables=0, rows=0, cells=1, characters=2)
    """
    cells = found = 0
    for piece in _CELL.split(content.decode("utf-8", "replace"))[1:]:
        end = _ENDS.search(piece)
        inside = piece[: end.start()] if end else piece
        start = _PARAGRAPH.search(inside)
        size = characters(html.unescape(_TAG.sub("", inside[start.end() :]))) if start else 0
        cells += size > 0
        found += size
    return Count(cells=cells, characters=found)
