"""Drawn tables put on pages, as a PDF has them: every grid on a page of its own, every cell with a box."""

from schema.document import Block, Cell, Document, Grid
from schema.span import Box
from tests.drawing import document


def paged(drawing: str, wide: float = 100.0) -> Document:
    """A drawing whose grids stand on pages 1, 2, 3 … below each other's columns."""
    blocks: list[Block] = []
    page = 0
    for block in document(drawing).blocks:
        if isinstance(block, Grid):
            page += 1
            cells = tuple(_boxed(cell, page, wide) for cell in block.cells)
            blocks.append(Grid(place=f"page {page} › table 1", cells=cells))
        else:
            blocks.append(block)
    return Document(source="pdf", blocks=tuple(blocks))


def _boxed(cell: Cell, page: int, wide: float) -> Cell:
    box = Box(
        page=page,
        x0=wide * (cell.column - 1),
        top=20.0 * cell.row,
        x1=wide * (cell.column - 1 + cell.columns),
        bottom=20.0 * (cell.row + cell.rows),
    )
    return cell._replace(box=box)
