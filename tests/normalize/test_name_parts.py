"""Targets that take their subjects from the parts of the indicator's name."""

import pytest

from normalize import parse_value


@pytest.mark.parametrize(
    ("name", "value", "subjects"),
    [
        ("培训人数、培训次数", "200人、5次", ["培训人数", "培训次数"]),
        ("政策兑现服务数量、金额", "≥5000项，≥8000万元", ["政策兑现服务数量", "金额"]),
        ("新建及改造面积", "5万亩，3万亩", ["新建", "改造面积"]),
        ("水、电、气保障率（%）", "100%、99%、98%", ["水", "电", "气保障率"]),
        pytest.param("培训人数、培训次数", "5次、200人", [None, None], id="in another order"),
        pytest.param("补贴金额、发放率", "100%、30万元", [None, None], id="of another kind"),
        pytest.param("和谐社区数量", "5个、3个", [None, None], id="a word that holds 和"),
        pytest.param("出租率、收缴率", "≥90%，≥95%，≥98%", [None, None, None], id="more targets than parts"),
        pytest.param("培训人数、培训次数", "骨干200人、5次", ["骨干", None], id="one says it itself"),
        pytest.param("新建、改造", "30天-2个月", [None, None], id="the ends of a range"),
        pytest.param("面积、面积", "3亩、5亩", [None, None], id="parts alike"),
    ],
)
def test_several_targets_are_of_the_parts_of_a_name(name: str, value: str, subjects: list[str | None]) -> None:
    assert [
        target.subject for target in parse_value(value, name=name).targets if target.kind == "comparison"
    ] == subjects


def test_a_name_is_no_subject_of_one_target() -> None:
    (target,) = parse_value("≥90%", name="出租率、收缴率").targets
    assert target.kind == "comparison"
    assert target.subject is None
