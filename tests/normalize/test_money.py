"""Amounts in yuan."""

from decimal import Decimal

import pytest

from normalize.money import amount_in_yuan, unit_in_label, unit_line, unit_within


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("40.00", "万元", "400000"),
        ("460万元", None, "4600000"),
        ("4990.00", None, "4990"),
        ("１，０９１．００", "万元", "10910000"),
        ("3亿", "万元", "300000000"),
        ("￥1,234.5元", "万元", "1234.5"),
        ("-12.5", "万元", "-125000"),
        ("0", "万元", "0"),
        ("99999999999999.99", "亿元", "9999999999999999000000"),
        ("2,346.00", "元", "2346"),
        ("叁佰伍拾万元整", "万元", "3500000"),
        ("人民币壹亿贰仟万圆整", "元", "120000000"),
        ("壹佰", "万元", "1000000"),
        ("三百五十万元", "元", "3500000"),
        ("约40万元", "元", "400000"),
        ("40万元左右", "元", "400000"),
    ],
)
def test_read_exactly(text: str, unit: str | None, yuan: str) -> None:
    assert amount_in_yuan(text, unit) == Decimal(yuan)


@pytest.mark.parametrize("text", ["", "—", "无", "1,09", "40.00.1", "见附件1", "一", "十百", "约", "近年", "万元"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount_in_yuan(text, "万元") is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位：元", "元"),
        ("（单位：人民币万元）", "万元"),
        ("单位:  亿元", "亿元"),
        ("单位", None),
        ("万元", None),
        ("（元）", "元"),
        ("（人民币：万元）", "万元"),
    ],
)
def test_unit_lines(line: str, unit: str | None) -> None:
    assert unit_line(line) == unit


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("单位：元", ("元", "")),
        ("乙局    单位：元", ("元", "乙局")),
        ("2024年度 金额：元", ("元", "2024年度")),
        ("单位:元  公开14表", ("元", "公开14表")),
        ("乙局（金额单位：人民币万元）", ("万元", "乙局")),
        ("单位:元、%", ("元", "%")),
        ("注：本表金额单位为元。", ("元", "注:本表")),
        ("本表单位均为千元", ("千元", "本表")),
        ("单位：元、万元", None),
        ("单位：元氏县财政局", None),
        ("计量单位：元/人", None),
        ("补助标准为每人500元", None),
        ("单位：天津市知识产权局", None),
    ],
)
def test_units_among_other_words(line: str, found: tuple[str, str] | None) -> None:
    assert unit_within(line) == found


def test_units_in_labels() -> None:
    assert [unit_in_label(label) for label in ("资金（万元）", "资金 (元)", "资金（A）")] == ["万元", "元", None]
