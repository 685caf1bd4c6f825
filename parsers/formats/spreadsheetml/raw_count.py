"""What SpreadsheetML holds, counted over its tags; the check on the reader that walks its elements."""

import html
import re

from parsers.formats.conservation import Count, characters

_DATA = re.compile(r"<(?:\w+:)?Data\b[^<>]*(?<!/)>")
_END = re.compile(r"</(?:\w+:)?Data\s*>")
_STRING = re.compile(r"Type\s*=\s*[\"']String")
_COMMENT = re.compile(r"<(?:\w+:)?Comment\b.*?</(?:\w+:)?Comment\s*>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)")


def raw_count(content: bytes) -> Count:
    """Cells with data, and the characters of those that are text.

    >>> raw_count(b'<Cell><Data ss:Type="String">a b</Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell>')
    Count(tables=0, rows=0, cells=2, characters=2)
    """
    source = _COMMENT.sub("", _decoded(content))
    cells = found = 0
    for start in _DATA.finditer(source):
        end = _END.search(source, start.end())
        said = html.unescape(_TAG.sub("", source[start.end() : end.start() if end else start.end()]))
        size = characters(said)
        cells += size > 0
        found += size if _STRING.search(start[0]) else 0
    return Count(cells=cells, characters=found)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    stated = _ENCODING.search(content[:200])
    try:
        return content.decode(stated[1].decode() if stated else "utf-8", "replace")
    except LookupError:
        return content.decode("utf-8", "replace")
