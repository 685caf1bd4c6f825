"""The pages of a file, each opened, looked at, read and closed again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import NamedTuple, Self

from parsers.formats.lattice import Found, Piece, Rule, Sheet, read_sheet
from parsers.formats.pdf import pdfium
from parsers.formats.pdf.annotations import painted, typed_on
from parsers.formats.pdf.blank_signs import with_lost_signs
from parsers.formats.pdf.letters import Letters
from parsers.formats.pdf.overpainted import shown_pieces
from parsers.formats.pdf.paths import drawing
from parsers.formats.pdf.radicals import is_plain
from parsers.formats.pdf.turning import Shown, turned_back
from schema.document import Grid, Text
from schema.span import Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is open: its number, its text, and how to read the rest of it."""

    number: int
    handle: int
    text_page: int
    text: str
    own: int | None = None
    """How many of its objects are no annotation that was painted into it; None if it has no such annotation."""
    bare: tuple[str, ...] = ()
    """The texts of annotations that nothing draws."""

    def read(self, before: Sequence[Sequence[float]] = (), lines: Sequence[Rule] = (), /) -> Found:
        """Its tables and the text between them, by what the pages before it tell.

        `before` has the sides of the cells of tables that may go on here, `lines` those of them that this page lacks.
        """
        drawn = self._sheet()
        sheet = drawn.sheet
        if lines and drawn.quarters == 0:
            sheet = replace(sheet, rules=(*sheet.rules, *lines))
        found = read_sheet(sheet, place(self.number), before)
        blocks = tuple(_turned(block, drawn.quarters, *drawn.shown.size) for block in found.blocks)
        beyond, hidden = _texts(drawn.beyond), _texts(drawn.hidden)
        return replace(found, blocks=blocks, beyond=beyond, hidden=hidden, upright=found.blocks, bare=self.bare)

    def shows_anything(self) -> bool:
        """Whether anything is drawn on it, a picture above all."""
        return bool(pdfium.count_objects(self.handle) > 0)

    def is_pictured(self) -> bool:
        """Whether a picture covers most of it."""
        shown = Shown(*pdfium.page_box(self.handle), 0)
        width, height = shown.size
        pictures = drawing(self.handle, shown, self.own).pictures
        return any(2 * (box.x1 - box.x0) * (box.bottom - box.top) > width * height for box in pictures)

    def sheet(self) -> Sheet:
        """What is drawn on it, turned so that most of its text stands upright."""
        return self._sheet().sheet

    def _sheet(self) -> "_Drawn":
        quarters = pdfium.rotation(self.handle)
        shown = Shown(*pdfium.page_box(self.handle), quarters)
        upright, turn = shown, 0
        drawn = drawing(self.handle, upright, self.own)
        letters = self._letters(upright, drawn.texts)
        found = letters.pieces()
        if 2 * sum(piece.turned for piece in found) > len(found) and (turn := letters.turn()):
            upright = shown._replace(quarters=(quarters - turn) % 4)
            drawn = drawing(self.handle, upright, self.own)
            letters = self._letters(upright, drawn.texts)
            letters.is_upside_down = turn == _UPSIDE_DOWN
            found = letters.pieces()
        found, hidden = shown_pieces(found, drawn.fills, letters, drawn.bounds(upright))
        width, height = upright.size
        pieces = [
            piece for piece in found if piece.text and piece.x0 < width and piece.x1 > 0 and 0 < piece.middle < height
        ]
        beyond = [piece for piece in found if _is_beyond(piece, width, height)]
        asked = letters.apart, letters.clip, letters.order, letters.colour
        sheet = Sheet(self.number, width, height, pieces, drawn.rules, drawn.grounds, *asked)
        return _Drawn(sheet, shown, -turn, beyond, hidden)

    def _letters(self, shown: Shown, drawn: Sequence[int]) -> Letters:
        return Letters(self.text_page, self.text, shown, drawn, is_plain=is_plain(self.text))


_UPSIDE_DOWN = 2
"""Quarters."""


class _Drawn(NamedTuple):
    """A page as drawn, how it is shown and turned back, and what nobody sees: past its edges, or painted over."""

    sheet: Sheet
    shown: Shown
    quarters: int
    beyond: Sequence[Piece]
    hidden: Sequence[Piece]


def _texts(pieces: Iterable[Piece]) -> tuple[str, ...]:
    return tuple(piece.text.strip() for piece in pieces)


_HALF = 0.5
"""A piece that reaches past an edge by so much of its size has lost a letter there."""


def _is_beyond(piece: Piece, width: float, height: float) -> bool:
    """Whether some letter of a piece, or all of it, lies past an edge of the page."""
    reach = _HALF * piece.size
    inside = -reach <= piece.x0 and piece.x1 <= width + reach and 0 < piece.middle < height
    return not inside and bool(piece.text.strip())


def place(number: int) -> str:
    """A page in the words of the format.

    >>> place(3)
    'page 3'
    """
    return f"page {number}"


class Pages:
    """The pages of a document, one after the other.

    A page stays open until the next one is: PDFium forgets a font with the last page that shows it, and would read it
    again for each.
    """

    def __init__(self, document: int) -> None:
        self._document = document
        self._open: Page | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close(self._open)

    def page(self, number: int) -> Page | None:
        """A page, counted from 1; None where it cannot be loaded."""
        handle = pdfium.load_page(self._document, number - 1)
        if not handle:
            return None
        typed, own = typed_on(handle), None
        if typed.drawn:
            own = pdfium.count_objects(handle)
            if painted(handle, typed):
                pdfium.close_page(handle)
                handle = pdfium.load_page(self._document, number - 1)
        text_page = pdfium.load_text(handle)
        count = pdfium.count_letters(text_page) if text_page else 0
        text = with_lost_signs(text_page, pdfium.text_of(text_page, count)) if count > 0 else ""
        before, self._open = self._open, Page(number, handle, text_page, text, own, typed.bare)
        self._close(before)
        return self._open

    def _close(self, page: Page | None) -> None:
        if page is not None:
            if page.text_page:
                pdfium.close_text(page.text_page)
            pdfium.close_page(page.handle)


def _turned(block: Grid | Text, quarters: int, width: float, height: float) -> Grid | Text:
    """A block of a page that was turned for reading, with its boxes on the page as it is shown."""
    if quarters % 4 == 0:
        return block
    match block:
        case Text():
            return block.model_copy(update={"box": _box(block.box, quarters, width, height)})
        case Grid():
            cells = (cell._replace(box=_box(cell.box, quarters, width, height)) for cell in block.cells)
            return Grid(place=block.place, cells=tuple(cells))


def _box(box: Box | None, quarters: int, width: float, height: float) -> Box | None:
    if box is None:
        return None
    x0, top, x1, bottom = turned_back(Rule(box.x0, box.top, box.x1, box.bottom), quarters, width, height)
    return Box(page=box.page, x0=round(x0, 2), top=round(top, 2), x1=round(x1, 2), bottom=round(bottom, 2))
