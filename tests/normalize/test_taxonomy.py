"""Levels and their spellings."""

import pytest

from normalize.taxonomy import level1, level2, taxonomy


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("产出指标", "产出指标"),
        ("产出", "产出指标"),
        ("产 出\n指 标", "产出指标"),
        ("产出指标（50分）", "产出指标"),
        ("一、产出指标", "产出指标"),
        ("★效益指标", "效益指标"),
        ("效果目标", "效益指标"),
        ("社会公众或服务对象满意度指标", "满意度指标"),
        ("成本指标(20分)", "成本指标"),
        ("预算执行率", "预算执行"),
        ("数量指标", None),
        ("", None),
    ],
)
def test_level_1(text: str, name: str | None) -> None:
    assert level1(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("数量指标", "数量指标"),
        ("产出数量", "数量指标"),
        ("时效指标（10）", "时效指标"),
        ("社会效益", "社会效益指标"),
        ("环境效益指标", "生态效益指标"),
        ("可持续发展指标", "可持续影响指标"),
        ("服务对象\n满意度指标", "服务对象满意度指标"),
        ("生态环境成本", "生态环境成本指标"),
        ("培训数量要求", None),
        ("不涉及", None),
    ],
)
def test_level_2(text: str, name: str | None) -> None:
    found = level2(text)
    assert (found.name if found else None) == name


def test_every_parent_is_a_level_1_and_every_canonical_name_stands_for_itself() -> None:
    known = taxonomy()
    firsts = set(known.level1.values())
    for level in known.level2.values():
        assert set(level.parents) <= firsts
        assert level2(level.name) == level
    assert all(level1(name) == name for name in firsts)
