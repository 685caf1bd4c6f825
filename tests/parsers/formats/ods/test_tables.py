"""Tables of OpenDocument spreadsheets."""

import time

import pytest

from parsers.formats.ods.tables import Tables
from parsers.formats.sheets import Range, Sheet
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.ods.spreadsheets import content_of


def sheet(rows: str, styles: str = "", limits: Limits | None = None) -> Sheet:
    """The one table."""
    (found,) = Tables(limits or Limits()).read(content_of(rows, styles).encode())
    return found


def cell(text: str, attributes: str = "") -> str:
    """A cell with a paragraph."""
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(cells: str, attributes: str = "") -> str:
    """A row."""
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def test_repeated_rows_and_cells_take_their_place() -> None:
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    rows = row("", 'table:number-rows-repeated="4"') + row(
        blank + cell("甲", 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"'
    )
    assert sheet(rows).cells == {(5, 4): "甲", (5, 5): "甲", (6, 4): "甲", (6, 5): "甲"}


def test_spans_cover_and_covered_cells_show_nothing() -> None:
    covered = "<table:covered-table-cell><text:p>遮</text:p></table:covered-table-cell>"
    spans = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
    found = sheet(row(cell("甲", spans) + covered + cell("乙")))
    assert (found.cells, found.merges) == ({(1, 1): "甲", (1, 3): "乙"}, [Range(1, 1, 3, 2)])


def test_hidden_parts_are_marked() -> None:
    column = '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    found = sheet(column + row(cell("甲"), 'table:visibility="filter"') + row(cell("乙")), style)
    assert (found.hidden, found.hidden_columns, found.hidden_rows) == (True, {2, 3}, {1})


def test_rows_in_groups_and_heads_are_rows() -> None:
    rows = f"<table:table-header-rows>{row(cell('甲'))}</table:table-header-rows><table:table-row-group>{row(cell('乙'))}</table:table-row-group>"
    assert sheet(rows).cells == {(1, 1): "甲", (2, 1): "乙"}


def test_a_million_empty_rows_and_columns_take_no_time() -> None:
    start = time.process_time()
    blank = row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048575"')
    assert sheet(blank + row(cell("末"))).cells == {(1_048_576, 1): "末"}
    assert time.process_time() - start < 0.3


@pytest.mark.parametrize(
    "rows",
    [
        row(cell("甲"), 'table:number-rows-repeated="1048576"'),
        row(cell("甲", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="7"'),
        row(cell("甲", 'table:number-columns-repeated="16384"')) * 4,
    ],
)
@pytest.mark.parametrize("limits", [Limits(), Limits(cells=40_000)])
def test_what_is_repeated_without_end_is_a_limit(rows: str, limits: Limits) -> None:
    with pytest.raises(ReadError) as refused:
        sheet(rows, limits=limits)
    assert refused.value.status is Status.LIMIT
