"""Which dialect a stretch is written in; mixed files are read part by part."""

from collections.abc import Callable

from parsers.formats.dialects import Dialect, Votes

Draw = Callable[[str], list[str]]

STACKED = "\t产出指标\n\t数量指标\n\n\t\n\t质量指标\n\n\t效益指标\n\t社会效益指标\n\n"
TABBED = "一级指标\t二级指标\n产出指标\t数量指标\n"
PIPED = "| 一级指标 | 二级指标 |\n|---|---|\n| 产出指标 | 数量指标 |\n"


def test_each_part_of_a_file_has_its_own_dialect(draw: Draw) -> None:
    assert draw(f"表一\n\n{TABBED}\n表二\n\n{STACKED}\n{PIPED}\n完\n") == [
        "1 表一",
        "[table 1]",
        "3: 一级指标 | 二级指标",
        "4: 产出指标 | 数量指标",
        "6 表二",
        "[table 2]",
        "1: 产出指标 | 数量指标",
        "2:  | 质量指标",
        "3: 效益指标 | 社会效益指标",
        "[table 3]",
        "18: 一级指标 | 二级指标",
        "20: 产出指标 | 数量指标",
        "22 完",
    ]


def test_a_small_stacked_part_follows_the_file(draw: Draw) -> None:
    assert draw(STACKED + "\n表二\n\n\t合计\n\t10\n") == [
        *draw(STACKED),
        "11 表二",
        "[table 2]",
        "1: 合计 | 10",
    ]


def test_a_small_tabbed_part_follows_the_file(draw: Draw) -> None:
    assert draw(TABBED + "\n续表\n\n\t.....\t\n\t.....\t\n")[-3:] == ["[table 2]", "6:  | .....", "7:  | ....."]


def test_a_fragment_led_by_many_tabs_keeps_its_columns_in_a_tabbed_file(draw: Draw) -> None:
    fragment = "\t\t\t甲\n\t\t\t.....\n\n\t\t\t乙\n\t\t\t.....\n"
    assert draw(TABBED + "\n续表\n\n" + fragment)[-5:] == [
        "6:  |  |  | 甲",
        "7:  |  |  | .....",
        "[table 3]",
        "9:  |  |  | 乙",
        "10:  |  |  | .....",
    ]


def test_indents_that_differ_are_columns(draw: Draw) -> None:
    assert draw(TABBED + "\n续表\n\n\t\t甲\n\t乙\n\n\t\t丙\n\t丁\n")[-3:] == [
        "[table 3]",
        "9:  |  | 丙",
        "10:  | 丁",
    ]


def test_prose_is_no_table(draw: Draw) -> None:
    assert draw("甲\n乙\n\n\t丙\n") == ["1 甲", "2 乙", "4 丙"]


def test_votes_that_leave_no_doubt() -> None:
    assert Votes(narrow=4, rows=2).speaks is Dialect.STACKED
    assert Votes(narrow=4, rows=1).speaks is None
    assert Votes(wide=2, narrow=1).speaks is Dialect.TABBED
    assert Votes(wide=1).speaks is None
    assert Votes(1, 2, 3, 4) + Votes(1, 1, 1, 1) == Votes(2, 3, 4, 5)
