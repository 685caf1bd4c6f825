"""Lines that are drawn for letters and divide nothing: through struck text, below a > meant as ≥, as a sign."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece, Rule, Sheet, usual_size

_THICKEST = 0.18
"""How thick such a line may be, in sizes of the letters."""
_OFF = 0.22
"""How far from their middle it may lie: Word draws it a little lower than other programs."""
_OVER = 0.35
"""How far it may reach over their ends."""
_WALL = 1.0
"""A line that ends so near to a standing one, in points, divides cells, though text may lie on it."""


def struck_texts(sheet: Sheet, lying: Sequence[Edge], standing: Sequence[Edge]) -> tuple[str, ...]:
    """The texts of a page that are struck through, each line of them by itself; its lines are given as edges.

    >>> words = [Piece("≥55个", 10, 10, 40, 20, 10), Piece("6期", 45, 10, 60, 20, 10)]
    >>> struck_texts(Sheet(1, 100, 100, words, [Rule(9, 14.8, 41, 15.4)]), [Edge(15.1, 9, 41)], [])
    ('≥55个',)
    """
    if not lying:
        return ()
    level = sorted(sheet.pieces, key=attrgetter("middle"))
    heights = [piece.middle for piece in level]
    reach = 2 * _OFF * usual_size(level)
    found: list[str] = []
    for line in lying:
        first, last = bisect_left(heights, line.at - reach), bisect_right(heights, line.at + reach)
        crossed = [piece for piece in level[first:last] if _crosses(line, piece)] if first < last else []
        if crossed and _ends_with(line, crossed) and not _meets(line, standing) and _is_thin(line, crossed, sheet):
            found.append("".join(_under(line, sorted(crossed, key=lambda piece: piece.x0), sheet)))
    return tuple(filter(None, found))


def drawn_signs(sheet: Sheet) -> tuple[str, ...]:
    """The texts of a page whose sign is drawn: lines before a number, or one below > or < alone, meant as ≥ or ≤.

    >>> word = Piece(">8个", 10, 10, 35, 20, 10)
    >>> letters = [Piece(letter, x, 10, x + 6, 20, 10) for letter, x in zip(">8个", (10, 16, 22))]
    >>> drawn_signs(Sheet(1, 100, 100, [word], [Rule(10, 19.5, 16, 20)], letters=lambda piece: letters))
    ('>8个',)
    >>> strokes = [Rule(10, 12, 17, 14), Rule(10, 14, 17, 16), Rule(10, 18, 17, 18.5)]
    >>> drawn_signs(Sheet(1, 100, 100, [Piece("95%", 18, 10, 33, 20, 10)], strokes))
    ('95%',)
    """
    underlined = (
        piece
        for piece in sheet.pieces
        if not _SIGNS.isdisjoint(piece.text) and not piece.turned and _is_underlined(piece, sheet)
    )
    return tuple(piece.text.strip() for piece in (*underlined, *_behind_strokes(sheet)))


def _is_underlined(piece: Piece, sheet: Sheet) -> bool:
    """Whether a line stands below a sign of a text, and below nothing else."""
    signs = [letter for letter in sheet.letters(piece) if letter.text in _SIGNS]
    lines = (rule for rule in sheet.rules for letter in signs if _underlines(rule, letter))
    return any(not _divides(rule, sheet.rules) for rule in lines)


def _behind_strokes(sheet: Sheet) -> Iterator[Piece]:
    """The numbers right behind lines as long as a letter, at several heights, where no letter stands."""
    size = usual_size(sheet.pieces)
    least, most = _SHORTEST * size, _LONGEST * size
    short = [rule for rule in sheet.rules if least <= rule.x1 - rule.x0 <= most and rule.lies]
    if not short:
        return
    level = sorted(
        (p for p in sheet.pieces if p.text.lstrip()[:1].isdecimal() and not p.turned), key=lambda p: p.middle
    )
    heights = [piece.middle for piece in level]
    strokes: dict[Piece, list[Rule]] = defaultdict(list)
    for rule in short:
        height = (rule.top + rule.bottom) / 2
        for piece in level[bisect_left(heights, height - size / 2) : bisect_right(heights, height + size / 2)]:
            if -_FAR * size <= rule.x1 - piece.x0 <= _OVER * size:
                strokes[piece].append(rule)
    for piece, found in strokes.items():
        if len({round(rule.top + rule.bottom) for rule in found}) > 1 and not _is_taken(found, piece, sheet):
            yield piece


def _is_taken(found: Sequence[Rule], piece: Piece, sheet: Sheet) -> bool:
    """Whether lines before a number are those of a box or a table, or lie on letters."""
    x0, x1 = min(rule.x0 for rule in found), max(rule.x1 for rule in found)
    lettered = any(
        other is not piece and other.x0 < x1 and x0 < other.x1 and other.top < piece.middle < other.bottom
        for other in sheet.pieces
    )
    return lettered or any(_divides(rule, sheet.rules) for rule in found)


_SHORTEST, _LONGEST = 0.4, 1.2
_FAR = 0.8
"""How far before a number its sign may end, in sizes."""
_SIGNS = frozenset("><＞＜")
_HIGHEST, _LOWEST = 0.3, 0.8


def _underlines(rule: Rule, letter: Piece) -> bool:
    """Whether a line stands right below a letter and is no longer than it."""
    size, below = letter.size, (rule.top + rule.bottom) / 2 - letter.middle
    alone = letter.x0 - _OVER * size <= rule.x0 and rule.x1 <= letter.x1 + _OVER * size
    thin = rule.lies and rule.bottom - rule.top <= _THICKEST * size
    return alone and thin and _HIGHEST * size <= below <= _LOWEST * size


def _crosses(line: Edge, piece: Piece) -> bool:
    """Whether a line runs through the middle of some letters of a piece."""
    middle = abs(line.at - piece.middle) <= _OFF * piece.size
    return middle and line.start < piece.x1 and piece.x0 < line.end and not piece.turned


def _ends_with(line: Edge, crossed: Sequence[Piece]) -> bool:
    over = _OVER * max(piece.size for piece in crossed)
    left, right = min(piece.x0 for piece in crossed), max(piece.x1 for piece in crossed)
    return left - over <= line.start and line.end <= right + over


def _meets(line: Edge, standing: Sequence[Edge]) -> bool:
    """Whether a line meets a standing one at either end, as the lines of a table do."""
    return any(
        wall.start - _WALL <= line.at <= wall.end + _WALL
        and (abs(wall.at - line.start) <= _WALL or abs(wall.at - line.end) <= _WALL)
        for wall in standing
    )


def _is_thin(line: Edge, crossed: Sequence[Piece], sheet: Sheet) -> bool:
    """Whether what is drawn there is no thicker than a line through letters."""
    thickest = _THICKEST * min(piece.size for piece in crossed)
    drawn = (
        r for r in sheet.rules if r.top <= line.at <= r.bottom and r.x0 < line.end and line.start < r.x1 and r.lies
    )
    return all(rule.bottom - rule.top <= thickest for rule in drawn)


def _divides(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether a line meets a standing one at either end, as the lines of a table do."""
    height = (rule.top + rule.bottom) / 2
    return any(
        other.top - _WALL <= height <= other.bottom + _WALL
        and (abs(other.x0 - rule.x0) <= _WALL or abs(other.x1 - rule.x1) <= _WALL)
        for other in rules
        if not other.lies
    )


def _under(line: Edge, crossed: Sequence[Piece], sheet: Sheet) -> Iterator[str]:
    """The letters whose middle a line covers."""
    for piece in crossed:
        whole = line.start <= piece.x0 + _OVER * piece.size and piece.x1 - _OVER * piece.size <= line.end
        letters = (piece,) if whole else sheet.letters(piece)
        yield "".join(o.text for o in letters if line.start <= (o.x0 + o.x1) / 2 <= line.end).strip()
