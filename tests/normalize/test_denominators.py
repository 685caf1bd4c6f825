"""Denominators as they are written, and one text for all ways to write the same."""

import pytest

from normalize.denominators import canonical_per, read_denominators
from normalize.vocabulary import vocabulary

SAME = [
    ["平方米", "㎡", "m²", "m2", "平米"],
    ["立方米", "m³", "m3", "方", "立方"],
    ["人·天", "人天", "天·人", "人·日", "人/天", "人日"],
    ["人·月", "人月", "月·人", "人/月"],
    ["年", "年度"],
    ["季度", "季"],
    ["周", "星期"],
    ["天", "日", "d"],
    ["2年", "两年"],
    ["公里", "km", "千米"],
    ["万人", "万人口"],
    ["10万人", "10万人口", "十万人"],
]


@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0])
def test_ways_to_write_the_same(ways: list[str]) -> None:
    assert {canonical_per(way) for way in ways} == {canonical_per(ways[0])}


def test_what_differs_stays_apart() -> None:
    apart = [ways[0] for ways in SAME] + ["学年", "车道公里", "户", "亩", "工作日", "人次", "采暖季", "半年"]
    assert len({canonical_per(per) for per in apart}) == len(apart)


def test_a_usual_text_stays_as_it_is() -> None:
    for ways in SAME:
        usual = canonical_per(ways[0])
        assert canonical_per(usual) == usual


def test_without_a_denominator_there_is_none() -> None:
    assert canonical_per(None) is None
    assert read_denominators("元整", 1) == (None, 1)


@pytest.mark.parametrize(
    ("text", "per"),
    [("元/亩", "亩"), ("元/人·月", "人·月"), ("元每人每天", "人·天"), ("元/(人·月)", "人·月"), ("元/（1）", None)],
)
def test_as_written(text: str, per: str | None) -> None:
    assert read_denominators(text, 1)[0] == per


def test_the_words_of_the_vocabulary_are_units_or_stand_for_some() -> None:
    data = vocabulary("denominators")
    assert not set(data["own"]) & {*data["same"], *data["parts"]}
