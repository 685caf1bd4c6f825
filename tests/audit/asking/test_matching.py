"""Every way to an answer gives the answer that looking at every row gives."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.asking import matching as ways
from audit.asking.bounds import asked, bound
from audit.asking.find import Hit, Question, count, find
from audit.database import reading
from normalize.text import fold
from schema.target import Comparison

WORDS = ("服务", "率", "2024", "天津市", "TISC", "知识产权保护", "≥", "珠海")
LEVELS = ("产出指标", "质量指标", "满意度", "成本指标")


def everything(connection: sqlite3.Connection) -> list[Hit]:
    return find(connection, Question(), 10_000)[0]


def texts(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(map(tuple, connection.execute("SELECT key, words FROM indicators")))


QUESTIONS = st.builds(
    Question,
    words=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    level=st.none() | st.sampled_from(LEVELS),
    agency=st.none() | st.sampled_from(("天津", "保护中心")),
    below=st.none() | st.sampled_from((bound("90%", "below"), bound("60人次", "below"))),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    question=QUESTIONS,
    few=st.sampled_from((0, 300)),
    patience=st.sampled_from((0, 20, 20_000)),
    offset=st.sampled_from((0, 3)),
)
def test_whatever_way_is_taken(
    sampled: Path, monkeypatch: pytest.MonkeyPatch, question: Question, few: int, patience: int, offset: int
) -> None:
    monkeypatch.setattr(ways, "_FEW_TABLES", few)
    monkeypatch.setattr(ways, "_PATIENCE", patience)
    monkeypatch.setattr(ways, "_PIECES", (2, 5))
    words, level, agency, limit = question.words, question.level, question.agency, question.below
    with reading(sampled) as connection:
        held = texts(connection)

        def fits(hit: Hit) -> bool:
            levels = {"满意度": "满意度指标"}.get(level or "", level)
            return (
                all(fold(word) in held[hit.indicator_key] for word in words)
                and (level is None or levels in {hit.level1, hit.level2})
                and (agency is None or agency in (hit.agency or ""))
                and (limit is None or lies_below(hit, limit))
            )

        expected = [hit for hit in everything(connection) if fits(hit)]
        assert find(connection, question, 1000, offset) == (expected[offset:], False)
        assert find(connection, question, 2) == (expected[:2], len(expected) > 2)
        assert count(connection, question) == (len(expected), True)


def lies_below(hit: Hit, limit: object) -> bool:
    """The bound of a hit, as floats."""
    if not (isinstance(hit.target, Comparison) and isinstance(limit, Comparison)):
        return False
    one, other = ((t.unit_canonical or t.unit_inferred or t.unit, t.per) for t in (hit.target, limit))
    said = hit.target.low or hit.target.high
    return one == other and said is not None and float(said) < float(limit.low or 0)


KEYS: dict[str, Callable[[Hit], Any]] = {
    "source": lambda hit: (hit.source, hit.table_id),
    "year": lambda hit: hit.fiscal_year,
    "department": lambda hit: hit.department,
    "agency": lambda hit: hit.agency,
    "project": lambda hit: hit.project_name,
    "level": lambda hit: hit.level1,
    "name": lambda hit: hit.name,
    "value": lambda hit: (
        float(hit.target.low or hit.target.high or "nan")
        if isinstance(hit.target, Comparison) and (hit.target.low or hit.target.high)
        else None
    ),
}


@pytest.mark.parametrize("way", ["", "-"])
@pytest.mark.parametrize("sort", KEYS)
@pytest.mark.parametrize("question", [Question(), Question(words=("率",)), Question(target=asked("≥90%"))])
def test_sorts(sampled: Path, sort: str, way: str, question: Question) -> None:
    with reading(sampled) as connection:
        hits, more = find(connection, question, 1000, sort=way + sort)
        assert sorted(hits, key=str) == sorted(find(connection, question, 1000)[0], key=str)
        assert find(connection, question, 5, 3, sort=way + sort)[0] == hits[3:8]
    assert not more
    said = [KEYS[sort](hit) for hit in hits]
    given_ones = [value for value in said if value is not None]
    assert said == given_ones + [None] * (len(said) - len(given_ones)), "what is missing comes last"
    assert given_ones == sorted(given_ones, reverse=bool(way))
