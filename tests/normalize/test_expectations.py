"""What stands beside a value."""

import pytest

from normalize.expectations import expect, expects


@pytest.mark.parametrize("unit", [None, "", "无", "/", "—", " ", "空"])
def test_a_unit_column_may_hold_no_unit(unit: str | None) -> None:
    beside = expect(unit, None, None, None, None)
    assert (beside.unit, beside.unit_written) == (None, "")


@pytest.mark.parametrize(
    ("unit", "canonical", "per"),
    [("元/人·月", "元", "人·月"), ("次/年", "次", "年"), ("万人次", "人次", None), ("个数", "个", None)],
)
def test_a_unit_column_is_read_as_one_of_its_unit(unit: str, canonical: str, per: str | None) -> None:
    read = expect(unit, None, None, None, None).unit
    assert read is not None
    assert read.measure is not None
    assert (read.measure.canonical, read.per) == (canonical, per)


def test_an_unknown_unit_is_kept_as_written() -> None:
    beside = expect("丈", None, None, None, None)
    assert (beside.unit, beside.unit_written) == (None, "丈")


def test_the_name_may_hold_a_template() -> None:
    assert expect(None, None, "苗木成活率（≥**%）", None, None).template_sign == ">="
    assert expect(None, None, "在职职工人数(人)", None, None).template_sign is None
    assert expect(None, None, "在职职工人数(人)", None, None).template is not None
    assert expect(None, None, "专利代理（试点）", None, None).template is None


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("合格率", "rate", True),
        ("群众满意度（%）", "rate", True),
        ("工作效率", "rate", False),
        ("培训人数", "rate", False),
        ("补助金额", "money", True),
        ("培训场次", "money", False),
        ("项目完成时间", "date", True),
        ("培训人数", "date", False),
    ],
)
def test_a_name_expects_a_kind_of_value(name: str, kind: str, *, expected: bool) -> None:
    assert expects(name, kind) is expected
