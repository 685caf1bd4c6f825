"""A quick walk over the bytes of a plain body: what the tree would give, several times as fast, or nothing.

It knows the names that change no words, and hands everything else to the tree: any other name, a prefix of another
kind, a table in a cell, a tag out of place. Neither attributes nor texts hold a "<", so that each one begins a tag.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar
from xml.sax.saxutils import unescape

from parsers.formats.docx.names import MAIN, integer
from parsers.formats.docx.styles import Styles
from parsers.formats.flow import Flow, Paragraph, lined
from parsers.formats.merging import Row, Stated, agree, placed

# Names that dress words, paragraphs and cells, or only stand around runs.
_DRESS = """
    r rPr rFonts b bCs i iCs color sz szCs lang u highlight kern w position spacing strike dstrike caps
    smallCaps outline shadow emboss imprint noProof snapToGrid effect fitText em bdr shd rtl cs eastAsianLayout
    rStyle webHidden hyperlink smartTag ins pPr keepNext keepLines pageBreakBefore widowControl
    suppressLineNumbers ind contextualSpacing jc textAlignment pBdr between bar tabs overflowPunct topLinePunct
    autoSpaceDE autoSpaceDN adjustRightInd wordWrap kinsoku suppressAutoHyphens bidi mirrorIndents textDirection
    divId sectPr headerReference footerReference pgSz pgMar cols col docGrid pgNumType type formProt titlePg
    vAlign lnNumType pgBorders footnotePr endnotePr pos numFmt numStart numRestart noEndnote paperSrc rtlGutter
    tblPr tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblpPr tblOverlap tblCellSpacing
    tblStyleRowBandSize tblStyleColBandSize tblPrEx tblGrid trPr trHeight cantSplit tblHeader cnfStyle wBefore
    wAfter tcPr tcBorders top left bottom right insideH insideV start end tl2br tr2bl tcMar noWrap tcFitText
    hideMark bookmarkEnd proofErr lastRenderedPageBreak softHyphen permStart permEnd
"""
_TOLD = """
    document body p t tbl tr tc gridCol gridSpan vMerge tcW gridBefore gridAfter bookmarkStart pStyle outlineLvl
    tab br cr noBreakHyphen
"""
_KNOWN = frozenset(f"w:{name}".encode() for name in (_DRESS + _TOLD).split())
_NAMES = re.compile(rb"<([^/ >\r\n\t]+)")
_TOKENS = re.compile(
    rb"<(?:/w:(tc|p|tr|tbl)|w:(t|gridSpan|vMerge|tr|tbl|pStyle|bookmarkStart|outlineLvl|br|tab|gridBefore|gridAfter"
    rb"|gridCol|cr|noBreakHyphen))(?=[ />\r\n\t])([^>]*)>([^<]*)"
)
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CLOSED = tuple(
    (f"<w:{name}>".encode(), f"<w:{name} ".encode(), f"</w:{name}>".encode()) for name in ("tbl", "tr", "tc")
)
_UTF_8 = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml\s+version=["']1\.0["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["']\w+["'])?\s*\?>)?""",
    re.IGNORECASE,
)
_ROOT = re.compile(
    rb"""<w:document(?=\s)[^<>]*?\sxmlns:w\s*=\s*["']""" + re.escape(MAIN.encode()) + rb"""["'][^<>]*>"""
)
_BREAKS = {b"br": "\n", b"cr": "\n", b"noBreakHyphen": "-"}
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_CONTROLS = bytes({*range(32)} - {9, 10, 13})
_SHALLOW = 32
"""The depth that a body of these names keeps within."""


class Unusual(Exception):  # noqa: N818 - no error: the tree takes over
    """Something that only the tree can tell."""


def plain(part: bytes, depth: int) -> bool:
    """Whether a part may be walked over as bytes."""
    start, root = _UTF_8.match(part), _ROOT.search(part, 0, 8192)
    return (
        depth >= _SHALLOW
        and start is not None
        and root is not None
        and part.count(b"xmlns:w=") == part.count(b"<w:body") == part.count(b"</w:document>") == 1
        and part.count(b"<?") == part.count(b"<?", 0, start.end())
        and b"<!" not in part
        and b"&#" not in part
        and len(part.translate(None, _CONTROLS)) == len(part)
        and all(part.count(bare) + part.count(more) == part.count(end) for bare, more, end in _CLOSED)
        and _KNOWN.issuperset(_NAMES.findall(part, root.start()))
    )


@dataclass(slots=True)
class Scan:
    """The state of a walk: the paragraph, the cell, the row and the table it is in, and what it has found."""

    styles: Styles
    marks: Callable[[str], bool]
    found: list[Flow] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    style: str | None = None
    outline: str | None = None
    marked: bool = False
    rows: list[Row] | None = None
    cell: Stated = field(default_factory=lambda: Stated(""))
    lines: list[str] = field(default_factory=list)
    grid: int = 0

    def walk(self, part: bytes) -> list[Flow]:
        """The paragraphs and tables of a plain body; raises `Unusual` where only the tree can tell."""
        pieces = self.pieces
        try:
            for closed, name, attributes, text in _TOKENS.findall(part):
                if name == b"t":
                    simple = not attributes and text == text.strip() and b"&" not in text and b"\n" not in text
                    pieces.append(text.decode() if simple else _shown(attributes, text))
                elif closed:
                    self._closes[closed](self)
                elif name in _BREAKS:
                    pieces.append(_BREAKS[name])
                else:
                    self._opens[name](self, attributes)
        except UnicodeDecodeError as error:
            raise Unusual from error
        if pieces or self.lines or self.rows is not None:
            raise Unusual
        return self.found

    def _close_paragraph(self) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        if self.style is not None and self.styles.of(self.style).list is not None:
            raise Unusual
        if self.rows is None:
            boundary = self.marked or self.styles.is_heading(self.style, self.outline)
            self.found.append(Paragraph(text, boundary))
            self.marked = False
        elif text := lined(text):
            self.lines.append(text)
        self.style = self.outline = None

    def _open_table(self, _attributes: bytes) -> None:
        if self.rows is not None or self.pieces:
            raise Unusual
        if self.marked:
            self.found.append(Paragraph("", boundary=True))
            self.marked = False
        self.rows, self.grid = [], 0

    def _close_table(self) -> None:
        rows = self.rows
        # Where rows count different columns the widths of cells tell, and those are left to the tree.
        if rows is None or self.lines or not agree(rows):
            raise Unusual
        self.found.append(placed(rows, self.grid))
        self.rows = None

    def _open_row(self, _attributes: bytes) -> None:
        if self.rows is None:
            raise Unusual
        self.rows.append(Row([]))

    def _close_row(self) -> None:
        if self.lines:
            raise Unusual

    def _close_cell(self) -> None:
        if not self.rows or self.pieces:
            raise Unusual
        self.cell.text = "\n".join(self.lines)
        self.rows[-1].cells.append(self.cell)
        self.cell, self.lines = Stated(""), []

    def _span(self, attributes: bytes) -> None:
        self.cell.columns = max(1, integer(_value(attributes), 1))

    def _merge(self, attributes: bytes) -> None:
        self.cell.starts = _value(attributes) == "restart"
        self.cell.continues = not self.cell.starts

    def _before(self, attributes: bytes) -> None:
        self._last_row().before = integer(_value(attributes), 0)

    def _after(self, attributes: bytes) -> None:
        self._last_row().after = integer(_value(attributes), 0)

    def _last_row(self) -> Row:
        if not self.rows:
            raise Unusual
        return self.rows[-1]

    def _column(self, _attributes: bytes) -> None:
        self.grid += 1

    def _tab(self, attributes: bytes) -> None:
        # With attributes it is the definition of a stop.
        if attributes.strip(b" /") == b"":
            self.pieces.append("\t")

    def _styled(self, attributes: bytes) -> None:
        self.style = _value(attributes)

    def _outlined(self, attributes: bytes) -> None:
        self.outline = _value(attributes)

    def _bookmark(self, attributes: bytes) -> None:
        if self.rows is None and self.marks(_value(attributes, b"w:name") or ""):
            self.marked = True

    _opens: ClassVar[dict[bytes, Callable[["Scan", bytes], None]]] = {
        b"tbl": _open_table, b"tr": _open_row, b"gridSpan": _span, b"vMerge": _merge, b"gridBefore": _before,
        b"gridAfter": _after, b"gridCol": _column, b"tab": _tab, b"pStyle": _styled, b"outlineLvl": _outlined,
        b"bookmarkStart": _bookmark,
    }  # fmt: skip
    _closes: ClassVar[dict[bytes, Callable[["Scan"], None]]] = {
        b"p": _close_paragraph, b"tbl": _close_table, b"tr": _close_row, b"tc": _close_cell,
    }  # fmt: skip


def _shown(attributes: bytes, text: bytes) -> str:
    """A text with its entities as characters, and its blanks as they count."""
    shown = text.decode().replace("\r\n", "\n").replace("\r", "\n")
    shown = shown if b"preserve" in attributes else shown.strip(" \t\n")
    return unescape(shown.replace("\n", " "), _QUOTES)


@lru_cache(maxsize=4096)
def _value(attributes: bytes, name: bytes = b"w:val") -> str | None:
    for key, double, single in _ATTRIBUTE.findall(attributes):
        if key == name:
            if b"&" in (double or single):
                raise Unusual
            value: str = (double or single).decode()
            return value
    return None
