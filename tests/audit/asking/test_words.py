"""Words: every query right, through the index or past it."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.asking.words import containing, folded, phrases
from normalize.text import fold, spaced

TEXTS = [
    "2024年知识产权服务",
    "5G网络建设",
    "TISC中心数量",
    "≥20件",
    "Ｗｅｂ 平台",
    "知识 产权",
    "𠀋字",
    "服务对象满意度①",
]


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE indicators (indicator_id INTEGER PRIMARY KEY, words TEXT)")
    made.execute("CREATE VIRTUAL TABLE indicator_words USING fts5 (words, content='', tokenize='unicode61')")
    for number, text in enumerate(TEXTS, start=1):
        made.execute("INSERT INTO indicators VALUES (?, ?)", [number, fold(text)])
        made.execute("INSERT INTO indicator_words (rowid, words) VALUES (?, ?)", [number, spaced(fold(text))])
    yield made
    made.close()


def found(connection: sqlite3.Connection, *words: str) -> list[str]:
    asked = folded(words)
    conditions = list(containing(asked))
    where = " AND ".join(f"({condition.sql})" for condition in conditions) or "1"
    values: list[object] = [value for condition in conditions for value in condition.values]
    if indexed := phrases(asked):
        where += " AND indicator_id IN (SELECT rowid FROM indicator_words WHERE indicator_words MATCH ?)"
        values.append(indexed)
    return [
        TEXTS[n - 1]
        for (n,) in connection.execute(f"SELECT indicator_id FROM indicators AS i WHERE {where} ORDER BY 1", values)
    ]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (["知识产权"], ["2024年知识产权服务", "知识 产权"]),
        (["知识 产权"], ["2024年知识产权服务", "知识 产权"]),
        (["年"], ["2024年知识产权服务"]),
        (["网络"], ["5G网络建设"]),
        (["5g网"], ["5G网络建设"]),
        (["TIS"], ["TISC中心数量"]),
        (["20"], ["2024年知识产权服务", "≥20件"]),
        (["≥20"], ["≥20件"]),
        (["web平台"], ["Ｗｅｂ 平台"]),
        (["𠀋"], ["𠀋字"]),
        (["服务", "满意"], ["服务对象满意度①"]),
        (["①"], ["服务对象满意度①"]),
        (['"'], []),
        ([" "], TEXTS),
    ],
)
def test_queries(connection: sqlite3.Connection, words: list[str], hits: list[str]) -> None:
    assert found(connection, *words) == hits


@settings(deadline=None)
@given(st.text(alphabet="知识产权服务年2024TISC≥件网\"'*() ", min_size=1, max_size=5))
@example("知识产权")
@example('"知')
def test_the_index_finds_what_reading_every_text_finds(connection: sqlite3.Connection, query: str) -> None:
    assert found(connection, query) == [text for text in TEXTS if fold(query) in fold(text)]
