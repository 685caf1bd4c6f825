"""A cell of an OpenDocument table → the text it shows."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml.etree import _Element

from parsers.formats.number_formats import number_format
from parsers.formats.sheets import shown

_UNSEEN = frozenset(["annotation", "ruby-text", "note", "shapes", "frame", "custom-shape", "table", "tracked-changes"])
_MOST_SPACES = 1000


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: _Element, name: str) -> str | None:
    """An attribute by its name without a namespace.

    >>> from lxml import etree
    >>> attribute(etree.fromstring('<c xmlns:t="urn:t" t:name="目标"/>'), "name")
    '目标'
    """
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def count(element: _Element, name: str) -> int:
    """A number an attribute gives; 1 where it gives none."""
    stated = attribute(element, name) or ""
    return max(int(stated[:9]), 1) if stated.isdecimal() else 1


def text(cell: _Element) -> str:
    """What a cell shows: its paragraphs, or its value where a program left them out."""
    paragraphs = ["".join(_pieces(part)) for part in cell if local(part) == "p"]
    return shown("\n".join(paragraphs)) if paragraphs else _value(cell)


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        name = local(part)
        if name == "s":
            yield " " * min(count(part, "c"), _MOST_SPACES)
        elif name in {"tab", "line-break"}:
            yield "\t" if name == "tab" else "\n"
        elif name not in _UNSEEN:
            yield from _pieces(part)
        yield part.tail or ""


def _value(cell: _Element) -> str:
    kind = attribute(cell, "value-type")
    stated = attribute(cell, {"date": "date-value", "time": "time-value"}.get(kind or "", "value"))
    if kind == "string":
        return shown(attribute(cell, "string-value") or "")
    if kind == "boolean":
        return (attribute(cell, "boolean-value") or "").upper()
    if stated is None or kind is None:
        return ""
    try:
        number = Decimal(stated)
    except InvalidOperation:
        return stated
    if not number.is_finite():
        return stated
    return number_format("0.00%" if kind == "percentage" else "General").number(number)
