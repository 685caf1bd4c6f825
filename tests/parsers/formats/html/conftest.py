"""Pages as the tests write them, and what was read of them as lines."""

from collections.abc import Callable

import pytest

from parsers.formats import Request, read
from schema.document import Document

Drawn = Callable[..., list[str]]


def lines(document: Document) -> list[str]:
    """Each paragraph (`*` where something starts, `~` where it is hidden), each cell with address and extent."""
    found = []
    for block in document.blocks:
        if block.kind == "text":
            found.append(f"{'*' * block.form_boundary}{'~' * block.hidden}{block.text}")
            continue
        found.append(f"[{block.place}]")
        for cell in block.cells:
            extent = "" if (cell.rows, cell.columns) == (1, 1) else f"+{cell.rows}x{cell.columns}"
            text = cell.text.replace("\n", "⏎")
            found.append(f"{cell.row},{cell.column}{extent} {'~' * cell.hidden}{text}")
    return found


@pytest.fixture
def page() -> Drawn:
    """Draw what the body of a page reads as."""

    def draw(body: str, head: str = "") -> list[str]:
        return lines(read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html", Request()))

    return draw
