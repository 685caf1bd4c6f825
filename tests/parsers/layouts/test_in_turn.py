"""Several names in one line, and what stands beside them."""

from parsers.layouts.in_turn import in_turn
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
