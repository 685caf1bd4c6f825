"""Pieces of text as lines, and lines as paragraphs: what was broken by the width of a cell is put together again."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from parsers.formats.lattice.marks import Piece

_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_LATIN = re.compile(r"[A-Za-z]")
# The first word of a line: what a program that breaks lines does not break. Brackets that open stay with what follows,
# marks that close with what is before them, and in 份。5、 a number with the full stop.
_CLOSES = r"[、，。；：！？）》”’,.;:!?)\]%％]"
_WORD = re.compile(rf"[（《“‘(\[【〔]*(?:[^\s{_CJK}]+|\S)(?:{_CLOSES}+(?:[0-9]+{_CLOSES}+)?)?")
_CLOSING = re.compile(r"[、，。；：！？）》”’,;:!?)\]%％]")
_MARKER = re.compile(
    r"(?:指标\s*\d+\s*[：:.、]|[（(]?[0-9一二三四五六七八九十]{1,3}[）)、．]|[0-9]{1,2}\.(?![0-9])|[①-⑳])"
)
# What begins an item whatever stands above it, and a value that does below another one.
_NUMBERED = re.compile(r"(?:指标|目标)\s*\d{1,2}\s*[：:]")
_SIGNED = re.compile(r"[≥≤＞＜><]=?\s*\d[\d.,]*\s*[^\s，。；、：,;:]{0,5}")
# A digit close by a character: its line leaves no room between the two.
_CLOSE_BY = re.compile(rf"[0-9A-Za-z][{_CJK}]|[{_CJK}][0-9A-Za-z]")
# An item of a list that ends in a figure, apart from its name, and in what is counted.
_FIGURE = re.compile(r"(?:\s|[≥≤＞＜><=])[0-9][0-9,.]*[^\s0-9，。；、：,.;:]{0,2}$")
_ALIKE = 3


class Line(NamedTuple):
    """Pieces beside each other, from left to right."""

    pieces: tuple[Piece, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """What it reads."""
        return joined(self.pieces, " ")


_height = itemgetter(0)
_left = itemgetter(1)


def lines(pieces: Iterable[Piece]) -> list[Line]:
    """The lines that pieces form, from above; pieces on one height are one line.

    >>> [line.text for line in lines([Piece("值", 30, 0, 40, 10, 10), Piece("指标", 10, 1, 30, 11, 10)])]
    ['指标值']
    """
    rows: list[list[Piece]] = []
    first, middle = None, 0.0  # of the line that is gathered
    for at, piece in sorted([(piece.middle, piece) for piece in pieces], key=_height):
        beside = first is not None and at - middle <= 0.45 * max(first.size, piece.size)
        if beside and not piece.turned and not rows[-1][-1].turned:
            rows[-1].append(piece)
        else:
            rows.append([piece])
            first, middle = piece, at
    return [_line(row) for row in rows]


def _line(row: list[Piece]) -> Line:
    if len(row) == 1:
        _, x0, top, x1, bottom, size, *_ = row[0]
        return Line((row[0],), x0, top, x1, bottom, size)
    row.sort(key=_left)
    _, starts, tops, ends, bottoms, sizes, *_ = zip(*row, strict=True)
    return Line(tuple(row), starts[0], min(tops), max(ends), max(bottoms), max(sizes))


def joined(pieces: Sequence[Piece], wide: str) -> str:
    """The text of pieces beside each other; a gap wider than two letters reads as `wide`.

    >>> parts = [Piece("单位：", 0, 0, 30, 10, 10), Piece("万元", 31, 0, 51, 10, 10), Piece("2024", 90, 0, 110, 10, 10)]
    >>> joined(parts, "    ")
    '单位：万元    2024'
    """
    if len(pieces) == 1:
        return pieces[0].text
    text, end = "", 0.0
    spaced = bool(pieces) and not any(_CLOSE_BY.search(piece.text) for piece in pieces)
    for piece in pieces:
        if text:
            gap = piece.x0 - end
            if gap > 2 * piece.size:
                text += wide
            elif not piece.text[0].isspace() and gap > _space(text[-1], piece.text[0], spaced=spaced) * piece.size:
                text += " "
        text += piece.text
        end = max(end, piece.x1)
    return text


def _space(before: str, after: str, *, spaced: bool) -> float:
    """The narrowest gap that is a space, in sizes: between two characters nearly one, else that of a space.

    Between a character and a letter or digit some programs leave up to a quarter of their own accord (`spaced`).
    """
    latin = (before < "\u2000") + (after < "\u2000")
    return (0.8, 0.3 if spaced else 0.2, 0.2)[latin]


def paragraphs(found: Sequence[Line], x0: float, x1: float) -> str:
    """Lines between two walls as paragraphs: a line that was full goes on in the next one, another one ends.

    >>> full = Line((Piece("完成期限为2024年12", 2, 0, 98, 10, 10),), 2, 0, 98, 10, 10)
    >>> rest = Line((Piece("月31日前", 2, 12, 50, 22, 10),), 2, 12, 50, 22, 10)
    >>> paragraphs([full, rest], 0, 100), paragraphs([rest, full], 0, 100)
    ('完成期限为2024年12月31日前', '月31日前\\n完成期限为2024年12')
    """
    if not found:
        return ""
    if len(found) == 1:
        return found[0].text.strip()
    room = _room(found, x0, x1)
    texts = [line.text for line in found]
    full = [
        _goes_on(above, line, said.rstrip(), following.strip(), room)
        for (above, line), (said, following) in zip(pairwise(found), pairwise(texts), strict=True)
    ]
    listed = _end_alike([said for said, goes_on in zip(texts, [*full, False], strict=True) if not goes_on])
    text = texts[0].strip()
    for (above, line), goes_on in zip(pairwise(texts), full, strict=True):
        following = line.strip()
        if not following:
            continue
        if goes_on and not (listed and _FIGURE.search(above.rstrip())):
            apart = line[0].isspace() or (listed and _FIGURE.fullmatch(f" {following}"))
            text += (" " if apart else _between(text, following)) + following
        else:
            text += "\n" + following
    return text


def _end_alike(ends: Sequence[str]) -> bool:
    """Whether all that surely ends ends in a figure with its unit; then a full line that does is an end as well."""
    return len(ends) >= _ALIKE and all(_FIGURE.search(f" {end.rstrip()}") for end in ends)


def _room(found: Sequence[Line], x0: float, x1: float) -> float:
    """The width lines have: that between the walls without what is left free beside the widest."""
    free = min(min(line.x0 - x0, x1 - line.x1) for line in found)
    return x1 - x0 - 2 * min(max(free, 0.0), 6.0)


def _goes_on(above: Line, line: Line, said: str, following: str, room: float) -> bool:
    """Whether a line was broken because the next word did not fit; a line that begins a list does not go on."""
    if _CLOSING.match(following):
        return True
    if said.endswith(("。", "；", ";", ".")) and _MARKER.match(following):
        return False
    if _NUMBERED.match(following) or (_SIGNED.fullmatch(said) and _SIGNED.fullmatch(following)):
        return False
    left = room - (above.x1 - above.x0)
    if left < 0.6 * line.size:  # nothing would have fitted
        return True
    word = _WORD.match(following)
    width = (line.x1 - line.x0) * _weight(word[0]) / _weight(following) if word else line.size
    return min(width, room) + 0.6 * line.size > left


def _weight(text: str) -> float:
    """The width of a text in letters: one of the Latin alphabet is half as wide as a character."""
    narrow = sum(map("\u2000".__gt__, text))
    return 0.55 * narrow + (len(text) - narrow) or 1.0


def _between(text: str, following: str) -> str:
    return " " if _LATIN.match(text[-1:]) and _LATIN.match(following) else ""
