"""Worksheets of SpreadsheetML."""

import pytest

from parsers.formats.sheets import Range, Sheet
from parsers.formats.spreadsheetml.worksheets import Worksheets
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.spreadsheetml.books import book, cell, row


def sheet(content: bytes, limits: Limits | None = None) -> Sheet:
    (found,) = Worksheets(content, limits or Limits()).read()
    return found


def test_rows_and_cells_stand_at_their_index() -> None:
    rows = row(cell("甲")) + row(cell("乙", attributes='ss:Index="3"'), cell("丙"), attributes='ss:Index="5"')
    assert sheet(book(rows)).cells == {(1, 1): "甲", (5, 3): "乙", (5, 4): "丙"}


def test_a_merged_cell_takes_up_its_columns() -> None:
    rows = row(cell("甲", attributes='ss:MergeAcross="1" ss:MergeDown="2"'), cell("乙"))
    found = sheet(book(rows))
    assert (found.cells, found.merges) == ({(1, 1): "甲", (1, 3): "乙"}, [Range(1, 1, 3, 2)])


def test_rows_and_columns_that_only_say_how_they_look_count_on() -> None:
    columns = '<Column ss:Span="1"/><Column ss:Hidden="1" ss:Span="1"/>'
    found = sheet(book(columns + row(attributes='ss:Span="2"') + row(cell("甲"), attributes='ss:Hidden="1"')))
    assert (found.cells, found.hidden_columns, found.hidden_rows) == ({(4, 1): "甲"}, {3, 4}, {4})


def test_a_hidden_worksheet_is_marked() -> None:
    assert sheet(book(row(cell("甲")), options="<x:Visible>SheetHidden</x:Visible>")).hidden
    assert not sheet(book(row(cell("甲")))).hidden


def test_a_style_rests_on_another() -> None:
    styles = '<Style ss:ID="a"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="b" ss:Parent="a"/>'
    assert sheet(book(row(cell("0.5", "Number", 'ss:StyleID="b"')), styles=styles)).cells == {(1, 1): "50.00%"}


def test_a_formula_without_a_value_is_named() -> None:
    assert sheet(book('<Row><Cell ss:Formula="=A2"/></Row>')).unvalued == [(1, 1)]


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    styles = '<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>'
    rows = row(cell("2024-12-31T00:00:00.000", "DateTime", 'ss:StyleID="d"'), cell("0", "Number", 'ss:StyleID="d"'))
    found = sheet(book(rows, styles=styles, head="<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>"))
    assert found.cells == {(1, 1): "2024/12/31", (1, 2): "1904/1/1"}


@pytest.mark.parametrize(
    "attributes", ['ss:Index="999999999"', 'ss:Index="-3"', 'ss:MergeAcross="999999999" ss:MergeDown="999999999"']
)
def test_far_cells_and_huge_merges_are_bounded(attributes: str) -> None:
    found = sheet(book(row(cell("甲", attributes=attributes))))
    ((at, text),) = found.cells.items()
    assert (text, at[1] <= 16_384) == ("甲", True)
    assert all(merge.last_column <= 16_384 and merge.last_row <= 1_048_576 for merge in found.merges)


def test_more_cells_than_the_limit() -> None:
    with pytest.raises(ReadError) as refused:
        sheet(book(row(cell("甲"), cell("乙"))), Limits(cells=1))
    assert refused.value.status is Status.LIMIT
