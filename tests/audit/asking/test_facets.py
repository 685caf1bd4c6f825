"""Counts that say how a question may be narrowed: each is what narrowing gives."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit.asking.bounds import asked
from audit.asking.facets import facets
from audit.asking.find import FACETS, Question, find
from audit.database import reading

QUESTIONS = [
    Question(),
    Question(words=("知识产权",)),
    Question(words=("2024",)),
    Question(level="产出指标"),
    Question(agency="保护中心"),
    Question(target=asked("≥90%")),
    Question(level="产出指标", fiscal_year=2024, kind="comparison"),
]


@pytest.mark.parametrize("column", FACETS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_count_is_what_narrowing_by_it_finds(sampled: Path, question: Question, column: str) -> None:
    with reading(sampled) as connection:
        counted = facets(connection, question, column, 1000)
        assert [number for _, number in counted] == sorted((number for _, number in counted), reverse=True)
        for value, number in counted:
            found, _ = find(connection, replace(question, exact=((column, value),)), 1000)
            of_targets = FACETS[column][0] == "target"
            assert (len(found) if of_targets else len({hit.indicator_key for hit in found})) == number
        everyone = {hit.indicator_key for hit in find(connection, question, 1000)[0]}
    assert sum(number for _, number in counted) >= len(everyone)


def test_superseded_tables_are_not_counted(sampled: Path) -> None:
    with reading(sampled) as connection:
        assert len(facets(connection, Question(), "unit", 3)) == 3
    with reading(sampled, as_of=1) as connection:
        assert facets(connection, Question(), "level1") == facets(connection, Question(), "level1")
