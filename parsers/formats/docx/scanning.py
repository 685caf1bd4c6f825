"""A quick walk over the bytes of a plain body: what the tree would give, several times as fast, or nothing.

It knows the names that change no words, and hands everything else to the tree: any other name, a prefix of another
kind, a table in a cell, a tag out of place. Neither attributes nor texts hold a "<", so that each one begins a tag.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import ClassVar, NamedTuple

from parsers.formats.docx.lists import Lists
from parsers.formats.docx.names import integer
from parsers.formats.docx.plain_bytes import attributes_of, root_of, well_formed
from parsers.formats.docx.styles import Style, Styles
from parsers.formats.flow import Flow, Paragraph, lined
from parsers.formats.merging import WIDEST, Row, Stated, agree, placed
from parsers.formats.numerals import labelled

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
    hideMark sdt sdtPr sdtContent alias tag id lock placeholder docPart showingPlcHdr text
    bookmarkEnd proofErr lastRenderedPageBreak softHyphen permStart permEnd
"""
_TOLD = """
    document body p tbl tr tc gridCol gridSpan vMerge tcW gridBefore gridAfter bookmarkStart pStyle outlineLvl
    t tab br cr noBreakHyphen numPr ilvl numId
"""
_KNOWN = frozenset(f"w:{name}".encode() for name in (_DRESS + _TOLD).split())
_NAME = re.compile(rb"/?([^/ >\r\n\t]+)[^>]*>")
# A content control: what it says of itself, then what it holds.
_CONTROL = re.compile(rb"<w:sdt>\s*(?:<w:sdtPr>(?:<(?!/?w:sdtPr>)[^<]*)*</w:sdtPr>\s*|<w:sdtPr/>\s*)?<w:sdtContent>")
_CONTROL_END = re.compile(rb"</w:sdtContent>\s*</w:sdt>")
# Runs deleted in a tracked change, and nothing but runs.
_DELETED = re.compile(
    rb"<w:del [^<>]*[^<>/]>(?:<w:r(?: [^<>]*)?>(?:<w:rPr>(?:<(?!/w:rPr>)[^<]*)*</w:rPr>)?"
    rb"<w:delText(?: [^<>]*)?>[^<]*</w:delText></w:r>)*</w:del>"
)
_TEXT_TAG = (b"w:t>", b"w:t ", b"w:t/")
_TEXTS = (b"w:t", b'w:t xml:space="preserve"')
_BREAKS = {b"w:br": "\n", b"w:cr": "\n", b"w:noBreakHyphen": "-"}
_ENTITIES = {"&gt;": ">", "&lt;": "<", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""In the order in which they are replaced: &amp;lt; is the text &lt;."""
_CONTROLS = bytes({*range(32)} - {9, 10, 13})
_CELL_BEGINS, _CELL_ENDS, _TEXT_ENDS = b"<w:tc>", b"</w:tc>", b"</w:t>"
_TEXT_BEGINS = tuple(b"<" + start for start in _TEXTS)
_NUMBER_PARTS = _LIST, _LEVEL = "numId", "ilvl"
_ANY = b"x"
"""What stands for any text, to see what becomes of the tags around it."""
_SHALLOW = 32
"""The depth that a body of these names keeps within; a deeper one is for the tree, which knows its bound."""


_NUMBERED = re.compile(rb"<w:numPr>(?:<w:(?:ilvl|numId) [^<>]*/>)*</w:numPr>")
"""The number of a paragraph, with nothing in it that was changed."""


class Unusual(Exception):  # noqa: N818 - no error: the tree takes over
    """Something that only the tree can tell."""


_SHORT = 2_048
_Step = tuple[Callable[["Scan", bytes], None], bytes]


class _Steps(NamedTuple):
    """What the tags of a part do, one after the other, with the texts between them, and how deep they lead."""

    each: tuple[_Step | str, ...]
    deeper: int
    deepest: int


def plain(part: bytes, depth: int) -> bytes | None:
    """The body of a part that may be walked over as bytes, what was deleted in it cut out; None for any other."""
    root = root_of(part)
    if (
        depth < _SHALLOW
        or root is None
        or part.count(b"<w:body") != 1
        or not part.rstrip().endswith(b"</w:document>")
        or b"&#" in part
        or len(part.translate(None, _CONTROLS)) != len(part)
    ):
        return None
    body = part[root.start() :]
    if b"<w:del " in body:
        body = _DELETED.sub(b"", body)
    if body.count(b"<w:numPr") != len(_NUMBERED.findall(body)):
        return None
    controls = body.count(b"<w:sdt>")
    if controls and not controls == len(_CONTROL.findall(body)) == len(_CONTROL_END.findall(body)):
        return None
    return body if well_formed(part) else None


@dataclass(slots=True)
class Scan:
    """The state of a walk: the paragraph, the cell, the row and the table it is in, and what it has found.

    `lists` counts the numbered paragraphs; without, a paragraph that has a number is for somebody else.
    """

    styles: Styles
    marks: Callable[[str], bool]
    lists: Lists | None = None
    found: list[Flow] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    style: str | None = None
    outline: str | None = None
    number: dict[str, str | None] = field(default_factory=dict)
    marked: bool = False
    rows: list[Row] | None = None
    cell: Stated = field(default_factory=lambda: Stated(""))
    lines: list[str] = field(default_factory=list)
    grid: int = 0
    in_row: bool = False
    in_cell: bool = False
    depth: int = 0

    def walk(self, body: bytes) -> list[Flow]:
        """The paragraphs and tables of a plain body; raises `Unusual` where only the tree can tell."""
        *cells, rest = body.split(_CELL_ENDS)
        try:
            self._take_cells(cells)
            self._take(rest)
        except UnicodeDecodeError as error:
            raise Unusual from error
        if self.pieces or self.lines or self.rows is not None:
            raise Unusual
        return self.found

    def _take_cells(self, cells: Sequence[bytes]) -> None:
        """Walk over cells and what stands before each.

        Most cells have one text or none, between tags that other cells have too: what such tags make of a text is found
        out once.
        """
        known: dict[tuple[bytes, bytes, int], Stated | None] = {}
        for part in cells:
            outside, begins, inside = part.rpartition(_CELL_BEGINS)
            if outside:
                self._take(outside)
            upto, _, behind = inside.rpartition(_TEXT_ENDS)
            before, _, text = upto.rpartition(b">")
            around = (before, behind, self.depth)
            if around not in known:
                known[around] = self._like(before, behind)
            like = known[around]
            if like is None or not (begins and self.rows and self.in_row) or self.in_cell:
                self._take(begins + inside + _CELL_ENDS)
            elif text:
                shown = text.decode()
                if "&" in shown or not shown.isprintable():
                    shown = lined(_shown(before[before.rfind(b"<") + 1 :] + b">" + text) or "")
                else:
                    shown = shown.strip()
                self.rows[-1].cells.append(Stated(shown, like.columns, 0, like.starts, like.continues))
            else:
                self.rows[-1].cells.append(like)

    def _take(self, part: bytes) -> None:
        """Walk over each tag of a part, whatever stands before its first one."""
        steps = _remembered_steps(part) if len(part) <= _SHORT else _steps(part)
        if self.depth + steps.deepest > _SHALLOW:
            raise Unusual
        self.depth += steps.deeper
        for step in steps.each:
            if isinstance(step, str):
                self.pieces.append(step)
            else:
                step[0](self, step[1])

    def _like(self, before: bytes, behind: bytes) -> Stated | None:
        """An empty cell with these tags around its text, as the walk over tags takes it; None where there is more.

        Nobody changes such a cell, so that it may stand in many places.
        """
        if _TEXT_ENDS in before or (before and not before.endswith(_TEXT_BEGINS)):
            return None
        trial = Scan(self.styles, self.marks, rows=[Row([])], in_row=True, depth=self.depth)
        text = b">" + _ANY + _TEXT_ENDS if before else b""
        try:
            trial._take(_CELL_BEGINS + before + text + behind + _CELL_ENDS)
        except Unusual:
            return None
        cells = trial.rows[0].cells if trial.rows else []
        left = trial.pieces or trial.lines or trial.in_cell or trial.found or trial.depth != self.depth
        whole = len(cells) == 1 and not left
        if not whole or cells[0].text != (_ANY.decode() if before else "") or cells[0].columns > WIDEST:
            return None
        return replace(cells[0], text="")

    def _close_paragraph(self, _tag: bytes) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        if self.number or self.style is not None:
            text = self._numbered(text)
        if self.rows is None:
            boundary = self.marked or self.styles.is_heading(self.style, self.outline)
            self.found.append(Paragraph(text, boundary))
            self.marked = False
        elif text := lined(text):
            self.lines.append(text)
        self.style = self.outline = None

    def _numbered(self, text: str) -> str:
        """The text of a paragraph with the number that Word shows before it."""
        style = self.styles.of(self.style) if len(self.number) < len(_NUMBER_PARTS) else Style()
        key, level = self.number.get(_LIST) or style.list, self.number.get(_LEVEL) or style.level
        self.number.clear()
        if key is None or key == "0":
            return text
        if self.lists is None:
            raise Unusual
        return labelled(self.lists.label(key, level), text.lstrip())

    def _listed(self, tag: bytes) -> None:
        self.number[_LIST] = _value(tag)

    def _levelled(self, tag: bytes) -> None:
        self.number[_LEVEL] = _value(tag)

    def _open_table(self, _tag: bytes) -> None:
        if self.rows is not None or self.pieces:
            raise Unusual
        if self.marked:
            self.found.append(Paragraph("", boundary=True))
            self.marked = False
        self.rows, self.grid = [], 0

    def _close_table(self, _tag: bytes) -> None:
        rows = self.rows
        # Where rows count different columns the widths of cells tell, and those are left to the tree.
        if rows is None or self.lines or self.in_row or not agree(rows):
            raise Unusual
        self.found.append(placed(rows, self.grid))
        self.rows = None

    def _open_row(self, _tag: bytes) -> None:
        if self.rows is None or self.in_row:
            raise Unusual
        self.rows.append(Row([]))
        self.in_row = True

    def _close_row(self, _tag: bytes) -> None:
        if not self.in_row or self.in_cell or self.lines:
            raise Unusual
        self.in_row = False

    def _open_cell(self, _tag: bytes) -> None:
        if not self.in_row or self.in_cell:
            raise Unusual
        self.in_cell = True

    def _close_cell(self, _tag: bytes) -> None:
        if not self.rows or not self.in_cell or self.pieces:
            raise Unusual
        self.cell.text = "\n".join(self.lines)
        self.rows[-1].cells.append(self.cell)
        self.cell, self.lines, self.in_cell = Stated(""), [], False

    def _span(self, tag: bytes) -> None:
        self.cell.columns = max(1, integer(_value(tag), 1))

    def _merge(self, tag: bytes) -> None:
        self.cell.starts = _value(tag) == "restart"
        self.cell.continues = not self.cell.starts

    def _before(self, tag: bytes) -> None:
        self._last_row().before = integer(_value(tag), 0)

    def _after(self, tag: bytes) -> None:
        self._last_row().after = integer(_value(tag), 0)

    def _last_row(self) -> Row:
        if not self.rows:
            raise Unusual
        return self.rows[-1]

    def _column(self, _tag: bytes) -> None:
        self.grid += 1

    def _styled(self, tag: bytes) -> None:
        self.style = _value(tag)

    def _outlined(self, tag: bytes) -> None:
        self.outline = _value(tag)

    def _bookmark(self, tag: bytes) -> None:
        if self.rows is None and self.marks(_value(tag, b"w:name") or ""):
            self.marked = True

    OPENS: ClassVar[Mapping[bytes, Callable[["Scan", bytes], None]]] = {
        b"w:tbl": _open_table, b"w:tr": _open_row, b"w:tc": _open_cell, b"w:gridSpan": _span,
        b"w:vMerge": _merge, b"w:gridBefore": _before, b"w:gridAfter": _after, b"w:gridCol": _column,
        b"w:pStyle": _styled, b"w:outlineLvl": _outlined, b"w:bookmarkStart": _bookmark,
        b"w:numId": _listed, b"w:ilvl": _levelled,
    }  # fmt: skip
    CLOSES: ClassVar[Mapping[bytes, Callable[["Scan", bytes], None]]] = {
        b"w:p": _close_paragraph, b"w:tbl": _close_table, b"w:tr": _close_row, b"w:tc": _close_cell,
    }  # fmt: skip


def _steps(part: bytes) -> _Steps:
    """What the tags of a part do, with the texts between them."""
    each: list[_Step | str] = []
    depth = deepest = 0
    for tag in part.split(b"<")[1:]:
        if step := _shown(tag) if tag.startswith(_TEXT_TAG) else _step(tag):
            each.append(step)
        if tag.startswith(b"/"):
            depth -= 1
        elif not tag.startswith(b"/", tag.find(b">") - 1):
            depth += 1
            deepest = max(deepest, depth)
    return _Steps(tuple(each), depth, deepest)


_remembered_steps = lru_cache(maxsize=2048)(_steps)
"""Between most rows of a table stand the same tags."""


@lru_cache(maxsize=4096)
def _step(tag: bytes) -> _Step | str | None:
    """What a tag, with the text behind it, does: a step of the walk, or a text; None where it does nothing."""
    found = _NAME.match(tag)
    if found is None or found[1] not in _KNOWN:
        raise Unusual
    name = found[1]
    if tag.startswith(b"/"):
        return (Scan.CLOSES[name], tag) if name in Scan.CLOSES else None
    if name == b"w:t":
        raise Unusual
    if name in _BREAKS:
        return _BREAKS[name]
    if name == b"w:tab":
        # With attributes it is the definition of a stop.
        return "\t" if found[0][len(name) : -1].strip(b" /") == b"" else None
    if name in Scan.CLOSES and found[0].endswith(b"/>"):
        if name != b"w:p":
            raise Unusual
        return None
    return (Scan.OPENS[name], tag) if name in Scan.OPENS else None


def _shown(tag: bytes) -> str | None:
    """The text behind a tag with its entities as characters, and its blanks as they count."""
    start, _, text = tag.partition(b">")
    if start.endswith(b"/"):
        return None
    if start not in _TEXTS:
        raise Unusual
    shown = text.decode()
    if b"\r" in text:
        shown = shown.replace("\r\n", "\n").replace("\r", "\n")
    if start == b"w:t":
        shown = shown.strip(" \t\n")
    if b"\n" in text or b"\r" in text:
        shown = shown.replace("\n", " ")
    if b"&" in text:
        for entity, character in _ENTITIES.items():
            shown = shown.replace(entity, character)
    return shown


@lru_cache(maxsize=4096)
def _value(tag: bytes, name: bytes = b"w:val") -> str | None:
    value = attributes_of(tag).get(name)
    if value is not None and b"&" in value:
        raise Unusual
    return value.decode() if value is not None else None
