"""A Document drawn as lines of text, so that a test shows what a person would see."""

from collections.abc import Callable

import pytest

from parsers.formats import Request, read
from schema.document import Document, Grid, Text

Draw = Callable[[str], list[str]]


def _grid(grid: Grid) -> list[str]:
    rows = sorted({cell.row for cell in grid.cells})
    lines = [f"[{grid.place}]{'*' if grid.form_boundary else ''}"]
    for row in rows:
        cells = [grid.at(row, column) for column in range(1, grid.width + 1)]
        shown = " | ".join(cell.text.replace("\n", "⏎") if cell else "" for cell in cells)
        lines.append(f"{row}: {shown}".rstrip(" |"))
    return lines


def _text(text: Text) -> list[str]:
    where = text.place if text.line is None else str(text.line)
    return [f"{where}{'*' if text.form_boundary else ''} {text.text}"]


def drawn(document: Document) -> list[str]:
    """Each paragraph with its line and `*` where something starts, each table with its rows."""
    return [line for block in document.blocks for line in (_grid(block) if block.kind == "grid" else _text(block))]


@pytest.fixture
def draw() -> Draw:
    """Draw what a text file reads as."""
    return lambda text: drawn(read(text.encode(), "表.txt", Request()))
