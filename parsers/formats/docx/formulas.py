"""A formula of Word in one line, as people type it: (实际完成数/计划数)×100%, x²."""

from collections.abc import Callable

from lxml import etree

from parsers.formats.docx.names import math
from parsers.formats.markup import raised


def linear(formula: etree._Element) -> str:
    """A formula's text in reading order; fractions with a slash, powers raised."""
    return "".join(map(_piece, formula.iterchildren()))


def _piece(element: etree._Element) -> str:
    shape = _SHAPES.get(element.tag)
    if shape is not None:
        return shape(element)
    return "" if element.tag.endswith("Pr") else linear(element)


def _text(element: etree._Element) -> str:
    return element.text or ""


def _fraction(element: etree._Element) -> str:
    return _grouped(element, "num") + "/" + _grouped(element, "den")


def _power(element: etree._Element) -> str:
    return _part(element, "e") + raised(_part(element, "sup"))


def _index(element: etree._Element) -> str:
    return _part(element, "e") + raised(_part(element, "sub"), down=True)


def _root(element: etree._Element) -> str:
    return raised(_part(element, "deg")) + "√" + _grouped(element, "e")


def _bracketed(element: etree._Element) -> str:
    inside = "，".join(map(linear, element.iterchildren(math("e"))))
    return _sign(element, "begChr", "(") + inside + _sign(element, "endChr", ")")


def _operator(element: etree._Element) -> str:
    return _sign(element, "chr", "∫") + "".join(_part(element, name) for name in ("sub", "sup", "e"))


_SHAPES: dict[str, Callable[[etree._Element], str]] = {
    math("t"): _text,
    math("f"): _fraction,
    math("sSup"): _power,
    math("sSub"): _index,
    math("rad"): _root,
    math("d"): _bracketed,
    math("nary"): _operator,
}


def _part(element: etree._Element, name: str) -> str:
    part = element.find(math(name))
    return linear(part) if part is not None else ""


def _grouped(element: etree._Element, name: str) -> str:
    """A part in brackets where it is more than a word."""
    part = _part(element, name)
    return part if part.isalnum() else f"({part})"


def _sign(element: etree._Element, name: str, default: str) -> str:
    stated = element.find(f"{element.tag}Pr/{math(name)}")
    return default if stated is None else stated.get(math("val")) or ""
