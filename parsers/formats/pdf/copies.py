"""Letters drawn twice in one place, as some programs draw bold ones and shadows: told, so that one of them is read."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from parsers.formats.lattice import Piece

# Two of a kind beside each other; figures, dashes and dots are that often.
_TWO = re.compile(r"([^\s\d—…─·\-_.*×])\1")
_MOST, _LAST = 200, 8
"""So many twos are looked at on a page, and of the texts of the same words so many before each."""
_LONG = 4
_ACROSS, _ALONG = 0.3, 0.6
"""A copy is no farther off: across in sizes, along its line in widths of the letter."""
_NEAR = 24.0


def are_drawn_twice(text: str, pieces: Sequence[Piece], letter: Callable[[int], Piece]) -> bool:
    """Whether some letters of a page lie on letters of the same kind; `letter` places one by its number in the text.

    >>> letters = [Piece("率", x, 0, x + 10, 10, 10) for x in (0, 0.4)]
    >>> are_drawn_twice("率率", [], letters.__getitem__)
    True
    """
    for _, two in zip(range(_MOST), _TWO.finditer(text), strict=False):
        if is_copy(letter(two.start()), letter(two.start() + 1)):
            return True
    known: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if len(piece.text) >= _LONG:
            alike = known[piece.text]
            if any(is_copy(other, piece) for other in alike[-_LAST:]):
                return True
            alike.append(piece)
    return False


def is_copy(one: Piece, other: Piece) -> bool:
    """Whether a letter, or a text of the same words, lies on another.

    >>> is_copy(Piece("率", 0, 0, 10, 10, 10), Piece("率", 0.8, 0.8, 10.8, 10.8, 10))
    True
    >>> is_copy(Piece("率", 0, 0, 10, 10, 10), Piece("率", 10, 0, 20, 10, 10))
    False
    """
    narrow = min(one.x1 - one.x0, other.x1 - other.x0) / max(len(one.text), 1)
    return abs(one.middle - other.middle) < _ACROSS * one.size and abs(one.x0 - other.x0) < _ALONG * narrow


class Seen:
    """The letters of a page that were read, by what they are and about where."""

    def __init__(self) -> None:
        self._near: defaultdict[tuple[str, int, int], list[Piece]] = defaultdict(list)

    def is_new(self, letter: Piece) -> bool:
        """Whether no letter of the same kind lies there; from now on it does."""
        row, column = int(letter.middle // _NEAR), int(letter.x0 // _NEAR)
        around = ((letter.text, row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1))
        if any(is_copy(one, letter) for place in around for one in self._near.get(place, ())):
            return False
        self._near[letter.text, row, column].append(letter)
        return True


def runs(new: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where runs of letters that are new begin and end.

    >>> list(runs([True, False, True, True]))
    [(0, 1), (2, 4)]
    """
    start = None
    for at, is_new in enumerate([*new, False]):
        if is_new and start is None:
            start = at
        elif not is_new and start is not None:
            yield start, at
            start = None
