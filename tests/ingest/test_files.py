"""What a named path stands for."""

import os
from pathlib import Path

from ingest.files import Walk, shown


def names(walk: Walk) -> list[str]:
    return [found.path for found in walk.files()]


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for path in ("b.txt", "a/2.txt", "a/10.txt", "c/d/e.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert names(Walk(tmp_path, tmp_path)) == ["a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt"]
    assert names(Walk(tmp_path, tmp_path / "c")) == ["c/d/e.txt"]
    assert names(Walk(tmp_path, tmp_path / "b.txt")) == ["b.txt"]


def test_what_is_no_source_by_its_name_is_counted(tmp_path: Path) -> None:
    partial = ("a.docx.crdownload", "b.PART", "~WRL1.tmp", ".~lock.目标.docx#")
    for name in (".DS_Store", ".hidden", "~$目标.docx", "Thumbs.db", "demo.db", "demo.db-wal", "目标.docx", *partial):
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "__MACOSX").mkdir()
    walk = Walk(tmp_path, tmp_path, companions=frozenset({"demo.db", "demo.db-wal"}))
    assert names(walk) == ["目标.docx"]
    assert walk.ignored == {"hidden": 4, "office_lock": 2, "database": 2, "linked_folder": 1, "partial": 3}


def test_a_linked_file_is_read_and_a_dangling_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("nowhere")
    assert names(Walk(tmp_path, tmp_path)) == ["a.txt", "b.txt", "c.txt"]


def test_nothing_under_a_closed_folder_counts_as_gone(tmp_path: Path) -> None:
    walk = Walk(tmp_path, tmp_path, closed=["secret"])
    assert walk.covers("a.txt")
    assert walk.covers("secrets/a.txt")
    assert not walk.covers("secret/a.txt")
    assert not Walk(tmp_path, tmp_path / "a.txt").covers("a.txt")


def test_names_in_gbk_are_decoded_unless_that_name_is_taken(tmp_path: Path) -> None:
    gbk = os.fsdecode("绩效.txt".encode("gb18030"))
    (tmp_path / gbk).touch()
    assert names(Walk(tmp_path, tmp_path)) == ["绩效.txt"]
    (tmp_path / "绩效.txt").touch()
    assert sorted(names(Walk(tmp_path, tmp_path))) == ["\\xbc\\xa8Ч.txt", "绩效.txt"]
    assert shown(gbk) == "绩效.txt"


def test_other_databases_are_passed_over_and_counted(tmp_path: Path) -> None:
    for name in ("a.db", "a.db-wal", "a.db-shm", "a.db-journal", "a.db.lock", "a.db.holder", "a.db.txt", "db"):
        (tmp_path / name).touch()
    (tmp_path / "year.db").mkdir()
    (tmp_path / "year.db" / "b.txt").touch()
    walk = Walk(tmp_path, tmp_path)
    assert names(walk) == ["a.db.txt", "db", "year.db/b.txt"]
    assert walk.ignored == {"database": 6}
