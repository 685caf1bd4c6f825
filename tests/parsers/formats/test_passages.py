"""Passages as the blocks of a Document."""

from collections.abc import Callable

import pytest

from parsers import Hints, interpret, read
from parsers.formats.lines import Line
from parsers.formats.passages import Paragraph, Passage, Table, blocks, paragraph, starts_something
from schema.document import Cell
from schema.limits import Limits
from schema.read_error import ReadError

Draw = Callable[[str], list[str]]

CELL = Cell(row=1, column=1, text="甲")


def test_a_boundary_that_shows_nothing_goes_to_the_next_paragraph_but_over_no_table() -> None:
    passages: list[Passage] = [Paragraph(1, "", boundary=True), Paragraph(2, "甲"), Paragraph(3, "乙")]
    assert [block.kind == "text" and block.form_boundary for block in blocks(passages, Limits())] == [True, False]
    passages = [Paragraph(1, "", boundary=True), Table((CELL,)), Paragraph(3, "乙")]
    assert [block.kind == "text" and block.form_boundary for block in blocks(passages, Limits())] == [False, False]


def test_tables_are_numbered_and_empty_ones_left_out() -> None:
    found = blocks([Table((CELL,)), Table(()), Table((CELL,))], Limits())
    assert [block.place for block in found] == ["table 1", "table 2"]


def test_cells_are_counted_over_all_tables() -> None:
    assert len(list(blocks([Table((CELL,)), Table((CELL,))], Limits(cells=2)))) == 2
    with pytest.raises(ReadError, match="more than 1 cells"):
        list(blocks([Table((CELL,)), Table((CELL,))], Limits(cells=1)))


@pytest.mark.parametrize(
    ("line", "ends_table", "boundary"),
    [
        (Line(1, "## 甲"), True, True),
        (Line(1, "甲", new_page=True), True, False),
        (Line(1, "[bookmark: _Toc1]甲"), True, True),
        (Line(1, "\t[bookmark: _Toc1]甲"), False, False),
        (Line(1, "甲"), False, False),
    ],
)
def test_what_starts_something(line: Line, *, ends_table: bool, boundary: bool) -> None:
    assert starts_something(line) is ends_table
    assert paragraph(line) == Paragraph(1, "甲", boundary)


@pytest.mark.parametrize("furniture", ["— 2 —", "第 2 页", "2"])
def test_a_page_turns_without_a_mark(draw: Draw, furniture: str) -> None:
    assert draw(f"甲\t1\n乙\t2\n\f\n{furniture}\n丙\t3\n")[3:] == [f"4 {furniture}", "[table 2]", "5: 丙 | 3"]


def test_a_mark_passes_over_a_page_number(draw: Draw) -> None:
    assert draw("[bookmark: _Toc1]\n第 2 页\n绩效目标表\n") == ["2 第 2 页", "3* 绩效目标表"]
    assert draw("## 第 2 页\n绩效目标表\n") == ["1 第 2 页", "2* 绩效目标表"]


@pytest.mark.parametrize("page", ["\f\n— 2 —\n", "\f\n第 2 页\n", "\f第 2 页\n", "\f", "\n\f\n\n2\n\n"])
def test_a_form_that_goes_on_after_a_page_break_is_one_form(page: str) -> None:
    form = "2023年度项目绩效目标表\n项目名称\t测试项目\t\t\n一级指标\t二级指标\t三级指标\t指标值\n"
    rows = ("产出指标\t数量指标\t建设面积\t≥1.2万亩\n", "效益指标\t经济效益指标\t粮食增产\t≥50公斤/亩\n")
    found = interpret(read((form + page.join(rows)).encode(), "", Limits()), Hints(file_name="表.txt"))
    (table,) = found.tables
    assert [indicator.name for indicator in table.indicators] == ["建设面积", "粮食增产"]
