"""One cell a line: what a converter makes of the tables of a Word file."""

from collections.abc import Callable, Sequence

import pytest

from parsers.formats import Request, read

Draw = Callable[[str], list[str]]

FORM = " [bookmark: _Toc1]1.绩效目标表\n\t610101天津市知识产权局\n\t单位：万元\n\n"
HEADER = "\t项目名称\n\t信息化运维\n\n\t资金用途\n\t预算数\n\t40.00\n\n\t\n\t用于维保\n\n"
INDICATORS = "\t产出指标\n\t数量指标\n\t≥1个\n\n\t\n\t质量指标\n\t≥98%\n\n"


def test_a_form_is_its_paragraphs_and_two_tables(draw: Draw) -> None:
    assert draw(FORM + HEADER + "\n \n" + INDICATORS) == [
        "1* 1.绩效目标表",
        "2 610101天津市知识产权局",
        "3 单位：万元",
        "[table 1]",
        "1: 项目名称 | 信息化运维",
        "2: 资金用途 | 预算数 | 40.00",
        "3:  | 用于维保",
        "[table 2]",
        "1: 产出指标 | 数量指标 | ≥1个",
        "2:  | 质量指标 | ≥98%",
    ]


def test_a_cell_knows_its_line() -> None:
    grid = read((FORM + HEADER).encode(), "", Request()).grids[0]
    used = grid.at(3, 2)
    assert used is not None
    assert (used.text, used.row, used.line, grid.span(used).row) == ("用于维保", 3, 13, 13)


def test_lines_without_a_tab_go_on_with_the_cell(draw: Draw) -> None:
    assert draw("\t目标\n\t1.甲\n2.乙\t\t\n3.丙\n\n" + INDICATORS)[1] == "1: 目标 | 1.甲⏎2.乙⏎3.丙"


def test_a_first_row_under_a_title_that_is_no_caption_stays_a_row(draw: Draw) -> None:
    assert draw("绩效目标表\n\t项目名称\n\t信息化运维\n\n" + INDICATORS)[:3] == [
        "1 绩效目标表",
        "[table 1]",
        "1: 项目名称 | 信息化运维",
    ]


def test_a_table_glued_to_the_last_cell_of_another_by_a_space(draw: Draw) -> None:
    assert draw(INDICATORS.rstrip("\n") + "\n \t610203中心\n\t单位：万元\n\n" + HEADER) == [
        "[table 1]",
        "1: 产出指标 | 数量指标 | ≥1个",
        "2:  | 质量指标 | ≥98%",
        "8 610203中心",
        "9 单位：万元",
        "[table 2]",
        "1: 项目名称 | 信息化运维",
        "2: 资金用途 | 预算数 | 40.00",
        "3:  | 用于维保",
    ]


def test_rows_may_be_separated_by_lines_that_hold_a_space(draw: Draw) -> None:
    plain = draw(INDICATORS + INDICATORS)
    assert draw((INDICATORS + INDICATORS).replace("\n\n", "\n \n")) == plain


def test_rows_may_be_two_blank_lines_apart(draw: Draw) -> None:
    assert draw((INDICATORS + INDICATORS).replace("\n\n", "\n\n\n")) == draw(INDICATORS + INDICATORS)


def test_cells_may_be_led_by_several_tabs(draw: Draw) -> None:
    assert draw((HEADER + INDICATORS).replace("\t", "\t\t")) == draw(HEADER + INDICATORS)


def test_windows_line_ends_and_trailing_tabs_change_nothing(draw: Draw) -> None:
    text = FORM + HEADER + "\n \n" + INDICATORS
    assert draw(text.replace("\n", "\r\n")) == draw(text)
    assert draw(INDICATORS.replace("指标\n", "指标\t\n")) == draw(INDICATORS)


def test_a_cell_of_no_break_spaces_is_empty_and_keeps_its_column(draw: Draw) -> None:
    assert draw("\t资金\n\t\u00a0\n\t其他\n\n" + INDICATORS)[1] == "1: 资金 |  | 其他"


def test_a_page_break_ends_a_table_and_marks_no_start(draw: Draw) -> None:
    assert draw(INDICATORS + "\n\f绩效目标表\n" + HEADER)[3] == "10 绩效目标表"


def test_a_bookmark_inside_a_cell_starts_nothing(draw: Draw) -> None:
    assert draw("\t[bookmark: _GoBack]项目名称\n\t甲\n[bookmark: _Hlk1]乙\n\n" + INDICATORS)[1] == "1: 项目名称 | 甲⏎乙"


def test_prose_that_tabs_indent_is_no_table(draw: Draw) -> None:
    assert draw("\t第一段。\n\n\t第二段。\n") == ["1 第一段。", "3 第二段。"]


def test_spaces_before_every_leading_tab_only_indent(draw: Draw) -> None:
    assert draw((HEADER + INDICATORS).replace("\t", "  \t")) == draw(HEADER + INDICATORS)


def test_a_tab_inside_a_cell_stays(draw: Draw) -> None:
    assert draw(INDICATORS + "\t联系人：甲\t电话：略\n\t值\n\n")[-1] == "3: 联系人：甲\t电话：略 | 值"


def test_a_blank_line_inside_a_cell_whose_numbering_goes_on(draw: Draw) -> None:
    assert draw("\t目标\n\t1.甲\n\n2.乙\n\n3.丙\n\n" + INDICATORS)[:3] == [
        "[table 1]",
        "1: 目标 | 1.甲⏎2.乙⏎3.丙",
        "2: 产出指标 | 数量指标 | ≥1个",
    ]
    assert draw("\t目标\n\t1.甲\n\n[bookmark: _Toc2]2.绩效目标表\n\n" + INDICATORS)[1:3] == [
        "1: 目标 | 1.甲",
        "4* 2.绩效目标表",
    ]


def test_blank_paragraphs_inside_the_cells_of_a_table_join_nothing_else(draw: Draw) -> None:
    assert draw(INDICATORS + "注：见附件\n")[-1] == "9 注：见附件"


def stacked(*rows: Sequence[str]) -> str:
    """Rows with one cell a line."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)


WIDE = (
    ("一级指标", "二级指标", "三级指标", "指标值", "备注"),
    ("产出指标", "数量指标", "建设面积", "≥1.2万亩", ""),
    ("", "时效指标", "完成时间", "2024年12\n月31日前", ""),
    ("效益指标", "经济效益指标", "粮食增产", "≥50公斤/亩", "甲"),
)


@pytest.mark.parametrize("between", ["\n", "\t", "\n\n", "\n\n\n", "\n\n\t"])
def test_a_list_of_numbers_is_one_cell(draw: Draw, between: str) -> None:
    goal = f"\t目标\n\t1.甲\n{between.removeprefix(chr(10))}2.乙\n\n"
    assert draw(INDICATORS + goal + INDICATORS)[3] == "3: 目标 | 1.甲⏎2.乙"


def test_two_lists_side_by_side_are_two_cells(draw: Draw) -> None:
    text = stacked(("目标", "1.甲", "2.乙", "1.丙", "2.丁"), ("产出指标", "数量指标"))
    assert draw(text)[1] == "1: 目标 | 1.甲⏎2.乙 | 1.丙⏎2.丁"


def test_numbered_columns_are_no_list(draw: Draw) -> None:
    assert draw(stacked(("1.项目", "2.金额"), ("甲", "40")))[1] == "1: 1.项目 | 2.金额"
    four = ("合计", "人员", "公用", "项目")
    assert draw(stacked(("类别", "1.人员", "2.公用", "3.项目"), four, four))[1] == "1: 类别 | 1.人员 | 2.公用 | 3.项目"


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_a_blank_line_missing_between_two_rows(draw: Draw, gap: int) -> None:
    rows = [stacked(row) for row in WIDE]
    rows[gap] = rows[gap].removesuffix("\n")
    found = draw("".join(rows))
    assert found == draw(stacked(*WIDE))
    assert found[3] == "3:  | 时效指标 | 完成时间 | 2024年12⏎月31日前"


def test_rows_of_two_widths_are_left_as_they_stand(draw: Draw) -> None:
    text = stacked(("甲", "乙", "丙"), ("甲", "乙", "丙"), ("1", "2", "3", "4", "5", "6"), ("合计", "9"))
    assert draw(text)[3] == "3: 1 | 2 | 3 | 4 | 5 | 6"
    pairs = stacked(("名称", "甲"), ("部门", "乙"), ("预算", "40", "单位", "万元"), ("用途", "维保"))
    assert draw(pairs)[3] == "3: 预算 | 40 | 单位 | 万元"


@pytest.mark.parametrize("line", ["2024年度项目绩效目标表", "附件2", "第 2 页", "— 2 —"])
def test_a_title_right_under_a_cell_is_no_part_of_it(draw: Draw, line: str) -> None:
    assert draw(INDICATORS.rstrip("\n") + f"\n{line}\n" + HEADER)[2:5] == [
        "2:  | 质量指标 | ≥98%",
        f"8 {line}",
        "[table 2]",
    ]


def test_a_title_that_closes_what_the_cell_opened_is_part_of_it(draw: Draw) -> None:
    assert draw("\t目标\n\t编制《年度\n工作》报表\n\n" + INDICATORS)[1] == "1: 目标 | 编制《年度⏎工作》报表"


LEVELS = "\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n"
INDICATOR = "\t产出指标\n\t数量指标\n\t报告{}\n\t{}份\n\n"


def _rows_of(text: str) -> list[list[str]]:
    (grid,) = read(text.encode(), "a.txt", Request()).grids
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def test_a_blank_line_inside_a_row_does_not_make_two_of_it() -> None:
    whole = [INDICATOR.format(number, number) for number in range(4)]
    broken = whole[2].replace("\t报告", "\n\t报告")
    text = "\t项目名称\n\t甲\n\n" + LEVELS + whole[0] + whole[1] + broken + whole[3]
    assert _rows_of(text)[4] == ["产出指标", "数量指标", "报告2", "2份"]
    assert len(_rows_of(text)) == 6


def test_rows_that_are_shorter_elsewhere_too_are_left_as_they_are() -> None:
    whole = [INDICATOR.format(number, number) for number in range(4)]
    text = LEVELS + "".join(whole) + "\t备注\n\t无\n\n\t联系人\n\t某人\n\n\t填报日期\n\n"
    assert [len(row) for row in _rows_of(text)] == [4, 4, 4, 4, 4, 2, 2, 1]
