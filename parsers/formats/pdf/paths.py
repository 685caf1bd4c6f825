"""The paths of a page as rules and grounds: strokes, thin rectangles, frames, shaded cells, in forms as well."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from parsers.formats.lattice import Rule
from parsers.formats.lattice.edges import THICKEST
from parsers.formats.pdf import pdfium
from parsers.formats.pdf.clips import clipped, is_clipped
from parsers.formats.pdf.painting import Bounds, Fill, shown_grounds, shown_lines, shown_rules
from parsers.formats.pdf.pdfium import AS_IS, Matrix, bounds, drawn
from parsers.formats.pdf.turning import Shown

DEEPEST = 12
"""Forms within forms; a file that goes deeper goes in circles."""
_MOST_SEGMENTS = 20_000
_MOVE, _LINE, _CURVE = 2, 0, 1
_STRAIGHT = 0.6
_OF_RECTANGLE = 5
"""Segments of a rectangle: where it begins, and its sides."""
_CLOSED = 6
"""Corners of one at the most, its first one counted again where it is closed."""


_Corner = tuple[float, float, bool]
"""Where a path goes, and whether it draws a straight line on its way there."""


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page: `texts` are its texts in the order in which they are drawn, as handles.

    `fills` are the rectangles painted on it, `pale` its white lines with how many grounds were painted before each.
    """

    rules: list[Rule] = field(default_factory=list)
    grounds: list[Rule] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    pictures: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pale: list[tuple[Rule, int]] = field(default_factory=list)
    _painted: list[tuple[int, Matrix]] = field(default_factory=list)

    def take_lines(self, lines: Iterable[Rule], paint: int) -> None:
        """Take lines into account that are drawn in ink, or in white: those may lie on a ground that is painted."""
        if paint == pdfium.INK:
            self.rules.extend(lines)
        elif paint == pdfium.WHITE:
            self.pale.extend((line, len(self.grounds)) for line in lines)

    def take_fill(self, box: Rule, paint: int, handle: int, outer: Matrix) -> None:
        """Take a rectangle into account that is painted over what was drawn before it."""
        before = len(self.rules), len(self.grounds), len(self.texts)
        if any(before):
            self.fills.append(Fill(box, paint == pdfium.WHITE, *before, len(self._painted)))
            self._painted.append((handle, outer))

    def bounds(self, shown: Shown) -> Bounds:
        """What each of the rectangles that are painted covers."""

        def covered(fill: Fill) -> Rule | None:
            handle, outer = self._painted[fill.source]
            place = partial(_placed, outer=outer, shown=shown)
            return None if pdfium.has_transparency(handle) else clipped(fill.box, handle, place)

        return covered

    def settle(self, covered: Bounds) -> None:
        """Leave out what is painted over, and take in what is white and shows, now that all is drawn."""
        self.rules = [
            *shown_rules(self.rules, self.fills, covered),
            *shown_lines(self.pale, self.grounds),
        ]
        self.grounds = shown_grounds(self.grounds, self.fills, covered)


def drawing(page: int, shown: Shown, own: int | None = None) -> Drawing:
    """Everything drawn on a page that shows; only text of what annotations draw on top of the `own` objects of it."""
    found, typed = Drawing(), Drawing()
    add_text, get_object, object_type = found.texts.append, pdfium.get_object, pdfium.object_type
    count = pdfium.count_objects(page)
    for at in range(count if own is None else own):
        handle = get_object(page, at)
        kind = object_type(handle)
        if kind == pdfium.TEXT:  # most of a page: some programs draw letter by letter
            add_text(handle)
        elif kind == pdfium.PATH:
            _take_path(handle, AS_IS, shown, found)
        else:
            _take(handle, kind, AS_IS, shown, found)
    if found.fills or found.pale:
        found.settle(found.bounds(shown))
    for at in range(count if own is None else own, count):
        handle = get_object(page, at)
        _take(handle, object_type(handle), AS_IS, shown, typed)
    found.texts.extend(typed.texts)
    return found


def _take(handle: int, kind: int, outer: Matrix, shown: Shown, found: Drawing, depth: int = 0) -> None:
    match kind:
        case pdfium.TEXT:
            found.texts.append(handle)
        case pdfium.PATH:
            _take_path(handle, outer, shown, found)
        case pdfium.FORM if depth < DEEPEST:
            inner = outer.after(pdfium.matrix(handle))
            fills = len(found.fills)
            for at in range(pdfium.count_form_objects(handle)):
                within = pdfium.get_form_object(handle, at)
                _take(within, pdfium.object_type(within), inner, shown, found, depth + 1)
            if pdfium.has_transparency(handle) or is_clipped(handle):
                del found.fills[fills:]
        case pdfium.PICTURE:
            box = _placed(pdfium.bounds(handle), outer, shown)
            is_line = min(box.x1 - box.x0, box.bottom - box.top) <= THICKEST  # a dot stretched to one
            (found.rules if is_line else found.pictures).append(box)


def _take_path(handle: int, outer: Matrix, shown: Shown, found: Drawing) -> None:
    fill, stroke = drawn(handle)
    if not fill and not stroke:
        return
    sides = _frame(handle, outer, shown) if stroke or fill == pdfium.WHITE else []
    if sides:
        box = Rule(*sides[0][:3], sides[1].bottom)
        if fill == pdfium.INK != stroke:
            found.grounds.append(box)
        if fill:
            found.take_fill(box, fill, handle, outer)
        found.take_lines(sides, stroke)
        return
    box = _placed(bounds(handle), outer, shown)
    if box.bottom - box.top <= THICKEST or box.x1 - box.x0 <= THICKEST:
        found.take_lines([box], max(fill, stroke))
    elif stroke or fill == pdfium.INK:
        corners = _corners(handle, outer, shown)
        found.take_lines(_strokes(corners), stroke)
        if fill == pdfium.INK != stroke:
            _take_filled(corners, handle, outer, found)


def _take_filled(corners: list[_Corner], handle: int, outer: Matrix, found: Drawing) -> None:
    parts = list(_rectangles(corners))
    for part in parts:
        thin = min(part.x1 - part.x0, part.bottom - part.top) <= THICKEST
        (found.rules if thin else found.grounds).append(part)
    if len(parts) == 1 and len(corners) <= _CLOSED:
        found.take_fill(parts[0], pdfium.INK, handle, outer)


def _frame(handle: int, outer: Matrix, shown: Shown) -> list[Rule]:
    """The sides of a rectangle as most programs draw it, a cell each: asked for its corners, not segment by segment."""
    if pdfium.count_segments(handle) != _OF_RECTANGLE:
        return []
    segments = [pdfium.get_segment(handle, at) for at in range(4)]
    if pdfium.segment_type(segments[1]) != _LINE:
        return []
    own = pdfium.matrix(handle)
    through = own if outer is AS_IS else outer.after(own)
    spots = [pdfium.point(segment) for segment in segments]
    if through != AS_IS:
        spots = [_through(through, x, y) for x, y in spots]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = spots
    level = ay == by and bx == cx and cy == dy and dx == ax
    upright = ax == bx and by == cy and cx == dx and dy == ay
    if not (level or upright):
        return []
    x0, top, x1, bottom = shown.place(min(ax, cx), min(ay, cy), max(ax, cx), max(ay, cy))
    if x1 - x0 <= THICKEST or bottom - top <= THICKEST:
        return []
    return [Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom), Rule(x0, top, x0, bottom), Rule(x1, top, x1, bottom)]


def _placed(box: tuple[float, float, float, float], outer: Matrix, shown: Shown) -> Rule:
    if outer is AS_IS:
        return shown.place(*box)
    x0, y0, x1, y1 = box
    xs, ys = zip(*(_through(outer, x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))), strict=True)
    return shown.place(min(xs), min(ys), max(xs), max(ys))


def _through(outer: Matrix, x: float, y: float) -> tuple[float, float]:
    return outer.a * x + outer.c * y + outer.e, outer.b * x + outer.d * y + outer.f


def _corners(handle: int, outer: Matrix, shown: Shown) -> list[_Corner]:
    """The corners of a path as shown."""
    through = outer.after(pdfium.matrix(handle))
    corners: list[_Corner] = []
    first = (0.0, 0.0)
    for at in range(min(pdfium.count_segments(handle), _MOST_SEGMENTS)):
        segment = pdfium.get_segment(handle, at)
        x, y = _through(through, *pdfium.point(segment))
        spot = shown.place(x, y, x, y)
        kind = pdfium.segment_type(segment)
        corners.append((spot.x0, spot.top, kind == _LINE))
        if kind == _MOVE:
            first = (spot.x0, spot.top)
        if pdfium.segment_closes(segment):
            corners.append((*first, True))
    return corners


def _strokes(corners: list[_Corner]) -> Iterator[Rule]:
    """The upright and the level lines of a path."""
    for (x0, y0, _), (x1, y1, straight) in pairwise(corners):
        if straight and (abs(x0 - x1) <= _STRAIGHT) != (abs(y0 - y1) <= _STRAIGHT):
            yield Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _rectangles(corners: list[_Corner]) -> Iterator[Rule]:
    """The rectangles a filled path consists of, one for each time it sets out anew."""
    part: list[_Corner] = []
    for corner in (*corners, (0.0, 0.0, False)):
        if not corner[2] and part:
            yield from _rectangle(part)
            part = []
        part.append(corner)


def _rectangle(part: list[_Corner]) -> Iterator[Rule]:
    xs, ys = [x for x, _, _ in part], [y for _, y, _ in part]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    on_edges = all(
        min(abs(x - x0), abs(x - x1)) <= _STRAIGHT and min(abs(y - y0), abs(y - y1)) <= _STRAIGHT for x, y, _ in part
    )
    if 4 <= len(part) <= 6 and on_edges:
        yield Rule(x0, y0, x1, y1)
