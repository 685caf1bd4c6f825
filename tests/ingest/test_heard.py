"""What is heard of folders."""

import shutil
from collections.abc import Generator
from pathlib import Path

from ingest.heard import heard

Heard = Generator[list[Path], None, None]


def until(told: Heard, path: Path) -> None:
    """Listen until something is heard of a path, or for so long that nothing will be; then until it is quiet."""
    for _ in range(100):
        if path in next(told):
            while next(told):
                pass
            return
    raise AssertionError(f"nothing was heard of {path}")


def test_a_folder_that_is_made_anew_is_heard_again(tmp_path: Path) -> None:
    folder, other = tmp_path / "files", tmp_path / "other"
    for one in (folder, other):
        one.mkdir()
    told = heard([folder, other], {"demo.db"})
    assert next(told) == []
    for name in ("a.txt", "b.txt"):
        (folder / "demo.db").touch()
        (folder / name).touch()
        until(told, folder / name)
        shutil.rmtree(folder)
        until(told, folder)
        (other / name).touch()
        until(told, other / name)
        folder.mkdir()
        until(told, folder)
    told.close()


def test_no_folder_need_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    told = heard([folder], frozenset())
    assert next(told) == []
    folder.mkdir()
    until(told, folder)
    (folder / "a.txt").touch()
    until(told, folder / "a.txt")


def test_another_folder_in_its_place_is_heard(tmp_path: Path) -> None:
    folder, ready = tmp_path / "files", tmp_path / "ready"
    for one in (folder, ready):
        one.mkdir()
    told = heard([folder], frozenset())
    assert next(told) == []
    folder.rename(tmp_path / "old")
    ready.rename(folder)
    until(told, folder)
    (folder / "a.txt").touch()
    until(told, folder / "a.txt")
