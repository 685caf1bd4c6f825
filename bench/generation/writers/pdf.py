"""A drawing as PDF pages: tables broken over them, merged cells cut there, rows split where the author let them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bench.generation.drawing import Break, Drawing, Line, Slot, Table

FONT = "STSong-Light"
MARGIN, LEADING, PADDING = 40.0, 1.3, 3.0


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document was printed: the size of its letters, whether rows may be split, levels printed again."""

    size: float
    splits: bool
    again: bool
    landscape: bool

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LEADING


@dataclass(slots=True)
class Piece:
    """What one page shows of a row: its height in lines, and where in the row it begins."""

    row: int
    start: int
    lines: int


def write(drawing: Drawing, chance: Random) -> bytes:
    """A document with fixed dates."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    wide = max((block.width for block in drawing if isinstance(block, Table)), default=1) > 7
    habits = Habits(size=8 if wide else 9.5, splits=chance.random() < 0.3, again=chance.random() < 0.4, landscape=wide)
    out = io.BytesIO()
    size = (842.0, 595.0) if habits.landscape else (595.0, 842.0)
    canvas = Canvas(out, pagesize=size, invariant=1)
    page = Page(canvas, habits, size)
    for block in drawing:
        match block:
            case Line(text=text, heading=heading):
                page.paragraph(text, heading=heading)
            case Break():
                page.turn()
            case Table():
                page.table(block)
    page.turn()
    canvas.save()
    return out.getvalue()


class Page:
    """Where the pen stands."""

    def __init__(self, canvas: Canvas, habits: Habits, size: tuple[float, float]) -> None:
        self._canvas, self._habits = canvas, habits
        self._width, self._height = size
        self._number = 1
        self._top()

    def _top(self) -> None:
        self._y = self._height - MARGIN
        self._canvas.setFont(FONT, self._habits.size)

    def turn(self) -> None:
        """End the page with its number."""
        self._canvas.drawCentredString(self._width / 2, MARGIN / 2, f"— {self._number} —")
        self._canvas.showPage()
        self._number += 1
        self._top()

    def paragraph(self, text: str, *, heading: bool) -> None:
        """A line of text, headings larger and in the middle."""
        size = self._habits.size + (4 if heading else 0)
        for line in wrapped(text, self._width - 2 * MARGIN, size):
            if self._y < MARGIN + 4 * size:
                self.turn()
            self._y -= size * LEADING
            self._canvas.setFont(FONT, size)
            if heading:
                self._canvas.drawCentredString(self._width / 2, self._y, line)
            else:
                self._canvas.drawString(MARGIN, self._y, line)
        self._canvas.setFont(FONT, self._habits.size)
        self._y -= 4

    def table(self, table: Table) -> None:
        """A table from here on, over as many pages as it takes."""
        edges = _edges(table, self._width - 2 * MARGIN)
        slots = [(row, column, slot, self._lines(slot, edges, column)) for row, column, slot in table.placed()]
        heights = _heights(slots, len(table.rows))
        shown: set[int] = set()
        for pieces in self._paged(heights, table.header):
            self._draw(pieces, slots, edges, shown)
            self._y -= sum(self._of(piece.lines) for piece in pieces)
        self._y -= 6

    def _lines(self, slot: Slot, edges: list[float], column: int) -> list[str]:
        width = edges[column + slot.columns] - edges[column] - 2 * PADDING
        return [line for text in slot.text.split("\n") for line in wrapped(text, width, self._habits.size)]

    def _of(self, lines: int) -> float:
        return lines * self._habits.line + 2 * PADDING

    def _paged(self, heights: list[int], header: int) -> Iterator[list[Piece]]:
        """The pieces of each page; the caller draws them before the page is turned."""
        pieces: list[Piece] = []
        for row, lines in enumerate(heights):
            start = 0
            while True:
                room = self._y - MARGIN - sum(self._of(piece.lines) for piece in pieces) - 2 * PADDING
                fits = int(room // self._habits.line)
                if lines - start <= fits:
                    pieces.append(Piece(row, start, lines - start))
                    break
                split = fits if fits >= 2 and (self._habits.splits or not pieces) and lines - start > fits + 1 else 0
                if split:
                    pieces.append(Piece(row, start, split))
                    start += split
                yield pieces
                self.turn()
                pieces = [Piece(at, 0, heights[at]) for at in range(header) if row >= header]
        yield pieces

    def _draw(
        self, pieces: list[Piece], slots: list[tuple[int, int, Slot, list[str]]], edges: list[float], shown: set[int]
    ) -> None:
        """Every cell that has a row on this page."""
        tops: dict[int, tuple[float, float, Piece]] = {}
        y = self._y
        for piece in pieces:
            tops[piece.row] = (y, y - self._of(piece.lines), piece)
            y -= self._of(piece.lines)
        for number, (row, column, slot, lines) in enumerate(slots):
            here = [tops[at] for at in range(row, row + slot.rows) if at in tops]
            if not here:
                continue
            top, bottom, piece = here[0][0], here[-1][1], here[0][2]
            left, right = edges[column] + MARGIN, edges[column + slot.columns] + MARGIN
            self._canvas.rect(left, bottom, right - left, top - bottom)
            if slot.rows == 1:
                part = lines[piece.start : piece.start + piece.lines]
            else:
                part = lines if number not in shown or self._habits.again else []
                shown.add(number)
            for at, line in enumerate(part, start=1):
                self._canvas.drawString(left + PADDING, top - PADDING - at * self._habits.line + 2, line)


def _edges(table: Table, width: float) -> list[float]:
    """The columns' left edges, wider where longer texts stand."""
    longest = [4.0] * table.width
    for _, column, slot in table.placed():
        for at in range(column, column + slot.columns):
            longest[at] = max(longest[at], min(len(slot.text) / slot.columns, 60) ** 0.6 * 3)
    scale = width / sum(longest)
    edges = [0.0]
    for each in longest:
        edges.append(edges[-1] + each * scale)
    return edges


def _heights(slots: list[tuple[int, int, Slot, list[str]]], count: int) -> list[int]:
    """The lines each row takes; a merged cell that needs more makes its last row taller."""
    heights = [1] * count
    for row, _, slot, lines in sorted(slots, key=lambda each: each[2].rows):
        last = row + slot.rows - 1
        heights[last] += max(0, len(lines) - sum(heights[row : last + 1]))
    return heights


@cache
def _width(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """A text in lines that fit."""
    lines, room = [""], width
    for character in text:
        taken = _width(character, size)
        if taken > room and lines[-1]:
            lines.append("")
            room = width
        lines[-1] += character
        room -= taken
    return lines
