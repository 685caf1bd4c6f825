"""The vocabulary of units holds together, and ambiguous spellings are decided by the name."""

from fractions import Fraction

import pytest

from normalize.numbers import exact
from normalize.units import MULTIPLIERS, Cues, ambiguous, counters, measures, read_unit, unit_of
from normalize.vocabulary import vocabulary


def test_no_spelling_is_claimed_twice_unless_it_is_listed_as_ambiguous() -> None:
    lines = [
        spelling for table in vocabulary("units").values() for line in table["units"] for spelling in line["spellings"]
    ]
    counted = [s for group in vocabulary("counting").values() for s in [*group["spellings"], *group.get("same", {})]]
    twice = {spelling for spelling in {*lines, *counted} if (lines + counted).count(spelling) > 1}
    assert twice <= set(ambiguous()) | TWO_GROUPS


TWO_GROUPS = {"只"}
"""A classifier of two groups of things, and the same unit in both."""


def test_every_dimension_has_its_canonical_unit_with_factor_one() -> None:
    for dimension, table in vocabulary("units").items():
        unit = measures()[table["canonical"]]
        assert unit == (table["canonical"], dimension, Fraction(1))


def test_the_tables_are_in_canonical_order() -> None:
    assert list(vocabulary("units")) == sorted(vocabulary("units"))
    for table in vocabulary("units").values():
        factors = [exact(line["factor"]) for line in table["units"]]
        assert factors == sorted(set(factors))


def test_what_another_word_stands_for_is_a_unit() -> None:
    for group in vocabulary("counting").values():
        for canonical in group.get("same", {}).values():
            assert counters()[canonical].canonical == canonical


def test_every_ambiguous_spelling_is_decided_for_a_unit() -> None:
    for spelling, rules in ambiguous().items():
        assert unit_of(spelling)[0] is not None, spelling
        for reading in rules["readings"]:
            assert {*reading} & {"name", "level"}
            assert (
                unit_of(spelling, Cues((*reading.get("name", ()), "")[0], (*reading.get("level", ()), "")[0]))[0]
                is not None
            )


@pytest.mark.parametrize(
    ("spelling", "name", "canonical"),
    [
        ("分", "系统响应时间", "秒"),
        ("分", "服务满意度评分", "分"),
        ("分", "", "分"),
        ("度", "用电量", "千瓦时"),
        ("度", "室温", "℃"),
        ("M", "道路长度", "米"),
        ("M", "专线带宽", "bit/s"),
        ("G", "存储容量", "字节"),
        ("名", "排名", "名次"),
        ("名", "培训人数", "人"),
        ("块", "补贴金额", "元"),
        ("T", "存储容量", "字节"),
        ("兆", "网络带宽", "bit/s"),
    ],
)
def test_the_name_decides_what_a_spelling_means(spelling: str, name: str, canonical: str) -> None:
    unit, _ = unit_of(spelling, Cues(name=name))
    assert unit is not None
    assert unit.canonical == canonical


@pytest.mark.parametrize(
    ("spelling", "factor", "canonical"),
    [
        ("亩", Fraction(2000, 3), "平方米"),
        ("万亩", Fraction(20000000, 3), "平方米"),
        ("公顷", Fraction(10000), "平方米"),
        ("千克", Fraction(1), "千克"),
        ("千字", Fraction(1000), "字"),
        ("百万元", Fraction(1000000), "元"),
        ("亿立方米", Fraction(10**8), "立方米"),
        ("旬", Fraction(1, 3), "月"),
        ("个工作日", Fraction(1), "工作日"),
        ("万人次", Fraction(10000), "人次"),
        ("km/h", Fraction(5, 18), "米/秒"),
        ("‰", Fraction(1, 10), "%"),
    ],
)
def test_a_unit_converts_exactly(spelling: str, factor: Fraction, canonical: str) -> None:
    read = read_unit(spelling, 0)
    assert read is not None
    assert read.unit is not None
    assert (read.end, read.factor, read.unit.canonical) == (len(spelling), factor, canonical)


@pytest.mark.parametrize(
    ("one", "other"),
    [("人次", "人"), ("工作日", "日"), ("百分点", "%"), ("件", "项"), ("月", "日"), ("亩次", "亩"), ("户", "人")],
)
def test_units_that_are_not_each_other_stay_apart(one: str, other: str) -> None:
    first, second = unit_of(one)[0], unit_of(other)[0]
    assert first is not None
    assert second is not None
    assert first.dimension != second.dimension


def test_multipliers_are_powers_of_ten() -> None:
    assert all(str(number).strip("0") == "1" for number in MULTIPLIERS.values())
