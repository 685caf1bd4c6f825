"""Whether an actual value meets its target: by the numbers, by the day, by the words; else not comparable and why."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import parse_value
from normalize.achievement import Achievement, achievement, answering
from normalize.directions import Direction
from normalize.numbers import exact_text
from schema.target import Blank, Comparison, Target

NUMBERS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1000)


def _target(text: str) -> Target:
    (target,) = parse_value(text, fiscal_year=2024).targets
    return target


def _judged(aim: str, got: str) -> Achievement:
    return achievement(_target(aim), _target(got))


@pytest.mark.parametrize(
    ("aim", "got", "status", "by"),
    [
        ("≥98%", "98%", "met", "0"), ("≥98%", "99.5%", "met", "1.5"), ("≥98%", "97.9%", "missed", "-0.1"), (">15家", "15家", "missed", "0"), (">15家", "16家", "met", "1"),
        ("≤40万元", "38.5万元", "met", "15000"), ("≤40万元", "40.01万元", "missed", "-100"), ("≤40万元", "400000元", "met", "0"), ("<8小时", "480分钟", "missed", "0"), ("<8小时", "479分钟", "met", "60"),
        ("100%", "100%", "met", "0"), ("100%", "99%", "missed", "-1"), ("100%", "101%", "missed", "-1"), ("90%-95%", "92%", "met", "2"), ("90%-95%", "96%", "missed", "-1"), ("90%-95%", "89%", "missed", "-1"),
        ("≥1.2万亩", "800公顷", "met", "0"), ("≤3200元/平方米", "3100元/㎡", "met", "100"), ("≤5元/立方米", "6元/m3", "missed", "-1"), ("≤450元/人·天", "450元/人天", "met", "0"), ("≥3人", "0人", "missed", "-3"), ("0起", "0起", "met", "0"), ("0起", "1起", "missed", "-1"), ("增长5%", "增长6%", "met", "1"), ("≥2次/周", "1次/周", "missed", "-1"),
    ],
)  # fmt: skip
def test_numbers_compare_in_the_canonical_unit(aim: str, got: str, status: str, by: str) -> None:
    judged = _judged(aim, got)
    assert (judged.status, judged.by, judged.assumed_unit, judged.reason) == (status, by, False, None)


@pytest.mark.parametrize(
    ("aim", "got", "status"),
    [("≥90%", "≥95%", "met"), ("≥90%", "≤95%", "not_comparable"), ("≥90%", "<90%", "missed"), ("≥90%", "≤90%", "not_comparable"), (">90%", "≤90%", "missed"), ("≥90%", "80%-95%", "not_comparable"),
     ("≥90%", "92%-95%", "met"), ("≤5%", "2%-4%", "met"), ("90%-95%", "≥96%", "missed"), ("≥90%", ">90%", "met"), (">90%", "≥90%", "not_comparable"), (">90%", ">90%", "met"), ("<5%", "<5%", "met"), (">90%", "90%-95%", "not_comparable")],
)  # fmt: skip
def test_a_result_that_is_a_range_meets_with_all_of_it_or_misses_with_all_of_it(
    aim: str, got: str, status: str
) -> None:
    judged = _judged(aim, got)
    assert judged.status == status
    assert (judged.reason == "vague") is (status == "not_comparable")


@pytest.mark.parametrize(
    ("aim", "got", "status", "by"),
    [
        ("≥98%", "99", "met", "1"),
        ("≤40万元", "41", "missed", "-10000"),
        ("≥3年", "2", "missed", "-12"),
        ("≤475元/亩", "400", "met", "75"),
        ("0", "1起", "missed", "-1"),
        ("0", "0次", "met", "0"),
        ("≤50万元", "48.5万", "met", "15000"),
        ("较上年增长5%", "6%", "met", "1"),
        ("下降3%", "2.5%", "missed", "-0.5"),
        ("≥3次/年", "4次", "met", "1"),
    ],
)
def test_a_bare_result_is_taken_in_the_unit_of_the_target_and_says_so(aim: str, got: str, status: str, by: str) -> None:
    judged = _judged(aim, got)
    assert (judged.status, judged.by, judged.assumed_unit) == (status, by, True)


@pytest.mark.parametrize(
    ("aim", "got", "reason"),
    [("≥200人次", "250人", "unit"), ("≤15个工作日", "10天", "unit"), ("提高2个百分点", "提高2%", "unit"), ("1次/月", "12次/年", "unit"), ("增长5%", "增长到5%", "unit"), ("≥10件", "10项", "unit"),
     ("≥98%", "合格", "kind"), ("合格", "98%", "kind"), ("2024年12月31日前", "100%", "kind"), ("不低于上年", "不低于上年", "vague"), ("每月25日前", "2024年12月25日", "vague"), ("有效提升", "显著提升", "text")],
)  # fmt: skip
def test_what_cannot_be_compared_says_why(aim: str, got: str, reason: str) -> None:
    judged = _judged(aim, got)
    assert (judged.status, judged.by, judged.reason) == ("not_comparable", None, reason)


@pytest.mark.parametrize(
    ("aim", "got", "status", "by"),
    [("2024年12月31日前", "2024年12月31日", "met", "0"), ("2024年12月31日前", "2025年1月1日", "missed", "-1"), ("2024年2月底前", "2024年2月1日", "met", "28"), ("12月底前", "2024年11月", "met", "31"), ("2024年6月底前", "2024年7月15日", "missed", "-15")],
)  # fmt: skip
def test_days_count(aim: str, got: str, status: str, by: str) -> None:
    judged = _judged(aim, got)
    assert (judged.status, judged.by) == (status, by)


@pytest.mark.parametrize(
    ("aim", "got", "status"),
    [
        ("合格", "达标", "met"),
        ("合格", "不合格", "missed"),
        ("是", "否", "missed"),
        ("优", "良", "missed"),
        ("良", "优", "met"),
        ("优良", "优", "met"),
        ("优", "优良", "not_comparable"),
        ("及时", "不及时", "missed"),
        ("有效提升", "有 效提升", "met"),
        ("优", "优", "met"),
        ("否", "是", "missed"),
        ("否", "未超支", "not_comparable"),
        ("否", "否", "met"),
    ],
)
def test_words_compare_by_yes_or_no_or_by_being_the_same(aim: str, got: str, status: str) -> None:
    assert _judged(aim, got).status == status


def test_nothing_stated_is_never_met() -> None:
    blank = Blank(text="—", reason="placeholder")
    assert (
        achievement(_target("≥98%"), blank) == achievement(blank, blank) == Achievement("not_comparable", reason="kind")
    )


def _percent(sign: str, number: Fraction) -> Comparison:
    text = exact_text(number)
    low, high = (text if sign in "≥=" else None), (text if sign in "≤=" else None)
    return Comparison(
        text=f"{text}%", comparator="=", explicit=True, value=text, unit="%", unit_canonical="%", low=low, high=high
    )


@given(st.sampled_from("≥≤="), NUMBERS, NUMBERS)
def test_met_is_what_the_arithmetic_says_and_the_margin_is_exact(sign: str, aim: Fraction, got: Fraction) -> None:
    judged = achievement(_percent(sign, aim), _percent("=", got))
    met = {"≥": got >= aim, "≤": got <= aim, "=": got == aim}[sign]
    assert judged.status == ("met" if met else "missed")
    assert judged.by is not None
    assert abs(Fraction(judged.by)) == abs(got - aim)
    assert (Fraction(judged.by) >= 0) is met


@pytest.mark.parametrize(
    ("aim", "got", "direction", "status", "by"),
    [
        ("5场", "6场", "higher", "met", "1"), ("5场", "4场", "higher", "missed", "-1"), ("5场", "6场", "lower", "missed", "-1"),
        ("5场", "6场", "hit", "missed", "-1"), ("5场", "6场", None, "missed", "-1"), ("=5场", "6场", "higher", "missed", "-1"),
        ("100%", "101%", "higher", "met", "1"), ("40万元", "38万元", "lower", "met", "20000"), ("3-5万元", "6万元", "higher", "missed", "-10000"),
    ],
)  # fmt: skip
def test_a_target_without_an_operator_is_open_towards_what_is_better(
    aim: str, got: str, direction: Direction | None, status: str, by: str
) -> None:
    assert achievement(_target(aim), _target(got), direction)[:2] == (status, by)


@pytest.mark.parametrize(
    ("aim", "got", "status", "by"),
    [
        ("增长5%", "增长4%", "missed", "-1"), ("增长5%", "下降1%", "missed", "-6"), ("增长5%", "下降5%", "missed", "-10"), ("下降3%", "下降5%", "met", "2"), ("下降3%", "增长3%", "missed", "-6"),
        ("下降3%以上", "下降2%", "missed", "-1"), ("提高到90%", "提高到92%", "met", "2"), ("降至5%", "降至6%", "missed", "-1"), ("缩短至5天", "4天", "met", "86400"),
    ],
)  # fmt: skip
def test_what_a_word_of_change_says_was_reached_is_a_point(aim: str, got: str, status: str, by: str) -> None:
    assert _judged(aim, got)[:2] == (status, by)


def test_a_share_of_one_is_not_taken_for_a_percentage() -> None:
    assert _judged("≥90%", "0.95") == Achievement("not_comparable", reason="unit")
    assert _judged("≤1%", "0.5").status == "met"
    assert _judged("≥75%", "3/4") == Achievement("not_comparable", reason="unit")
    assert _judged("≥90%", "0.85") == Achievement("missed", "-5", assumed_unit=True)
    assert _judged("≥90%", "0.95%") == Achievement("missed", "-89.05")


@pytest.mark.parametrize("got", ["0.96", "1"])
def test_nor_is_one_in_a_column_of_percentages(got: str) -> None:
    (aim,), (reached,) = (parse_value(said, unit="%").targets for said in ("95", got))
    assert achievement(aim, reached, "higher") == Achievement("not_comparable", reason="unit")


@pytest.mark.parametrize(
    ("aim", "got", "direction", "status"),
    [
        ("第3名", "第1名", "higher", "met"),
        ("第1名", "第2名", None, "missed"),
        ("全省第2位", "全省第2位", None, "met"),
        ("提升2位", "提升3位", "higher", "met"),
    ],
)
def test_a_better_rank_is_a_smaller_number(aim: str, got: str, direction: Direction | None, status: str) -> None:
    assert achievement(_target(aim), _target(got), direction).status == status


@pytest.mark.parametrize(
    ("got", "direction", "status"),
    [
        ("1次", "higher", "not_comparable"),
        ("1次", "lower", "missed"),
        ("1次", None, "missed"),
        ("0次", "higher", "met"),
        ("0次", "lower", "met"),
    ],
)
def test_none_is_met_by_none_alone(got: str, direction: Direction | None, status: str) -> None:
    assert achievement(_target("0次"), _target(got), direction).status == status


@pytest.mark.parametrize("aim", ["0起", "零事故", "不发生"])
def test_none_of_what_is_unwanted_leaves_no_number_out(aim: str) -> None:
    assert achievement(_target(aim), _target("1起"), "higher").status == "missed"


@pytest.mark.parametrize(
    ("aim", "got", "status"),
    [
        ("建立", "已建立", "met"),
        ("已建立台账", "已建立台账", "met"),
        ("全部改善", "全部改善", "met"),
        ("健全制度", "已经健全制度", "met"),
        ("建立", "未建立", "missed"),
        ("建立", "已启动", "not_comparable"),
    ],
)
def test_words_that_say_no_more_than_that_it_is_so_meet_their_target(aim: str, got: str, status: str) -> None:
    assert _judged(aim, got).status == status


@pytest.mark.parametrize(
    ("aim", "got", "name", "status"),
    [
        ("≥1:0.4", "1:0.5", "床护比", "met"),
        ("≥1:0.4", "1:0.3", "床护比", "missed"),
        ("床护比不低于1:0.6", "1:0.65", "", "met"),
        ("案件比不高于1：1.3", "1:1.2", "", "met"),
        ("1:3", "1:5", "撬动社会资本比例", "met"),
        ("1:5", "1:4", "投入产出比", "missed"),
        ("≥1:18", "1:17", "师生比", "met"),
        ("≥1:18", "1:19", "师生比", "missed"),
    ],
)
def test_the_name_tells_which_number_of_a_ratio_is_the_better_the_larger(
    aim: str, got: str, name: str, status: str
) -> None:
    (wanted,), (reached,) = (parse_value(said, name=name or None).targets for said in (aim, got))
    assert achievement(wanted, reached, "higher", name).status == status


@pytest.mark.parametrize(
    ("aim", "got", "told"),
    [
        ("≥12次", "2024年完成15次", "15"),
        ("≥12次", "开展培训15次，完成率125%", "15"),
        ("≥20个", "23个，超额完成3个", "23"),
        ("≥12次", "10次，因疫情影响未完成", "10"),
        ("≥12次", "已完成10次，剩余2次", "10"),
        ("≥12次", "11次（因疫情取消1次）", "11"),
        ("≥12次", "第一期15次，第二期3次", None),
        ("≥12次", "完成率125%，满意度95%", None),
    ],
)
def test_of_several_results_the_one_that_tells_of_the_target(aim: str, got: str, told: str | None) -> None:
    found = answering(_target(aim), parse_value(got, fiscal_year=2024).targets)
    assert (found.value if isinstance(found, Comparison) else None) == told


@pytest.mark.parametrize(
    ("aim", "got", "judged"),
    [
        ("≥12", "15次", ("met", "3", True, None)),
        ("≥12", "15%", ("not_comparable", None, False, "unit")),
        ("零事故", "100%", ("not_comparable", None, False, "unit")),
        ("0", "2%", ("missed", "-2", True, None)),
        ("≤50万元", "500000", ("not_comparable", None, False, "unit")),
        ("≤50万元", "48", ("met", "20000", True, None)),
        ("≤0.05万元", "0.04", ("met", "100", True, None)),
    ],
)
def test_what_a_missing_unit_may_be(aim: str, got: str, judged: tuple[str, str | None, bool, str | None]) -> None:
    assert tuple(_judged(aim, got)) == judged
