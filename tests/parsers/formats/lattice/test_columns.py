"""Columns told by what text keeps free."""

from parsers.formats.lattice.columns import beginnings, column_of, corridors, runs
from parsers.formats.lattice.marks import Piece

ROWS = [[(0.0, 20.0), (50.0, 70.0), (90.0, 99.0)], [(0.0, 30.0), (50.0, 84.0), (90.0, 95.0)]]


def test_a_wall_stands_in_the_middle_of_each_corridor() -> None:
    assert corridors(ROWS, 0, 100) == [0, 40, 87, 100]


def test_a_text_over_several_columns_leaves_the_corridors() -> None:
    assert corridors([*ROWS, [(0.0, 95.0)]], 0, 100) == [0, 40, 87, 100]


def test_a_line_that_ends_in_a_corridor_tells_the_wall() -> None:
    assert corridors(ROWS, 0, 100, ends=[44.0]) == [0, 40, 87, 100]
    assert corridors(ROWS, 0, 100, ends=[44.0, 44.0, 44.5]) == [0, 44.166666666666664, 87, 100]


def test_prose_has_no_columns() -> None:
    assert corridors([[(0.0, 99.0)], [(0.0, 80.0)]], 0, 100) == [0, 100]


def test_runs_and_the_columns_they_stand_in() -> None:
    pieces = [Piece("甲", 0, 0, 10, 10, 10), Piece("乙", 60, 0, 70, 10, 10)]
    assert runs(pieces) == [(0, 10), (60, 70)]
    assert [column_of([0, 40, 100], *run) for run in runs(pieces)] == [(0, 1), (1, 1)]


def test_texts_of_a_column_reach_close_to_the_wall_of_the_next() -> None:
    rows = [[(0.0, width), (90.0, 99.0)] for width in (20.0, 40.0, 30.0)]
    assert corridors(rows, 0, 100) == [0, 84.5, 100]


def test_the_label_of_a_header_stands_over_its_texts_and_not_beside_them() -> None:
    header = [(0.0, 20.0), (60.0, 80.0), (120.0, 140.0)]
    rows = [[(0.0, 20.0), (40.0, 55.0), (120.0, 140.0)]] * 2
    assert len(corridors([header, *rows], 0, 150)) == 5
    assert len(corridors([header, *rows], 0, 150, headed=True)) == 4


def test_a_label_over_two_columns_does_not_hide_where_the_second_begins() -> None:
    form = [[(0.0, 60.0), (80.0, 99.0)], *[[(0.0, 20.0), (40.0, 60.0), (80.0, 90.0)]] * 4]
    assert beginnings(form) == [34.5]
    assert beginnings(form[1:]) == []


def test_columns_that_the_head_of_a_form_reaches_over_are_divided_below_it() -> None:
    head = [(0.0, 20.0), (40.0, 80.0), (110.0, 130.0), (160.0, 199.0)]
    header = [(0.0, 20.0), (40.0, 60.0), (110.0, 125.0), (160.0, 170.0), (185.0, 195.0)]
    row = [(40.0, 75.0), (110.0, 120.0), (160.0, 175.0), (185.0, 190.0)]
    assert corridors([head, header, *[row] * 4], 0, 200) == [0, 34.5, 104.5, 145, 180, 200]
    assert corridors([head, *[row[:3]] * 4], 0, 200) == [0, 34.5, 104.5, 154.5, 200]
