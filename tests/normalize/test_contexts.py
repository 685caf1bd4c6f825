"""The words around a number: change and basis, trigger, formula, sign and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.contexts import Context, bases, read_context, same_name


def _share(left: str, right: str = "", *, signed: bool = False, level: bool = False) -> Context:
    return read_context(left, right, share=True, timed=False, signed=signed, level=level)


def _count(left: str, right: str = "") -> Context:
    return read_context(left, right, share=False, timed=False, signed=False)


def _time(left: str, right: str = "") -> Context:
    return read_context(left, right, share=False, timed=True, signed=False)


@pytest.mark.parametrize(
    ("left", "change", "basis"),
    [
        ("较上年增长", "increase", "上年"), ("比上年提高", "increase", "上年"), ("同比增长", "increase", "上年"), ("较去年同期下降", "decrease", "上年"), ("环比下降", "decrease", "上期"), ("与2022年相比下降", "decrease", "2022年"),
        ("增长", "increase", None), ("提高", "increase", None), ("降低", "decrease", None), ("减少", "decrease", None), ("同比", "increase", "上年"), ("", None, None), ("占比", None, None), ("合格率", None, None),
    ],
)  # fmt: skip
def test_a_change_and_what_it_is_measured_against(left: str, change: str | None, basis: str | None) -> None:
    said = _share(left)
    assert (said.change, said.basis, said.toward) == (change, basis, None)


@pytest.mark.parametrize(
    ("left", "level", "toward"),
    [
        ("提高到", False, "increase"),
        ("提升至", False, "increase"),
        ("降低到", False, "decrease"),
        ("提高", True, "increase"),
    ],
)
def test_a_level_to_reach_is_no_change(left: str, level: bool, toward: str) -> None:
    said = _share(left, level=level)
    assert (said.change, said.toward) == (None, toward)


def test_a_change_may_stand_behind_its_number() -> None:
    assert _share("实现", "的增长").change == "increase"
    assert _share("", "的合格率").change is None


@pytest.mark.parametrize(
    ("left", "sign", "basis", "change"),
    [
        ("不低于引导资金出资规模的", ">=", "引导资金出资规模", None), ("达到上年的", ">=", "上年", None), ("高于全国平均", ">=", "全国平均", "increase"), ("低于全省平均", ">=", "全省平均", "decrease"), ("不超过年度预算的", "<=", "年度预算", None),
    ],
)  # fmt: skip
def test_a_multiple_of_something_named(left: str, sign: str, basis: str, change: str | None) -> None:
    said = _share(left)
    assert (said.sign, said.basis, said.change) == (sign, basis, change)


@pytest.mark.parametrize(
    ("left", "trigger"),
    [
        ("收到申请后", "收到申请后"),
        ("下达后", "下达后"),
        ("验收合格之日起", "验收合格之日起"),
        ("培训,收到申请后", "收到申请后"),
        ("完成", None),
        ("", None),
    ],
)
def test_a_duration_runs_from_an_event(left: str, trigger: str | None) -> None:
    assert _time(left, "内").trigger == trigger


def test_only_a_duration_has_a_trigger() -> None:
    assert _count("收到申请后").trigger is None


@pytest.mark.parametrize(
    ("right", "within"), [("内", True), ("响应", True), ("到场", True), ("办结", True), ("无故障", False), ("", False)]
)
def test_what_must_happen_within_a_time(right: str, within: bool) -> None:
    assert _time("", right).within is within
    assert not _count("", right).within


def test_a_division_before_a_number_is_a_formula() -> None:
    said = _share("年末所有者权益/年初所有者权益", signed=True)
    assert (said.formula, said.subject, said.basis) == (True, "年末所有者权益/年初所有者权益", "年初所有者权益")
    assert not _share("所有者权益", signed=True).formula


@pytest.mark.parametrize(
    ("left", "right", "subject"),
    [
        ("年度专利授权量", "", "年度专利授权量"), ("政策兑现受理量", "", "政策兑现受理量"), ("举办", "论坛", "论坛"), ("举办", "", None), ("图书", "、期刊", "图书"), ("市级配套", "", "市级配套"), ("", "", None),
        ("2期,拨付金额", "", "拨付金额"), ("发布", "研究报告,另", "研究报告"), ("且合格率", "", "合格率"),
    ],
)  # fmt: skip
def test_what_is_counted(left: str, right: str, subject: str | None) -> None:
    assert _count(left, right).subject == subject


@pytest.mark.parametrize(
    ("left", "sign", "subject"),
    [("至少向企业提供", ">=", "向企业提供"), ("向企业提供", None, "向企业提供"), ("最多支持项目", "<=", "支持项目")],
)
def test_a_sign_away_from_its_number(left: str, sign: str | None, subject: str | None) -> None:
    said = _count(left)
    assert (said.sign, said.subject) == (sign, subject)


def test_a_sign_directly_before_the_number_leaves_the_words_alone() -> None:
    assert read_context("至少向企业提供", "", share=False, timed=False, signed=True).sign is None


@pytest.mark.parametrize(
    ("spelling", "usual"),
    [
        ("去年", "上年"),
        ("上年同期", "上年"),
        ("同比", "上年"),
        ("环比", "上期"),
        ("全国平均水平", "全国平均"),
        ("上年", "上年"),
    ],
)
def test_spellings_of_a_basis(spelling: str, usual: str) -> None:
    assert bases()[spelling] == usual


@pytest.mark.parametrize(
    ("subject", "name", "same"),
    [
        ("年度专利授权量", "年度专利授权量（件）", True), ("专利授权量", "年度专利授权量", True), ("ＴＩＳＣ网络", "tisc网络", True), ("举办培训人数", "培训人数", True), ("拨付金额", "政策兑现服务数量、金额", False), ("报告", "", False),
        ("培训人数", "培训", False), ("论坛", "培训", False),
    ],
)  # fmt: skip
def test_a_subject_that_only_repeats_the_name(subject: str, name: str, same: bool) -> None:
    assert same_name(subject, name) is same


WORDS = st.text("较比上年同增长提高降低到至不于少后内起/的,。 举办论坛率()全国平均", max_size=20)


FLAGS = st.fixed_dictionaries({flag: st.booleans() for flag in ("share", "timed", "signed", "level")})


@given(WORDS, WORDS, FLAGS)
def test_any_words_tell_something_or_nothing(left: str, right: str, flags: dict[str, bool]) -> None:
    said = read_context(left, right, **flags)
    assert said.change is None or said.toward is None
    assert flags["timed"] or (said.trigger, said.within) == (None, False)
    assert said.subject != ""
