"""A page as drawn → its tables and the text between them, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsers.formats.lattice.alignment import align, divides_rows
from parsers.formats.lattice.boxes import cells_among, lines_between
from parsers.formats.lattice.cells import Cut, cut
from parsers.formats.lattice.edges import SHORTEST, Edge, edges, together
from parsers.formats.lattice.filling import fill
from parsers.formats.lattice.frames import Frame, frames
from parsers.formats.lattice.halves import gutter
from parsers.formats.lattice.letter_lines import drawn_signs, struck_texts
from parsers.formats.lattice.lines import joined, lines, paragraphs
from parsers.formats.lattice.marks import Piece, Rule, Sheet
from parsers.formats.lattice.outside import text_blocks
from parsers.formats.lattice.regions import Region, regions
from parsers.formats.lattice.stamps import stamps
from parsers.formats.lattice.touching import told_apart
from parsers.formats.lattice.unruled import stands_in_columns, unruled
from parsers.formats.lattice.walls import with_walls
from parsers.formats.lattice.watermarks import watermarks
from schema.document import Cell, Grid, Text
from schema.span import Box

_AT_EDGE = 1.0
_FIRST = 20
"""So many texts tell how small a page is printed: its title is among them."""
_TINY = 14.0
"""A frame that is smaller both ways is a box to tick, or a letter."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a page shows: its blocks, and text across the page that belongs to none, of a watermark or a seal.

    `beyond` is text that the file holds past the edges of the page, where nobody sees it, `hidden` text that
    something was painted over, `bare` what annotations say without telling how they look, `struck` what a line strikes
    through, which stands in its cell all the same, and `signs` texts whose sign is drawn. `upright` are the blocks as
    they stand on a page that was turned for reading.

    `by_text` says that the rows of a table were told by where its texts stand, for want of lines, `in_columns` that the
    page shows no table, and its text stands as in one, `cut_off` that a table runs to the right edge of the paper.
    """

    blocks: tuple[Grid | Text, ...]
    across: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    upright: tuple[Grid | Text, ...] = ()
    by_text: bool = False
    in_columns: bool = False
    bare: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    cut_off: bool = False

    @property
    def as_read(self) -> tuple[Grid | Text, ...]:
        """The blocks with their rows below each other, whichever way the page is shown."""
        return self.upright or self.blocks


def read_sheet(sheet: Sheet, place: str, before: Sequence[Sequence[float]] = ()) -> Found:
    """The tables of a page with their merged cells and boxes, and the text between them.

    `before` has the sides of the cells of each table that may go on on this page.

    >>> lines = [Rule(10, y, 110, y + 1) for y in (9.5, 29.5)] + [Rule(x, 10, x + 1, 30) for x in (9.5, 59.5, 109.5)]
    >>> sheet = Sheet(1, 595, 842, [Piece("报告", 20, 14, 40, 24, 10), Piece("2份", 70, 14, 85, 24, 10)], lines)
    >>> [(cell.text, cell.box.x1) for cell in read_sheet(sheet, "page 1").blocks[0].cells]
    [('报告', 60.0), ('2份', 110.0)]
    """
    largest = max((piece.size for piece in sheet.pieces[:_FIRST]), default=SHORTEST)
    lying, standing = edges(sheet.rules, min(SHORTEST, largest))  # a sheet printed on one page may be very small
    marks = {piece for piece in sheet.pieces if piece.slanted} | watermarks(sheet.pieces, lying, standing)
    marks |= stamps(sheet)
    upright = [piece for piece in sheet.pieces if piece not in marks] if marks else sheet.pieces
    across = tuple(piece.text for piece in sheet.pieces if piece in marks) if marks else ()
    framed, alone = _with_boxes(*frames(lying, standing), sheet)
    tables: list[tuple[Cut, dict[int, list[Piece]]]] = []
    rest: Sequence[Piece] = upright
    for table in _cuts(_outermost(framed), rest):
        filled, outside = fill(table, rest, sheet)
        walled = with_walls(table, filled)
        if walled is not None:
            filled, outside = fill(walled, rest, sheet)
        tables.append((walled or table, filled))
        rest = outside
    for table in _aligned(alone, framed, rest, before):
        filled, rest = fill(table, rest, sheet)
        tables.append((table, filled))
    grids = [(table.ys[0], table.xs[0], _cells(table, filled, sheet)) for table, filled in tables if filled]
    return Found(
        tuple(_in_order(grids, rest, sheet, place)),
        across,
        by_text=any(table.by_text for table, filled in tables if filled),
        in_columns=not grids and stands_in_columns(rest),
        struck=struck_texts(sheet, lying, standing),
        signs=drawn_signs(sheet),
        cut_off=any(table.xs[-1] > sheet.width - _AT_EDGE for table, filled in tables if filled),
    )


def _with_boxes(framed: list[Frame], alone: list[Edge], sheet: Sheet) -> tuple[list[Frame], list[Edge]]:
    """The frames and the lines of a page, with those of cells that are drawn one by one: framed each, or shaded."""
    tables = [frame.box for frame in framed if not _is_border(frame)]
    boxes = [frame.box for frame in framed if _is_border(frame)]
    boxes += [ground for ground in sheet.grounds if not any(_overlap(box, ground) for box in tables)]
    cells = cells_among(boxes, sheet.width, sheet.height)
    outer = [cell for cell in cells if any(_holds(cell, o) for o in cells if o != cell)]
    found, more = frames(*lines_between([cell for cell in cells if cell not in outer], outer))
    if not found and not more:
        return framed, alone
    kept = [frame for frame in framed if not any(_holds(other.box, frame.box) for other in found)]
    return sorted([*kept, *found], key=lambda frame: (frame.box.top, frame.box.x0)), together([*alone, *more])


def _overlap(one: Rule, other: Rule) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _outermost(found: Sequence[Frame]) -> list[Frame]:
    """The frames that are tables: boxes to tick left out, and of one in another the one that is divided."""
    large = [frame for frame in found if _size(frame.box) > _TINY]
    kept: list[Frame] = []
    for frame in large:
        holders = [other for other in large if other is not frame and _holds(other.box, frame.box)]
        held = [other for other in large if other is not frame and _holds(frame.box, other.box)]
        if any(not _is_border(holder) for holder in holders) or (held and _is_border(frame)):
            continue
        kept.append(frame)
    return kept


def _size(box: Rule) -> float:
    return max(box.x1 - box.x0, box.bottom - box.top)


def _holds(outer: Rule, inner: Rule) -> bool:
    return (
        outer.x0 <= inner.x0 + 1
        and outer.top <= inner.top + 1
        and outer.x1 >= inner.x1 - 1
        and outer.bottom >= inner.bottom - 1
    )


def _is_border(frame: Frame) -> bool:
    """Whether a frame is a border around something rather than a table."""
    return len(frame.lying) <= 2 and len(frame.standing) <= 2


def _cuts(found: Iterable[Frame], pieces: Sequence[Piece]) -> Iterator[Cut]:
    for frame in found:
        table = cut(frame)
        if len(table.xs) == 2:
            box = Rule(table.xs[0], table.ys[0], table.xs[1], table.ys[-1])
            inside = [piece for piece in pieces if _stands_in(piece, box)]
            aligned = align(inside, Region(box, frame.lying)) if inside else None
            if aligned is not None:
                yield aligned
            elif len(table.slots) > 1:
                yield table
        elif table.slots:
            yield from told_apart(table)


def _aligned(
    alone: Sequence[Edge], framed: Sequence[Frame], pieces: Sequence[Piece], before: Sequence[Sequence[float]]
) -> Iterator[Cut]:
    free = [edge for edge in alone if not any(_crosses(frame.box, edge) for frame in framed)]
    found = regions(free, pieces, open_ends=not framed)
    ruled = divides_rows(found, pieces)
    if not found and not framed:
        found, ruled = unruled(pieces), False
    for region in found:
        inside = [piece for piece in pieces if _stands_in(piece, region.box)]
        table = align(inside, region, ruled=ruled, before=before) if inside else None
        if table is not None:
            yield table


def _crosses(box: Rule, edge: Edge) -> bool:
    return box.top - 1 <= edge.at <= box.bottom + 1 and edge.start < box.x1 and box.x0 < edge.end


def _stands_in(piece: Piece, box: Rule) -> bool:
    return box.top <= piece.middle <= box.bottom and box.x0 - 3 <= piece.x0 and piece.x1 <= box.x1 + 3


def _cells(table: Cut, filled: dict[int, list[Piece]], sheet: Sheet) -> list[Cell]:
    """The cells that say something."""
    cells: list[Cell] = []
    sides = {side: round(side, 2) for side in (*table.xs, *table.ys)}
    for number in sorted(filled):
        pieces, slot = filled[number], table.slots[number]
        text = _text(pieces, slot.box, sheet) if pieces else ""
        if text:
            x0, top, x1, bottom = map(sides.__getitem__, slot.box)
            box = Box(sheet.page, x0, top, x1, bottom)
            cells.append(Cell(slot.row + 1, slot.column + 1, text, slot.rows, slot.columns, box))
    return cells


def _text(pieces: Sequence[Piece], box: Rule, sheet: Sheet) -> str:
    if len(pieces) == 1:
        return pieces[0].text.strip()
    if turned := [piece for piece in pieces if piece.turned]:
        upright = [piece for piece in pieces if not piece.turned]
        if any(_goes_on_from(above, piece) for piece in turned for above in upright):
            apart = [letter for piece in pieces for letter in _letters(piece, sheet)]
            if not any(letter.turned for letter in apart):
                return _text(apart, box, sheet)
        ordered = sorted(turned, key=sheet.order)
        return "".join(piece.text.strip() for piece in ordered) + (_text(upright, box, sheet) if upright else "")
    found = lines(pieces)
    return paragraphs(found, box.x0, box.x1) if len(found) > 1 else joined(found[0].pieces, " ").strip()


def _goes_on_from(above: Piece, piece: Piece) -> bool:
    """Whether letters below each other are ends of lines in a narrow cell: other text stands above or beside them."""
    return above.middle < piece.bottom


def _letters(piece: Piece, sheet: Sheet) -> Sequence[Piece]:
    """The letters of a piece that stand upright though it does not; else the piece itself."""
    letters = sheet.letters(piece) if piece.turned else (piece,)
    return (piece,) if any(letter.turned for letter in letters) else letters


def _in_order(
    grids: Sequence[tuple[float, float, list[Cell]]], rest: Sequence[Piece], sheet: Sheet, place: str
) -> Iterator[Grid | Text]:
    """The blocks of a page from above; of two pages on one sheet those of the left one first."""
    sides = [(left, max(cell.box.x1 for cell in cells if cell.box)) for _, left, cells in grids if cells]
    at = gutter(sides, rest, sheet.width) if len(sides) > 1 else None
    halves = [rest] if at is None else [[p for p in rest if p.x0 < at], [p for p in rest if p.x0 >= at]]
    placed: list[tuple[bool, float, float, list[Cell] | Text]] = [
        (at is not None and left >= at, top, left, cells) for top, left, cells in grids
    ]
    for number, half in enumerate(halves):
        texts = text_blocks(half, sheet, place)
        placed.extend((number > 0, text.box.top, text.box.x0, text) for text in texts if text.box is not None)
    number = 0
    for *_, block in sorted(placed, key=lambda item: item[:3]):
        if isinstance(block, Text):
            yield block
        elif block:
            number += 1
            yield Grid(place=f"{place} › table {number}", cells=tuple(block))
