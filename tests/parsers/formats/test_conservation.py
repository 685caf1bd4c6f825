"""Nothing is lost in silence."""

import pytest

from parsers.formats.conservation import Count, characters, counted, lost
from schema.catalogue import Code
from schema.document import Cell, Grid, Text


def test_blocks_are_counted_with_what_they_hide() -> None:
    cells = (Cell(row=1, column=1, rows=2, text="产 出"), Cell(row=3, column=1, text="≥5\n件", hidden=True))
    blocks = (Text(place="paragraph 1", text="附件", hidden=True), Grid(place="table 1", cells=cells))
    assert counted(blocks) == Count(tables=1, rows=2, cells=2, characters=7)


def test_more_may_be_read_than_is_counted() -> None:
    assert lost(Count(1, 1, 1, 1), Count(2, 1, 1, 1)) == ()


@pytest.mark.parametrize("read", [Count(0, 1, 1, 1), Count(1, 0, 1, 1), Count(1, 1, 0, 1), Count(1, 1, 1, 0)])
def test_less_is_said(read: Count) -> None:
    (said,) = lost(Count(1, 1, 1, 1), read)
    assert said.code is Code.NOT_CONSERVED
    assert "0/1" in said.message("zh")


def test_blanks_of_every_kind_are_no_characters() -> None:
    assert characters("\u3000\xa0 \t\n") == 0
