"""The bounds things are drawn in."""

from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from parsers.formats.lattice import Rule
from parsers.formats.pdf import pdfium
from parsers.formats.pdf.clips import clipped, is_clipped

_canvas: Any = import_module("reportlab.pdfgen.canvas")
CELL = Rule(10, 10, 90, 50)


def _drawn_within(corners: list[tuple[float, float]]) -> tuple[bool, Rule | None]:
    out = BytesIO()
    pen = _canvas.Canvas(out, pagesize=(200, 200), invariant=1)
    if corners:
        path = pen.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        pen.clipPath(path, stroke=0, fill=0)
    pen.rect(10, 10, 80, 40, stroke=0, fill=1)
    pen.save()
    pdfium.start()
    content = out.getvalue()
    document = pdfium.load(content, len(content), None)
    page = pdfium.load_page(document, 0)
    handle = pdfium.get_object(page, 0)
    found = is_clipped(handle), clipped(CELL, handle, lambda box: Rule(*box))
    pdfium.close_page(page)
    pdfium.close(document)
    return found


@pytest.mark.parametrize(
    ("corners", "found"),
    [
        ([], (False, CELL)),
        ([(20, 0), (60, 0), (60, 30), (20, 30)], (True, Rule(20, 10, 60, 30))),
        ([(50, 0), (100, 30), (50, 60), (0, 30)], (True, None)),
        ([(150, 0), (160, 0), (160, 30), (150, 30)], (True, None)),
    ],
)
def test_what_shows_of_a_rectangle_within_bounds(corners: list[tuple[float, float]], found: object) -> None:
    assert _drawn_within(corners) == found
