"""Pipe tables."""

from collections.abc import Callable

Draw = Callable[[str], list[str]]


def test_a_table_with_a_rule(draw: Draw) -> None:
    assert draw("# 绩效\n\n| 指标 | 值 |\n|---|:--:|\n| 产出 | ≥1个 |\n\n后记\n") == [
        "1* 绩效",
        "[table 1]",
        "3: 指标 | 值",
        "5: 产出 | ≥1个",
        "7 后记",
    ]


def test_rows_without_outer_pipes_and_ragged_rows(draw: Draw) -> None:
    assert draw("指标 | 值 | 分\n---|---|---\n产出 | ≥1个\n | 无 |\n")[1:] == [
        "1: 指标 | 值 | 分",
        "3: 产出 | ≥1个",
        "4: 无",
    ]


def test_escapes_breaks_and_bold(draw: Draw) -> None:
    text = "| **产出** | a\\|b | 1\\.甲<br>2.乙 | \\ |\n|--|--|--|--|\n| （≥**%） |  | ≥**% | \\* |\n"
    assert draw(text)[1:] == ["1: 产出 | a|b | 1.甲⏎2.乙 | \\", "3: （≥**%） |  | ≥**% | *"]


def test_a_dash_in_every_cell_is_a_row_but_for_the_one_under_the_head(draw: Draw) -> None:
    assert draw("|指标|值|\n|-|-|\n|甲|乙|\n|-|-|\n")[1:] == ["1: 指标 | 值", "3: 甲 | 乙", "4: - | -"]
    assert draw("|指标|值|\n|---|---|\n|-|-|\n")[1:] == ["1: 指标 | 值", "3: - | -"]


def test_a_row_broken_by_a_raw_line_break(draw: Draw) -> None:
    assert draw("| 目标 | 值 |\n|---|---|\n| 1.甲\n2.乙 | 3 |\n| 丙 | 4 |\n")[1:] == [
        "1: 目标 | 值",
        "3: 1.甲⏎2.乙 | 3",
        "5: 丙 | 4",
    ]


def test_a_row_without_rule_needs_its_outer_pipes(draw: Draw) -> None:
    assert draw("| 甲 | 乙 |\n") == ["[table 1]", "1: 甲 | 乙"]
    assert draw("甲 | 乙\n") == ["1 甲 | 乙"]


def test_borders_are_no_rows(draw: Draw) -> None:
    assert draw("+----+----+\n| 甲 | 乙 |\n+====+====+\n| 丙 | 丁 |\n+----+----+\n") == [
        "[table 1]",
        "2: 甲 | 乙",
        "4: 丙 | 丁",
    ]


def test_pipe_and_tab_tables_and_prose_in_one_file(draw: Draw) -> None:
    assert draw("前言\n| 甲 | 乙 |\n丙\t丁|戊\n己\t庚\n\n尾声\n") == [
        "1 前言",
        "[table 1]",
        "2: 甲 | 乙",
        "[table 2]",
        "3: 丙 | 丁|戊",
        "4: 己 | 庚",
        "6 尾声",
    ]


def test_between_borders_a_row_takes_several_lines(draw: Draw) -> None:
    border = "+----+------+\n"
    rows = border.join(["", "| 目标 | 1.甲 |\n|    | 2.乙 |\n", "| 值 | 3 |\n", "| 丙 | 4 |\n", ""])
    assert draw(rows)[1:] == ["2: 目标 | 1.甲⏎2.乙", "5: 值 | 3", "7: 丙 | 4"]


def test_pipes_between_the_cells_of_every_row_and_at_no_end(draw: Draw) -> None:
    text = "绩效目标表\n项目名称 | 法律服务 |  |\n一级指标 | 三级指标 | 指标值 | 权重\n产出 | 援助 | ≥9件 | 20\n | 合格率 | 98% | 20\n"
    assert draw(text) == [
        "1 绩效目标表",
        "[table 1]",
        "2: 项目名称 | 法律服务",
        "3: 一级指标 | 三级指标 | 指标值 | 权重",
        "4: 产出 | 援助 | ≥9件 | 20",
        "5:  | 合格率 | 98% | 20",
    ]
    assert draw("甲|乙|丙\n丁|戊|己\n|庚|辛\n")[1:] == ["1: 甲 | 乙 | 丙", "2: 丁 | 戊 | 己", "3:  | 庚 | 辛"]


def test_pipes_in_lines_that_are_no_rows(draw: Draw) -> None:
    assert draw("首页 | 公开\n新闻 | 公告\n政策 | 解读\n")[0] == "1 首页 | 公开"
    assert draw("甲|乙|丙\n丁|戊|己\n")[0] == "1 甲|乙|丙"
    assert draw("一,甲|乙|丙,三,四\n五,丁|戊|己,七,八\n九,庚|辛|壬,子,丑\n")[1] == "1: 一 | 甲|乙|丙 | 三 | 四"
