"""Paragraphs and tables become blocks with places and boundaries."""

import pytest

from parsers.formats.flow import Blocks, Flow, Paragraph, Table, blocks, lined
from schema.document import Cell
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

ONE = (Cell(row=1, column=1, text="甲"),)


def places(*flow: Flow) -> list[str]:
    """The places of blocks, with a star at a boundary."""
    return [block.place + "*" * block.form_boundary for block in blocks(flow, Limits())]


def test_only_what_shows_is_counted() -> None:
    assert places(Paragraph(" \u3000"), Paragraph("甲"), Table(()), Table(ONE)) == ["paragraph 1", "table 1"]


def test_a_boundary_waits_for_what_it_marks() -> None:
    assert places(Paragraph("", boundary=True), Paragraph("第 2 页"), Table(ONE)) == ["paragraph 1", "table 1*"]
    assert places(Paragraph("甲", boundary=True), Table(ONE)) == ["paragraph 1*", "table 1"]
    assert places(Paragraph("藏", boundary=True, hidden=True), Paragraph("甲")) == ["paragraph 1", "paragraph 2*"]


def test_tables_inside_are_named_by_their_cell() -> None:
    inner = Table(ONE, ((1, 1, Table(ONE)),))
    assert places(Table((), ((2, 3, inner), (2, 3, Table(ONE))))) == [
        "table 1 › row 2 column 3 › table 1",
        "table 1 › row 2 column 3 › table 1 › row 1 column 1 › table 1",
        "table 1 › row 2 column 3 › table 2",
    ]


def test_lines_that_show_nothing_are_gone() -> None:
    assert lined("\n甲\v \n乙\xa0\n") == "甲\n乙"
    assert lined("\u200b") == ""


def test_a_document_that_shows_nothing_is_refused() -> None:
    with pytest.raises(ReadError) as refused:
        blocks([Paragraph(""), Table(())], Limits())
    assert refused.value.status is Status.CORRUPT


@pytest.mark.parametrize("limits", [Limits(cells=1), Limits(characters=1)])
def test_limits_hold_over_all_tables(limits: Limits) -> None:
    making = Blocks(limits)
    making.add(Table(ONE))
    with pytest.raises(ReadError) as refused:
        making.add(Table(ONE))
    assert refused.value.status is Status.LIMIT
