"""A measured number with the words and columns beside it becomes one comparison with exact bounds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import parse_value
from normalize.comparators import legible
from normalize.comparisons import compare
from normalize.contexts import Context
from normalize.draft import Draft
from normalize.expectations import expect
from normalize.measured import Measured
from normalize.numbers import exact_text
from normalize.sites import read_sites
from schema.catalogue import Code
from schema.target import Comparison

NO_WORDS = Context()
Beside = dict[str, str]


def _drafted(
    text: str, beside: Beside | None = None, said: Context = NO_WORDS, per: str | None = None
) -> tuple[Comparison, Draft]:
    columns = beside or {}
    expectation = expect(columns.get("unit"), columns.get("operator"), columns.get("name"), None, columns.get("level"))
    (site,) = (site for site in read_sites(legible(text), expectation.cues, None) if isinstance(site, Measured))
    return compare(text, site, said, per, expectation)


def _odd(draft: Draft) -> set[Code]:
    return {odd.code for odd in draft.diagnostics}


@pytest.mark.parametrize(
    ("text", "comparator", "low", "high", "unit"),
    [
        ("≥22000件", ">=", "22000", None, "件"), ("<8小时", "<", None, "28800", "秒"), ("=100百分比", "=", "100", "100", "%"), ("≤40万元", "<=", None, "400000", "元"), ("≥30亿元", ">=", "3000000000", None, "元"), ("1.2万亩", "=", "8000000", "8000000", "平方米"),
        ("7亩", "=", "14000/3", "14000/3", "平方米"), ("超过100家", ">", "100", None, "家"), ("100人以上", ">=", "100", None, "人"), ("至少2次以上", ">=", "2", None, "次"), ("控制在50万元以内", "<=", None, "500000", "元"), ("三分之二以上", ">=", "200/3", None, "%"),
        ("≤5‰", "<=", None, "0.5", "%"), ("15个工作日内", "<=", None, "15", "工作日"), ("≤3年", "<=", None, "36", "月"), ("约500人", "~", None, None, "人"), ("近百场", "~", None, "100", "场"), ("20余场", ">", "20", None, "场"),
        ("90%-95%", "range", "90", "95", "%"), ("3-5万元", "range", "30000", "50000", "元"), ("±3%以内", "range", "-3", "3", "%"), ("100%±2%", "range", "98", "102", "%"), ("18℃±2℃", "range", "16", "20", "℃"),
        ("95%-90%", "range", "90", "95", "%"), ("全国前三", "<=", None, "3", "名次"), ("第1名", "=", "1", "1", "名次"), ("≥-5%", ">=", "-5", None, "%"), ("0.95", "=", "0.95", "0.95", None),
    ],
)  # fmt: skip
def test_bounds_are_in_the_canonical_unit(
    text: str, comparator: str, low: str | None, high: str | None, unit: str | None
) -> None:
    said, _ = _drafted(text)
    assert (said.text, said.comparator, said.low, said.high, said.unit_canonical) == (text, comparator, low, high, unit)
    assert said.low_open is (comparator == ">")
    assert said.high_open is (comparator == "<" or text.startswith("近"))


@pytest.mark.parametrize(
    ("text", "explicit"),
    [("≥5件", True), ("5件以上", True), ("=5件", True), ("5件", False), ("约5件", False), ("全国前三", False)],
)
def test_a_bare_number_is_equal_without_saying_so(text: str, *, explicit: bool) -> None:
    assert _drafted(text)[0].explicit is explicit


@pytest.mark.parametrize(
    ("text", "beside", "comparator", "bound", "unit"),
    [
        ("95", {"operator": "≥", "unit": "%"}, ">=", "95", "%"), ("≥95%", {"operator": "≥", "unit": "%"}, ">=", "95", "%"), ("85", {"name": "苗木成活率（≥**%）"}, ">=", "85", "%"), ("116", {"operator": "=", "unit": "人"}, "=", "116", "人"),
        ("40", {"operator": "≤", "unit": "万元"}, "<=", "400000", "元"), ("3亿", {"unit": "元"}, "=", "300000000", "元"), ("3万", {"unit": "万元"}, "=", "30000", "元"), ("≤5", {"operator": "≥", "unit": "件"}, "<=", "5", "件"), ("28.8万元", {"unit": "%"}, "=", "288000", "元"),
        ("2000元", {"unit": "万元"}, "=", "2000", "元"),
    ],
)  # fmt: skip
def test_the_value_goes_before_the_columns_and_they_before_the_name(
    text: str, beside: Beside, comparator: str, bound: str, unit: str
) -> None:
    said, _ = _drafted(text, beside)
    assert (said.comparator, said.low if said.low is not None else said.high, said.unit_canonical) == (
        comparator,
        bound,
        unit,
    )


@pytest.mark.parametrize(
    ("text", "beside", "code"),
    [
        ("28.8万元", {"unit": "%"}, Code.UNIT_CONFLICT), ("2000元", {"unit": "万元"}, Code.UNIT_CONFLICT), ("≤5件", {"operator": "≥"}, Code.OPERATOR_CONFLICT), ("≥5件以下", {}, Code.OPERATOR_CONFLICT), ("≥35-40人", {}, Code.OPERATOR_WITH_RANGE),
        ("≥90", {"name": "群众满意度"}, Code.UNIT_INFERRED), ("≥3亿", {"name": "发行产品规模"}, Code.UNIT_INFERRED), ("≥90", {}, Code.UNIT_MISSING), ("50论文", {}, Code.UNIT_UNKNOWN), ("5", {"unit": "怪单位"}, Code.UNIT_UNKNOWN), ("292%", {}, Code.MISREAD_OPERATOR), ("18度", {}, Code.UNIT_AMBIGUOUS), ("≥5%", {"name": "交易额增幅"}, Code.BASIS_INFERRED),
    ],
)  # fmt: skip
def test_what_is_odd_is_said_and_is_the_only_thing_said(text: str, beside: Beside, code: Code) -> None:
    assert _odd(_drafted(text, beside)[1]) == {code}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("≥95%", {"operator": "≥", "unit": "%"}),
        ("≥95%", {"unit": "百分比"}),
        ("0", {}),
        ("1:3", {}),
        ("100%", {"name": "合格率"}),
        ("≥292%", {}),
        ("1", {"name": "误差率", "unit": "%"}),
        ("≤1", {"name": "合格率", "unit": "%"}),
        ("5件", {"operator": "="}),
        ("30分", {"name": "响应时间"}),
    ],
)
def test_nothing_odd(text: str, beside: Beside) -> None:
    assert _odd(_drafted(text, beside)[1]) == set()


@pytest.mark.parametrize(("text", "percent"), [("1", "100"), ("0.95", "95")])
def test_a_rate_that_lost_its_percent_sign_is_noted_and_not_changed(text: str, percent: str) -> None:
    said, draft = _drafted(text, {"name": "资料合格率"})
    assert (said.value, said.low, said.unit_canonical) == (text, text, None)
    assert [odd.args["percent"] for odd in draft.diagnostics if odd.code == Code.PERCENT_AS_ONE] == [percent]


@pytest.mark.parametrize(
    ("text", "reach"),
    [("100万元±5%", ("950000", "1050000")), ("100%±2个百分点", ("98", "102")), ("30天±1个月", (None, None))],
)
def test_a_spread_never_mixes_units_that_do_not_convert(text: str, reach: tuple[str | None, str | None]) -> None:
    said, _ = _drafted(text)
    assert (said.low, said.high) == reach


def test_a_guessed_unit_is_kept_apart() -> None:
    said, _ = _drafted("≥3亿", {"name": "发行产品规模"})
    assert (said.unit, said.unit_canonical, said.unit_inferred, said.low) == ("亿", None, "元", "300000000")
    said, _ = _drafted("≥90", {"name": "群众满意度"})
    assert (said.unit, said.unit_canonical, said.unit_inferred, said.low) == ("", None, "%", "90")


@pytest.mark.parametrize(
    ("text", "said", "comparator", "low", "change"),
    [
        ("5%", Context(change="increase", basis="上年"), ">=", "5", "increase"), ("1倍", Context(change="increase"), ">=", "100", "increase"), ("2倍", Context(change="increase"), ">=", "200", "increase"), ("2倍", Context(sign=">=", basis="上年"), ">=", "100", "increase"),
        ("2倍", Context(sign=">=", basis="出资规模"), ">=", "2", None), ("一番", Context(change="increase"), ">=", "100", "increase"), ("两番", Context(change="increase"), ">=", "300", "increase"), ("一半", Context(change="decrease"), ">=", "50", "decrease"), ("90%", Context(toward="increase"), ">=", "90", None),
    ],
)  # fmt: skip
def test_growth_is_a_percentage_of_change(
    text: str, said: Context, comparator: str, low: str, change: str | None
) -> None:
    got, _ = _drafted(text, said=said)
    assert (got.comparator, got.low, got.change, got.basis) == (comparator, low, change, said.basis)


def test_what_the_words_tell_is_carried_over() -> None:
    said, draft = _drafted("24小时", said=Context(subject="到场", trigger="收到申请后", within=True), per="次")
    assert (said.comparator, said.high, said.subject, said.trigger, said.per, draft.rule) == (
        "<=",
        "86400",
        "到场",
        "收到申请后",
        "次",
        "frequency",
    )
    assert _drafted("5件", {"name": "专利授权量"}, Context(subject="专利授权量"))[0].subject is None
    assert _drafted("力争达到95%")[0].hedge == "力争"


@given(
    st.fractions(0, 10**9, max_denominator=1).filter(bool),
    st.sampled_from(["≥", "≤", ">", "<", "="]),
    st.sampled_from([("万元", 10**4), ("%", 1), ("小时", 3600), ("公顷", 10**4)]),
)
def test_a_bound_is_the_number_times_the_factor_and_open_when_strict(
    number: Fraction, sign: str, unit: tuple[str, int]
) -> None:
    said, _ = _drafted(f"{sign}{number}{unit[0]}")
    bound = exact_text(number * unit[1])
    assert (said.low, said.high) == (bound if sign in "≥>=" else None, bound if sign in "≤<=" else None)
    assert (said.low_open, said.high_open) == (sign == ">", sign == "<")
    assert said.value == exact_text(number)


def test_a_fraction_beside_what_is_counted_takes_no_unit() -> None:
    reading = parse_value("占比2/3", unit="人次")
    (target,) = reading.targets
    assert isinstance(target, Comparison)
    assert (target.low, target.unit) == ("2/3", "")
    assert [odd.code for odd in reading.diagnostics] == [Code.UNIT_CONFLICT]


@pytest.mark.parametrize(
    ("value", "beside"),
    [
        ("90", {"unit": "%", "name": "完成量（≥**件）"}),
        ("90", {"unit": "人次", "name": "数量（≥**人）"}),
        ("60元/亩", {"unit": "元/户"}),
        ("60元/月", {"unit": "元/人·月"}),
        ("每月2次", {"unit": "次/年"}),
        ("60", {"unit": "元/户", "name": "补助标准（≤**元/亩）"}),
    ],
)
def test_what_contradicts_the_column_or_the_name_is_said(value: str, beside: dict[str, str]) -> None:
    assert Code.UNIT_CONFLICT in {
        odd.code for odd in parse_value(value, unit=beside.get("unit"), name=beside.get("name")).diagnostics
    }


@pytest.mark.parametrize(
    ("value", "beside"),
    [
        ("90", {"unit": "个", "name": "数量（≥**项）"}),
        ("450元/人天", {"unit": "元/人·天"}),
        ("3次/年", {"unit": "次"}),
        ("3次", {"unit": "次/年"}),
    ],
)
def test_what_only_says_less_or_says_it_otherwise_contradicts_nothing(value: str, beside: dict[str, str]) -> None:
    assert Code.UNIT_CONFLICT not in {
        odd.code for odd in parse_value(value, unit=beside.get("unit"), name=beside.get("name")).diagnostics
    }


def test_a_cost_without_a_unit_is_inferred_to_be_in_the_unit_of_the_tables_money() -> None:
    cost = parse_value("4990.00", name="项目总成本", money_unit="万元")
    (target,) = cost.targets
    assert isinstance(target, Comparison)
    assert (target.low, target.unit_inferred, target.unit_canonical) == ("49900000", "元", None)
    assert [odd.args["unit"] for odd in cost.diagnostics] == ["万元"]
    assert parse_value("≥50", name="培训人数", money_unit="万元") == parse_value("≥50", name="培训人数")
    assert parse_value("≤95", name="成本控制率", money_unit="万元").targets[0].model_dump()["unit_inferred"] == "%"
