"""Provenance replayed: the folded text at the place of a stored text contains it."""

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from audit.originals import Words
from audit.texts import fact
from ingest.language import pick
from ingest.rows import document_of
from normalize.text import fold
from schema.diagnostic import Language
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
_OF_THE_HEAD = (
    "title", "project_name", "project_code", "department", "agency", "agency_code", "region", "goal", "goal_midterm",
    "goal_actual", "score",
)  # fmt: skip
_Place = tuple[str, int | None, int | None]


def misplaced(connection: sqlite3.Connection, source_id: int, document: bytes) -> Iterator[tuple[int, Words | None]]:
    """For each table and indicator of a source: how many texts were looked up, and the first out of place."""
    try:
        texts = shown(document_of(document))
    except (zlib.error, ValueError) as damaged:
        yield 0, (f"库中保存的原文无法读取（{damaged}）", f"its document cannot be read: {damaged}")
        return
    yield from _heads(connection, source_id, texts)
    columns = ", ".join(f"i.{column}" for column in _STORED.values())
    rows = connection.execute(
        f"SELECT i.name, i.spans, {columns} FROM tables AS t JOIN indicators AS i USING (table_id)"  # noqa: S608 - our columns
        " WHERE t.source_id = ?",
        [source_id],
    )
    for name, spans, *stored in rows:
        with _readable(name) as row:
            places = json.loads(spans)
            for field, text in zip(_STORED, stored, strict=True):
                if text and places.get(field):
                    row.looked_at += 1
                    row.problem = row.problem or problem(texts, places[field], name, field, text)
        yield row.looked_at, row.problem


def _heads(
    connection: sqlite3.Connection, source_id: int, texts: Mapping[_Place, str]
) -> Iterator[tuple[int, Words | None]]:
    """The heads of the tables of a source, and their fields as written.

    Of a text that goes on over the page, or takes its unit from another cell, the place tells where it begins.
    """
    rows = connection.execute(
        f"SELECT title, fields, spans, {', '.join(_OF_THE_HEAD)} FROM tables WHERE source_id = ?",  # noqa: S608 - our columns
        [source_id],
    )
    for title, fields, spans, *stored in rows:
        with _readable(title or "") as row:
            places = json.loads(spans)
            told = [(name, text, places.get(name)) for name, text in zip(_OF_THE_HEAD, stored, strict=True)]
            told += [(field["label"], field["text"], [field["span"]]) for field in json.loads(fields)]
            for name, text, where in told:
                if text and where:
                    row.looked_at += 1
                    begun = "".join(texts.get(_place(span), "") for span in where)
                    if not begun or begun not in fold(text):
                        row.problem = row.problem or problem(texts, where, title or "", name, text)
        yield row.looked_at, row.problem


@dataclass(slots=True)
class _Row:
    """What is found of a table or an indicator: how many texts were looked up, and the first out of place."""

    looked_at: int = 0
    problem: Words | None = None


@contextmanager
def _readable(name: str) -> Iterator[_Row]:
    """A row whose places somebody may have made unreadable: that is a finding, and ends no check."""
    row = _Row()
    try:
        yield row
    except (ValueError, LookupError, TypeError, AttributeError):
        row.problem = (f"{name}：库中所记的原文位置无法读取", f"{name}: where it stands is stored in no readable form")


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
) -> Words | None:
    """What is to be said of a text that does not stand at its places, None where it does."""
    found = "".join(texts.get(_place(span), "") for span in spans)
    in_parts = field in _IN_PARTS and all(_told(piece, found) for piece in text.split("；"))
    if in_parts or fold(text) in found:
        return None
    zh, en = (_said(_place(spans[0]), language) for language in _LANGUAGES)
    return (
        f"{name}：{fact('zh', field)}“{text}”不在 {zh}",
        f"{name}: {fact('en', field)} “{text}” is not at {en}",
    )


_LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _told(piece: str, found: str) -> bool:
    """Whether one of the texts of several columns told together stands there, be it behind the label of its column."""
    return fold(piece) in found or fold(piece.partition("：")[2] or piece) in found


def _said(place: _Place, language: Language) -> str:
    """A place as people write it.

    >>> _said(("table 2", 14, 3), "en"), _said(("table 2", 14, 3), "zh"), _said(("page 1", None, None), "zh")
    ('table 2 › row 14 › column 3', 'table 2 › 第14行 › 第3列', 'page 1')
    """
    name, row, column = place
    parts = (
        name,
        row and pick(language, zh=f"第{row}行", en=f"row {row}"),
        column and pick(language, zh=f"第{column}列", en=f"column {column}"),
    )
    return " › ".join(part for part in parts if part)


def _place(span: Mapping[str, object]) -> _Place:
    row, column = span.get("row"), span.get("column")
    return str(span["place"]), row if isinstance(row, int) else None, column if isinstance(column, int) else None
