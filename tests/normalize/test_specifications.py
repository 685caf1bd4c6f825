"""Measures that say what another number counts."""

import pytest

from normalize import parse_value
from normalize.measured import Measured, read_measured
from normalize.specifications import may_start_change, starts_change
from normalize.units import Cues


def told(text: str) -> list[tuple[str, str]]:
    targets = parse_value(text).targets
    return [(t.value or "", t.unit) for t in targets if t.kind == "comparison"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("8吨洒水车3台", [("3", "台")]),
        ("购置8吨洒水车3台、10吨压缩车2辆", [("3", "台"), ("2", "辆")]),
        ("6米宽道路5公里", [("5", "公里")]),
        ("200人会议4次", [("4", "次")]),
        ("50座客车2辆", [("2", "辆")]),
        ("3吨以上燃煤锅炉淘汰10台", [("10", "台")]),
        ("3日内办结率100%", [("100", "%")]),
        ("1000M宽带接入率≥90%", [("90", "%")]),
    ],
)
def test_what_only_says_which_is_no_target(text: str, left: list[tuple[str, str]]) -> None:
    assert told(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "新建道路5公里桥梁2座",
        "工期180天合格率100%",
        "投资500万元建设学校2所",
        "≥3天培训2期",
        "3天完成2次",
        "培训50人会议4次",
    ],
)
def test_two_numbers_of_their_own_are_two_targets(text: str) -> None:
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("85%提高到90%", True),
        ("5天→3天", True),
        ("85提高到90%", True),
        ("3亿元,提高到90%", False),
        ("3亿元提高到90%", False),
    ],
)
def test_a_change_starts_from_a_number_in_the_unit_of_its_end(text: str, begun: bool) -> None:
    site = read_measured(text, 0, 0, Cues())
    assert isinstance(site, Measured)
    assert starts_change(text, site) == begun
    assert may_start_change(text, site.end) or not begun
