"""Rules as the lines a person sees."""

from parsers.formats.lattice.edges import Edge, edges
from parsers.formats.lattice.marks import Rule


def test_strokes_side_by_side_are_one_line_and_double_lines_too() -> None:
    lying, _ = edges([Rule(0, 10, 50, 10.5), Rule(50.5, 10, 100, 10.5), Rule(0, 12, 100, 12.5)])
    assert lying == [Edge(11.25, 0, 100)]


def test_a_line_with_a_gap_is_two() -> None:
    lying, _ = edges([Rule(0, 10, 50, 10.5), Rule(60, 10, 100, 10.5)])
    assert [(edge.start, edge.end) for edge in lying] == [(0, 50), (60, 100)]


def test_dots_across_do_not_make_lines_along() -> None:
    dots = [Rule(x, y, x + 0.6, y + 0.6) for x in (0, 80) for y in range(0, 60, 2)]
    lying, standing = edges(dots)
    assert lying == []
    assert [(round(edge.at, 1), edge.start) for edge in standing] == [(0.3, 0), (80.3, 0)]


def test_a_ground_and_a_full_stop_are_no_lines() -> None:
    assert edges([Rule(0, 0, 100, 30), Rule(5, 5, 6, 6)]) == ([], [])


def test_lines_may_be_shorter_where_all_of_the_page_is_small() -> None:
    rules = [Rule(0, 0, 60, 0.3), Rule(20, 0, 20.3, 5.4)]
    assert edges(rules)[1] == []
    assert [(edge.start, edge.end) for edge in edges(rules, 4.0)[1]] == [(0, 5.4)]
