"""The text outside every table of a page, as paragraphs: titles, unit lines, prose."""

from collections.abc import Sequence

from parsers.formats.lattice.lines import Line, joined, lines
from parsers.formats.lattice.marks import Piece, Sheet
from schema.document import Text
from schema.span import Box

_FAR = "    "
"""What stands for a gap between two texts that share a line."""
_PITCH = 2.2


def text_blocks(pieces: Sequence[Piece], sheet: Sheet, place: str) -> list[Text]:
    """The paragraphs of a page outside its tables; a line that was full goes on in the next one.

    >>> title = [Piece("2024年度省级财政", 40, 10, 140, 24, 14), Piece("绩效目标表", 60, 30, 120, 44, 14)]
    >>> lines = [*title, *(Piece("单位：万元", 130, y, 180, y + 10, 10) for y in (50, 80, 110))]
    >>> [text.text for text in text_blocks(lines, Sheet(1, 200, 300, lines), "page 1")][:2]
    ['2024年度省级财政绩效目标表', '单位：万元']
    """
    found = lines(pieces)
    if not found:
        return []
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    printed = sheet.pieces or pieces
    sizes = sorted(piece.size for piece in printed)
    body = sizes[len(sizes) // 2]
    paragraphs: list[list[Line]] = []
    for line in found:
        if paragraphs and _goes_on(paragraphs[-1][-1], line, (left, right), printed, body):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [text for part in paragraphs if (text := _text(part, sheet.page, place)).text]


def _goes_on(above: Line, line: Line, margins: tuple[float, float], printed: Sequence[Piece], body: float) -> bool:
    """Whether a line is the rest of the one above: of prose that was full, or of a title in large letters."""
    left, right = margins
    if abs(above.size - line.size) > 0.6 or not 0 < line.top - above.top <= _PITCH * line.size:
        return False
    centred = abs((above.x0 + above.x1) - (line.x0 + line.x1)) < 2 * line.size and line.x0 > left + line.size
    full = above.x1 > right - 1.6 * line.size and above.x1 - above.x0 > 0.6 * (right - left)
    full = full and above.x1 - above.x0 > 0.6 * _width(printed)
    if centred and (line.size > 1.15 * body or full):
        return True
    return full and line.x0 <= above.x0 + line.size and line.x0 < left + 3 * line.size


def _width(printed: Sequence[Piece]) -> float:
    """How wide all of a page is printed: the longest of short lines above a wide table is not full."""
    return max(piece.x1 for piece in printed) - min(piece.x0 for piece in printed)


def _text(part: Sequence[Line], page: int, place: str) -> Text:
    box = Box(
        page=page,
        x0=round(min(line.x0 for line in part), 2),
        top=round(min(line.top for line in part), 2),
        x1=round(max(line.x1 for line in part), 2),
        bottom=round(max(line.bottom for line in part), 2),
    )
    return Text(place=place, text="".join(joined(line.pieces, _FAR).strip() for line in part), box=box)
