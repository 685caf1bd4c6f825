"""Pages as pictures with the grid that was found drawn over them: what a person looks at who doubts a reading."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from parsers.formats.pdf.fonts import system_fonts
from schema.document import Document, Grid, Text
from schema.span import Box

_pdfium: Any = import_module("pypdfium2")

_SCALE = 1.5
"""Pixels a point: letters can be read, and a page fits a screen."""
_CELL = (200, 30, 30)
_MERGED = (20, 90, 200)
_TEXT = (20, 140, 60)


def pictures(content: bytes, document: Document) -> Iterator[tuple[int, bytes]]:
    """Each page that was read, by number, as PNG: cells in red, merged ones in blue, paragraphs between in green."""
    boxes: dict[int, list[tuple[Box, tuple[int, int, int]]]] = {}
    for box, colour in _boxes(document.blocks):
        boxes.setdefault(box.page, []).append((box, colour))
    pdf = _pdfium.PdfDocument(content)
    try:
        for number, found in sorted(boxes.items()):
            with system_fonts():
                page = pdf[number - 1]
                picture = page.render(scale=_SCALE).to_pil().convert("RGB")
                page.close()
            yield number, _drawn_over(picture, found)
    finally:
        pdf.close()


def _boxes(blocks: Iterable[Grid | Text]) -> Iterator[tuple[Box, tuple[int, int, int]]]:
    for block in blocks:
        match block:
            case Text():
                if block.box is not None:
                    yield block.box, _TEXT
            case Grid():
                for cell in block.cells:
                    if cell.box is not None:
                        yield cell.box, _MERGED if cell.rows * cell.columns > 1 else _CELL


def _drawn_over(picture: Image.Image, boxes: Iterable[tuple[Box, tuple[int, int, int]]]) -> bytes:
    pen = ImageDraw.Draw(picture)
    for box, colour in boxes:
        inset = 1.0 if colour is not _TEXT else 0.0
        left, top = (box.x0 + inset) * _SCALE, (box.top + inset) * _SCALE
        right, bottom = (box.x1 - inset) * _SCALE, (box.bottom - inset) * _SCALE
        pen.rectangle((left, top, max(left, right), max(top, bottom)), outline=colour, width=2)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
