"""What stands beside several names in one cell goes to each of them where it is in as many parts."""

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import one, read

HEAD = "项目支出绩效自评表\n一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 | 备注\n产出指标 | 数量指标 |"


def test_every_column_in_as_many_lines_is_told_apart() -> None:
    (first, second) = one(
        f"{HEAD} 巡查次数；⏎培训场次 | ≥24次⏎≥6场 | 26次⏎5场 | 8⏎6 | 8⏎5 | 无⏎疫情影响 | 甲⏎乙"
    ).indicators
    assert (first.name, first.actual, first.weight, first.score) == ("巡查次数", "26次", "8", "8")
    assert (second.name, second.actual, second.weight, second.score) == ("培训场次", "5场", "6", "5")
    assert [(i.deviation, i.remark) for i in (first, second)] == [("无", "甲"), ("疫情影响", "乙")]


def test_signs_and_units_in_as_many_lines_are_told_apart() -> None:
    drawing = (
        "项目支出绩效目标表\n二级指标 | 三级指标 | 符号 | 指标值 | 计量单位\n数量指标 | 巡查⏎培训 | ≥⏎≤ | 24⏎6 | 次⏎场"
    )
    stated = [indicator.stated for indicator in one(drawing).indicators]
    assert [(said.operator, said.value, said.unit) for said in stated] == [("≥", "24", "次"), ("≤", "6", "场")]


def test_results_lose_the_numbers_of_a_list_only_beside_names_that_are_numbered_too() -> None:
    numbered = one(f"{HEAD} 1.改造户数⏎2.产业路 | 1.≥50户⏎2.≥12公里 | 1.52户⏎2.12.5公里 | | | |").indicators
    assert [indicator.actual for indicator in numbered] == ["52户", "12.5公里"]
    plain = one(f"{HEAD} 人均收入⏎户均收入 | 1万元⏎2万元 | 1.5万元⏎2.5万元 | | | |").indicators
    assert [indicator.actual for indicator in plain] == ["1.5万元", "2.5万元"]


def test_names_in_one_line_have_the_results_of_one_line() -> None:
    (first, second) = one(f"{HEAD} 修路；建桥 | 5公里；1座 | 6公里；2座 | 10 | 10 | |").indicators
    assert (first.actual, second.actual) == ("6公里", "2座")


def test_what_is_in_fewer_parts_stays_whole_and_is_said() -> None:
    found = read(f"{HEAD} 巡查次数⏎培训场次⏎宣传册 | 24次⏎6场⏎9册 | 26次⏎5场 | 20 | 8⏎5⏎6 | |")
    (table,) = found.tables
    assert {(i.actual, i.weight) for i in table.indicators} == {("26次\n5场", "20")}
    assert [i.score for i in table.indicators] == ["8", "5", "6"]
    said = {d.args["field"]: d.args["count"] for d in found.diagnostics if d.code is Code.SCORE_SHARED}
    assert said == {"actual": "3", "weight": "3"}


def test_a_reason_and_what_is_done_about_it_are_one_text() -> None:
    reason = "偏差原因：周期长⏎改进措施：加快"
    told = one(f"{HEAD} 巡查次数⏎培训场次 | 24次⏎6场 | 26次⏎5场 | 8⏎6 | 8⏎5 | {reason} |").indicators
    assert {indicator.deviation for indicator in told} == {reason.replace("⏎", "\n")}


def test_history_in_columns_of_its_own_is_told_apart() -> None:
    drawing = (
        "项目支出绩效目标表\n二级指标 | 三级指标 | 指标值 | 历史值 | <\n^ | ^ | ^ | 前年 | 上年\n"
        "数量指标 | 巡查⏎培训 | 24次⏎6场 | 20次⏎5场 | 22次⏎4场"
    )
    assert [i.history for i in one(drawing).indicators] == ["前年：20次；上年：22次", "前年：5场；上年：4场"]
