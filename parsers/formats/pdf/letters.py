"""The text of a page as pieces: runs of letters with their boxes, asked for by run and not by letter."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.formats.lattice import Colour, Piece, Rule
from parsers.formats.pdf import pdfium
from parsers.formats.pdf.copies import Seen, are_drawn_twice, runs
from parsers.formats.pdf.pdfium import letter_box, letter_matrix, letter_size
from parsers.formats.pdf.radicals import BROKEN, mended
from parsers.formats.pdf.turning import Shown
from parsers.formats.symbols import sign, symbol_font

_RUN = re.compile(rf"[^\r\n{BROKEN}]*[{BROKEN}]|[^\r\n{BROKEN}]+")
_SPACE = re.compile(r"\s")
# Marks that Chinese and Latin fonts both have.
_MARK = re.compile("[“”‘’—…·]")
# Signs behind a number that fonts of text lack: a program draws them from another font, some when the line is done.
_COMPARES = re.compile("(?<=[0-9.%％])[≤≥⩽⩾≦≧＜＞]")
# Codes of symbol fonts, which have no meaning without them.
_CODES = re.compile("[\uf000-\uf0ff]")
_ABOVE, _BELOW = 0.86, 0.14
"""How far letters reach above and below their base line, in sizes."""
_LEVEL = 0.6
_TWO_LINES = 1.4
_RETURN = 0.35
"""A letter that begins so much further left, in sizes, begins a line; a narrow one over a wide one stands centred."""
_BACK = 0.5
"""A letter that begins so much further left than the one before it, in points, was not drawn in its turn."""
_SAMPLED = 16


def _is_plausible(piece: Piece) -> bool:
    """Whether a piece is as wide as its letters beside each other: characters a size, others half of one, about."""
    text, x0, top, x1, bottom, size, _, _, _, _ = piece
    if bottom - top > _TWO_LINES * size:
        return False
    count = len(text)
    wide = (len(text.encode()) - count) // 2
    narrow = count - wide
    sizes = (x1 - x0) / max(size, 0.1)
    return 0.7 * wide + 0.15 * narrow <= sizes <= 1.5 * wide + 1.15 * narrow + 0.5


@dataclass(slots=True)
class Letters:
    """The letters of one page, while it is open; `texts` are its text objects as they are drawn."""

    text_page: int
    text: str
    shown: Shown
    texts: Sequence[int]
    spans: dict[int, int] = field(default_factory=dict)
    is_plain: bool = False
    """Whether no letter of the page stands for another."""
    is_upside_down: bool = False
    """Whether the page shows its text upside down: PDFium then takes some letters for the ones before them."""
    _orders: dict[int, int] | None = None
    _signs: Sequence[int] = ()

    def turn(self) -> int:
        """By how many quarters clockwise most of the text is turned on the page as shown."""
        found: Counter[int] = Counter()
        runs = list(_RUN.finditer(self.text))
        for run in runs[:: max(1, len(runs) // _SAMPLED)]:
            a, b, *_ = pdfium.letter_matrix(self.text_page, run.start())
            quarters = self.shown.quarters_of(a, b)
            if quarters is not None:
                found[quarters] += run.end() - run.start()
        (most, letters), *_ = found.most_common(1) or [(0, 0)]
        return most if 3 * letters > 2 * found.total() else 0

    def pieces(self) -> list[Piece]:
        """The runs of text that show anything."""
        found: list[Piece] = []
        self._signs = [match.start() for match in _COMPARES.finditer(self.text)]
        for run in _RUN.finditer(self.text):
            first, end = run.span()
            if _SPACE.search(run[0]) is None:
                self._add(first, end, found)
                continue
            for start, stop in self._apart_at_spaces(first, end):
                text = self.text[start:stop]
                left, right = len(text) - len(text.lstrip()), len(text.rstrip())
                if left < right:
                    at = len(found)
                    self._add(start + left, start + right, found)
                    if left and not pdfium.is_generated(self.text_page, start):
                        found[at] = found[at]._replace(text=f" {found[at].text}")
        if are_drawn_twice(self.text, found, self._letter):
            return list(self._without_copies(found))
        return found

    def _without_copies(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """The pieces without letters that lie on letters of the same kind."""
        seen = Seen()
        for piece in pieces:
            letters = self.apart(piece)
            new = [not letter.text.strip() or seen.is_new(letter) for letter in letters]
            if all(new):
                yield piece
                continue
            for start, end in runs(new):
                first, stop = piece.source + start, piece.source + end
                if self.text[first:stop].strip():
                    self.spans[first] = stop
                    yield self._piece(first, stop)

    def _letter(self, at: int) -> Piece:
        return self._piece(at, at + 1)

    def _apart_at_spaces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A run cut at the spaces that the file does not hold: PDFium puts one between texts that stand apart."""
        at = self.text.find(" ", start, end)
        while at != -1:
            if pdfium.is_generated(self.text_page, at):
                yield start, at
                start = at + 1
            at = self.text.find(" ", at + 1, end)
        yield start, end

    def _add(self, first: int, end: int, found: list[Piece]) -> None:
        """A run as one piece; as several where it is too wide or too narrow for its letters to follow each other."""
        piece = self._piece(first, end)
        if piece.turned and (lines := self._lines_of(first, end)):
            found.extend(lines)
            return
        self.spans[first] = end
        marked = _MARK.search(self.text, first, end) is not None
        plausible = _is_plausible(piece) and not self.is_upside_down
        if self._signs and not piece.turned and self._is_out_of_order(first, end):
            self.spans.update((at, at + 1) for at in range(first, end))
            found.extend(map(self._letter, range(first, end)))
        elif end - first == 1 or piece.turned or (plausible and not (marked and self._is_mixed(first, end))):
            found.append(piece)
        else:
            found.extend(self._by_letter(first, end))

    def _lines_of(self, first: int, end: int) -> list[Piece]:
        """The lines of a run whose letters stand upright, though not on one line; none where each is below the other.

        PDFium may go on with the next line as if nothing lay between.
        """
        a, b, *_ = letter_matrix(self.text_page, first)
        lines = list(self._by_letter(first, end)) if self.shown.quarters_of(a, b) == 0 else []
        returns = any(below.x0 < above.x0 - _RETURN * above.size for above, below in pairwise(lines))
        return lines if returns or len(lines) < end - first else []

    def _by_letter(self, first: int, end: int) -> Iterator[Piece]:
        """A run as the pieces in which its letters follow each other."""
        start = first
        before = self._piece(first, first + 1)
        for at in range(first + 1, end):
            letter = self._piece(at, at + 1)
            gap = letter.x0 - before.x1
            back = letter.x0 < before.x0 - 0.1 * letter.size and not letter.turned
            apart = not -0.3 * letter.size <= gap <= 0.6 * letter.size
            new = back or (apart and (self.is_upside_down or self.order(letter) != self.order(before)))
            if new or abs(letter.middle - before.middle) > 0.6 * letter.size:
                self.spans[start] = at
                yield self._piece(start, at)
                start = at
            before = letter
        self.spans[start] = end
        yield self._piece(start, end)

    def _is_mixed(self, first: int, end: int) -> bool:
        """Whether marks may have been drawn from another font before or after the characters they stand between."""
        begins, ends = (pdfium.letter_object(self.text_page, at) for at in (first, end - 1))
        return bool(begins != ends)

    def _is_out_of_order(self, first: int, end: int) -> bool:
        """Whether a sign stands before what it comes behind: 9≤ in the file, ≤9 on the page."""
        page = self.text_page
        signs = (at for at in self._signs if first < at < end)
        return any(letter_box(page, at)[0] < letter_box(page, at - 1)[0] - _BACK for at in signs)

    def _piece(self, first: int, end: int) -> Piece:
        page, last, shown = self.text_page, end - 1, self.shown
        a, b, c, d, x, y = letter_matrix(page, first)
        size = letter_size(page, first) * (abs(d) if c == 0 else (c * c + d * d) ** 0.5)
        left, bottom, right, top = letter_box(page, first)
        level = True
        if last > first:
            x0, y0, x1, y1 = letter_box(page, last)
            level = -_LEVEL * size <= y0 - bottom <= _LEVEL * size
            left, bottom = min(left, x0), min(bottom, y0)
            right, top = max(right, x1), max(top, y1)
        text = self.text[first:end]
        if not self.is_plain:
            text = mended(self._signed(text, first))
        if shown.quarters == b == 0 < a and level:  # nearly always
            base, begins = shown.top - y, shown.left
            above, below = base - _ABOVE * size, base + _BELOW * size
            return Piece(text, left - begins, above, right - begins, below, size, source=first)
        quarters = shown.quarters_of(a, b)
        x0, top, x1, bottom = shown.place(left, bottom, right, top)
        stands = quarters == 0 and (last == first or self._are_level(first, last, size))
        if stands and level:
            base = shown.height_of(x, y)
            top, bottom = base - _ABOVE * size, base + _BELOW * size
        return Piece(text, x0, top, x1, bottom, size, 0, not stands, quarters is None, first)

    def _signed(self, text: str, first: int) -> str:
        """The text with the signs that symbol fonts show for codes of their own."""
        if not _CODES.search(text):
            return text
        fonts = (symbol_font(pdfium.font_of(self.text_page, at)) for at in range(first, first + len(text)))
        return "".join(
            sign(font, ord(char)) if _CODES.match(char) else char for font, char in zip(fonts, text, strict=True)
        )

    def _are_level(self, first: int, last: int, size: float) -> bool:
        """Whether two letters stand beside each other as shown, however narrow, and not one below the other."""
        one, other = (self.shown.place(*letter_box(self.text_page, at)) for at in (first, last))
        return abs(one.bottom - other.bottom) <= _LEVEL * size

    def apart(self, piece: Piece) -> Sequence[Piece]:
        """The letters of a piece one by one, spaces included."""
        end = self.spans[piece.source]
        return [self._piece(at, at + 1) for at in range(piece.source, end)]

    def order(self, piece: Piece) -> int:
        """The place of a piece among the texts of its page as they are drawn."""
        if self._orders is None:
            self._orders = {handle: order for order, handle in enumerate(self.texts)}
        return self._orders.get(pdfium.letter_object(self.text_page, piece.source) or 0, 0)

    def extent(self, piece: Piece) -> Rule:
        """What the text takes up that a piece was drawn with."""
        handle = pdfium.letter_object(self.text_page, piece.source)
        return self.shown.place(*pdfium.bounds(handle)) if handle else piece.box

    def colour(self, piece: Piece) -> Colour | None:
        """The colour a piece was drawn in, as it shows on white paper."""
        handle = pdfium.letter_object(self.text_page, piece.source)
        return pdfium.fill_colour(handle) if handle else None

    def clip(self, piece: Piece) -> Rule | None:
        """The bounds a piece was drawn in, where its page sets any and it reaches over them.

        PDFium drops a clip that cuts nothing off.
        """
        handle = pdfium.letter_object(self.text_page, piece.source)
        path = pdfium.get_clip_path(handle) if handle else None
        count = pdfium.count_clip_paths(path) if path else 0
        points = [
            pdfium.point(pdfium.get_clip_segment(path, count - 1, at))
            for at in range(min(pdfium.count_clip_segments(path, count - 1), 8) if count > 0 else 0)
        ]
        if len(points) < 4:
            return None
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return self.shown.place(min(xs), min(ys), max(xs), max(ys))
