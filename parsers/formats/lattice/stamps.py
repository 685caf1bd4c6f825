"""Text of a seal or a watermark that stands level, no larger than others: told by its colour where it lies on them.

What is red or pale, and lies on text of the page's own colour or within letters of its own colour that go round a seal,
belongs to no cell; nor does what stands close by it in that colour, or says the same elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from parsers.formats.lattice.marks import Colour, Piece, Rule, Sheet

_BESIDE = 0.6
"""Texts whose middles are no farther apart, in sizes, take each other's room."""
_OVER = 0.5
_CLOSE = 1.5
_BASE = 0.05
"""So much of its size lower or larger a text is another one than what it lies on, and not the next one on its line."""
_PALE, _WHITE = 190, 250
_RED, _NOT_RED = 150, 110
_MOST, _MOST_PIECES = 500, 4_000
"""A page with more in other colours is coloured; one with more pieces of text is a drawing."""

_height = itemgetter(0)


def stamps(sheet: Sheet) -> set[Piece]:
    """The pieces of a page that were stamped on it; colours are asked for only where texts lie on each other.

    >>> page = [Piece("投诉率", 10, 10, 40, 20, 10), Piece("专用章", 12, 13, 42, 23, 10)]
    >>> red = {"专用章": (255, 0, 0)}
    >>> [piece.text for piece in stamps(Sheet(1, 595, 842, page, colour=lambda p: red.get(p.text, (0, 0, 0))))]
    ['专用章']
    """
    pieces = sheet.pieces
    level = [piece for piece in pieces if not piece.turned]
    slanted = [piece for piece in pieces if piece.slanted]
    if len(level) > _MOST_PIECES or not (slanted or _some_overlap(level)):
        return set()
    colours = {piece: sheet.colour(piece) for piece in (*level, *slanted)}
    usual = _usual(colours)
    other = [piece for piece in level if colours[piece] != usual and _is_of_stamps(colours[piece])]
    if not other or len(other) > _MOST:
        return set()
    rings = [box for colour in {colours[piece] for piece in other} if (box := _around(slanted, colours, colour))]
    own = sorted(((piece.middle, piece) for piece in level if colours[piece] == usual), key=_height)
    found = [piece for piece in other if any(_lies_in(piece, ring) for ring in rings) or _lies_on(piece, own, colours)]
    return _with_those_like_it(found, other, colours, sheet.grounds) if found else set()


def _some_overlap(pieces: Sequence[Piece]) -> bool:
    """Whether some pieces lie on each other; asked of every page, so in plain numbers."""
    ordered = sorted([(top + bottom, x0, x1, size) for _, x0, top, x1, bottom, size, _, _, _, _ in pieces])
    first = 0
    for number, (twice, x0, x1, size) in enumerate(ordered):
        far = twice - 2 * _BESIDE * size
        while ordered[first][0] < far:
            first += 1
        if first < number:
            begins, ends = x0 + _OVER * size, x1 - _OVER * size
            for _, start, end, _ in ordered[first:number]:
                if begins < end and start < ends:
                    return True
    return False


def _usual(colours: Mapping[Piece, Colour | None]) -> Colour | None:
    letters: Counter[Colour | None] = Counter()
    for piece, colour in colours.items():
        letters[colour] += len(piece.text)
    return letters.most_common(1)[0][0]


def _is_of_stamps(colour: Colour | None) -> bool:
    return colour is not None and (_is_pale(colour) or _is_red(colour))


def _is_pale(colour: Colour) -> bool:
    return min(colour) >= _PALE


def _is_red(colour: Colour) -> bool:
    red, green, blue = colour
    return red >= _RED and max(green, blue) <= _NOT_RED


def _around(slanted: Sequence[Piece], colours: Mapping[Piece, Colour | None], colour: Colour | None) -> Rule | None:
    """What the letters of one colour that go round a seal enclose."""
    ring = [piece for piece in slanted if colours[piece] == colour]
    if not ring:
        return None
    return Rule(min(p.x0 for p in ring), min(p.top for p in ring), max(p.x1 for p in ring), max(p.bottom for p in ring))


def _lies_in(piece: Piece, box: Rule) -> bool:
    return box.x0 <= piece.x0 and piece.x1 <= box.x1 and box.top <= piece.middle <= box.bottom + piece.size


def _lies_on(piece: Piece, own: Sequence[tuple[float, Piece]], colours: Mapping[Piece, Colour | None]) -> bool:
    """Whether a piece lies on text of the usual colour; a red one may be a text too long for its cell."""
    reach = _BESIDE * piece.size
    near = own[
        bisect_left(own, piece.middle - reach, key=_height) : bisect_right(own, piece.middle + reach, key=_height)
    ]
    colour = colours[piece]
    pale = colour is not None and _is_pale(colour)
    return any(
        min(piece.x1, other.x1) - max(piece.x0, other.x0) > _OVER * min(piece.size, other.size)
        and (pale or max(abs(piece.bottom - other.bottom), abs(piece.size - other.size)) > _BASE * piece.size)
        for _, other in near
    )


def _with_those_like_it(
    found: Sequence[Piece], other: Sequence[Piece], colours: Mapping[Piece, Colour | None], grounds: Sequence[Rule]
) -> set[Piece]:
    """What was found with what says the same in its colour or stands close by, and all that is as white as paper."""
    said = {(colours[piece], piece.text) for piece in found}
    white = any(min(colours[piece] or (0,)) >= _WHITE for piece in found)
    whole = {piece for piece in other if (colours[piece], piece.text) in said}
    if white:
        whole.update(piece for piece in other if min(colours[piece] or (0,)) >= _WHITE and not _is_on(piece, grounds))
    left = [piece for piece in other if piece not in whole]
    fresh = list(whole)
    while fresh:
        near = {piece for piece in left if any(_is_close(piece, one, colours) for one in fresh)}
        left = [piece for piece in left if piece not in near]
        whole |= near
        fresh = list(near)
    return whole


def _is_on(piece: Piece, grounds: Sequence[Rule]) -> bool:
    return any(_lies_in(piece, ground) for ground in grounds)


def _is_close(one: Piece, other: Piece, colours: Mapping[Piece, Colour | None]) -> bool:
    reach = _CLOSE * one.size
    beside = one.x0 < other.x1 + reach and other.x0 < one.x1 + reach
    return colours[one] == colours[other] and beside and abs(one.middle - other.middle) < reach
