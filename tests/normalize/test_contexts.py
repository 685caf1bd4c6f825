"""What the words around a number tell of it."""

import pytest

from normalize.contexts import read_context, same_name


def test_a_change_is_told_from_a_level() -> None:
    grown = read_context("比2023年提升", "", share=True, timed=False, signed=True)
    assert (grown.change, grown.toward, grown.basis) == ("increase", None, "2023年")
    raised = read_context("提高", "", share=True, timed=False, signed=False, level=True)
    assert (raised.change, raised.toward) == (None, "increase")
    rate = read_context("增长率", "", share=True, timed=False, signed=True, level=True)
    assert rate.change == "increase"


def test_a_multiple_names_what_it_is_a_multiple_of() -> None:
    said = read_context("投资规模不低于引导资金出资规模的", "", share=True, timed=False, signed=False)
    assert (said.sign, said.basis, said.subject) == (">=", "引导资金出资规模", "投资规模")


def test_words_that_look_like_a_comparison_are_left_alone() -> None:
    for left in ("活动参与人员", "国际创新与知识产权活动", "占比", "较好的服务", "对比表", "师生比"):
        assert read_context(left, "", share=False, timed=False, signed=False).basis is None


@pytest.mark.parametrize(
    ("left", "right", "subject"),
    [
        ("拨付金额", "", "拨付金额"),
        ("举办", "面向企业的培训", "面向企业的培训"),
        ("，并组织", "活动", "活动"),
        ("完成", "", None),
        ("及时率", "", "及时率"),
        ("", "完成", None),
    ],
)
def test_the_subject_is_what_is_counted(left: str, right: str, subject: str | None) -> None:
    assert read_context(left, right, share=False, timed=False, signed=True).subject == subject


def test_a_subject_that_repeats_the_name_says_nothing() -> None:
    assert same_name("年度专利授权量", "年度专利授权量")
    assert not same_name("拨付金额", "")
