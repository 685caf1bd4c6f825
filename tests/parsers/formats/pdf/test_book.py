"""Books: which pages are read, and what is said of the others."""

import pytest

from parsers import read
from parsers.formats import Request
from parsers.formats.pdf import PDF
from schema.catalogue import Code
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.pdf.drawn import FORM, Cell, Drawing, Look, Row


def book(*pages: str | list[Row], look: Look | None = None) -> bytes:
    """Pages of prose, pictures ("") and tables."""
    drawing = Drawing(look or Look())
    for number, page in enumerate(pages):
        if number:
            drawing.next_page()
        if isinstance(page, str):
            for at, line in enumerate(page.split("\n")):
                drawing.text(80, 100 + 20 * at, line)
            drawing.line(80, 50, 300, 50)
        else:
            drawing.text(200, 50, "项目支出绩效目标表", 16)
            drawing.table(page, 60, 90, bottom=look.page[1] - 60 if look else 780)
    return drawing.done()


def said(document: Document) -> dict[Code, str]:
    return {diagnostic.code: diagnostic.args.get("pages", "") for diagnostic in document.diagnostics}


def test_pages_without_performance_tables_are_passed_over_and_named() -> None:
    document = read(book("部门概况\n收支总表", FORM, "名词解释", "附录"), "a.pdf", Limits())
    assert [grid.place for grid in document.grids] == ["page 2 › table 1"]
    assert said(document) == {Code.PAGES_SKIPPED: "1, 3-4"}


def test_a_page_that_only_goes_on_is_read_too() -> None:
    rows: list[Row] = [{**FORM[4], 0: FORM[4][0]._replace(rows=30)}, *([FORM[7]] * 29)]
    content = book(rows, "附录", look=Look(page=(595, 400)))
    document = PDF.read(content, Request(wanted=lambda text: "绩效目标表" in text))
    assert [grid.place for grid in document.grids] == [f"page {page} › table 1" for page in (1, 2, 3)]
    assert said(document) == {Code.PAGES_SKIPPED: "4"}


def test_a_page_shown_sideways_that_only_goes_on_is_read_too() -> None:
    rows: list[Row] = [{**FORM[4], 0: FORM[4][0]._replace(rows=14)}, *([FORM[7]] * 13)]
    content = book(rows, look=Look(page=(595, 400), sideways=True))
    document = PDF.read(content, Request(wanted=lambda text: "绩效目标表" in text))
    assert [grid.place for grid in document.grids] == ["page 1 › table 1", "page 2 › table 1"]
    assert said(document) == {}


def test_pictures_are_named_and_the_rest_is_read() -> None:
    document = read(book("", FORM, ""), "a.pdf", Limits())
    assert said(document) == {Code.PAGES_WITHOUT_TEXT: "1, 3"}
    assert len(document.grids) == 1


def test_nothing_but_pictures() -> None:
    with pytest.raises(ReadError) as refused:
        read(book("", ""), "a.pdf", Limits())
    assert refused.value.status is Status.IMAGE_ONLY
    assert "1-2" in refused.value.en


def test_a_watermark_is_left_out_and_named() -> None:
    document = read(book(FORM, look=Look(watermark="内部资料")), "a.pdf", Limits())
    assert said(document) == {Code.TEXT_ACROSS: "1"}
    assert all("内部资料" not in cell.text for grid in document.grids for cell in grid.cells)


def test_letters_that_stand_for_nothing_are_named_and_not_read() -> None:
    document = read(book("㓀㓁㓂㓃㓄㓅㓆㓇㓈㓉㓊㓋㓌㓍㓎", FORM), "a.pdf", Limits())
    assert said(document) == {Code.PAGES_ILLEGIBLE: "1"}


def test_a_page_of_many_strokes_is_a_drawing_and_comes_to_an_end() -> None:
    drawing = Drawing()
    drawing.text(100, 50, "项目支出绩效目标表")
    for at in range(8_000):
        drawing.line(at % 590, at % 830, at % 590 + 30, at % 830)
    document = read(drawing.done(), "a.pdf", Limits())
    assert document.grids == ()


def test_text_past_the_edge_of_its_page_is_named() -> None:
    drawing = Drawing(Look())
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    drawing.table(FORM, 60, 90, bottom=780)
    drawing.text(Look().page[0] + 5, 120, "百分比")
    document = read(drawing.done(), "a.pdf", Limits())
    (odd,) = (odd for odd in document.diagnostics if odd.code is Code.TEXT_BEYOND_PAGE)
    assert dict(odd.args) == {"text": "百分比", "count": "1", "pages": "1"}
    assert len(document.grids) == 1


def test_a_table_that_runs_to_the_edge_of_the_paper_may_have_lost_columns() -> None:
    wide = Drawing(Look())
    wide.table([{0: Cell("三级指标"), 1: Cell("指标值")}], 60, 90, (300, Look().page[0] - 360))
    whole = Drawing(Look())
    whole.table([{0: Cell("三级指标"), 1: Cell("指标值")}], 60, 90, (300, Look().page[0] - 400))
    said = [[odd.code for odd in read(drawing.done(), "a.pdf", Limits()).diagnostics] for drawing in (wide, whole)]
    assert said == [[Code.TABLE_CUT_OFF], []]


def test_a_value_that_was_whited_out_and_written_anew_is_named() -> None:
    drawing = Drawing()
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    drawing.table(FORM, 60, 90, bottom=780)
    box = next(placed.box for placed in drawing.placed if placed.text == "≥98%")
    drawing.white(box)
    drawing.text(box.x0 + 3, box.top + 4.5, "≥95%")
    document = read(drawing.done(), "a.pdf", Limits())
    (odd,) = document.diagnostics
    assert (odd.code, dict(odd.args)) == (Code.TEXT_PAINTED_OVER, {"text": "≥98%", "count": "1", "pages": "1"})
    assert "≥95%" in [cell.text for cell in document.grids[0].cells]


@pytest.mark.parametrize(("borders", "pages"), [("three", {Code.ROWS_BY_TEXT: "1"}), ("all", {}), ("rows", {})])
def test_rows_that_no_line_divides_are_said_to_be_told_by_text(borders: str, pages: dict[Code, str]) -> None:
    rows: list[Row] = [{at: cell._replace(rows=1) for at, cell in row.items() if at} for row in FORM[4:]]
    assert said(read(book(rows, look=Look(borders=borders)), "a.pdf", Limits())) == pages


def test_text_in_columns_whose_rows_cannot_be_told_is_named() -> None:
    drawing = Drawing()
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    for row in range(6):
        for column in range(4):
            for line in range(2):
                drawing.text(60 + 120 * column, 90 + 24 * row + 12 * line, "指标名称" if line else "三级")
    assert said(read(drawing.done(), "a.pdf", Limits())) == {Code.COLUMNS_IN_TEXT: "1"}


def test_lines_drawn_for_letters_are_told() -> None:
    drawing = Drawing()
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    drawing.table(FORM, 60, 90)
    (rate,) = (cell.box for cell in drawing.placed if cell.text == "≥98%")
    height = rate.top + 3 + 0.15 * 10 + 5
    drawing.line(rate.x0 + 3, height, rate.x0 + 28, height)
    document = read(drawing.done(), "a.pdf", Limits())
    (told,) = document.diagnostics
    assert (told.code, told.args["texts"]) == (Code.STRUCK_TEXT, "≥98%")
    assert told.span is not None
    assert told.span.place == "page 1"
    assert "≥98%" in [cell.text for cell in document.grids[0].cells]
