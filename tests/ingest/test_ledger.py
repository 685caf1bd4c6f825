"""One source, one transaction: rows and ledger entry together, the old ones superseded."""

import sqlite3
from pathlib import Path

import pytest

from ingest.answer import Answer
from ingest.edition import Editions
from ingest.held import held
from ingest.ledger import Entry, Ledger
from ingest.roots import settle
from ingest.said import NOTHING_SAID
from ingest.store import Store, opened
from tests.ingest.plain_reader import PlainReader


def entry(root_id: int, text: str) -> Entry:
    outcome = PlainReader().read(text.encode(), "a.txt", NOTHING_SAID)
    return Entry(root_id, "a.txt", Answer.of(outcome), None, Editions("r1", "m1"), NOTHING_SAID)


def counts(store: Store) -> dict[str, int]:
    names = ("imports", "sources", "documents", "tables", "indicators", "targets", "indicator_words")
    return {name: store.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def test_a_reading_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        root = settle(store, tmp_path)
        ledger = Ledger(store)
        ledger.record(entry(root, "修路 / 里程 / ≥12 公里"), None)
        before = held(store, root)["a.txt"]
        ledger.record(entry(root, "修路 / 里程 / ≥15 公里"), before)
        ledger.finish()
        assert counts(store) == dict.fromkeys(
            ["sources", "documents", "tables", "indicators", "targets", "indicator_words"], 2
        ) | {"imports": 1}
        assert held(store, root)["a.txt"].rows_from == 2
        assert store.connection.execute("SELECT finished_at IS NOT NULL FROM imports").fetchall() == [(1,)]


def test_what_cannot_be_stored_leaves_nothing_behind(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        root = settle(store, tmp_path)
        ledger = Ledger(store)
        ledger.record(entry(root, "修路 / 里程 / ≥12 公里"), None)
        before, rows = held(store, root), counts(store)
        with pytest.raises(sqlite3.IntegrityError):
            ledger.record(entry(root, "植树 / 棵数 / ≥1 棵\n植树 / 棵数 / ≥2 棵"), before["a.txt"])
        assert (held(store, root), counts(store)) == (before, rows)


def test_an_import_that_changes_nothing_is_not_recorded(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        Ledger(store).finish()
        assert store.written == 0
