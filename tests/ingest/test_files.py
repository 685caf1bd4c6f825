"""What a named path stands for."""

import errno
import inspect
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

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


def test_folders_may_lie_deeper_than_calls_may(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(120):
        deep /= "a"
        deep.mkdir()
    (deep / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    most = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        found = names(Walk(tmp_path, tmp_path))
    finally:
        sys.setrecursionlimit(most)
    assert found == ["a/" * 120 + "a.txt", "b.txt"]


def test_what_is_no_source_by_its_name_is_counted(tmp_path: Path) -> None:
    partial = ["a.docx.crdownload", "b.PART", "~WRL1.tmp", "c.docx.opdownload", "d.docx.bc!", "e.docx.aria2"]
    partial += [".~lock.目标.docx#", "f.docx~", "#g.txt#"]
    for name in (".DS_Store", ".hidden", "~$目标.docx", "Thumbs.db", "demo.db", "demo.db-wal", "目标.docx", *partial):
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "2024.download").mkdir()
    (tmp_path / "2024.download" / "a.docx").touch()
    walk = Walk(tmp_path, tmp_path, companions=frozenset({"demo.db", "demo.db-wal"}))
    assert names(walk) == ["2024.download/a.docx", "目标.docx"]
    assert walk.ignored == {
        "hidden": 4,
        "office_lock": 2,
        "database": 2,
        "linked_folder": 1,
        "partial": 6,
        "backup": 2,
    }
    assert names(Walk(tmp_path, tmp_path / "f.docx~")) == ["f.docx~"]


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


def test_a_loop_of_links_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a.db").symlink_to("b.part")
    (tmp_path / "b.part").symlink_to("a.db")
    (tmp_path / "z.txt").touch()
    walk = Walk(tmp_path, tmp_path)
    assert names(walk) == ["loop", "z.txt"]
    assert walk.ignored == {"database": 1, "partial": 1}
    assert names(Walk(tmp_path, tmp_path / "loop")) == ["loop"]


@pytest.mark.parametrize("trouble", [errno.EIO, errno.ESTALE, errno.ENAMETOOLONG, errno.EACCES])
def test_what_a_file_system_cannot_tell_counts_as_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: int
) -> None:
    class Untold:
        """An entry whose kind the file system does not say."""

        def __init__(self, path: Path) -> None:
            self.name, self.path = path.name, str(path)

        def is_dir(self, **_: object) -> bool:
            raise OSError(trouble, "trouble")

        is_symlink = is_dir

    @contextmanager
    def told(folder: Path) -> Iterator[list[Untold]]:
        yield [Untold(folder / "a"), Untold(folder / "b.part")]

    monkeypatch.setattr(os, "scandir", told)
    walk = Walk(tmp_path, tmp_path)
    assert names(walk) == []
    assert walk.closed == ["a"]
    assert not walk.covers("a/inside.txt")
    assert walk.passes("b.part")


def test_what_stands_beside_a_database_of_any_name(tmp_path: Path) -> None:
    for name in ("1.html", "1.html.lock", "1.html.holder", "2.html.lock", "a.db.audit", "a.db.audit-wal"):
        (tmp_path / name).touch()
    assert names(Walk(tmp_path, tmp_path)) == ["1.html", "2.html.lock"]


def test_what_was_passed_over_is_known_by_its_place(tmp_path: Path) -> None:
    (tmp_path / ".hidden" / "sub").mkdir(parents=True)
    walk = Walk(tmp_path, tmp_path)
    assert names(walk) == []
    assert (walk.passes(".hidden"), walk.passes(".hidden/sub/a.txt"), walk.passes("a.txt")) == (True, True, False)


def test_what_lists_files_is_no_source(tmp_path: Path) -> None:
    for name in ("a.txt", "list.csv", "named.txt"):
        (tmp_path / name).write_text("path,year\na.txt,2024\n", encoding="utf-8")
    for start in (tmp_path, tmp_path / "list.csv", tmp_path / "named.txt"):
        walk = Walk(tmp_path, start, manifest=tmp_path / "named.txt")
        assert [found.path for found in walk.files()] == (["a.txt"] if start == tmp_path else [])
        assert walk.ignored == {"manifest": 2 if start == tmp_path else 1}
        assert not walk.passes("list.csv")
