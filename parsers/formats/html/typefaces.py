"""Elements set in a symbol font, whose letters are signs: Word writes an inserted ≥ so when it saves a page."""

import re
from functools import lru_cache

from lxml.etree import _Element

_NAMES = r"(?P<name>symbol|wingdings 2|wingdings|webdings)(?![\w-])"
_STYLED = re.compile(rf"(?:^|[;\s])(?:mso-symbol-)?font(?:-family)?\s*:(?:[^;]*?\s)?[\"']?{_NAMES}", re.IGNORECASE)
_FACE = re.compile(rf"\s*[\"']?{_NAMES}", re.IGNORECASE)
MAY_BE = ("symbol", "wingdings", "webdings")
"""What attributes hold, in small letters, where they may ask for such a font."""


def symbol_font(element: _Element) -> str | None:
    """The symbol font that an element asks for by itself; None for any other.

    >>> from lxml.html import fragment_fromstring as parsed
    >>> pieces = ("<font face=Symbol>³</font>", "<i style='font-family:Wingdings'>þ</i>", "<b style=color:red>甲</b>")
    >>> [symbol_font(parsed(piece)) for piece in pieces]
    ['symbol', 'wingdings', None]
    """
    return _asked(element.get("style") or "", element.get("face") or "")


@lru_cache(maxsize=1024)
def _asked(style: str, face: str) -> str | None:
    found = _STYLED.search(style) or _FACE.match(face)
    return found["name"].lower() if found else None
