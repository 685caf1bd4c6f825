"""What is at a path."""

import errno
from pathlib import Path

import pytest

from ingest.there import exists, is_file, is_folder, is_gone


def test_files_folders_and_links(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "to_a").symlink_to("a")
    (tmp_path / "to_folder").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "broken").symlink_to("nowhere")
    told = {
        name: (is_file(tmp_path / name), is_folder(tmp_path / name), exists(tmp_path / name), is_gone(tmp_path / name))
        for name in ("a", "to_a", "to_folder", "loop", "broken", "nowhere", "a/below", "n" * 300)
    }
    assert told == {
        "a": (True, False, True, False),
        "to_a": (True, False, True, False),
        "to_folder": (False, True, True, False),
        "loop": (False, False, False, False),
        "broken": (False, False, False, False),
        "nowhere": (False, False, False, True),
        "a/below": (False, False, False, True),
        "n" * 300: (False, False, False, False),
    }


@pytest.mark.parametrize("trouble", [errno.EIO, errno.ESTALE, errno.EACCES])
def test_a_file_system_that_cannot_tell_says_of_nothing_that_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: int
) -> None:
    def troubled(_self: Path, **_: object) -> None:
        raise OSError(trouble, "trouble")

    monkeypatch.setattr(Path, "stat", troubled)
    assert not is_folder(tmp_path)
    assert not exists(tmp_path)
    assert not is_gone(tmp_path)
