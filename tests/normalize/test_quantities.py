"""Quantities: a number in any script with its unit and what it is counted by, read exactly and to the right place."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numbers import exact_text
from normalize.quantities import Quantity, read_quantity
from normalize.units import NO_CUES, Cues


def _read(text: str, cues: Cues = NO_CUES) -> Quantity:
    quantity = read_quantity(text, 0, cues)
    assert quantity is not None
    return quantity


@pytest.mark.parametrize(
    ("text", "number", "unit", "canonical", "amount"),
    [
        ("22000件", "22000", "件", "件", "22000"), ("8小时", "8", "小时", "秒", "28800"), ("98%", "98", "%", "%", "98"), ("100百分比", "100", "百分比", "%", "100"), ("40万元", "40", "万元", "元", "400000"),
        ("30亿元", "30", "亿元", "元", "3000000000"), ("20万字", "20", "万字", "字", "200000"), ("1.2万亩", "1.2", "万亩", "平方米", "8000000"), ("3000平米", "3000", "平米", "平方米", "3000"), ("2km", "2", "km", "米", "2000"),
        ("200人次", "200", "人次", "人次", "200"), ("200人·次", "200", "人·次", "人次", "200"), ("三场", "3", "场", "场", "3"), ("十五人", "15", "人", "人", "15"), ("两个", "2", "个", "个", "2"), ("1百23人", "123", "人", "人", "123"),
        ("半年", "0.5", "年", "月", "6"), ("半天", "0.5", "天", "秒", "43200"), ("一年半", "1.5", "年", "月", "18"), ("2个半月", "2.5", "月", "月", "2.5"), ("百分之九十五", "95", "百分之", "%", "95"), ("千分之三", "3", "千分之", "%", "0.3"),
        ("万分之一", "1", "万分之", "%", "0.01"), ("三分之二", "2/3", "分之", "%", "200/3"), ("七成", "7", "成", "%", "70"), ("三成五", "3.5", "成", "%", "35"), ("8.5折", "8.5", "折", "%", "85"), ("5‰", "5", "‰", "%", "0.5"),
        ("12/10万", "12", "/10万", "1/10万", "12"), ("十万分之12", "12", "十万分之", "1/10万", "12"), ("2个百分点", "2", "百分点", "百分点", "2"), ("15个工作日", "15", "工作日", "工作日", "15"), ("3个月", "3", "月", "月", "3"),
        ("三个季度", "3", "季度", "月", "9"), ("8,000万元", "8000", "万元", "元", "80000000"), ("8 000万元", "8000", "万元", "元", "80000000"), ("4990.00元", "4990.00", "元", "元", "4990"), ("-5%", "-5", "%", "%", "-5"), ("2倍", "2", "倍", "倍", "2"),
        ("35微克/立方米", "35", "微克/立方米", "μg/m³", "35"), ("100Mbps", "100", "Mbps", "bit/s", "100000000"), ("一半", "0.5", "半", "%", "50"), ("1.5×10⁴件", "15000", "件", "件", "15000"), ("三点五公里", "3.5", "公里", "米", "3500"),
        ("一百二十万元", "120", "万元", "元", "1200000"), ("200人数", "200", "人", "人", "200"),
    ],
)  # fmt: skip
def test_a_number_with_its_unit(text: str, number: str, unit: str, canonical: str, amount: str) -> None:
    quantity = _read(text)
    assert quantity.measure is not None
    assert (quantity.end, quantity.number, quantity.unit, quantity.measure.canonical) == (
        len(text),
        number,
        unit,
        canonical,
    )
    assert quantity.amount == Fraction(amount)


@pytest.mark.parametrize(
    ("text", "unit", "factor", "per"),
    [
        ("1600元/亩", "元", 1, "亩"), ("0.16万元/亩", "万元", 10**4, "亩"), ("530元/人*月", "元", 1, "人·月"), ("530元/人·月", "元", 1, "人·月"), ("28.00元/人次", "元", 1, "人次"), ("5元/生·天", "元", 1, "生·天"), ("1次/年", "次", 1, "年"),
        ("2次/周", "次", 1, "周"), ("49小时/周", "小时", 3600, "周"), ("1次每年", "次", 1, "年"), ("28.40/株", "", 1, "株"),
    ],
)  # fmt: skip
def test_what_a_number_is_counted_by(text: str, unit: str, factor: int, per: str) -> None:
    quantity = _read(text)
    assert (quantity.end, quantity.unit, quantity.factor, quantity.per) == (len(text), unit, Fraction(factor), per)


@pytest.mark.parametrize(("text", "number"), [("1:3", "1/3"), ("1:2.5", "0.4"), ("2/3", "2/3")])
def test_one_number_to_another_is_a_ratio(text: str, number: str) -> None:
    quantity = _read(text)
    assert (quantity.end, quantity.number, quantity.ratio, quantity.measure) == (len(text), number, True, None)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("20余场", 20), ("20多场", 20), ("20余元", 20), ("2万多人", 20000), ("二十余家", 20), ("30余万元", 300000), ("3万余元", 30000), ("2万余次", 20000), ("1.2亿余元", 120000000), ("100余万元", 1000000), ("3千余万元", 30000000), ("20多次", 20), ("2万多元", 20000)],
)  # fmt: skip
def test_more_than_said(text: str, amount: int) -> None:
    quantity = _read(text)
    assert (quantity.end, quantity.more, quantity.amount) == (len(text), "余", Fraction(amount))


@pytest.mark.parametrize("text", ["5多元化", "20多样性", "3多媒体", "10余额"])
def test_a_word_that_begins_like_more_is_none(text: str) -> None:
    assert not _read(text).more


@pytest.mark.parametrize(("text", "multiplier"), [("3亿", 10**8), ("250万", 10**4)])
def test_a_multiplier_without_a_unit_measures_nothing(text: str, multiplier: int) -> None:
    quantity = _read(text)
    assert (quantity.end, quantity.factor, quantity.measure) == (len(text), Fraction(multiplier), None)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3-5", 1),
        ("12,34", 2),
        ("90%以上", 3),
        ("15家,30篇", 3),
        ("3个以上", 2),
        ("2024年", 5),
        ("5件/", 2),
        ("7人每", 2),
    ],
)
def test_reading_stops_where_the_quantity_ends(text: str, end: int) -> None:
    assert _read(text).end == end


@pytest.mark.parametrize(
    "text",
    ["6成员", "3成果", "10成员单位", "两成熟", "5成交", "3成品", "2成年人", "4成套设备", "3成长型企业", "2成规模"],
)
def test_a_word_that_begins_like_a_unit_is_none(text: str) -> None:
    assert _read(text).unit != "成"


@pytest.mark.parametrize(
    "text", ["三成", "三成以上", "七成群众", "三成人员", "三成年轻人", "3成企业", "三成五", "3成的学员", "3成左右"]
)
def test_tenths_of_something(text: str) -> None:
    assert _read(text).unit == "成"


@pytest.mark.parametrize("text", ["", "人", "元", "≥5", "千千", "1:0", "0/0", "3/0", "零分之一", " 5"])
def test_where_no_number_stands(text: str) -> None:
    assert read_quantity(text, 0) is None


def test_cues_decide_an_ambiguous_unit_and_a_guess_is_marked() -> None:
    assert _read("30分", Cues(name="响应时间")).amount == 1800
    assert _read("30分").amount == 30
    assert _read("1000M").warns
    assert not _read("1000M", Cues(name="专线带宽")).warns


@given(st.decimals(0, 10**9, places=4), st.sampled_from(["元", "万元", "%", "亩", "小时", "人次"]))
def test_a_decimal_keeps_its_value(number: object, unit: str) -> None:
    text = exact_text(Fraction(str(number)))
    quantity = _read(text + unit)
    assert (quantity.number, quantity.unit, quantity.end) == (text, unit, len(text + unit))


@given(st.text("0123456789.,:/-+ 一二三百千万亿半两分之成折余多个元人次年月/·%×⁴", max_size=24))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    quantity = read_quantity(text, 0)
    if quantity is not None:
        assert 0 == quantity.start < quantity.end <= len(text)
        assert quantity.amount == Fraction(quantity.number) * quantity.factor
