"""What the body of a text holds, counted over its tags; the check on the reader that walks its elements.

Never more than a person sees: changes that were deleted, notes and comments are taken out first, and where styles hide
words, characters are not counted.
"""

import html
import re

from parsers.formats.conservation import Count, characters

_BODY = re.compile(r"<office:text\b[^<>]*>(.*)</office:text>", re.DOTALL)
_UNSEEN = re.compile(
    r"<(text:tracked-changes|text:note|office:annotation|text:ruby-text|text:hidden-text|svg:title|svg:desc)"
    r"(?:\s[^<>]*)?(?<!/)>.*?</\1>",
    re.DOTALL,
)
_HIDES = 'text:display="none"'
_CELL = re.compile(r"<table:table-cell\b[^<>]*(?<!/)>")
_CELL_ENDS = "</table:table-cell>"
_TAG = re.compile(r"<[^<>]*>")


def raw_count(content: bytes) -> Count:
    """Cells that show text and all characters; of a text with tables in tables only characters are counted.

    >>> cell = "<table:table-cell><text:p>a b</text:p></table:table-cell>"
    >>> raw_count(f"<office:text>{cell}<text:p>c</text:p></office:text>".encode())
    Count(tables=0, rows=0, cells=1, characters=3)
    """
    source = content.decode("utf-8", "replace")
    found = _BODY.search(source)
    body = _UNSEEN.sub("", found[1]) if found else ""
    if _HIDES in source:
        return Count()
    pieces = _CELL.split(body)[1:]
    cells = 0
    if all(piece.count(_CELL_ENDS) == 1 for piece in pieces):
        cells = sum(_size(piece.partition(_CELL_ENDS)[0]) > 0 for piece in pieces)
    return Count(cells=cells, characters=_size(body))


def _size(part: str) -> int:
    return characters(html.unescape(_TAG.sub("", part)))
