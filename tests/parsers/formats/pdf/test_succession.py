"""Pages that go on with the table of the page before."""

from itertools import pairwise

from parsers.formats.pdf.succession import ends_in_table, goes_on
from schema.document import Cell, Grid, Text
from schema.span import Box


def grid(page: int, *sides: float) -> Grid:
    boxes = [Box(page=page, x0=x0, top=10, x1=x1, bottom=30) for x0, x1 in pairwise(sides)]
    cells = tuple(Cell(row=1, column=at + 1, text="甲", box=box) for at, box in enumerate(boxes))
    return Grid(place=f"page {page} › table 1", cells=cells)


FOOT = Text(place="page 1", text="— 1 —")


def test_a_page_ends_in_a_table_but_for_its_furniture() -> None:
    assert ends_in_table([grid(1, 50, 100), FOOT])
    assert not ends_in_table([grid(1, 50, 100), FOOT, FOOT, FOOT])
    assert not ends_in_table([])


def test_a_table_goes_on_where_the_next_one_fits_its_columns() -> None:
    before: list[Grid | Text] = [grid(1, 50, 100, 200, 400), FOOT]
    assert goes_on(before, [FOOT, grid(2, 51, 100, 399)])
    assert goes_on(before, [grid(2, 100, 200)])
    assert not goes_on(before, [grid(2, 50, 480)])
    assert not goes_on(before, [grid(2, 120, 330)])
    assert not goes_on(before, [FOOT])


def test_either_of_two_tables_beside_each_other_may_go_on() -> None:
    before: list[Grid | Text] = [grid(1, 50, 100, 200), grid(1, 300, 350, 450)]
    assert goes_on(before, [grid(2, 50, 200)])
    assert goes_on(before, [grid(2, 300, 450)])
    assert not goes_on(before, [grid(2, 50, 450)])
