"""Roots: where paths start, however folders are named."""

import os
from pathlib import Path

from ingest.roots import folder_for, known, real, settle
from ingest.store import opened


def test_no_root_lies_within_another(tmp_path: Path) -> None:
    (tmp_path / "2024" / "a").mkdir(parents=True)
    (tmp_path / "2025").mkdir()
    with opened(tmp_path / "demo.db") as store:
        inner = settle(store, tmp_path / "2024" / "a")
        assert settle(store, tmp_path / "2024" / "a") == inner
        settle(store, tmp_path / "2025")
        outer = settle(store, tmp_path / "2024")
        assert {root.folder: root.root_id for root in known(store)}[tmp_path / "2024"] == outer
        assert [root.folder.name for root in known(store)] == ["2025", "2024"]
        assert folder_for(tmp_path / "2024" / "a", known(store)) == tmp_path / "2024"
        assert store.connection.execute("SELECT location FROM roots ORDER BY 1").fetchall() == [("2024",), ("2025",)]


def test_a_link_to_a_folder_is_that_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to("data")
    (tmp_path / "data" / "a.txt").touch()
    (tmp_path / "data" / "b.txt").symlink_to("a.txt")
    assert real(tmp_path / "link") == tmp_path / "data"
    assert real(tmp_path / "link" / "b.txt") == tmp_path / "data" / "b.txt"


def test_a_folder_named_in_gbk_is_known_again(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode("绩效".encode("gb18030"))
    folder.mkdir()
    with opened(tmp_path / "demo.db") as store:
        assert settle(store, folder) == settle(store, folder)
        assert known(store)[0].folder == folder
