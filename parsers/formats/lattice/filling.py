"""The pieces of a page given to the cells they were drawn for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.marks import Piece, Rule, Sheet
from parsers.formats.lattice.overflow import gather, reach_down, settle, take_in

_SLACK = 2.5
_HANGING = "。，、；：！？）》」』】"
"""Signs whose right half is blank, with which programs let a line run over the side of a cell."""
_TOUCHES = 0.15
"""So much of its size a letter's box may reach over a line that the letter keeps off."""


def fill(table: Cut, pieces: Iterable[Piece], sheet: Sheet) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """The pieces in each cell by its number, and those that stand in none.

    A piece belongs where it begins. One that reaches over a wall is taken apart if its letters keep off the wall, as
    those of a whole row drawn in one go do; if not, its text is too long for its cell.
    """
    place = _Places(table)
    filled: dict[int, list[Piece]] = defaultdict(list)
    outside: list[Piece] = []
    for piece in pieces:
        number = place.of(piece)
        if number is None:
            outside.append(piece)
            continue
        box = table.slots[number].box
        if _stays_in(piece, box):
            filled[number].append(piece)
            continue
        parts = _apart_below(piece, sheet, table.ys) if piece.turned else _apart(piece, sheet, table.xs)
        for part in parts:
            cell = number if len(parts) == 1 else place.of(part)
            (outside if cell is None else filled[cell]).append(part)
    settle(filled, table, sheet)
    take_in(filled, outside, table, sheet)
    gather(filled, outside, table, sheet)
    reach_down(filled, outside, table, sheet)
    return filled, outside


class _Places:
    """Which cell a place belongs to."""

    def __init__(self, table: Cut) -> None:
        self.xs, self.ys = table.xs, table.ys
        self.cells = {
            (row, column): number
            for number, slot in enumerate(table.slots)
            for row in range(slot.row, slot.row + slot.rows)
            for column in range(slot.column, slot.column + slot.columns)
        }

    def of(self, piece: Piece) -> int | None:
        """The cell a piece begins in."""
        _, x0, top, x1, bottom, size, _, _, _, _ = piece
        row = bisect_right(self.ys, (top + bottom) / 2)
        if row == 0 or row == len(self.ys):
            return None
        column = bisect_right(self.xs, x0 + min(size, x1 - x0) / 2)
        return self.cells.get((row - 1, column - 1))


def _stays_in(piece: Piece, box: Rule) -> bool:
    """Whether a piece ends within a cell in the direction its letters follow each other."""
    if piece.turned:
        return piece.bottom <= box.bottom + _SLACK and piece.top >= box.top - _SLACK
    return piece.x1 <= box.x1 + _SLACK and piece.x0 >= box.x0 - _SLACK


def _apart_below(piece: Piece, sheet: Sheet, floors: Sequence[float]) -> list[Piece]:
    """Letters below each other cut at the lines they keep off: the end of a text over a line, the next one below it."""
    parts: list[list[Piece]] = [[]]
    for letter in sheet.letters(piece):
        if parts[-1] and _under_floor(parts[-1][-1], letter, sheet, floors):
            parts.append([])
        parts[-1].append(letter)
    if len(parts) == 1:
        return [piece]
    return [_whole(part)._replace(turned=len(part) > 1 or part[0].turned) for part in parts]


def _under_floor(above: Piece, letter: Piece, sheet: Sheet, floors: Sequence[float]) -> bool:
    """Whether a letter was drawn anew below a line that neither it nor the letter above it touches."""
    number = bisect_right(floors, above.middle)
    if number == len(floors) or letter.middle < floors[number] or sheet.order(letter) == sheet.order(above):
        return False
    slack = _TOUCHES * letter.size
    return above.bottom <= floors[number] + slack and letter.top >= floors[number] - slack


def _apart(piece: Piece, sheet: Sheet, walls: Sequence[float]) -> list[Piece]:
    """A piece cut at the walls its letters keep off."""
    letters = sheet.letters(piece)
    parts: list[list[Piece]] = [[]]
    for letter in letters:
        if parts[-1] and _kept_off(parts[-1][-1], letter, sheet, walls):
            parts.append([])
        if parts[-1] or letter.text.strip():
            parts[-1].append(letter)
    whole = [_whole(part) for part in parts if part]
    return [part for part in whole if part.text]


def _kept_off(before: Piece, letter: Piece, sheet: Sheet, walls: Sequence[float]) -> bool:
    """Whether a wall stands in a gap between two letters, or the second was drawn anew on the other side of it."""
    end = before.x0 if not before.text.strip() else before.x1
    gap = letter.x0 - end
    other = sheet.order(letter) != sheet.order(before)
    anew = other and (
        abs(gap) > 0.12 * letter.size
        or (_begins_at(letter, before, walls) and (abs(gap) > 0.01 * letter.size or before.text in _HANGING))
        or sheet.clip(letter) != sheet.clip(before)
    )
    if not anew and gap <= 0.25 * letter.size:
        return False
    return bisect_right(walls, letter.x0 + letter.size / 4) != bisect_right(walls, before.x0 + before.size / 4)


def _begins_at(letter: Piece, before: Piece, walls: Sequence[float]) -> bool:
    """Whether a letter begins right behind a wall that the one before it reaches over: the text of the next cell."""
    number = bisect_right(walls, letter.x0)
    return number > 0 and before.x0 < walls[number - 1] and letter.x0 - walls[number - 1] <= 0.3 * letter.size


def _whole(letters: Sequence[Piece]) -> Piece:
    text = "".join(letter.text for letter in letters)
    shown = [letter for letter in letters if letter.text.strip()] or letters
    first = shown[0]
    return first._replace(
        text=text.strip(),
        x0=min(letter.x0 for letter in shown),
        top=min(letter.top for letter in shown),
        x1=max(letter.x1 for letter in shown),
        bottom=max(letter.bottom for letter in shown),
    )


def overlaps(slot: Slot, box: Rule) -> bool:
    """Whether a rectangle covers part of a cell."""
    return slot.box.x0 < box.x1 and box.x0 < slot.box.x1 and slot.box.top < box.bottom and box.top < slot.box.bottom
