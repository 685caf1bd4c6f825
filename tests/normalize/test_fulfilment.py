"""Indicators of one target and of several, beside one result and several."""

import pytest

from normalize import parse_value
from normalize.directions import Direction
from normalize.fulfilment import Fulfilment, fulfilment


def _judged(aims: str, got: str, direction: Direction | None = None, name: str = "") -> Fulfilment:
    aim = parse_value(aims, fiscal_year=2024)
    return fulfilment(aim.targets, parse_value(got, fiscal_year=2024).targets, direction, name, aim.join)


@pytest.mark.parametrize(
    ("aims", "got", "status", "reason"),
    [
        ("≥10场，≥500人次", "12场，600人次", "met", None),
        ("≥10场，≥500人次", "600人次，12场", "met", None),
        ("≥10场，≥500人次", "12场，499人次", "missed", None),
        ("≥10场，≥500人次", "499人次，12场", "missed", None),
        ("≥10场，≥500人次", "499人次", "missed", None),
        ("≥10场，≥500人次", "600人次", "not_comparable", "number of values"),
        ("≥10场，≥500人次", "12场，600人", "not_comparable", "unit"),
        ("≥10场或≥500人次", "12场，499人次", "met", None),
        ("≥10场或≥500人次", "12场", "met", None),
        ("≥10场或≥500人次", "9场", "not_comparable", "number of values"),
        ("≥10场或≥500人次", "9场，499人次", "missed", None),
        ("≥12次", "第一期15次，第二期3次", "not_comparable", "number of values"),
        ("≥12次", "开展11次，完成率92%", "missed", None),
        ("降低5%", "-6%", "met", None),
        ("降低5%", "-4%", "missed", None),
        ("增长5%", "-6%", "missed", None),
        ("≤0", "-3.2%", "met", None),
        ("≥3个", "3个（其中1个在建）", "met", None),
        ("≤500万元", "498万元（节约2万元）", "met", None),
        ("≥10场", "计划10场，完成8场", "missed", None),
        ("≥95%", "96%。其中：学生98%，家长94%", "met", None),
        ("控制在-5%～5%", "3%", "met", None),
    ],
)
def test_all_targets_are_to_be_met_or_any(aims: str, got: str, status: str, reason: str | None) -> None:
    judged = _judged(aims, got)
    assert (judged.status, judged.reason) == (status, reason)
    assert bool(judged.missed) is (status == "missed")


@pytest.mark.parametrize(
    ("aim", "got", "direction", "name", "status"),
    [
        ("30天", "20天", None, "开放天数", "not_comparable"),
        ("30天", "20天", None, "施工天数", "met"),
        ("30天", "40天", None, "施工天数", "missed"),
        ("1年", "13个月", None, "项目完成时间", "missed"),
        ("30天", "30天", None, "开放天数", "met"),
        ("30天", "20天", "higher", "开放天数", "missed"),
        ("100%", "99%", None, "按时性", "missed"),
        ("0起", "1起", None, "某事", "missed"),
        ("第1名", "第2名", None, "评比", "missed"),
        ("=30天", "20天", None, "开放天数", "missed"),
        ("≥30天", "20天", None, "开放天数", "missed"),
    ],
)
def test_a_plain_number_is_missed_where_something_tells_what_is_better(
    aim: str, got: str, direction: Direction | None, name: str, status: str
) -> None:
    judged = _judged(aim, got, direction, name)
    assert judged.status == status
    assert (judged.reason == "direction") is (status == "not_comparable")


def test_nothing_stated_is_fulfilled_by_nothing() -> None:
    assert fulfilment((), ()) == Fulfilment("not_comparable", reason="number of values")
