"""The names of WordprocessingML, transitional; the strict ones are made transitional before a part is parsed."""

import re

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")
_STRICT = b"http://purl.oclc.org/ooxml/"
# The longest first: what stands behind a namespace is another one's beginning.
_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def eight_bits(part: bytes) -> bytes:
    """A part of two bytes a character in UTF-8, without its declaration; any other as it is.

    >>> eight_bits('<?xml version="1.0" encoding="UTF-16"?><甲/>'.encode("utf-16")).decode()
    '<甲/>'
    """
    if part[:2] not in _WIDE:
        return part
    return _DECLARATION.sub("", part.decode("utf-16", "replace"), count=1).encode("utf-8", "replace")


def transitional(part: bytes) -> bytes:
    """A part in the transitional namespaces.

    >>> transitional(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    """
    if _STRICT not in part[:8192]:
        return part
    for strict, plain in _NAMESPACES:
        part = part.replace(strict, plain)
    return part


def word(name: str) -> str:
    """A name of the main namespace as lxml writes it.

    >>> word("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{MAIN}}}{name}"


def math(name: str) -> str:
    """A name of the namespace of formulas."""
    return _M + name


DOCUMENT, BODY, P, R, T, TBL, TR, TC = map(word, ("document", "body", "p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, TCPR, TRPR, TBLGRID, GRIDCOL = map(word, ("pPr", "rPr", "tcPr", "trPr", "tblGrid", "gridCol"))
TAB, PTAB, BR, CR, HYPHEN = map(word, ("tab", "ptab", "br", "cr", "noBreakHyphen"))
SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG = map(word, ("sdt", "sdtContent", "customXml", "smartTag"))
INS, DEL, MOVE_FROM, MOVE_TO = map(word, ("ins", "del", "moveFrom", "moveTo"))
HYPERLINK, SIMPLE_FIELD, FIELD, FORM_DATA = map(word, ("hyperlink", "fldSimple", "fldChar", "ffData"))
SYM, RUBY, RUBY_BASE, BOX = map(word, ("sym", "ruby", "rubyBase", "txbxContent"))
VANISH, SPEC_VANISH, RAISED, FONTS, RSTYLE = map(word, ("vanish", "specVanish", "vertAlign", "rFonts", "rStyle"))
PSTYLE, OUTLINE, NUMBERED, LEVEL, LIST = map(word, ("pStyle", "outlineLvl", "numPr", "ilvl", "numId"))
BOOKMARK = word("bookmarkStart")
VAL, NAME, TYPE, FONT, CHAR, WIDTH = map(word, ("val", "name", "type", "font", "char", "w"))
ASCII, HIGH = word("ascii"), word("hAnsi")
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
FORMULA, FORMULAS = math("oMath"), math("oMathPara")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def on(value: str | None) -> bool:
    """What a switch says; one that is there without a value is on.

    >>> on(None), on("1"), on("false"), on("0")
    (True, True, False, False)
    """
    return value not in {"0", "false", "off"}


def integer(text: str | None, default: int) -> int:
    """A number as attributes hold it; the default for any other text, and for one longer than any number of theirs.

    >>> integer("3", 1), integer("-3", 1), integer(None, 1)
    (3, 1, 1)
    """
    return int(text) if text and text.isdecimal() and len(text) <= 12 else default
