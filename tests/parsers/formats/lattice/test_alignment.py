"""Tables without lines between their columns."""

from parsers.formats.lattice.alignment import align, divides_rows
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.regions import Region, regions


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


HEAD = [line("指标", 2, 5), line("指标值", 102, 5)]
BODY = [piece for at in range(3) for piece in (line("合格率", 2, 25 + 20 * at), line("九成", 102, 25 + 20 * at))]


def test_three_rules_make_a_table() -> None:
    rules = tuple(Edge(y, 0, 200) for y in (0, 20, 85))
    (region,) = regions(rules, [*HEAD, *BODY])
    table = align([*HEAD, *BODY], region)
    assert table is not None
    assert (table.xs, len(table.ys), len(table.slots)) == ([0, 96.5, 200], 5, 8)


def test_a_title_between_rules_parts_two_tables() -> None:
    title = line("另一张绩效目标表", 60, 95, 16)
    rules = [Edge(y, 0, 200) for y in (0, 20, 85, 120, 140)]
    assert [region.box.bottom for region in regions(rules, [*HEAD, *BODY, title])] == [85, 140]


def test_rules_below_rows_leave_a_label_over_several_rows() -> None:
    rules = (Edge(0, 0, 200), Edge(20, 0, 200), Edge(40, 100, 200), Edge(60, 0, 200), Edge(80, 0, 200))
    pieces = [line("一级", 2, 5), line("名称", 102, 5), line("产出", 2, 35), line("甲", 102, 25), line("乙", 102, 45)]
    pieces += [line("效益", 2, 65), line("丙", 102, 65)]
    table = align(pieces, Region(Rule(0, 0, 200, 80), rules))
    assert table is not None
    assert [slot[:4] for slot in table.slots if slot.column == 0] == [(0, 0, 1, 1), (1, 0, 2, 1), (3, 0, 1, 1)]


def test_prose_between_two_rules_is_no_table() -> None:
    prose = [line("全面实施预算绩效管理的意见", 2, 14.0 * at) for at in range(6)]
    rules = (Edge(0, 0, 200), Edge(90, 0, 200))
    assert regions(rules, prose) == [] or align(prose, regions(rules, prose)[0]) is None


def test_a_wide_text_beside_a_high_one_takes_no_slot_twice() -> None:
    rules = tuple(Edge(y, 0, 300) for y in (0, 20, 125))
    head = [line("甲", 2, 5), line("乙", 102, 5), line("丙", 202, 5)]
    body = [line("数", 202, 25.0 + 20 * at) for at in range(5)] + [line("标题" * 12, 2, 45), line("注", 102, 65)]
    table = align([*head, *body], Region(Rule(0, 0, 300, 125), rules))
    assert table is not None
    slots = [(s.row + r, s.column + c) for s in table.slots for r in range(s.rows) for c in range(s.columns)]
    assert len(slots) == len(set(slots))


def test_a_goal_of_many_lines_beside_its_label_is_a_row() -> None:
    goal = [line("提升企业知识产权创新能力" * 2, 62, 25.0 + 12 * at, 5) for at in range(6)]
    pieces = [line("名称", 2, 5, 5), line("专利", 62, 5, 5), line("目标", 2, 57, 5), *goal]
    rules = [Edge(y, 0, 200) for y in (0, 20, 100)]
    assert [region.box.bottom for region in regions(rules, pieces)] == [100]


def test_a_line_that_begins_inside_a_table_tells_the_wall_beside_a_merged_cell() -> None:
    rules = (Edge(0, 0, 200), Edge(20, 0, 200), Edge(40, 27, 200), Edge(60, 27, 200), Edge(80, 0, 200))
    pieces = [
        line("名称", 2, 5),
        line("专利转化", 102, 5),
        line("指", 6, 45),
        line("一级", 29, 25),
        line("值", 102, 25),
    ]
    pieces += [line("产出", 29, 45), line("甲", 102, 45), line("效益", 29, 65), line("乙", 102, 65)]
    table = align(pieces, Region(Rule(0, 0, 200, 80), rules), ruled=True)
    assert table is not None
    assert table.xs[1] == 27
    assert (1, 0, 3, 1) in [slot[:4] for slot in table.slots]


def test_a_line_with_more_room_than_rows_have_parts_two_tables() -> None:
    rows = [piece for y in (5, 25, 85, 105) for piece in (line("合格率", 2, y), line("九成", 102, y))]
    rules = [Edge(y, 0, 200) for y in (0, 20, 40, 80, 100, 120)]
    assert [region.box.bottom for region in regions(rules, [*rows, line("单位：元", 2, 62)])] == [40, 120]


def test_the_lines_of_a_page_tell_whether_they_divide_rows() -> None:
    rules = tuple(Edge(y, 0, 200) for y in (0, 20, 85))
    assert not divides_rows(regions(rules, [*HEAD, *BODY]), [*HEAD, *BODY])
    ruled = tuple(Edge(y, 0, 200) for y in (0, 20, 42, 62, 85))
    assert divides_rows(regions(ruled, [*HEAD, *BODY]), [*HEAD, *BODY])


def test_a_row_that_a_page_break_left_has_the_columns_of_the_table_before_it() -> None:
    row = [
        Piece(t, x, 5, x + 5 * len(t), 15, 5) for t, x in (("服务对象满意度", 62), ("≥", 150), ("95", 205), ("%", 262))
    ]
    region = Region(Rule(0, 0, 300, 20), (Edge(0, 0, 300), Edge(20, 0, 300)))
    table = align(row, region, before=[[0, 60, 148, 200, 260, 300]])
    assert table is not None
    assert table.xs == [0, 60, 148, 200, 260, 300]
    other = align(row, region, before=[[0, 220, 300]])
    assert other is not None
    assert len(other.xs) == 5


def test_a_line_beside_a_merged_label_divides_rows_of_a_table_that_goes_on() -> None:
    row = [Piece(t, x, y, x + 30, y + 10, 10) for y in (5, 17, 29, 41) for t, x in (("投诉率", 70), ("数值一", 150))]
    label = Piece("满意度", 5, 20, 35, 30, 10)
    region = Region(Rule(0, 0, 200, 54), (Edge(0, 0, 200), Edge(27, 60, 200), Edge(54, 0, 200)))
    table = align([label, *row], region, before=[[0, 60, 140, 200]])
    assert table is not None
    assert (table.by_text, table.ys) == (False, [0, 27, 54])
