"""The fonts of cells and runs, as far as they change what is read: symbol fonts, and text that is struck through."""

from typing import NamedTuple

from lxml.etree import _Element

from parsers.formats.symbols import is_symbol_font, signed
from parsers.formats.xlsx.names import local

_SYMBOLS = (b"symbol", b"wingdings", b"webdings")
_FALSE = frozenset(["0", "false", "off"])


class Font(NamedTuple):
    """What a font does to a text: `symbols` names a symbol font, whose letters are signs."""

    symbols: str | None = None
    struck: bool = False

    def shown(self, text: str) -> str:
        """The text as the font shows it.

        >>> Font("Symbol").shown("³95%"), Font().shown("³95%")
        ('≥95%', '³95%')
        """
        return signed(self.symbols, text) if self.symbols else text


def may_sign(part: bytes) -> bool:
    """Whether a part may name a symbol font.

    >>> may_sign(b'<rFont val="Wingdings 2"/>'), may_sign(b'<rFont val="Arial"/>')
    (True, False)
    """
    folded = part.lower()
    return any(name in folded for name in _SYMBOLS)


def font(stated: _Element | None) -> Font:
    """The font that an element states by its name and its strike, that of a style or of a run."""
    symbols, struck = None, False
    for part in () if stated is None else stated:
        name = local(part)
        if name in {"name", "rFont"}:
            symbols = part.get("val") if is_symbol_font(part.get("val")) else None
        elif name == "strike":
            struck = part.get("val") not in _FALSE
    return Font(symbols, struck)


def fonts(styles: _Element | None) -> dict[str, Font]:
    """The fonts that change what is read, by the number of the style that has them, as cells name it."""
    groups = {local(group): group for group in styles} if styles is not None else {}
    stated = [font(part) for part in groups.get("fonts", ())]
    if not any(any(each) for each in stated):
        return {}
    found: dict[str, Font] = {}
    for number, part in enumerate(groups.get("cellXfs", ())):
        named = part.get("fontId") or ""
        index = int(named) if named.isdecimal() and len(named) < 10 else len(stated)
        if index < len(stated) and any(stated[index]):
            found[str(number)] = stated[index]
    return found
