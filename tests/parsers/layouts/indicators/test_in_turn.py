"""Several names in one line, and what stands beside them."""

import pytest

from parsers.layouts.indicators.in_turn import in_turn
from tests.parsers.layouts.reading_drawings import one

HEAD = "项目支出绩效自评表\n一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值\n产出指标 | 数量指标 |"


def test_numbered_names_in_one_line_are_several_with_all_that_is_numbered_alike() -> None:
    told = one(f"{HEAD} 1.巡查次数 2.培训场次 | 1.≥24次 2.≥6场 | 1.26次 2.5场 | 10").indicators
    assert [(i.name, i.stated.value, i.actual, i.weight) for i in told] == [
        ("巡查次数", "≥24次", "26次", "10"),
        ("培训场次", "≥6场", "5场", "10"),
    ]


def test_words_beside_numbered_names_are_their_values() -> None:
    assert in_turn("1、安全感2、满意度", "1、提升2、较高") == (("安全感", "提升"), ("满意度", "较高"))


def test_numbers_that_do_not_count_or_are_not_as_many_tell_nothing() -> None:
    assert in_turn("1.巡查次数 3.培训场次", "1.≥24次 3.≥6场") == ()
    assert in_turn("1.巡查次数 2.培训场次", "≥24次") == ()
    assert in_turn("1.巡查次数", "1.≥24次 2.≥6场") == ()


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ("指标1：A类设备 指标2：B类设备", "指标1：≥10台 指标2：≥20台"),
        ("（1）A类设备（2）B类设备", "（1）≥10台（2）≥20台"),
        ("（1）A类设备（2）B类设备", "①≥10台②≥20台"),
        ("①A类设备 ②B类设备", "1.≥10台 2.≥20台"),
        ("A类设备/B类设备", "≥10台/≥20台"),
        ("A类设备、B类设备", "≥10台、≥20台"),
    ],
)
def test_names_and_values_that_are_told_apart_alike_are_several(names: str, values: str) -> None:
    told = one(f"{HEAD} {names} | {values} | {values} | 10").indicators
    assert [(i.name, i.stated.value, i.actual) for i in told] == [
        ("A类设备", "≥10台", "≥10台"),
        ("B类设备", "≥20台", "≥20台"),
    ]


def test_round_numbers_apart_by_blanks_tell_words_apart() -> None:
    assert in_turn("①丰富生活 ②提升水平", "①有效 ②明显") == (("丰富生活", "有效"), ("提升水平", "明显"))


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ("新建、改建公路里程", "≥10公里、≥20公里"),
        ("单位成本/年度成本", "≤10元/吨"),
        ("农村公路、农村桥梁", "10、20"),
        ("①丰富生活 ②提升水平", "有效"),
        ("农村公路/农村桥梁", "≥10公里、≥20座"),
    ],
)
def test_what_may_be_one_name_stays_one(names: str, values: str) -> None:
    assert in_turn(names, values) == ()
