"""Cells between lines."""

from parsers.formats.lattice.cells import cut
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.marks import Rule


def test_spans_follow_from_the_lines_that_are_missing() -> None:
    lying = (Edge(0, 0, 90), Edge(20, 30, 90), Edge(40, 0, 90), Edge(60, 0, 90))
    standing = (Edge(0, 0, 60), Edge(30, 0, 40), Edge(60, 20, 60), Edge(90, 0, 60))
    slots = cut(Frame(lying, standing)).slots
    assert [slot[:4] for slot in slots] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 0, 1, 2),
        (2, 2, 1, 1),
    ]
    assert slots[0].box == Rule(0, 0, 30, 40)


def test_what_no_line_divides_though_its_walls_change_is_kept() -> None:
    lying = (Edge(0, 0, 90), Edge(20, 0, 40), Edge(40, 0, 90))
    standing = (Edge(0, 0, 40), Edge(45, 20, 40), Edge(90, 0, 40))
    assert [slot[:4] for slot in cut(Frame(lying, standing)).slots] == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_frame_of_too_many_slots_is_a_drawing() -> None:
    many = tuple(Edge(n * 5.0, 0, 5000) for n in range(1000))
    assert cut(Frame(many, many)).slots == []


def test_merged_cells_that_a_page_break_left_open_end_with_the_frame() -> None:
    lying = (Edge(0, 50, 90), Edge(20, 50, 90), Edge(40, 50, 90))
    standing = tuple(Edge(x, 0, 40) for x in (0, 25, 50, 90))
    assert [slot[:4] for slot in cut(Frame(lying, standing)).slots] == [
        (0, 0, 2, 1),
        (0, 1, 2, 1),
        (0, 2, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_cell_merged_beyond_the_page_ends_with_the_frame() -> None:
    """The page ends between two columns, and draws no wall across what is merged over both."""
    lying = tuple(Edge(y, 0, 90) for y in (0, 20, 40, 60))
    standing = (Edge(0, 0, 60), Edge(30, 0, 60), Edge(90, 0, 20), Edge(90, 40, 60))
    found = cut(Frame(lying, standing))
    assert [(slot.row, slot.column, slot.box.x1) for slot in found.slots if slot.row == 1] == [(1, 0, 30), (1, 1, 90)]


def test_a_table_that_is_narrower_below_stays_so() -> None:
    lying = (Edge(0, 0, 90), Edge(20, 0, 90), Edge(40, 0, 30), Edge(60, 0, 30))
    standing = (Edge(0, 0, 60), Edge(30, 0, 60), Edge(90, 0, 20))
    assert [slot[:4] for slot in cut(Frame(lying, standing)).slots] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (1, 0, 1, 1),
        (2, 0, 1, 1),
    ]


def test_first_rows_without_a_line_above_or_a_wall_at_the_side_are_closed_where_the_line_below_them_ends() -> None:
    lying = (Edge(0, 0, 40), Edge(20, 0, 90), Edge(40, 0, 90))
    standing = (Edge(0, 0, 40), Edge(40, 0, 40), Edge(90, 20, 40))
    found = [slot[:4] for slot in cut(Frame(lying, standing)).slots]
    assert found == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
