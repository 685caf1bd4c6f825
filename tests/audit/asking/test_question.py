"""A question as conditions."""

from pathlib import Path

from audit.asking.question import Question, conditions, knows_level
from audit.database import reading


def test_each_condition_is_about_one_thing(sampled: Path) -> None:
    with reading(sampled) as connection:
        found = conditions(
            connection,
            Question(
                words=("满意度", "5G"), level="产出", unit="%", agency="天津", fiscal_year=2024, kind="comparison"
            ),
        )
    assert (len(found.tables), len(found.levels), len(found.indicators), len(found.targets)) == (2, 1, 2, 2)
    assert found.phrases == '"满 意 度"'
    assert all("g." not in condition.sql for condition in (*found.tables, *found.levels, *found.indicators))
    assert all("i." not in condition.sql for condition in (*found.tables, *found.targets))


def test_levels_that_are_known(sampled: Path) -> None:
    with reading(sampled) as connection:
        assert knows_level(connection, "★数量指标（10分）")
        assert not knows_level(connection, "没有的指标")
