"""Passages as the blocks of a Document."""

import pytest

from parsers.formats.lines import Line
from parsers.formats.passages import Paragraph, Passage, Table, blocks, paragraph, starts_something
from schema.document import Cell
from schema.limits import Limits
from schema.read_error import ReadError

CELL = Cell(row=1, column=1, text="甲")


def test_a_boundary_that_shows_nothing_goes_to_the_next_paragraph_but_over_no_table() -> None:
    passages: list[Passage] = [Paragraph(1, "", boundary=True), Paragraph(2, "甲"), Paragraph(3, "乙")]
    assert [block.kind == "text" and block.form_boundary for block in blocks(passages, Limits())] == [True, False]
    passages = [Paragraph(1, "", boundary=True), Table((CELL,)), Paragraph(3, "乙")]
    assert [block.kind == "text" and block.form_boundary for block in blocks(passages, Limits())] == [False, False]


def test_tables_are_numbered_and_empty_ones_left_out() -> None:
    found = blocks([Table((CELL,)), Table(()), Table((CELL,))], Limits())
    assert [block.place for block in found] == ["table 1", "table 2"]


def test_cells_are_counted_over_all_tables() -> None:
    assert len(list(blocks([Table((CELL,)), Table((CELL,))], Limits(cells=2)))) == 2
    with pytest.raises(ReadError, match="more than 1 cells"):
        list(blocks([Table((CELL,)), Table((CELL,))], Limits(cells=1)))


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        (Line(1, "## 甲"), True),
        (Line(1, "甲", new_page=True), True),
        (Line(1, "[bookmark: _Toc1]甲"), True),
        (Line(1, "\t[bookmark: _Toc1]甲"), False),
        (Line(1, "甲"), False),
    ],
)
def test_what_starts_something(line: Line, *, starts: bool) -> None:
    assert starts_something(line) is starts
    assert paragraph(line) == Paragraph(1, "甲", starts)
