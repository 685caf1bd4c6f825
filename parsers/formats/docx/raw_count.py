"""What the body of a Word document holds, counted over its bytes; the check on the readers that walk it.

Never more than a person sees: what tracked changes, merges and hiding take away is taken out first, and of a table with
others inside only that there is one.
"""

import html
import re
from collections.abc import Iterator

from parsers.formats.conservation import Count

_TEXT = re.compile(rb">([^<]+)</w:t>")
_INSTEAD = re.compile(
    rb"<w:(del|moveFrom|rt)(?: [^<>]*)?(?<!/)>.*?</w:\1>|<mc:Fallback>.*?</mc:Fallback>"
    rb"|<w:r(?: [^<>]*)?>(?:(?!</w:r>).)*?<w:vanish ?/>(?:(?!</w:r>).)*</w:r>",
    re.DOTALL,
)
_TAKES_AWAY = (b"<w:del ", b"<w:moveFrom ", b"<w:rt>", b"<mc:Fallback>", b"<w:vanish")
_CODES = b"<w:fldChar "
_CONTINUES = re.compile(rb"<w:[vh]Merge ?(?:w:val=\"continue\" ?)?/>")
_TABLE = re.compile(rb"<w:tbl>|</w:tbl>")
_ENTITY = re.compile(rb"&#[0-9A-Za-z]{1,9};")
_UNSEEN = "\u200b\u2060\ufeff\ufffe"
_BLANKS = "".join(map(chr, (*range(33), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F)))
_OF_BLANKS = bytes(set((">" + _BLANKS + "\u205f\u3000" + _UNSEEN).encode()))
"""The bytes of which blanks consist, and the end of a tag; a text with any other byte shows something."""


def raw_count(part: bytes) -> Count:
    """Tables, rows and cells that show text, and characters.

    >>> body = '<w:tbl><w:tr><w:tc><w:t>甲 </w:t></w:tc><w:tc><w:t> </w:t></w:tc></w:tr></w:tbl><w:t>乙丙</w:t>'
    >>> raw_count(body.encode())
    Count(tables=1, rows=1, cells=1, characters=3)
    """
    if any(mark in part for mark in _TAKES_AWAY):
        part = _INSTEAD.sub(b"", part)
    if b"&#" in part:
        part = _ENTITY.sub(_one_character, part)
    tables = rows = cells = unseen = 0
    for table in _outermost(part):
        filled = []
        for row in table.split(b"</w:tr>")[:-1]:
            shown = 0
            for cell in row.split(b"</w:tc>")[:-1]:
                upto, ends, _ = cell.rpartition(b"</w:t>")
                if not ends or not (upto[upto.rfind(b">") :].strip(_OF_BLANKS) or _characters(cell)):
                    continue
                if b"Merge" in cell and _CONTINUES.search(cell):
                    unseen += _characters(cell)
                else:
                    shown += 1
            if shown:
                filled.append(shown)
        nests = table.count(b"<w:tbl>") > 1
        tables += bool(filled)
        rows += bool(filled) if nests else len(filled)
        cells += bool(filled) if nests else sum(filled)
    # The text of a field stands beside its code; which is which takes a walk.
    return Count(tables, rows, cells, 0 if _CODES in part else _characters(part) - unseen)


def _outermost(part: bytes) -> Iterator[bytes]:
    tables = part.split(b"<w:tbl>")[1:]
    if all(table.count(b"</w:tbl>") == 1 for table in tables):
        yield from (table.partition(b"</w:tbl>")[0] for table in tables)
        return
    depth = start = 0
    for mark in _TABLE.finditer(part):
        if mark[0] == b"<w:tbl>":
            start = start if depth else mark.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield part[start : mark.end()]


def _one_character(reference: re.Match[bytes]) -> bytes:
    """What counts as much as a reference to a character: a letter, or nothing for a blank."""
    return b"x" if _length(html.unescape(reference[0].decode())) else b""


def _characters(part: bytes) -> int:
    """How many characters stand in the texts."""
    text = b"".join(_TEXT.findall(part)).decode("utf-8", "replace")
    return _length(html.unescape(text) if "&" in text else text)


def _length(text: str) -> int:
    return sum(map(len, text.split())) - sum(map(text.count, _UNSEEN))
