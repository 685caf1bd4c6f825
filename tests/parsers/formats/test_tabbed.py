"""Tab-separated rows."""

from collections.abc import Callable

import pytest

Draw = Callable[[str], list[str]]


def test_a_row_is_its_line_and_a_column_its_field(draw: Draw) -> None:
    assert draw("\n绩效目标表\n\n项目名称\t甲\t\t\n\t一级\t\t指标值\n") == [
        "2 绩效目标表",
        "[table 1]",
        "4: 项目名称 | 甲",
        "5:  | 一级 |  | 指标值",
    ]


def test_a_blank_line_ends_a_table_and_a_line_of_tabs_does_not(draw: Draw) -> None:
    assert draw("甲\t1\n\t\n乙\t2\n\n丙\t3\n") == ["[table 1]", "1: 甲 | 1", "3: 乙 | 2", "[table 2]", "5: 丙 | 3"]


def test_paragraphs_of_html_are_lines_of_a_cell(draw: Draw) -> None:
    assert draw("<p>产出</p>\t<p>甲 ≥1支</p> <p>乙<br>丙</p>\t<8小时\n")[1] == "1: 产出 | 甲 ≥1支⏎乙⏎丙 | <8小时"


def test_a_heading_breaks_a_table(draw: Draw) -> None:
    assert draw("甲\t1\n## 附件2\n乙\t2\n") == ["[table 1]", "1: 甲 | 1", "2* 附件2", "[table 2]", "3: 乙 | 2"]


def test_quoted_fields_hold_line_breaks(draw: Draw) -> None:
    text = '项目\t目标\t金额\n甲\t"1.一\n\n2.""二"""\t40\n"乙\n丙"\t"三\n四"\t50\n'
    assert draw(text) == ["[table 1]", "1: 项目 | 目标 | 金额", '2: 甲 | 1.一⏎2."二" | 40', "5: 乙⏎丙 | 三⏎四 | 50"]


def test_quotes_that_people_write_are_text(draw: Draw) -> None:
    assert draw('"十四五"规划\t甲\n"一网通办\t乙\n丙"\t丁\n') == [
        "[table 1]",
        '1: "十四五"规划 | 甲',
        '2: "一网通办 | 乙',
        '3: 丙" | 丁',
    ]


def test_a_line_break_inside_the_last_cell(draw: Draw) -> None:
    assert draw("项目\t目标\n甲\t1.一\n2.二\n乙\t好\n")[1:] == ["1: 项目 | 目标", "2: 甲 | 1.一⏎2.二", "4: 乙 | 好"]


def test_a_line_break_inside_a_middle_cell(draw: Draw) -> None:
    text = "项目\t目标\t金额\n甲\t1.一\n2.二\t40\n乙\t好\t50\n丙\t好\t60\n"
    assert draw(text)[1:] == ["1: 项目 | 目标 | 金额", "2: 甲 | 1.一⏎2.二 | 40", "4: 乙 | 好 | 50", "5: 丙 | 好 | 60"]


def test_a_line_under_the_last_row_is_a_note_unless_its_number_goes_on(draw: Draw) -> None:
    table = "项目\t目标\n乙\t好\n甲\t1.一\n"
    assert draw(table + "注：见附件\n")[-2:] == ["3: 甲 | 1.一", "4 注：见附件"]
    assert draw(table + "2.二\n3.三\n注：见附件\n")[-2:] == ["3: 甲 | 1.一⏎2.二⏎3.三", "6 注：见附件"]


def test_rows_of_many_widths_are_left_as_they_stand(draw: Draw) -> None:
    text = "项目\t甲\n合计\t10\t20\t30\n二级\n一\t二\t三\t四\t五\n"
    assert draw(text) == [
        "[table 1]",
        "1: 项目 | 甲",
        "2: 合计 | 10 | 20 | 30",
        "3 二级",
        "[table 2]",
        "4: 一 | 二 | 三 | 四 | 五",
    ]


def test_blank_lines_after_every_row_end_no_table(draw: Draw) -> None:
    assert draw("项目\t目标\n\n甲\t一\n\n乙\t二\n") == ["[table 1]", "1: 项目 | 目标", "3: 甲 | 一", "5: 乙 | 二"]


def test_a_page_break_inside_a_line_makes_two_tables(draw: Draw) -> None:
    assert draw("甲\t1\f乙\t2\f丙\t3") == ["[table 1]", "1: 甲 | 1", "[table 2]", "1: 乙 | 2", "[table 3]", "1: 丙 | 3"]


def test_a_fragment_with_one_cell_a_line_is_still_a_table(draw: Draw) -> None:
    rows = "一级\t二级\t三级\t指标值\n产出\t数量\t甲\t1\n\t\t乙\t2\n"
    assert draw(rows + "\n\t\t.....\n\t\t.....\n")[-3:] == ["[table 2]", "5:  |  | .....", "6:  |  | ....."]


HEAD = "一级指标\t二级指标\t三级指标\t指标值\n"
ROW = "产出指标\t数量指标\t建设面积\t≥1.2万亩\n"


@pytest.mark.parametrize(
    "line",
    [
        "2024年度项目绩效目标表",
        "项目绩效自评表（试行）",
        "附件2",
        "单位：万元",
        "第 2 页 共 3 页",
        "第二页",
        "共计20页",
        "2",
        "2/3",
        "— 3 —",
        "- 3 -",
        "二、绩效指标",
        "说明",
        "2.2024年执法业务费绩效目标表",
    ],
)
def test_a_line_that_stands_alone_never_goes_on_with_the_cell_above(draw: Draw, line: str) -> None:
    for above in (ROW, ROW.replace("≥1.2万亩", "1.甲"), "产出指标\t数量指标\n"):
        below = draw(HEAD + ROW + above + line + "\n" + HEAD + ROW)
        assert f"4 {line}" in below
        assert below[-3:] == [
            "[table 2]",
            "5: 一级指标 | 二级指标 | 三级指标 | 指标值",
            below[2].replace("2:", "6:", 1),
        ]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("1.甲", "2.乙"),
        ("目标1：甲", "目标2：乙"),
        ("编制《年度", "工作报告》"),
        ("（含改造", "和新建）"),
        ("2024年12", "月31日前"),
        ("≥1.2", "万亩"),
        ("完成建设，", "提高水平"),
        ("完成建设，提高", "水平。"),
        ("完成建设", "，提高水平"),
    ],
)
def test_a_line_goes_on_with_the_cell_above_on_evidence(draw: Draw, value: str, line: str) -> None:
    broken = f"产出指标\t数量指标\t建设\t{value}\n{line}\n"
    for text in (HEAD + ROW + broken + ROW, HEAD.replace("\n", "\t备注\n") + ROW + broken + "效益\t社会\t好\n"):
        assert draw(text)[3] == f"3: 产出指标 | 数量指标 | 建设 | {value}⏎{line}"


def test_the_first_cell_of_a_row_over_several_lines(draw: Draw) -> None:
    head = "项目资金\n（万元）\t年初预算数\t全年预算数\t执行率\n"
    assert draw(HEAD + ROW + head + ROW)[3] == "3: 项目资金⏎（万元） | 年初预算数 | 全年预算数 | 执行率"
    assert draw(head + ROW)[1] == "1: 项目资金⏎（万元） | 年初预算数 | 全年预算数 | 执行率"
    closed = head.replace("项目资金\n（", "项目资金（\n")
    assert draw(HEAD + ROW + closed + ROW)[3] == "3: 项目资金（⏎万元） | 年初预算数 | 全年预算数 | 执行率"


def test_a_label_written_from_top_to_bottom(draw: Draw) -> None:
    broken = "绩\n效\n指\n标\t产出指标\t数量指标\t≥1个\n"
    assert draw(HEAD + ROW + broken + "\t\t质量指标\t≥95%\n")[3:] == [
        "3: 绩⏎效⏎指⏎标 | 产出指标 | 数量指标 | ≥1个",
        "7:  |  | 质量指标 | ≥95%",
    ]
    assert draw(broken + ROW)[1] == "1: 绩⏎效⏎指⏎标 | 产出指标 | 数量指标 | ≥1个"


def test_a_bracket_that_makes_the_row_above_whole_belongs_to_it(draw: Draw) -> None:
    text = "项目\t目标\t金额\n甲\t项目资金\n总额\n（万元）\t40\n乙\t好\t50\n丙\t好\t60\n"
    assert draw(text)[2] == "2: 甲 | 项目资金⏎总额⏎（万元） | 40"


@pytest.mark.parametrize("line", ["2024年度项目绩效目标申报", "项目绩效目标表", "第 2 页", "单位：万元"])
def test_what_stands_over_a_bracket_alone_or_over_a_number_is_no_cell(draw: Draw, line: str) -> None:
    assert f"3 {line}" in draw(HEAD + ROW + line + "\n（2024年度）\t\t\t\n" + HEAD + ROW)
    assert f"3 {line}" in draw(HEAD + ROW + line + "\n（一）产出\t数量\t甲\t1\n" + ROW)


def test_a_bracket_in_the_middle_of_a_broken_row_among_rows_of_many_widths(draw: Draw) -> None:
    text = "项目名称\t甲\n" + HEAD + "项目\t年初预算数\n（万元）\t全年预算数\t得分\n" + ROW * 2
    assert draw(text)[3] == "3: 项目 | 年初预算数⏎（万元） | 全年预算数 | 得分"
