"""Whatever happened to the files, and whichever imports saw it, the database ends saying what the files say now."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.report import Change
from ingest.store import opened
from tests.ingest.dump import dump
from tests.ingest.test_importer import run

NAMES = ["a.txt", "b.txt", "x/a.txt", "x/y/c.txt"]
TEXTS = ["路 / 长 / ≥1 米\n", "路 / 长 / ≥2 米\n路 / 宽 / 合格\n", "树 / ?棵 / \n", "", "!corrupt", "!timeout"]
STEPS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("import"), st.sampled_from([".", "x", "x/y", *NAMES]), st.just("")),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=12))
def test_any_history(steps: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, database = Path(name) / "files", Path(name) / "demo.db"
        (folder / "x" / "y").mkdir(parents=True)
        for step, path, text in steps:
            match step:
                case "write":
                    (folder / path).write_text(text, encoding="utf-8")
                case "remove":
                    (folder / path).unlink(missing_ok=True)
                case _:
                    run(database, folder / path)
        run(database, folder)
        run(Path(name) / "fresh.db", folder)
        assert dump(database) == dump(Path(name) / "fresh.db")
        again = run(database, folder)
        assert again.rows_written == 0
        assert set(again.changes) <= {Change.UNCHANGED}
        with opened(database) as store:
            assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
