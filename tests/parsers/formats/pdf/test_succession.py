"""Pages that go on with the table of the page before."""

from itertools import pairwise

from parsers.formats.lattice import Rule
from parsers.formats.pdf.succession import goes_on, last_tables, open_columns
from schema.document import Cell, Grid, Text
from schema.span import Box


def grid(page: int, *sides: float) -> Grid:
    boxes = [Box(page=page, x0=x0, top=10, x1=x1, bottom=30) for x0, x1 in pairwise(sides)]
    cells = tuple(Cell(row=1, column=at + 1, text="甲", box=box) for at, box in enumerate(boxes))
    return Grid(place=f"page {page} › table 1", cells=cells)


FOOT = Text(place="page 1", text="— 1 —")


def test_a_page_ends_in_a_table_but_for_its_furniture() -> None:
    assert last_tables([grid(1, 50, 100), FOOT], []) == [[50, 100]]
    assert last_tables([grid(1, 50, 100), FOOT, FOOT, FOOT], []) == []
    assert last_tables([], []) == []


def test_a_table_goes_on_where_the_next_one_fits_its_columns() -> None:
    before = last_tables([grid(1, 50, 100, 200, 400), FOOT], [])
    assert goes_on(before, [FOOT, grid(2, 51, 100, 399)])
    assert goes_on(before, [grid(2, 100, 200)])
    assert not goes_on(before, [grid(2, 50, 480)])
    assert not goes_on(before, [grid(2, 120, 330)])
    assert not goes_on(before, [FOOT])


def test_columns_that_are_blank_on_one_page_are_those_of_the_table_on_the_next() -> None:
    first = last_tables([grid(1, 50, 100, 200, 400)], [])
    second = last_tables([grid(2, 200, 400)], first)
    assert second == [[50, 100, 200, 400]]
    assert goes_on(second, [grid(3, 100, 200, 400)])


def test_another_table_has_columns_of_its_own() -> None:
    first = last_tables([grid(1, 50, 100, 200, 400)], [])
    assert last_tables([FOOT, FOOT, FOOT, grid(2, 200, 400)], first) == [[200, 400]]


def test_either_of_two_tables_beside_each_other_may_go_on() -> None:
    before = last_tables([grid(1, 50, 100, 200), grid(1, 300, 350, 450)], [])
    assert goes_on(before, [grid(2, 50, 200)])
    assert goes_on(before, [grid(2, 300, 450)])
    assert not goes_on(before, [grid(2, 50, 450)])


def beside(x0: float, x1: float) -> Text:
    return Text(place="page 2", text="落实。", box=Box(page=2, x0=x0, top=12, x1=x1, bottom=22))


def test_text_beside_a_table_that_goes_on_stands_in_its_outer_columns() -> None:
    before = last_tables([grid(1, 50, 100, 200, 300, 400, 480)], [])
    narrow = grid(2, 100, 200, 300, 400)
    assert open_columns(before, [beside(402, 470), narrow]) == [
        Rule(480, 10, 480, 30),
        Rule(400, 10, 480, 10),
        Rule(400, 30, 480, 30),
    ]
    assert [line.x0 for line in open_columns(before, [beside(52, 90), narrow, beside(402, 470)])] == [
        *(50, 50, 50),
        *(480, 400, 400),
    ]


def test_text_outside_a_table_or_beside_another_one_stands_in_none_of_its_columns() -> None:
    before = last_tables([grid(1, 50, 100, 200, 300, 400, 480)], [])
    narrow = grid(2, 100, 200, 300, 400)
    assert open_columns(before, [narrow, beside(485, 520)]) == []
    assert open_columns(before, [grid(2, 100, 230, 300, 400), beside(402, 470)]) == []
    assert open_columns(before, [narrow]) == []
    assert open_columns([], [narrow, beside(402, 470)]) == []
    assert open_columns(before, [FOOT]) == []
