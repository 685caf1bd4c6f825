"""Tables of three rules."""

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.lines import lines
from parsers.formats.lattice.marks import Piece
from parsers.formats.lattice.three_rules import (
    has_three_rules,
    hold_rows,
    parts_tables,
    rows_at_edge,
    without_furniture,
)


def line(text: str, x: float, y: float) -> Piece:
    return Piece(text, x, y, x + 10 * len(text), y + 10, 10)


def row(y: float) -> list[Piece]:
    return [line("产出指标", 2, y), line("合格率", 62, y), line("九成", 122, y)]


HEAD = row(5)
BODY = [*row(25), *row(45), *row(65)]
RULES = [Edge(at, 0, 200) for at in (0, 20, 80)]


def test_rows_are_told_by_the_room_between_them() -> None:
    assert hold_rows(BODY)
    assert not hold_rows(HEAD)
    wrapped = [*row(25), line("（含线上）", 62, 38)]
    assert not hold_rows(wrapped)


def test_few_lines_around_several_rows_are_three_rules() -> None:
    assert has_three_rules([0, 20, 80], [HEAD, BODY])
    assert not has_three_rules([0, 20, 40], [HEAD, row(25)])
    assert not has_three_rules([0, 20, 40, 60, 80], [HEAD, row(25), row(45), row(65)])


def test_a_title_between_two_tables_parts_them() -> None:
    title = [line("项目名称：专利转化", 2, 85)]
    bands = [[], HEAD, BODY, title, HEAD, BODY, []]
    assert [parts_tables(number, bands) for number in range(1, 6)] == [False, False, True, False, False]


def test_a_row_of_sums_below_the_body_belongs_to_it() -> None:
    assert not parts_tables(3, [[], HEAD, BODY, [line("合计", 2, 85), line("三项", 122, 85)], []])


def test_rows_above_the_first_line_of_a_page_go_on_with_a_table() -> None:
    running, number = line("2024年预算公开", 70, -60), line("— 7 —", 90, 150)
    above = [running, *row(-30), *row(-10)]
    assert rows_at_edge(above, [], RULES, 10)[0].pieces[0].text == "产出指标"
    below = [*row(100), *row(120), number]
    assert len(rows_at_edge(below, BODY, RULES, 10)) == 2


def test_one_row_is_enough_where_nothing_else_is_left() -> None:
    assert len(rows_at_edge(row(-10), [], RULES[:1], 10)) == 1
    assert rows_at_edge(row(-10), BODY, RULES, 10) == []


def test_prose_at_the_edge_is_no_row() -> None:
    prose = [line("本年度完成标准化建设", 2, 100 + 14 * at) for at in range(4)]
    assert rows_at_edge(prose, BODY, RULES, 10) == []
    large = [piece._replace(size=16.0) for piece in (*row(100), *row(120))]
    assert rows_at_edge(large, BODY, RULES, 10) == []


def test_a_page_number_begins_where_no_text_does() -> None:
    found = lines([*BODY, line("7", 95, 90)])
    assert len(without_furniture(found, [piece.x0 for found_line in found for piece in found_line.pieces])) == 3
    assert without_furniture(lines([line("7", 95, 90)]), [95]) == []
