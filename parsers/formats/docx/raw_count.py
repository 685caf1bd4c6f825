"""What the body of a Word document holds, counted over its bytes; the check on the readers that walk it.

Never more than a person sees: what tracked changes, merges and hiding take away is taken out first, and of a table with
others inside only that there is one. Texts are never put together: bytes are cut at the ends of cells and counted.
"""

import html
import re
from collections.abc import Iterator

from parsers.formats.conservation import Count

_TEXT = re.compile(rb"<w:t(?: [^<>]*)?>([^<]+)")
_SHOWS = re.compile(rb"<w:t(?: [^<>]*)?>\s*[^\s<]")
_INSTEAD = re.compile(
    rb"<w:(del|moveFrom|rt)(?: [^<>]*)?(?<!/)>.*?</w:\1>|<mc:Fallback>.*?</mc:Fallback>"
    rb"|<w:r(?: [^<>]*)?>(?:(?!</w:r>).)*?<w:vanish ?/>(?:(?!</w:r>).)*</w:r>",
    re.DOTALL,
)
_TAKES_AWAY = (b"<w:del ", b"<w:moveFrom ", b"<w:rt>", b"<mc:Fallback>", b"<w:vanish")
_CODES = b"<w:fldChar "
_CONTINUES = re.compile(rb"<w:[vh]Merge ?(?:w:val=\"continue\" ?)?/>")
_TABLE = re.compile(rb"<w:tbl>|</w:tbl>")
_ENTITY = re.compile(rb"&[^&;<>]{1,12};")
# Blanks beyond ASCII, and marks of no width.
_INVISIBLE = tuple(
    character.encode() for character in map(chr, range(128, 1 << 16)) if character.isspace()
) + tuple(character.encode() for character in "\u200b\u2060\ufeff\ufffe")  # fmt: skip
_BLANKS = b" \t\r\n\v\f\x1c\x1d\x1e\x1f"


def raw_count(part: bytes) -> Count:
    """Tables, rows and cells that show text, and characters.

    >>> body = '<w:tbl><w:tr><w:tc><w:t>甲 </w:t></w:tc><w:tc><w:t> </w:t></w:tc></w:tr></w:tbl><w:t>乙丙</w:t>'
    >>> raw_count(body.encode())
    Count(tables=1, rows=1, cells=1, characters=3)
    """
    if any(mark in part for mark in _TAKES_AWAY):
        part = _INSTEAD.sub(b"", part)
    if b"&" in part:
        part = _ENTITY.sub(_one_character, part)
    for blank in _INVISIBLE:
        part = part.replace(blank, b"")
    tables = rows = cells = unseen = 0
    for table in _outermost(part):
        found = inside = 0
        for row in table.split(b"</w:tr>")[:-1]:
            shown = 0
            for cell in row.split(b"</w:tc>")[:-1]:
                if b"Merge" in cell and _CONTINUES.search(cell):
                    unseen += _shown(cell)
                elif _SHOWS.search(cell):
                    shown += 1
            inside += shown
            found += shown > 0
        nested = table.count(b"<w:tbl>") > 1
        tables += found > 0
        rows += found > 0 if nested else found
        cells += inside > 0 if nested else inside
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


def _one_character(entity: re.Match[bytes]) -> bytes:
    """What counts as much as an entity: a letter, or nothing for a blank."""
    text = html.unescape(entity[0].decode("utf-8", "replace"))
    return b"x" if text.strip("\u200b\u2060\ufeff\ufffe").strip() else b""


def _shown(part: bytes) -> int:
    """How many characters stand in the texts; each has one byte that does not go on with another's."""
    text = b"".join(_TEXT.findall(part)).translate(None, _BLANKS)
    return len(text.decode("utf-8", "replace"))
