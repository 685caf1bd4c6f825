"""Comma-separated values."""

from collections.abc import Callable

import pytest

from schema.read_error import ReadError
from schema.source import Status

Draw = Callable[[str], list[str]]


def test_quoted_fields_hold_commas_breaks_and_quotes(draw: Draw) -> None:
    assert draw('项目,目标,金额\n甲,"1.一\n2.二","8,000"\n乙,"""三""",\n\n丙,,9\n') == [
        "[table 1]",
        "1: 项目 | 目标 | 金额",
        "2: 甲 | 1.一⏎2.二 | 8,000",
        '4: 乙 | "三"',
        "6: 丙 |  | 9",
    ]


def test_a_title_above_is_a_paragraph(draw: Draw) -> None:
    rows = "".join(f"项目{n},目标,{n}\n" for n in range(8))
    assert draw("绩效目标表\n" + rows)[:3] == ["1 绩效目标表", "[table 1]", "2: 项目0 | 目标 | 0"]


def test_rows_may_end_where_their_cells_do(draw: Draw) -> None:
    rows = (
        "项目支出绩效目标表\n单位：万元\n项目名称,人才培训,,主管部门,教育局\n年度资金总额,50\n"
        "一级指标,二级指标,三级指标,,指标值\n产出指标,数量指标,培训人数,,≥500人\n,质量指标,合格率,,≥95%\n"
        "效益指标,社会效益,带动就业,,有效\n"
    )
    assert draw(rows) == [
        "1 项目支出绩效目标表",
        "2 单位：万元",
        "[table 1]",
        "3: 项目名称 | 人才培训 |  | 主管部门 | 教育局",
        "4: 年度资金总额 | 50",
        "5: 一级指标 | 二级指标 | 三级指标 |  | 指标值",
        "6: 产出指标 | 数量指标 | 培训人数 |  | ≥500人",
        "7:  | 质量指标 | 合格率 |  | ≥95%",
        "8: 效益指标 | 社会效益 | 带动就业 |  | 有效",
    ]


def test_most_rows_of_one_width_make_a_table_without_gaps(draw: Draw) -> None:
    rows = "项目名称,甲\n一级,二级,三级,指标值\n" + "产出,数量,培训,≥5次\n" * 3
    assert draw(rows)[:2] == ["[table 1]", "1: 项目名称 | 甲"]


@pytest.mark.parametrize(
    "prose",
    [
        "今年, 开展3项工作, 完成\n明年, 再说, 不迟\n",
        "1.举办培训,每场50人\n2.开展检索,每年20次\n3.编写报告,每季1份\n",
        "甲,乙,丙\n丁,戊\n己\n",
        "今年,开展培训,提高能力。\n明年,继续开展,扩大范围,不断完善。\n后年,总结经验,推广。\n最后,形成制度,长期坚持。\n",
        "甲,乙,丙\n丁,戊\n己,庚,辛,壬\n癸,子\n",
        "一\n二\n三\n四\n甲,乙,丙\n丁,戊,己\n",
    ],
)
def test_prose_with_commas_is_no_table(draw: Draw, prose: str) -> None:
    assert [line.split(" ", 1)[1] for line in draw(prose)] == prose.splitlines()


def test_a_few_records_among_many_may_be_of_another_width(draw: Draw) -> None:
    rows = [f"项目{n},{n},元" for n in range(12)]
    assert draw("\n".join([*rows, "合计,78"]))[-1] == "13: 合计 | 78"


def test_pipes_stand_above_commas(draw: Draw) -> None:
    rows = "".join(f"| 项目{n} | 8,{n}00 |\n" for n in range(12))
    assert draw(rows)[1] == "1: 项目0 | 8,000"


def test_tabs_stand_above_commas(draw: Draw) -> None:
    assert draw("甲,乙\t丙,丁\n戊,己\t庚,辛\n")[1:] == ["1: 甲,乙 | 丙,丁", "2: 戊,己 | 庚,辛"]


def test_an_open_quote_is_no_csv(draw: Draw) -> None:
    assert draw('甲,乙,丙\n丁,"戊,己\n庚,辛,壬\n')[0] == "1 甲,乙,丙"


def test_a_page_break_ends_a_table(draw: Draw) -> None:
    assert draw("甲,乙,丙\f丁,戊,己\n庚,辛,壬\n") == [
        "[table 1]",
        "1: 甲 | 乙 | 丙",
        "[table 2]",
        "1: 丁 | 戊 | 己",
        "2: 庚 | 辛 | 壬",
    ]


@pytest.mark.parametrize("damage", ['甲,"乙,丙\n', '甲,"乙"丁,丙\n', f"甲,{'乙' * 140_000},丙\n"])
def test_quotes_that_break_far_below_are_said_with_their_line(draw: Draw, damage: str) -> None:
    with pytest.raises(ReadError, match="quotes below line 300 ") as refused:
        draw("甲,乙,丙\n" * 300 + damage + "甲,乙,丙\n" * 9)
    assert refused.value.status is Status.CORRUPT


def test_semicolons_where_a_comma_is_the_decimal_point(draw: Draw) -> None:
    assert draw('绩效目标表\n项目;目标;金额;\n甲;"1.一;\n2.二";8,5;\n乙;三;9,5;\n') == [
        "1 绩效目标表",
        "[table 1]",
        "2: 项目 | 目标 | 金额",
        "3: 甲 | 1.一;⏎2.二 | 8,5",
        "5: 乙 | 三 | 9,5",
    ]


def test_semicolons_inside_the_fields_of_commas_are_text(draw: Draw) -> None:
    assert draw("项目,目标,金额\n甲,一;二,8\n乙,三;四,9\n")[2] == "2: 甲 | 一;二 | 8"


@pytest.mark.parametrize(
    "prose", ["完成甲;完成乙\n完成丙;完成丁\n", "完成甲; 乙; 丙\n完成丁; 戊; 己\n", "甲;乙;丙\n丁;戊\n己\n"]
)
def test_prose_with_semicolons_is_no_table(draw: Draw, prose: str) -> None:
    assert [line.split(" ", 1)[1] for line in draw(prose)] == prose.splitlines()


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_field_may_go_on_past_the_records_that_are_judged(draw: Draw, mark: str) -> None:
    goal = "\n".join(["完成"] * 300)
    text = f'甲,乙,丙\n丁,"{goal}",戊\n己,庚,辛\n'.replace(",", mark)
    assert draw(text)[1] == "1: 甲 | 乙 | 丙"


def test_who_filled_a_short_table_in_is_a_line_below_it(draw: Draw) -> None:
    assert draw("目标表\n甲,乙,丙\n丁,戊,己\n\n填报人：李\n")[1:] == [
        "[table 1]",
        "2: 甲 | 乙 | 丙",
        "3: 丁 | 戊 | 己",
        "5 填报人：李",
    ]


def test_a_few_short_records_of_any_width_make_a_table(draw: Draw) -> None:
    rows = (
        "绩效目标表\n项目名称,信息化运维\n一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,系统数量,≥3个,又一格\n"
    )
    assert draw(rows) == [
        "1 绩效目标表",
        "[table 1]",
        "2: 项目名称 | 信息化运维",
        "3: 一级指标 | 二级指标 | 三级指标 | 指标值",
        "4: 产出指标 | 数量指标 | 系统数量 | ≥3个 | 又一格",
    ]


def test_a_long_table_may_have_more_titles_above_it(draw: Draw) -> None:
    rows = "".join(f"项目{n},目标,{n}\n" for n in range(40))
    told = draw('某局绩效信息公开\n目录\n""\n绩效目标表\n填报单位：某局\n' + rows)
    assert told[-1] == "45: 项目39 | 目标 | 39"
