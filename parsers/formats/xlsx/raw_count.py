"""What the parts of a workbook hold, counted over their bytes; the check on the reader that walks their trees."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from parsers.formats.conservation import Count, characters

_CELL = re.compile(
    rb"<(?:\w+:)?row\b|<(?:\w+:)?c\b(?P<stated>[^<>]*)>\s*"
    rb"(?:<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?(?P<kind>v|is)\b[^<>]*(?<!/)>(?P<value>[^<]*)"
)
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^<>]*>")
_PHONETIC = re.compile(rb"<(?:\w+:)?rPh\b")
_PHONETIC_END = re.compile(rb"</(?:\w+:)?rPh\s*>")
_TAG = re.compile(rb"<[^<>]*>")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def string_sizes(shared: bytes) -> list[int]:
    """The characters of each shared string.

    >>> string_sizes("<sst><si><t>数 量</t></si><si/><si><r><t>5</t></r><rPh><t>ji</t></rPh></si></sst>".encode())
    [2, 0, 1]
    """
    return [_size(b"".join(_written(item))) for item in _ITEM.split(shared)[1:]]


def _written(item: bytes) -> Iterator[bytes]:
    """A string without its phonetic text, piece by piece."""
    first, *others = _PHONETIC.split(item)
    yield first
    for other in others:
        end = _PHONETIC_END.search(other)
        yield other[end.end() :] if end else b""


def raw_count(sheets: Iterable[bytes], sizes: Sequence[int]) -> Count:
    """Sheets, rows and cells with a value in them, and their characters; a number counts as one, formats lengthen it.

    >>> sheet = b'<row><c r="A1" t="s"><v>0</v></c><c r="B1"/><c r="C1"><v>0.95</v></c></row><row><c r="A2"/></row>'
    >>> raw_count([sheet], [4])
    Count(tables=1, rows=1, cells=2, characters=5)
    """
    tables = rows = cells = found = 0
    for sheet in sheets:
        before, fresh = cells, True
        for token in _CELL.finditer(sheet):
            kind = token["kind"]
            if kind is None:
                fresh = True
                continue
            if kind == b"is":
                inside = sheet[token.start("value") : sheet.find(b"is>", token.end())].rpartition(b"<")[0]
                size = _size(b"".join(_written(inside)))
            else:
                size = _cell_size(token["stated"], token["value"].strip(), sizes)
            if size:
                rows += fresh
                fresh = False
                cells += 1
                found += size
        tables += cells > before
    return Count(tables, rows, cells, found)


def _cell_size(stated: bytes, value: bytes, sizes: Sequence[int]) -> int:
    if b't="s"' in stated or b"t='s'" in stated:
        return sizes[int(value)] if value.isdigit() and int(value) < len(sizes) else min(len(value), 1)
    return min(_size(value), 1)


def _size(marked_up: bytes) -> int:
    text = _TAG.sub(b"", marked_up).decode("utf-8", "replace")
    return characters(_ESCAPED.sub("", html.unescape(text)))
