"""Rows without a line of their own."""

from parsers.formats.lattice.breaks import opened_at_foot, opened_at_top
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.marks import Piece

RULES = [Edge(100, 50, 350), Edge(120, 50, 350)]


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


BODY = [line("效益指标", 52, 105), line("有效提升", 252, 105)]


def test_a_row_above_the_first_line_of_a_page_is_of_its_table() -> None:
    row = [line("培训合格率", 152, 85), line("九成", 252, 85)]
    assert opened_at_top(RULES, [line("— 3 —", 180, 20), *row, *BODY], at_edge=True) == Edge(83, 50, 350)
    assert opened_at_top(RULES, [line("所有效专利的比例", 152, 85), *BODY], at_edge=True) == Edge(83, 50, 350)


def test_a_title_or_a_paragraph_above_a_table_is_no_row() -> None:
    assert opened_at_top(RULES, [line("绩效目标表", 150, 80, 16), *BODY, *BODY], at_edge=True) is None
    assert opened_at_top(RULES, [line("单位：万元", 52, 85), *BODY], at_edge=True) is None
    prose = [line("提升企业创新能力", 152, 20.0 + 15 * at) for at in range(4)]
    far = [line("第一部分", 52, 20), line("概况", 252, 20), line("第二部分", 52, 60), *prose]
    assert opened_at_top(RULES, [*far, *BODY], at_edge=True) is None


def test_a_row_below_the_last_line_of_a_page_is_of_its_table() -> None:
    row = [line("满意度指标", 52, 125), line("九成", 252, 125)]
    assert opened_at_foot(RULES, [*BODY, *row, line("— 3 —", 180, 800)], at_edge=True) == Edge(137, 50, 350)
    assert opened_at_foot(RULES, [*BODY, line("注：含上级资金", 52, 125)], at_edge=True) is None


def test_a_row_without_a_line_begins_where_the_rows_of_its_table_begin() -> None:
    texts = [line("第一部分", 52, 20), line("概况", 52, 40), line("说明", 52, 60)]
    row = [line("项目名称", 52, 85), line("专利转化", 252, 85)]
    assert opened_at_top(RULES, [*texts, *row, *BODY], at_edge=False) == Edge(83, 50, 350)
    unit = [line("编制单位：财政局", 50, 85), line("单位：元", 310, 85)]
    assert opened_at_top(RULES, [*texts, *unit, *BODY], at_edge=False) is None
