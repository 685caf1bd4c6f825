"""A measured number with its words and columns becomes one comparison; what contradicts is said."""

import pytest

from normalize import Reading, parse_value
from schema.catalogue import Code
from schema.target import Comparison


def _only(reading: Reading) -> Comparison:
    (target,) = reading.targets
    assert isinstance(target, Comparison)
    return target


def test_the_value_wins_over_the_column_and_the_column_over_the_name() -> None:
    name = "成活率（≤**分）"
    assert _only(parse_value("≥85%", operator="=", unit="‰", name=name)).comparator == ">="
    assert _only(parse_value("85", operator="=", unit="‰", name=name)).comparator == "="
    assert _only(parse_value("85", name=name)).comparator == "<="
    assert _only(parse_value("≥85%", operator="=", unit="‰", name=name)).unit == "%"
    assert _only(parse_value("85", operator="=", unit="‰", name=name)).unit == "‰"
    assert _only(parse_value("85", name=name)).unit == "分"


@pytest.mark.parametrize(
    ("operator", "unit", "codes"),
    [
        ("≥", "%", set()),
        ("≤", "%", {Code.OPERATOR_CONFLICT}),
        ("≥", "万元", {Code.UNIT_CONFLICT}),
        ("定性", "%", {Code.NATURE_MISMATCH}),
        ("约等", "%", {Code.OPERATOR_UNREADABLE}),
    ],
)
def test_a_contradiction_is_said_and_changes_nothing(operator: str, unit: str, codes: set[Code]) -> None:
    reading = parse_value("≥85%", operator=operator, unit=unit)
    said = _only(reading)
    assert (said.comparator, said.low, said.unit) == (">=", "85", "%")
    assert {odd.code for odd in reading.diagnostics} == codes


@pytest.mark.parametrize(
    ("text", "name", "inferred"),
    [
        ("≥90", "服务满意度", "%"),
        ("≥3亿", "融资规模", "元"),
        ("≥90", "办公面积", None),
        ("1", "验收合格率", None),
        ("≥90", "工作效率", None),
    ],
)
def test_a_unit_is_inferred_only_where_the_name_expects_one(text: str, name: str, inferred: str | None) -> None:
    said = _only(parse_value(text, name=name))
    assert (said.unit_inferred, said.unit_canonical) == (inferred, None)


def test_a_name_never_supplies_a_number() -> None:
    assert parse_value("", name="5000吨稻谷储备到位率").targets[0].kind == "blank"
    assert parse_value("有效提升", name="新建水泥路1条").targets[0].kind == "statement"


def test_signs_of_one_direction_agree_and_the_nearest_counts() -> None:
    reading = parse_value("至少超过5人")
    assert _only(reading).comparator == ">"
    assert Code.OPERATOR_CONFLICT not in {odd.code for odd in reading.diagnostics}
    assert Code.OPERATOR_CONFLICT in {odd.code for odd in parse_value("≥5人以下").diagnostics}
