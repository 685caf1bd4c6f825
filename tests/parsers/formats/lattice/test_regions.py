"""Where tables without lines between their columns may be."""

from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.regions import bands_between, distinct, regions, within


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


def row(y: float) -> list[Piece]:
    return [line("产出指标", 2, y), line("合格率", 62, y), line("九成", 122, y)]


def table(y: float) -> list[Piece]:
    return [piece for at in (5, 25, 45, 65) for piece in row(y + at)]


def test_tables_of_three_rules_below_each_other_are_apart() -> None:
    rules = [Edge(at, 0, 200) for at in (0, 20, 80, 120, 140, 200)]
    pieces = [*table(0), line("项目名称：专利转化", 2, 95), *table(120)]
    assert [(region.box.top, region.box.bottom) for region in regions(rules, pieces)] == [(0, 80), (120, 200)]


def test_a_page_break_takes_the_first_rule_or_the_last() -> None:
    above, below = [*row(30), *row(50)], table(120)
    rules = [Edge(at, 0, 200) for at in (80, 120, 140)]
    pieces = [*above, *row(70)[:0], line("项目名称：专利转化", 2, 95), *below]
    found = [(region.box.top, region.box.bottom) for region in regions(rules, pieces)]
    assert found == [(28, 80), (120, 197)]


def test_what_stands_between_two_heights() -> None:
    pieces = [line("甲", 0, 5), line("乙", 0, 25)]
    assert within(pieces, 0, 20) == pieces[:1]
    assert bands_between([0, 20, 40, 60], pieces) == [(0, 20, pieces[:1]), (20, 40, pieces[1:])]
    assert distinct([20, 0, 20.5]) == [0, 20]


def test_short_lines_are_no_table() -> None:
    assert regions([Edge(0, 0, 60), Edge(20, 0, 60)], []) == []
    assert regions([Edge(0, 0, 200), Edge(20, 60, 200), Edge(40, 0, 200)], [])[0].box == Rule(0, 0, 200, 40)
