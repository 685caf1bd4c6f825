"""Rows of a reading in the database, and the words they are found by."""

from pathlib import Path

from ingest.columns import Rows
from ingest.inserts import insert
from ingest.store import opened
from normalize.text import spaced
from tests.ingest.test_importer import run


def test_words_are_indexed_character_by_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5G网络建设 / 2024年基站 / ≥12 座\n", encoding="utf-8")
    run(tmp_path / "demo.db", tmp_path / "a.txt")
    with opened(tmp_path / "demo.db") as store:
        for words in ("网络", "年基站", "数量指标"):
            found = store.connection.execute(
                "SELECT rowid FROM indicator_words WHERE indicator_words MATCH ?", [f'"{spaced(words)}"']
            )
            assert found.fetchall() == [(1,)]


def test_no_rows_are_no_statement(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        insert(store, "no_such_table", Rows(), {})
        assert store.written == 0
