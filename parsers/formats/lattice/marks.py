"""What stands on a page: pieces of text and ruling lines, in points from the upper left corner as the page is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Rule(NamedTuple):
    """A rectangle that is drawn: a ruling line where it is thin, a ground behind cells where it is not."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def lies(self) -> bool:
        """Whether it is wider than high."""
        return self.x1 - self.x0 > self.bottom - self.top


class Piece(NamedTuple):
    """A run of text drawn in one go: its box and the size of its letters.

    `order` is its place in the order of drawing, where its source knows it at once; `Sheet.order` asks. `turned` is set
    where its letters do not stand upright on the page, `slanted` where they stand at no right angle either, as those of
    a watermark or a seal do. `source` is a number by which its source finds it again.

    >>> Piece("绩效", 10, 100, 30, 110, 10).middle
    105.0
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    order: int = 0
    turned: bool = False
    slanted: bool = False
    source: int = -1

    @property
    def middle(self) -> float:
        """The height its letters are centred on."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Rule:
        """The rectangle it covers."""
        return Rule(self.x0, self.top, self.x1, self.bottom)


def usual_size(pieces: Sequence[Piece]) -> float:
    """The size that half of the pieces of a page do not pass; 0 without any.

    >>> usual_size([Piece("标题", 0, 0, 40, 20, 20), *[Piece("指标", 0, 30, 20, 40, 10)] * 2])
    10
    """
    return sorted([piece.size for piece in pieces])[len(pieces) // 2] if pieces else 0.0


def no_letters(piece: Piece) -> Sequence[Piece]:
    """The letters of a piece whose source does not place them one by one: the piece as it is."""
    return (piece,)


def no_clip(_piece: Piece) -> Rule | None:
    """The bounds a piece was drawn in, where its source knows none."""
    return None


def own_order(piece: Piece) -> int:
    """The place of a piece in the order of drawing, as the piece itself says."""
    return piece.order


Colour = tuple[int, int, int]
"""Red, green and blue as they show on white paper, each of 255."""


def no_colour(_piece: Piece) -> Colour | None:
    """The colour a piece was drawn in, where its source knows none."""
    return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as drawn.

    `letters` takes a piece apart, `clip` tells the bounds it was drawn in, `order` its place in the order of drawing,
    `colour` its colour: all asked rarely.
    """

    page: int
    width: float
    height: float
    pieces: Sequence[Piece]
    rules: Sequence[Rule] = ()
    grounds: Sequence[Rule] = ()
    letters: Callable[[Piece], Sequence[Piece]] = no_letters
    clip: Callable[[Piece], Rule | None] = no_clip
    order: Callable[[Piece], int] = own_order
    colour: Callable[[Piece], Colour | None] = no_colour
