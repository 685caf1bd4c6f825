"""The data of a SpreadsheetML cell → the text it shows."""

from lxml.etree import _Element

from parsers.formats.number_formats import NumberFormat
from parsers.formats.ods.cells import attribute, local
from parsers.formats.sheets import shown
from parsers.formats.xlsx.values import as_number, serial, text_shown

_NAMED = {
    "": "General",
    "general": "General",
    "general number": "General",
    "percent": "0.00%",
    "standard": "#,##0.00",
    "fixed": "0.00",
    "currency": "¥#,##0.00",
    "euro currency": "€#,##0.00",
    "scientific": "0.00E+00",
    "general date": "yyyy/m/d h:mm",
    "short date": "yyyy/m/d",
    "medium date": "d-mmm-yy",
    "long date": 'yyyy"年"m"月"d"日"',
    "short time": "h:mm",
    "medium time": "h:mm AM/PM",
    "long time": "h:mm:ss",
}
"""Number formats that Excel 2003 wrote by a name, as a Chinese Excel shows them."""
_DAY = "yyyy/m/d"


def format_code(stated: str) -> str:
    """The code of a number format, also of one that is named.

    >>> format_code("Percent"), format_code("0.0"), format_code("")
    ('0.00%', '0.0', 'General')
    """
    return _NAMED.get(stated.lower(), stated)


def text(data: _Element, style: NumberFormat, *, since_1904: bool) -> str:
    """What a person sees of a cell's data."""
    kind = attribute(data, "Type")
    stated = "".join(_pieces(data))
    if kind == "Boolean":
        return {"1": "TRUE", "0": "FALSE"}.get(stated.strip(), stated.strip())
    if kind in {"Number", "DateTime"}:
        number = as_number(stated) if kind == "Number" else serial(stated.strip(), since_1904=since_1904)
        if number is None:
            return stated.strip()
        dressed = NumberFormat(_DAY) if kind == "DateTime" and style.plain else style
        return dressed.number(number, since_1904=since_1904).strip()
    return text_shown(shown(stated), style)


def _pieces(element: _Element) -> list[str]:
    """The text of an element and of the fonts in it."""
    pieces = [element.text or ""]
    for part in element:
        if local(part) == "br":
            pieces.append("\n")
        pieces += _pieces(part)
        pieces.append(part.tail or "")
    return pieces
