"""The boxes of figures on the pictures of pages."""

from audit.web.published import Figure, Row
from audit.web.source.marks import marks_of, spot_of
from audit.web.source.page_pictures import Picture
from audit.web.source.pdf_pages import paged
from schema.document import Cell, Document, Grid
from schema.span import Box, Span
from tests.audit.web.source.test_marks import table


def test_each_box_stands_on_its_page_and_what_is_lit_lies_on_top() -> None:
    boxes = [Box(page=page, x0=1, top=2, x1=11, bottom=7) for page in (1, 2)]
    cells = tuple(Cell(row=at + 1, column=1, text=f"v{at}", box=box) for at, box in enumerate(boxes))
    made = Document(source="pdf", blocks=(Grid(place="page 1 › table 1", cells=cells),))
    spans = tuple(Span(place="page 1 › table 1", row=at + 1, column=1, box=box) for at, box in enumerate(boxes))
    rows = [Row(f"k{at}", at, {}, {"value": Figure("value", f"v{at}", (span,))}) for at, span in enumerate(spans)]
    marks = marks_of(table(*rows), "k1", "value")
    pages = paged(made, marks, dict.fromkeys(marks.pages, Picture(b"", 595, 842)))
    assert [(page.number, [(box.text, box.lit) for box in page.boxes]) for page in pages] == [
        (1, [("v0", False)]), (2, [("v1", True)]),
    ]  # fmt: skip
    assert (pages[0].boxes[0].width, pages[0].boxes[0].height) == (10, 5)
    assert spot_of(made.grids[0], cells[0]) in marks.at
