"""What the text of a Word 97-2003 file holds, counted by its marks alone; the check on what gathers tables."""

import re

from parsers.formats.conservation import Count

_CODE = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15")
_UNSEEN = re.compile("[\\s\x00-\x1f\u200b\u2060\ufeff\ufffe]+")


def raw_count(text: str) -> Count:
    r"""Cells whose last line shows something, and characters outside the codes of fields; marks tell no rows.

    >>> raw_count("表\r甲\x07 \x07\x07\x13 PAGE \x1412\x15\r")
    Count(tables=1, rows=1, cells=1, characters=4)
    """
    while _CODE.search(text):
        text = _CODE.sub("", text)
    cells = sum(bool(_UNSEEN.sub("", cell.rpartition("\r")[2])) for cell in text.split("\x07")[:-1])
    return Count(int(cells > 0), int(cells > 0), cells, len(_UNSEEN.sub("", text)))
