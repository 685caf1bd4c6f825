"""Text too long for its cell, given to the cell it was drawn for and not to those it lies over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.marks import Piece, Rule, Sheet

_PITCH = 2.0
_SLACK = 1.5
_RUNS_OVER = 4
"""So many lines may run over the foot of a table."""


def settle(filled: dict[int, list[Piece]], table: Cut, sheet: Sheet) -> None:
    """Move pieces whose text does not fit where it stands to the cell they were drawn for.

    What a piece was drawn for its clip tells, which programs set to the bounds of a cell before they draw its text.
    Without one the lines that were drawn one after the other are one text; it belongs to the cell it is aligned with.
    """
    if not any(_crowded(table.slots[number].box, pieces) for number, pieces in filled.items()):
        return
    clipped = list(_clipped(filled, table, sheet))
    moves = clipped or list(_aligned(filled, table, sheet))
    for piece, source, target in moves:
        filled[source].remove(piece)
        filled[target].append(piece)


def take_in(filled: dict[int, list[Piece]], outside: list[Piece], table: Cut, sheet: Sheet) -> None:
    """Give cells the text around the table whose clip says that it is theirs, of a cell a page break cuts."""
    head, foot, left, right = table.ys[0], table.ys[-1], table.xs[0], table.xs[-1]
    for piece in [p for p in outside if p.top < head or p.bottom > foot or p.x0 < left or p.x1 > right]:
        clip = sheet.clip(piece)
        if clip is None or clip.top < head - _SLACK or clip.bottom > foot + _SLACK:
            continue
        target = _nearest(clip, table.slots, piece)
        if target is not None:
            filled[target].append(piece)
            outside.remove(piece)


def gather(filled: dict[int, list[Piece]], outside: list[Piece], table: Cut, sheet: Sheet) -> None:
    """Give the last row the lines of its text that run over the foot of the table, drawn right after those inside."""
    below = {piece for piece in outside if 0 <= piece.middle - table.ys[-1] <= _PITCH * piece.size * _RUNS_OVER}
    if not below:
        return
    foot = [number for number, slot in enumerate(table.slots) if abs(slot.box.bottom - table.ys[-1]) <= _SLACK]
    if not any(filled.get(number) for number in foot):
        return
    home = {piece: number for number in foot for piece in filled.get(number, ())}
    last = max(map(sheet.order, home))
    for text in _texts([*home, *below], sheet):
        number = home.get(text[0])
        for above, piece in pairwise(text):
            if number is None or piece not in below:
                number = home.get(piece)
                continue
            box = table.slots[number].box
            # What is drawn before the table ends is of the table; what is drawn after it may be a note below.
            room = 0.6 if sheet.order(piece) < last else 0.1
            cut = above.bottom > box.bottom - room * above.size or piece.top < box.bottom
            if cut and _stands_below(piece, box):
                filled[number].append(piece)
                outside.remove(piece)
            else:
                number = None


def reach_down(filled: dict[int, list[Piece]], outside: list[Piece], table: Cut, sheet: Sheet) -> None:
    """Give cells that are open at the foot of a table, and blank, the text below them: labels of merged cells.

    A page break that keeps rows whole leaves room below the last one, and a label is centred on all of its cell. It
    holds while nothing else stands below the table; words are labels, and figures may be the number of the page.
    """
    foot = table.ys[-1]
    below = sorted((p for p in outside if p.middle >= foot), key=lambda piece: piece.middle)
    if not below or any(rule.lies and rule.top > foot + _SLACK for rule in sheet.rules):
        return
    last = [number for number, slot in enumerate(table.slots) if abs(slot.box.bottom - foot) <= _SLACK]
    open_ = [number for number in last if not filled.get(number) and not _is_closed(table.slots[number].box, sheet)]
    for piece in below:
        number = next((n for n in open_ if _stands_below(piece, table.slots[n].box)), None)
        if number is None or any(map(str.isdigit, piece.text)):
            return
        filled[number].append(piece)
        outside.remove(piece)


def _is_closed(box: Rule, sheet: Sheet) -> bool:
    """Whether a line is drawn along the foot of a cell."""
    along = (rule for rule in sheet.rules if rule.lies and rule.top - _SLACK <= box.bottom <= rule.bottom + _SLACK)
    return any(rule.x0 < box.x1 - _SLACK and box.x0 + _SLACK < rule.x1 for rule in along)


def _stands_below(piece: Piece, box: Rule) -> bool:
    return box.x0 - 1 <= piece.x0 and piece.x1 <= box.x1 + 1


def _crowded(box: Rule, pieces: Sequence[Piece]) -> bool:
    """Whether text reaches over the top or the bottom of a cell, or lies on other text in it."""
    for piece in pieces:
        if _over(piece, box):
            return True
    if len(pieces) == 1:
        return False
    ordered = sorted(pieces, key=lambda piece: (piece.top, piece.x0))
    return any(
        two.top < one.bottom - 0.35 * one.size and two.x0 < one.x1 - 0.5 * one.size and one.x0 < two.x1 - 0.5 * one.size
        for one, two in pairwise(ordered)
        if not one.turned
    )


def _over(piece: Piece, box: Rule) -> bool:
    return not piece.turned and (piece.top < box.top - 0.2 * piece.size or piece.bottom > box.bottom + 0.2 * piece.size)


def _clipped(filled: Mapping[int, list[Piece]], table: Cut, sheet: Sheet) -> Iterator[tuple[Piece, int, int]]:
    """The pieces whose clip is another cell than the one they stand in."""
    for source, pieces in filled.items():
        for piece in pieces:
            clip = sheet.clip(piece)
            if clip is None or _fits(clip, table.slots[source].box):
                continue
            target = _nearest(clip, table.slots, piece)
            if target is not None and target != source:
                yield piece, source, target


def _fits(clip: Rule, box: Rule) -> bool:
    return all(abs(one - other) <= 2 * _SLACK for one, other in zip(clip, box, strict=True))


def _bounds(clip: Rule | None, box: Rule) -> bool:
    """Whether a clip ends where a cell does, above and below."""
    return clip is not None and abs(clip.top - box.top) + abs(clip.bottom - box.bottom) <= 3 * _SLACK + 4


def _nearest(clip: Rule, slots: Iterable[Slot], piece: Piece) -> int | None:
    """The cell that a clip bounds: of equal height at least, for text may run on into empty cells beside its own.

    Where it bounds a whole row, as of a cell that a page break cuts, the cell is the one the text stands over.
    """
    best, least = None, 0.0
    for number, slot in enumerate(slots):
        box = slot.box
        height = min(clip.bottom, box.bottom) - max(clip.top, box.top)
        width = min(clip.x1, box.x1) - max(clip.x0, box.x0)
        if height <= 0 or width <= 0:
            continue
        if not _bounds(clip, box):
            continue
        share = height * width / max((box.bottom - box.top) * (box.x1 - box.x0), 1.0)
        share += box.x0 - _SLACK <= piece.x0 and piece.x1 <= box.x1 + _SLACK
        if share > least + 0.01:
            best, least = number, share
    return best


def _aligned(filled: Mapping[int, list[Piece]], table: Cut, sheet: Sheet) -> Iterator[tuple[Piece, int, int]]:
    """The pieces of a text whose lines were drawn one after the other, over several cells, with its one cell."""
    home = {piece: number for number, pieces in filled.items() for piece in pieces}
    for text in _texts(home, sheet):
        cells = list(dict.fromkeys(home[piece] for piece in text))
        if len(cells) < 2 or not any(_over(p, table.slots[home[p]].box) or _collides(p, home, filled) for p in text):
            continue
        if all(_bounds(sheet.clip(piece), table.slots[home[piece]].box) for piece in text):
            continue
        box = Rule(
            min(p.x0 for p in text), min(p.top for p in text), max(p.x1 for p in text), max(p.bottom for p in text)
        )
        target = min(cells, key=lambda number: _offset(box, table.slots[number].box))
        yield from ((piece, home[piece], target) for piece in text if home[piece] != target)


def _collides(piece: Piece, home: Mapping[Piece, int], filled: Mapping[int, list[Piece]]) -> bool:
    """Whether a piece lies on another one in its cell."""
    return any(
        other is not piece
        and abs(other.middle - piece.middle) < 0.6 * piece.size
        and other.x0 < piece.x1 - 0.5 * piece.size
        and piece.x0 < other.x1 - 0.5 * piece.size
        for other in filled[home[piece]]
    )


def _texts(pieces: Iterable[Piece], sheet: Sheet) -> Iterator[list[Piece]]:
    """Pieces in the order of drawing, cut where the next one is not the next line of the same text."""
    text: list[Piece] = []
    begins = 0.0
    for piece in sorted(pieces, key=sheet.order):
        step = _first_height(piece) - _last_height(text[-1]) if text else 0.0
        level = abs(step) <= 0.3 * piece.size
        if text and not (_beside(text[-1], piece) if level else _below(text[-1], begins, piece, step)):
            yield text
            text = []
        if not text or not level:
            begins = piece.x0
        text.append(piece)
    if text:
        yield text


def _beside(before: Piece, piece: Piece) -> bool:
    """Whether a piece goes on beside another one of its line."""
    return -0.3 * piece.size <= piece.x0 - before.x1 <= 2 * piece.size


def _below(above: Piece, begins: float, piece: Piece, step: float) -> bool:
    """Whether a piece begins the line after another one, from the same left, middle or right.

    Programs may draw a line letter by letter; `begins` is where that of the other one does.
    """
    flush = (begins - piece.x0, (begins + above.x1 - piece.x0 - piece.x1) / 2, above.x1 - piece.x1)
    return 0.6 * piece.size < step <= _PITCH * piece.size and min(map(abs, flush)) <= 0.5 * piece.size


def _first_height(piece: Piece) -> float:
    """The height of its first letter, where letters stand below each other."""
    return piece.top + piece.size / 2 if piece.turned else piece.middle


def _last_height(piece: Piece) -> float:
    return piece.bottom - piece.size / 2 if piece.turned else piece.middle


def _offset(box: Rule, cell: Rule) -> float:
    """How far a text is from being aligned with a cell: with its top, its middle or its bottom."""
    middle = abs(box.top + box.bottom - cell.top - cell.bottom) / 2
    return min(middle, abs(box.top - cell.top), abs(box.bottom - cell.bottom))
