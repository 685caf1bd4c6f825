"""The bounds within which an object of a page is drawn."""

from collections.abc import Callable

from parsers.formats.lattice import Rule
from parsers.formats.pdf import pdfium

Place = Callable[[tuple[float, float, float, float]], Rule]
"""Where left, bottom, right and top of what an object stands in are on the page as shown."""

_OF_RECTANGLE = 5
_STRAIGHT = 0.01


def is_clipped(handle: int) -> bool:
    """Whether an object is drawn within bounds."""
    path = pdfium.get_clip_path(handle)
    return bool(path) and pdfium.count_clip_paths(path) > 0


def clipped(box: Rule, handle: int, place: Place) -> Rule | None:
    """What shows of a rectangle within its bounds, None where these are no rectangles or leave nothing of it."""
    path = pdfium.get_clip_path(handle)
    for number in range(pdfium.count_clip_paths(path) if path else 0):
        count = pdfium.count_clip_segments(path, number)
        if count > _OF_RECTANGLE:
            return None
        points = [pdfium.point(pdfium.get_clip_segment(path, number, at)) for at in range(count)]
        if not points:
            continue
        xs, ys = [x for x, _ in points], [y for _, y in points]
        around = x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if any(min(x - x0, x1 - x) > _STRAIGHT or min(y - y0, y1 - y) > _STRAIGHT for x, y in points):
            return None
        bounds = place(around)
        box = Rule(
            max(box.x0, bounds.x0),
            max(box.top, bounds.top),
            min(box.x1, bounds.x1),
            min(box.bottom, bounds.bottom),
        )
    return box if box.x0 < box.x1 and box.top < box.bottom else None
