"""One import at a time."""

import os
from pathlib import Path

import pytest
from filelock import FileLock

from ingest.exits import CommandError, Exit
from ingest.lock import companions, held


def test_the_second_learns_who_is_first(tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    with held(database, wait=False), pytest.raises(CommandError) as error, held(database, wait=False):
        pytest.fail("two imports at once")
    assert error.value.code is Exit.LOCKED
    assert f"process {os.getpid()} on " in error.value.en
    with held(database, wait=False):
        assert {path.name for path in tmp_path.iterdir()} <= companions(database)


def test_a_lock_whose_holder_said_nothing(tmp_path: Path) -> None:
    with (
        FileLock(tmp_path / "demo.db.lock"),
        pytest.raises(CommandError) as error,
        held(tmp_path / "demo.db", wait=False),
    ):
        pytest.fail("two imports at once")
    assert "process ? on ?" in error.value.en


def test_no_folder_to_lock_in(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CommandError) as error, held(tmp_path / "file" / "demo.db", wait=False):
        pytest.fail("locked nothing")
    assert error.value.code is Exit.STORAGE


def test_a_folder_in_which_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "demo.db.lock").touch()
    (tmp_path / "demo.db.holder").mkdir()  # what a folder that is read-only refuses, this one does
    with pytest.raises(CommandError) as error, held(tmp_path / "demo.db", wait=False):
        pytest.fail("nobody knows who holds it")
    assert error.value.code is Exit.STORAGE
    assert "no file can be written beside" in error.value.en
    (tmp_path / "demo.db.holder").rmdir()
    with held(tmp_path / "demo.db", wait=False):
        (tmp_path / "demo.db.holder").unlink()  # somebody cleaned up


@pytest.mark.parametrize("length", [242, 248, 255, 300])
def test_a_name_that_leaves_no_room_for_what_stands_beside(tmp_path: Path, length: int) -> None:
    database = tmp_path / ("x" * (length - 3) + ".db")
    with pytest.raises(CommandError) as error, held(database, wait=False):
        pytest.fail("no file can stand beside it")
    assert (error.value.code, "name too long" in error.value.en) == (Exit.STORAGE, True)
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_leaves_room(tmp_path: Path) -> None:
    with held(tmp_path / ("x" * 238 + ".db"), wait=False):
        pass
