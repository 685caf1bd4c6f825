"""What the body of a Word document holds, counted over its bytes; the check on the readers that walk it.

Never more than a person sees: what tracked changes, merges and hiding take away is taken out first, and of a table with
others inside only that there is one.
"""

import html
import re
from collections.abc import Iterator

from parsers.formats.conservation import Count

_TEXT = re.compile(rb"<w:t(?: [^<>]*)?>([^<]+)")
_INSTEAD = re.compile(
    rb"<w:(del|moveFrom|rt)(?: [^<>]*)?(?<!/)>.*?</w:\1>|<mc:Fallback>.*?</mc:Fallback>"
    rb"|<w:r(?: [^<>]*)?>(?:(?!</w:r>).)*?<w:vanish ?/>(?:(?!</w:r>).)*</w:r>",
    re.DOTALL,
)
_TAKES_AWAY = (b"<w:del ", b"<w:moveFrom ", b"<w:rt>", b"<mc:Fallback>", b"<w:vanish")
_CODES = b"<w:fldChar "
_CONTINUES = re.compile(rb"<w:[vh]Merge ?(?:w:val=\"continue\" ?)?/>")
_TABLE = re.compile(rb"<w:tbl>|</w:tbl>")
_INVISIBLE = re.compile(r"[\s\u200b\u2060\ufeff\ufffe]+")


def raw_count(part: bytes) -> Count:
    """Tables, rows and cells that show text, and characters.

    >>> body = '<w:tbl><w:tr><w:tc><w:t>甲 </w:t></w:tc><w:tc><w:t> </w:t></w:tc></w:tr></w:tbl><w:t>乙丙</w:t>'
    >>> raw_count(body.encode())
    Count(tables=1, rows=1, cells=1, characters=3)
    """
    if any(mark in part for mark in _TAKES_AWAY):
        part = _INSTEAD.sub(b"", part)
    tables = rows = cells = unseen = 0
    for table in _outermost(part):
        shown = [_cells(row) for row in table.split(b"</w:tr>")[:-1]]
        found = sum(map(any, shown))
        nested = table.count(b"<w:tbl>") > 1
        tables += bool(found)
        rows += bool(found) if nested else found
        cells += bool(found) if nested else sum(map(sum, shown))
        unseen += sum(_shown(cell) for cell in table.split(b"</w:tc>") if _CONTINUES.search(cell))
    # The text of a field stands beside its code; which is which takes a walk.
    characters = 0 if _CODES in part else _shown(part) - unseen
    return Count(tables, rows, cells, characters)


def _outermost(part: bytes) -> Iterator[bytes]:
    depth = start = 0
    for mark in _TABLE.finditer(part):
        if mark[0] == b"<w:tbl>":
            start = start if depth else mark.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield part[start : mark.end()]


def _cells(row: bytes) -> list[bool]:
    """Whether each cell of a row shows anything; one that continues a merge does not."""
    return [bool(_shown(cell)) and not _CONTINUES.search(cell) for cell in row.split(b"</w:tc>")[:-1]]


def _shown(part: bytes) -> int:
    text = b"".join(_TEXT.findall(part)).decode("utf-8", "replace")
    return len(_INVISIBLE.sub("", html.unescape(text) if "&" in text else text))
