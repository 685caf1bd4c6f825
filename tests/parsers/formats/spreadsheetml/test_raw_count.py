"""The independent count over the tags of SpreadsheetML."""

from parsers.formats.conservation import Count
from parsers.formats.spreadsheetml.raw_count import raw_count
from tests.parsers.formats.spreadsheetml.books import book, cell, row


def test_comments_and_blank_cells_are_no_cells() -> None:
    noted = '<Cell><Data ss:Type="String">甲</Data><Comment><ss:Data>请核对</ss:Data></Comment></Cell>'
    assert raw_count(book(row(noted, cell(" "), '<Cell><Data ss:Type="String"/></Cell>'))) == Count(0, 0, 1, 1)


def test_the_encoding_is_the_one_declared() -> None:
    assert raw_count(book(row(cell("绩效&#10;指标")), encoding="GBK")) == Count(0, 0, 1, 4)
    assert raw_count(book(row(cell("绩效")), encoding="UTF-16")) == Count(0, 0, 1, 2)
