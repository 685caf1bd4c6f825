"""The year a whole document is of, for tables that state none: that of its cover, 2024年部门预算绩效目标公开."""

from collections.abc import Iterator

from normalize.fiscal_years import from_title
from normalize.text import fold
from parsers.layouts.words.titles import titles
from schema.document import Document, Text
from schema.span import Span

_LONGEST = 60
"""No heading is longer; what is longer tells of years by the way."""


def document_year(document: Document, member: str | None) -> tuple[int, str, Span] | None:
    """The one year its headings state, in which words and where; None where they state none, or several.

    Headings are lines that stand alone, and cells alone in their row, about budgets or performance. Of an archive only
    those of the file `member` count.
    """
    found: dict[int, tuple[str, Span]] = {}
    for text, span in _alone(document, member):
        if len(text) <= _LONGEST and titles().dated.search(fold(text)) and (year := from_title(text)) is not None:
            found.setdefault(year, (text.strip(), span))
    if len(found) != 1:
        return None
    ((year, (text, span)),) = found.items()
    return year, text, span


def _alone(document: Document, member: str | None) -> Iterator[tuple[str, Span]]:
    for block in document.blocks:
        if block.member != member:
            continue
        if isinstance(block, Text):
            if not block.hidden:
                yield block.text, block.span
            continue
        rows: dict[int, list[int]] = {}
        for at, cell in enumerate(block.cells):
            if cell.text.strip():
                rows.setdefault(cell.row, []).append(at)
        for cells in rows.values():
            if len(cells) == 1:
                yield block.cells[cells[0]].text, block.span(block.cells[cells[0]])
