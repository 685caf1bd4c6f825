"""Grids of several pages counted as one."""

from parsers.layouts.grids.regridding import has_columns_of, on_one_grid
from parsers.layouts.grids.rows import rows_of
from schema.document import Cell, Grid
from schema.span import Box
from tests.drawing import document


def grid(page: int, *cells: tuple[int, int, float, float]) -> Grid:
    """A grid from (row, column, left, right)."""
    placed = tuple(
        Cell(
            row=row,
            column=column,
            text=f"{page}.{row}.{column}",
            box=Box(page=page, x0=left, top=0, x1=right, bottom=9),
        )
        for row, column, left, right in cells
    )
    return Grid(place=f"page {page} › table 1", cells=placed)


def test_columns_are_those_of_equal_place_on_the_page() -> None:
    first = grid(1, (1, 1, 0, 100), (2, 1, 0, 40), (2, 2, 40, 100))
    second = grid(2, (1, 2, 41, 70), (1, 3, 70, 99), (2, 1, 0, 99))
    pages = on_one_grid([first, second])
    assert [[(s.cell.row, s.column, s.last_column) for s in row.slots] for page in pages for row in page] == [
        [(1, 1, 3)],
        [(2, 1, 1), (2, 2, 3)],
        [(3, 2, 2), (3, 3, 3)],
        [(4, 1, 3)],
    ]
    moved = pages[1][0].slots[0]
    assert (moved.key, moved.span.place) == (("page 2 › table 1", 1, 2), "page 2 › table 1")


def test_without_pages_columns_stay_as_they_are() -> None:
    grids = document("甲 | 乙\n\n丙 | 丁").grids
    pages = on_one_grid(grids)
    assert [[slot.key for slot in row.slots] for row in pages[0]] == [
        [slot.key for slot in row.slots] for row in rows_of(grids[0])
    ]
    assert [(slot.column, slot.text) for slot in pages[1][0].slots] == [(1, "丙"), (2, "丁")]


def test_a_page_drawn_in_other_widths_has_the_columns_of_the_one_before() -> None:
    first = grid(1, (1, 1, 0, 30), (1, 2, 30, 60), (1, 3, 60, 100))
    second = grid(2, (1, 1, 0, 50), (1, 2, 50, 75), (1, 3, 75, 100))
    pages = on_one_grid([first, second])
    assert [(slot.column, slot.last_column) for slot in pages[1][0].slots] == [(1, 1), (2, 2), (3, 3)]


def test_last_columns_that_a_row_leaves_blank_may_be_missing_in_other_widths() -> None:
    below = grid(1, (8, 1, 0, 60), (8, 2, 60, 77), (8, 3, 77, 84))
    some = grid(1, (1, 1, 0, 30), (1, 2, 30, 50), (1, 3, 50, 70), (1, 4, 70, 100), (2, 1, 0, 30), (2, 3, 50, 70))
    every = grid(1, (1, 1, 0, 30), (1, 2, 30, 50), (1, 3, 50, 70), (1, 4, 70, 100))
    assert has_columns_of(below, some)
    assert not has_columns_of(below, every)
    assert [(slot.column, slot.last_column) for slot in on_one_grid([some, below])[1][0].slots] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]


def test_a_page_drawn_as_a_part_in_other_widths_has_the_columns_of_that_part() -> None:
    first = grid(1, (1, 1, 0, 30), (1, 2, 30, 50), (1, 3, 50, 70), (1, 4, 70, 100))
    wider = grid(1, (5, 3, 40, 60), (5, 4, 60, 97))
    after = grid(2, (1, 3, 40, 60), (1, 4, 60, 97))
    columns = [
        [(slot.column, slot.last_column) for row in page for slot in row.slots]
        for page in on_one_grid([first, wider, after])
    ]
    assert columns[1] == columns[2] == [(3, 3), (4, 4)]


def test_a_lone_row_between_two_parts_does_not_hide_the_columns_of_the_first() -> None:
    first = grid(1, *((1, number + 1, 10.0 * number, 10.0 * number + 10) for number in range(10)))
    remainder = grid(2, *((1, number + 1, 10.0 * number, 10.0 * number + 10) for number in range(3, 10)))
    edges = [15, 24, 41, 53, 60, 67, 73, 84, 100]
    wider = grid(2, *((5, number + 3, edges[number], edges[number + 1]) for number in range(8)))
    pages = on_one_grid([first, remainder, wider])
    assert [(slot.column, slot.last_column) for row in pages[2] for slot in row.slots] == [
        (number, number) for number in range(3, 11)
    ]


def test_a_part_in_other_widths_does_not_hide_the_columns_of_the_first() -> None:
    first = grid(1, *((1, number + 1, 10.0 * number, 10.0 * number + 10) for number in range(9)))
    remainder = grid(1, (9, 7, 45, 55), (9, 8, 55, 75), (9, 9, 75, 90))
    wider = grid(2, (1, 6, 25, 45), (1, 7, 45, 55), (1, 8, 55, 75), (1, 9, 75, 90))
    pages = on_one_grid([first, remainder, wider])
    columns = [[(slot.column, slot.last_column) for row in page for slot in row.slots] for page in pages[1:]]
    assert columns == [[(7, 7), (8, 8), (9, 9)], [(6, 6), (7, 7), (8, 8), (9, 9)]]


def test_a_table_with_as_many_sides_that_begins_further_left_has_not_the_columns_beside_a_blank_one() -> None:
    first = grid(1, (1, 1, 0, 30), (1, 2, 30, 50), (1, 3, 50, 70), (1, 4, 70, 100), (2, 2, 30, 50), (2, 3, 50, 70))
    blank_left = grid(2, (1, 2, 30, 50), (1, 3, 50, 70), (1, 4, 70, 100))
    narrower = grid(2, (2, 1, 0, 40), (2, 2, 40, 63), (2, 3, 63, 77))
    pages = on_one_grid([first, blank_left, narrower])
    assert [slot.column for slot in pages[2][0].slots] == [1, 2, 3]


def test_a_table_that_begins_with_a_level_has_no_column_for_the_label_beside_the_header() -> None:
    texts = ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值")
    sides = (0, 10, 30, 50, 70, 100)
    header = grid(1, *((1, at + 1, sides[at], sides[at + 1]) for at in range(5)))
    named = tuple(cell._replace(text=text) for cell, text in zip(header.cells, texts, strict=True))
    body = grid(1, *((2, at + 1, sides[at], sides[at + 1]) for at in range(1, 5))).cells
    below = grid(2, (1, 1, 0, 22), (1, 2, 22, 41), (1, 3, 41, 77), (1, 4, 77, 100))
    levels = (below.cells[0]._replace(text="产出指标"), *below.cells[1:])
    pages = on_one_grid(
        [Grid(place="page 1 › table 1", cells=(*named, *body)), Grid(place="page 2 › table 1", cells=levels)]
    )
    assert [slot.column for slot in pages[1][0].slots] == [2, 3, 4, 5]
