"""Every figure leads to its cell: for every indicator of every sample, in every format, the lit cell holds the words."""

from collections.abc import Iterator
from functools import cache

import pytest

from audit.database import reading
from audit.web.published import Published, published
from audit.web.source.drawn import Drawn, drawn
from audit.web.source.marks import Marks, marks_of
from audit.web.source.page_pictures import Picture
from audit.web.source.pdf_pages import paged
from ingest.rows import document_of
from normalize.text import fold
from schema.document import Document
from tests.audit.web.samples import imported

_SOURCES = """SELECT DISTINCT s.path, s.sha256, t.key FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.superseded_by IS NULL ORDER BY s.path, t.position"""
_DOCUMENT = "SELECT document FROM documents WHERE sha256 = ? AND reading_edition = ?"
FORMATS = {"doc", "docx", "html", "mhtml", "ods", "odt", "pdf", "rtf", "text", "xls", "xlsx", "zip"}


@cache
def tables() -> list[tuple[str, Published, Document]]:
    found = []
    with reading(imported()) as connection:
        for path, sha256, key in connection.execute(_SOURCES).fetchall():
            table = published(connection, key, sha256)
            assert table is not None
            row = connection.execute(_DOCUMENT, [sha256, table.facts["reading_edition"]]).fetchone()
            found.append((path, table, document_of(row["document"])))
    return found


def lit(blocks: Iterator[Drawn]) -> str:
    """The text of every cell that is lit."""
    texts = []
    for block in blocks:
        slots = (
            [block.paragraph] if block.paragraph else [s for band in block.bands for _, row in band.rows for s in row]
        )
        texts += [slot.text for slot in slots if slot.lit]
    return fold("".join(texts))


def figures(table: Published) -> Iterator[tuple[str, str, Marks]]:
    """The value of each indicator, or its name where nothing was stated, and the marks with it lit."""
    for row in table.rows:
        figure = row.figures.get("value", row.figures["name"])
        if figure.text:
            yield row.key, figure.text, marks_of(table, row.key, figure.field)


def test_the_samples_come_in_every_format() -> None:
    assert {table.facts["format"] for _, table, _ in tables()} == FORMATS
    assert sum(len(table.rows) for _, table, _ in tables()) > 3_900


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_the_lit_cell_holds_the_stated_text(kind: str) -> None:
    looked_at = 0
    for path, table, document in tables():
        if table.facts["format"] != kind:
            continue
        for key, text, marks in figures(table):
            looked_at += 1
            assert fold(text) in lit(drawn(document, marks)), (path, key, text)
    assert looked_at > 0


def test_every_other_figure_has_a_cell_to_light() -> None:
    for path, table, document in tables():
        held = {block.place for block in document.blocks}
        for row in table.rows:
            for name, figure in row.figures.items():
                assert all(span.place in held for span in figure.spans), (path, row.key, name)


def test_the_box_on_the_page_holds_the_stated_text() -> None:
    paper = Picture(b"", 595, 842)
    for path, table, document in tables():
        if table.facts["format"] != "pdf":
            continue
        for key, text, marks in figures(table):
            pages = paged(document, marks, dict.fromkeys(marks.pages, paper))
            boxes = [box.text for page in pages for box in page.boxes if box.lit]
            assert fold(text) in fold("".join(boxes)), (path, key, text)


def test_a_click_on_a_cell_means_an_indicator_that_says_so() -> None:
    for path, table, document in tables():
        marks = marks_of(table)
        of_key = {row.key: row for row in table.rows}
        for block in drawn(document, marks):
            for slot in [s for band in block.bands for _, row in band.rows for s in row]:
                if slot.mark is not None and slot.mark.indicator is not None and slot.mark.figure.field == "value":
                    said = of_key[slot.mark.indicator].figures["value"].text
                    assert fold(said) in fold(slot.text) or len(slot.mark.figure.spans) > 1, (path, said)
