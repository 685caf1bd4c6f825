"""What columns and names say about a value, and what they leave open."""

from fractions import Fraction

import pytest

from normalize.expectations import Expectation, expect, expects


def _beside(
    *, unit: str | None = None, operator: str | None = None, name: str | None = None, level: str | None = None
) -> Expectation:
    return expect(unit, operator, name, 2024, level)


@pytest.mark.parametrize(
    ("column", "canonical", "factor", "per"),
    [
        ("%", "%", 1, None), ("百分比", "%", 1, None), ("％", "%", 1, None), ("万元", "元", 10**4, None), (" 人 ", "人", 1, None), ("人次", "人次", 1, None), ("人数", "人", 1, None), ("个数", "个", 1, None), ("户数", "户", 1, None),
        ("天数", "秒", 86400, None), ("平米", "平方米", 1, None), ("元/亩", "元", 1, "亩"), ("元/人·月", "元", 1, "人·月"), ("次/年", "次", 1, "年"), ("个工作日", "工作日", 1, None), ("1/10万", "1/10万", 1, None), ("万人次", "人次", 10**4, None),
    ],
)  # fmt: skip
def test_a_unit_column(column: str, canonical: str, factor: int, per: str | None) -> None:
    unit = _beside(unit=column).unit
    assert unit is not None
    assert unit.measure is not None
    assert (unit.measure.canonical, unit.factor, unit.per) == (canonical, Fraction(factor), per)


@pytest.mark.parametrize("column", [None, "", " ", "无", "/", "—", "-", "——", "空"])
def test_no_unit(column: str | None) -> None:
    beside = _beside(unit=column)
    assert (beside.unit, beside.unit_written) == (None, "")


@pytest.mark.parametrize("column", ["怪单位", "优良中", "个等等"])
def test_an_unknown_unit_is_kept_as_written(column: str) -> None:
    beside = _beside(unit=column)
    assert (beside.unit, beside.unit_written) == (None, column)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("10万元", 10**5),
        ("千人", 1000),
        ("百件", 100),
        ("100人", 100),
        ("1元", 1),
        ("十万元", 10**5),
        ("1000元/亩", 1000),
    ],
)
def test_a_multiplier_in_a_unit_column_counts(written: str, amount: int) -> None:
    unit = _beside(unit=written).unit
    assert unit is not None
    assert unit.amount == Fraction(amount)


@pytest.mark.parametrize("written", ["5分钟", "2000元/亩", "3", "10", "人/3年", "2万元"])
def test_a_number_in_a_unit_column_that_is_no_multiplier_makes_it_unknown(written: str) -> None:
    beside = _beside(unit=written)
    assert (beside.unit, beside.unit_written) == (None, written)


@pytest.mark.parametrize(
    ("name", "level", "factor"), [("响应时间", None, 60), ("考核得分", None, 1), ("", "时效指标", 60)]
)
def test_name_and_level_decide_the_unit_of_a_column(name: str, level: str | None, factor: int) -> None:
    unit = _beside(unit="分", name=name, level=level).unit
    assert unit is not None
    assert unit.factor == factor


@pytest.mark.parametrize(
    ("operator", "sign", "nature"),
    [("≥", ">=", ""), (" ≤ ", "<=", ""), ("大于等于", ">=", ""), ("=", "=", ""), ("定性", None, "定性"), ("定量", None, "定量"), ("正向指标", None, "正向指标"), ("", None, ""), (None, None, ""), ("符号", None, "")],
)  # fmt: skip
def test_an_operator_column(operator: str | None, sign: str | None, nature: str) -> None:
    beside = _beside(operator=operator)
    assert (beside.sign, beside.nature) == (sign, nature)


@pytest.mark.parametrize(
    ("name", "sign", "unit"),
    [
        ("苗木成活率（≥**%）", ">=", "%"), ("满意度(≥××%)", ">=", "%"), ("黄金蜜种植数量(≥**株)", ">=", "株"), ("在职职工人数(人)", None, "人"), ("成本（≤万元）", "<=", "元"), ("结余率（结余数/预算数）", None, None),
        ("报告（含附件）", None, None), ("报告", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_what_a_form_prints_into_a_name(name: str, sign: str | None, unit: str | None) -> None:
    beside = _beside(name=name)
    assert beside.template_sign == sign
    assert (beside.template and beside.template.measure and beside.template.measure.canonical) == unit


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("交易额增幅", "increase"),
        ("亩均增长率（%）", "increase"),
        ("事故下降率", "decrease"),
        ("能耗降幅", "decrease"),
        ("增长点数量", None),
        ("满意度", None),
        ("", None),
    ],
)
def test_a_name_that_is_a_change(name: str, change: str | None) -> None:
    assert _beside(name=name).change == change


RATES = "满意度 服务对象满意度 合格率 服务对象满意度（%） 知晓度 覆盖面 占比 女性比例 成活率(≥**%)"
MONEY = "项目成本 办公费用 补助标准 人均补助 项目经费 融资金额 投资规模"
DATES = "完成时间 截止日期 时间节点"
NEITHER = "工作效率 电机功率 贷款利率 培训人数 专利数量 报告 建设里程"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [(name, [kind]) for kind, names in (("rate", RATES), ("money", MONEY), ("date", DATES)) for name in names.split()] + [(name, []) for name in [*NEITHER.split(), ""]],
)  # fmt: skip
def test_the_kind_of_value_a_name_expects(name: str, kinds: list[str]) -> None:
    assert [kind for kind in ("rate", "money", "date") if expects(name, kind)] == kinds
