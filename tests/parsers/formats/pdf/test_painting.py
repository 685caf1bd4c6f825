"""What paint hides, and what is white and shows."""

from parsers.formats.lattice import Rule
from parsers.formats.pdf.painting import MOST, Fill, shown_grounds, shown_lines, shown_rules

CELL = Rule(0, 0, 40, 60)
LINES = [Rule(0, 20, 90, 20), Rule(20, 0, 20, 60), Rule(0, 0, 40, 0)]


def fill(box: Rule, rules: int, grounds: int) -> Fill:
    """White painted after so many rules and grounds."""
    return Fill(box, is_white=True, rules=rules, grounds=grounds, texts=0)


def test_lines_below_a_merged_cell_that_is_painted_over_them_are_not_there() -> None:
    assert shown_rules(LINES, [fill(CELL, 3, 0)]) == [Rule(40, 20, 90, 20), Rule(0, 0, 40, 0)]


def test_lines_drawn_after_the_paint_or_with_paint_that_lets_them_through_stay() -> None:
    assert shown_rules(LINES, [fill(CELL, 1, 0)]) == [Rule(40, 20, 90, 20), *LINES[1:]]
    assert shown_rules(LINES, [fill(CELL, 3, 0)], lambda _: None) == LINES


def test_a_ground_that_reaches_over_half_of_a_line_leaves_the_line() -> None:
    thick = Rule(0, 19, 90, 21)
    assert shown_rules([thick], [fill(Rule(0, 0, 90, 20), 1, 0)]) == [thick]


def test_more_paint_than_a_table_has_is_a_drawing() -> None:
    assert shown_rules(LINES, [fill(CELL, 3, 0)] * (MOST + 1)) == LINES


def test_white_cells_on_a_dark_ground_are_grounds_and_white_on_paper_is_not() -> None:
    ground, cell = Rule(0, 0, 100, 50), Rule(1, 1, 49, 24)
    assert shown_grounds([ground], [fill(cell, 0, 1)]) == [ground, cell]
    assert shown_grounds([ground], [fill(Rule(200, 0, 240, 20), 0, 1)]) == [ground]


def test_a_ground_below_white_does_not_show_and_no_white_on_it() -> None:
    ground = Rule(0, 0, 100, 50)
    white = [fill(ground, 0, 1), fill(Rule(1, 1, 49, 24), 0, 1)]
    assert shown_grounds([ground], white) == []


def test_white_lines_show_on_what_was_painted_before_them() -> None:
    lines = [(Rule(0, 10, 90, 10), 1), (Rule(0, 20, 90, 20), 0)]
    assert list(shown_lines(lines, [Rule(0, 0, 90, 30)])) == [lines[0][0]]
