"""The pages of a PDF as pictures, with the boxes of the figures on them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from audit.web.source.marks import Mark, Marks, spot_of
from audit.web.source.page_pictures import Picture
from schema.document import Document, Grid
from schema.span import Box


@dataclass(frozen=True, slots=True)
class Boxed:
    """A figure's box on a page, in points."""

    x: float
    y: float
    width: float
    height: float
    text: str
    mark: Mark | None
    lit: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in points, and the boxes on it, those that are lit last, so that they lie on top."""

    number: int
    width: float
    height: float
    boxes: tuple[Boxed, ...]


def paged(document: Document, marks: Marks, pictures: Mapping[int, Picture]) -> list[Page]:
    """The pages there are pictures of."""
    boxes: dict[int, list[Boxed]] = defaultdict(list)
    for block in document.blocks:
        if block.place not in marks.places:
            continue
        pieces = [(cell.box, cell.text, spot_of(block, cell)) for cell in block.cells] if isinstance(block, Grid) else [
            (block.box, block.text, spot_of(block))
        ]  # fmt: skip
        for box, text, spot in pieces:
            if box is not None and spot in marks.at:
                boxes[box.page].append(_boxed(box, text, marks.on(spot), lit=spot in marks.lit))
    return [
        Page(number, picture.width, picture.height, tuple(sorted(boxes[number], key=lambda boxed: boxed.lit)))
        for number, picture in sorted(pictures.items())
    ]


def _boxed(box: Box, text: str, mark: Mark | None, *, lit: bool) -> Boxed:
    return Boxed(
        round(box.x0, 2), round(box.top, 2), round(box.x1 - box.x0, 2), round(box.bottom - box.top, 2), text, mark, lit
    )
