"""Text that something was painted over: whited out, it may be, and written anew."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol

from parsers.formats.lattice import Piece, Rule
from parsers.formats.pdf.painting import MOST, Bounds, Fill, as_painted

_BESIDE = 0.5
"""Texts whose middles are no farther apart, in sizes, stand on one line."""


class Source(Protocol):
    """Where pieces of text come from: it knows when each was drawn, its letters, and what its text takes up."""

    def order(self, piece: Piece) -> int:
        """The place of a piece among the texts of its page as they are drawn."""

    def apart(self, piece: Piece) -> Sequence[Piece]:
        """The letters of a piece one by one."""

    def extent(self, piece: Piece) -> Rule:
        """What the text takes up that a piece was drawn with."""


def shown_pieces(
    pieces: Sequence[Piece], fills: Sequence[Fill], source: Source, covered: Bounds = as_painted
) -> tuple[list[Piece], list[Piece]]:
    """The pieces of text that show, and those that something was painted over."""
    late = [fill for fill in fills if fill.texts]
    if not late or len(fills) > MOST:
        return list(pieces), []
    ordered = sorted((piece.middle, number) for number, piece in enumerate(pieces))
    hidden: dict[int, int] = {}
    for fill in late:
        below = [number for number in _between(ordered, fill.box.top, fill.box.bottom) if _on(pieces[number], fill.box)]
        below = [number for number in below if source.order(pieces[number]) < fill.texts]
        box = covered(fill) if below else None
        if box is not None:
            hidden.update((number, fill.texts) for number in below if _on(pieces[number], box))
    shown = {number: [piece] for number, piece in enumerate(pieces) if number not in hidden}
    lost: dict[int, list[Piece]] = {}
    for number, texts in hidden.items():
        letters = [letter for letter in source.apart(pieces[number]) if letter.text.strip()]
        shown[number] = [letter for letter in letters if source.order(letter) >= texts]
        lost[number] = [letter for letter in letters if source.order(letter) < texts]
    for number, letters in lost.items():
        reach = _BESIDE * pieces[number].size
        middle = pieces[number].middle
        over = [p for other in _between(ordered, middle - reach, middle + reach) for p in shown[other]]
        shown[number] = [*(letter for letter in letters if _is_shared(letter, over, source)), *shown[number]]
    return (
        [piece for number in range(len(pieces)) for piece in shown[number]],
        [pieces[number] for number in hidden if len(shown[number]) < len(lost[number])],
    )


def _between(ordered: Sequence[tuple[float, int]], top: float, bottom: float) -> Iterator[int]:
    """The pieces, by number, whose middles stand between two heights."""
    for _, number in ordered[bisect_left(ordered, (top, -1)) : bisect_right(ordered, (bottom, len(ordered)))]:
        yield number


def _on(piece: Piece, box: Rule) -> bool:
    """Whether the middle of a piece lies within a box."""
    return box.top <= piece.middle <= box.bottom and box.x0 <= (piece.x0 + piece.x1) / 2 <= box.x1


def _is_shared(letter: Piece, over: Sequence[Piece], source: Source) -> bool:
    """Whether the text written over a letter begins with the same one in its place: PDFium keeps the first only."""
    middle = (letter.x0 + letter.x1) / 2
    if any(piece.x0 <= middle <= piece.x1 for piece in over):
        return False
    return any(extent.x0 <= middle <= extent.x1 for extent in map(source.extent, over))
