"""The stored rows of a source, counted from its first, whatever stands before them in the database."""

from pathlib import Path

from ingest.store import opened
from ingest.stored import KINDS, stored_rows
from tests.ingest.test_importer import run


def test_ids_count_from_the_first_of_the_source(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    for name in ("a.txt", "b.txt"):
        text = "修路 / 里程 / ≥12 公里\n植树 / 棵数 / ≥1 棵\n" + ("养护 / 次数 / ≥2 次\n" if name == "b.txt" else "")
        (tmp_path / "files" / name).write_text(text, encoding="utf-8")
    run(tmp_path / "demo.db", tmp_path / "files")
    with opened(tmp_path / "demo.db") as store:
        found = dict(stored_rows(store.connection, 2))
    assert tuple(found) == KINDS
    for kind in ("tables", "indicators", "targets"):
        ids = dict(zip(found[kind].columns, found[kind].values, strict=True))
        name = "table_id" if kind == "tables" else "indicator_id"
        assert list(ids[name]) == [0, 1, 2]
        assert {"source_id", "target_id", "stands"}.isdisjoint(found[kind].columns)
