"""Cells drawn one by one."""

from parsers.formats.lattice.boxes import cells_among, lines_between
from parsers.formats.lattice.marks import Rule

CELLS = [Rule(x, y, x + 46, y + 16) for y in (0, 20, 40) for x in (0, 50)]


def test_lines_stand_in_the_middle_of_the_gaps_between_cells() -> None:
    lying, standing = lines_between(CELLS)
    assert [edge.at for edge in lying] == [-2, 18, 38, 58]
    assert [(edge.at, edge.start, edge.end) for edge in standing] == [(-2, -2, 58), (48, -2, 58), (98, -2, 58)]


def test_shaded_rows_with_others_between_them_stand_for_lying_lines() -> None:
    striped = [Rule(x, y, x + 50, y + 18) for y in (0, 36, 72) for x in (0, 50)]
    lying, standing = lines_between(striped)
    assert [edge.at for edge in lying] == [0, 18, 36, 54, 72, 90]
    assert standing == []


def test_a_few_boxes_are_no_cells() -> None:
    assert lines_between(CELLS[:3]) == ([], [])


def test_a_ground_below_the_page_and_a_highlight_are_no_cells() -> None:
    assert cells_among([Rule(0, 0, 590, 800), Rule(10, 10, 60, 14), *CELLS], 595, 842) == CELLS


def test_a_single_row_of_cells_that_fills_a_ground_has_walls() -> None:
    row = [Rule(x, 1, x + 48, 19) for x in (1, 50, 99, 148)]
    assert lines_between(row)[1] == []
    assert len(lines_between(row, [Rule(0, 0, 197, 20)])[1]) == 5
