"""What a page's source holds, counted over its tags without building a tree; the check on the reader that does."""

import html
import re

from parsers.formats.conservation import Count, characters

# Comments, and elements that show nothing, are taken out whole; every alternative stops at the next "<", or takes all.
_UNSEEN = re.compile(
    r"""
      <!---?> | <!--.*?(?:--!?>|\Z)
    | <(?P<unseen>head|script|style|template|noscript|noframes|select|iframe|object|svg|xml)\b[^<>]*
      (?:(?<=/)>|>.*?(?:</(?P=unseen)\s*>|\Z))
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_TAG = re.compile(r"<(?:[a-z/][^\s/<>]*(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+(?:>|\Z)|[!?/][^<>]*>)", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_TABLE_BEGINS = re.compile(r"<table\b", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh](?=[\s/>])", re.IGNORECASE)
_CELL_ENDS = re.compile(r"</t(?:[dhr]|able|body|head|foot)\b|<(?:tbody|thead|tfoot|caption)\b", re.IGNORECASE)


def raw_count(source: str) -> Count:
    """Tables, rows and cells with text, and all characters outside scripts and comments.

    Of a page with tables in tables only the characters are counted: which of them lay out is for the reader to say.

    >>> raw_count("<p>附件</p><table><tr><td>数量<td>≥5<tr><td>&nbsp;</table><!-- 旧 -->")
    Count(tables=1, rows=1, cells=2, characters=6)
    """
    seen = _UNSEEN.sub("", source)
    size = _size(seen)
    if _nests(seen):
        return Count(characters=size)
    tables = [[_cells(row) for row in _ROW.split(table)] for table in _TABLE_BEGINS.split(seen)[1:]]
    rows = [cells for table in tables for cells in table if cells]
    return Count(sum(map(any, tables)), len(rows), sum(rows), size)


def _size(marked_up: str) -> int:
    text = _TAG.sub(" ", marked_up) if "<" in marked_up else marked_up
    return characters(html.unescape(text) if "&" in text else text)


def _nests(source: str) -> bool:
    """Whether a table stands in another."""
    depth = 0
    for tag in _TABLE.finditer(source):
        depth += -1 if tag[1] else 1
        if depth > 1:
            return True
    return False


def _cells(row: str) -> int:
    found = 0
    for cell in _CELL.split(row)[1:]:
        end = _CELL_ENDS.search(cell)
        found += _size(f"<td{cell[: end.start()] if end else cell}") > 0
    return found
