"""Provenance replayed: the folded text at the place of a stored text contains it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.rows import document_of
from normalize.text import fold
from schema.document import Document, Grid

_STORED = {
    "name": "stated_name",
    "value": "stated_value",
    "operator": "stated_operator",
    "unit": "stated_unit",
    "level1": "stated_level1",
    "level2": "stated_level2",
    "weight": "weight",
    "actual": "actual",
    "score": "score",
    "deviation": "deviation",
    "standard": "standard",
    "history": "history",
    "remark": "remark",
}
_IN_PARTS = frozenset({"deviation", "standard", "history", "remark"})
"""What several columns tell together, each text behind the label of its column, which stands elsewhere."""
_Place = tuple[str, int | None, int | None]


def misplaced(connection: sqlite3.Connection, source_id: int, document: bytes) -> Iterator[tuple[int, str | None]]:
    """For each indicator of a source: how many texts were looked up, and the first that is not where it should be."""
    texts = shown(document_of(document))
    columns = ", ".join(f"i.{column}" for column in _STORED.values())
    rows = connection.execute(
        f"SELECT i.name, i.spans, {columns} FROM tables AS t JOIN indicators AS i USING (table_id)"  # noqa: S608 - our columns
        " WHERE t.source_id = ?",
        [source_id],
    )
    for name, spans, *stored in rows:
        looked_at, found = 0, None
        places = json.loads(spans)
        for field, text in zip(_STORED, stored, strict=True):
            if text and places.get(field):
                looked_at += 1
                found = found or problem(texts, places[field], name, field, text)
        yield looked_at, found


def shown(document: Document) -> dict[_Place, str]:
    """What stands at each place of a document, folded."""
    texts: dict[_Place, str] = defaultdict(str)
    for block in document.blocks:
        if isinstance(block, Grid):
            for cell in block.cells:
                span = block.span(cell)
                texts[span.place, span.row, span.column] += fold(cell.text)
        else:
            texts[block.place, block.line, None] += fold(block.text)
    return texts


def problem(
    texts: Mapping[_Place, str], spans: Sequence[Mapping[str, object]], name: str, field: str, text: str
) -> str | None:
    """What is to be said of a text that does not stand at its places, None where it does."""
    found = "".join(texts.get(_place(span), "") for span in spans)
    in_parts = field in _IN_PARTS and all(_told(piece, found) for piece in text.split("；"))
    return None if in_parts or fold(text) in found else f"{name}: {field} “{text}” is not at {_said(_place(spans[0]))}"


def _told(piece: str, found: str) -> bool:
    """Whether one of the texts of several columns told together stands there, be it behind the label of its column."""
    return fold(piece) in found or fold(piece.partition("：")[2] or piece) in found


def _said(place: _Place) -> str:
    """A place as people write it.

    >>> _said(("table 2", 14, 3)), _said(("page 1", None, None))
    ('table 2 › row 14 › column 3', 'page 1')
    """
    name, row, column = place
    parts = (name, row and f"row {row}", column and f"column {column}")
    return " › ".join(part for part in parts if part)


def _place(span: Mapping[str, object]) -> _Place:
    row, column = span.get("row"), span.get("column")
    return str(span["place"]), row if isinstance(row, int) else None, column if isinstance(column, int) else None
