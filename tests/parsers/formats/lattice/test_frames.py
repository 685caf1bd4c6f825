"""Lines that meet."""

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import MOST_EDGES, frames
from parsers.formats.lattice.marks import Rule

LYING = [Edge(0, 0, 100), Edge(20, 0, 100), Edge(40, 0, 100)]


def test_open_sides_are_closed_as_far_as_the_lines_reach() -> None:
    (frame,), alone = frames(LYING, [Edge(50, 0, 40)])
    assert frame.box == Rule(0, 0, 100, 40)
    assert [edge.at for edge in frame.standing] == [0, 50, 100]
    assert alone == []


def test_an_open_foot_is_closed_as_far_as_the_walls_reach() -> None:
    (frame,), _ = frames(LYING[:2], [Edge(x, 0, 60) for x in (0, 50, 100)])
    assert [edge.at for edge in frame.lying] == [0, 20, 60]


def test_two_tables_do_not_become_one() -> None:
    below = [edge._replace(at=edge.at + 100) for edge in LYING]
    walls = [Edge(x, top, top + 40) for x in (0, 100) for top in (0, 100)]
    found, _ = frames([*LYING, *below], walls)
    assert [frame.box.top for frame in found] == [0, 100]


def test_a_drawing_of_many_lines_is_no_table() -> None:
    assert frames([Edge(y, 0, 10) for y in range(MOST_EDGES + 1)], []) == ([], [])


def test_open_sides_are_closed_where_a_page_break_left_a_cell_open() -> None:
    lying = [Edge(0, 0, 100), Edge(20, 0, 100), Edge(40, 30, 100)]
    (frame,), _ = frames(lying, [Edge(30, 0, 40), Edge(60, 0, 40)])
    assert [(edge.at, edge.start, edge.end) for edge in frame.standing if edge.at in {0, 100}] == [
        (0, 0, 40),
        (100, 0, 40),
    ]


def test_a_head_left_open_by_a_page_break_is_closed_however_low_the_first_line_stands() -> None:
    # A first column that ends right below the break, beside cells that go on.
    lying = [Edge(6, 0, 15), Edge(30, 0, 100)]
    (frame,), _ = frames(lying, [Edge(x, 0, 30) for x in (0, 15, 50, 100)])
    assert [edge.at for edge in frame.lying] == [0, 6, 30]


def test_strokes_that_reach_a_little_too_far_open_nothing() -> None:
    (frame,), _ = frames(LYING[:2], [Edge(0, -5, 20), Edge(50, 0, 20), Edge(100, -4, 20)])
    assert [edge.at for edge in frame.lying] == [0, 20]


def test_the_wall_of_a_column_of_one_cell_belongs_to_the_frame_beside_it() -> None:
    lying = [Edge(y, 40, 100) for y in (0, 20, 40)]
    walls = [Edge(x, 0, 40) for x in (40, 70, 100)]
    (frame,), _ = frames(lying, [Edge(10, 0, 40), *walls])
    assert frame.box.x0 == 10
    assert [(edge.start, edge.end) for edge in frame.lying] == [(10, 100), (40, 100), (10, 100)]
    (alone,), _ = frames(lying, [Edge(10, -60, 90), *walls])
    assert alone.box.x0 == 40


def test_one_line_that_runs_through_all_of_a_frame_closes_the_sides_it_reaches() -> None:
    # The second project of a page begins below it: the cells of both at the sides are merged over all other rows.
    lying = [Edge(40, 0, 140), *(Edge(y, 20, 100) for y in (20, 60, 80))]
    (frame,), _ = frames(lying, [Edge(x, 0, 90) for x in (20, 60, 100)])
    assert [(edge.at, edge.start, edge.end) for edge in frame.standing if edge.at in {0, 140}] == [
        (0, 0, 90),
        (140, 0, 90),
    ]


def test_one_line_that_ends_in_a_frame_opens_nothing_beside_it() -> None:
    lying = [Edge(40, 0, 60), *(Edge(y, 20, 100) for y in (20, 60, 80))]
    (frame,), _ = frames(lying, [Edge(x, 20, 80) for x in (20, 60, 100)])
    assert [edge.at for edge in frame.standing] == [20, 60, 100]
