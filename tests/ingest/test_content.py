"""The bytes of a file, or why not."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.content import content_of, digest_of, missing, pieces
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


def test_bytes_and_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    content, stamp = content_of(tmp_path / "a.txt", Limits())
    assert (content, stamp.size) == (b"abc", 3)


@pytest.mark.parametrize(("size", "fits"), [(10, True), (11, False)])
def test_the_limit_is_exact(tmp_path: Path, size: int, fits: bool) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * size)
    if fits:
        assert len(content_of(tmp_path / "a.txt", Limits(file_bytes=10))[0]) == size
    else:
        with pytest.raises(ReadError) as error:
            content_of(tmp_path / "a.txt", Limits(file_bytes=10))
        assert error.value.status is Status.LIMIT


def test_a_folder_a_pipe_and_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    ends = {}
    for name in (".", "pipe", "link", "nowhere"):
        with pytest.raises(ReadError) as error:
            content_of(tmp_path / name, Limits())
        ends[name] = (error.value.status, error.value.en.split(";")[0])
    assert ends == {
        ".": (Status.UNREADABLE, "this is a folder"),
        "pipe": (Status.UNSUPPORTED, "this is no regular file"),
        "link": (Status.UNREADABLE, "the link leads to no file"),
        "nowhere": (Status.UNREADABLE, "there is no such file or folder"),
    }
    assert missing(tmp_path / "nowhere").zh == "没有这个文件或文件夹；请检查路径"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    growing = [2]

    def slow(location: Path, most: int) -> Iterator[bytes]:
        yield from pieces(location, most)
        if growing[0] > 0:
            growing[0] -= 1
            with location.open("ab") as file:
                file.write(b" more")

    monkeypatch.setattr("ingest.content.pieces", slow)
    assert content_of(path, Limits())[0] == b"one more more"
    growing[0] = 99
    with pytest.raises(ReadError) as error:
        content_of(path, Limits())
    assert (error.value.status, error.value.en) == (
        Status.UNREADABLE,
        "the file is still being written; try again later",
    )


@pytest.mark.parametrize("read", [content_of, digest_of])
def test_no_more_is_read_than_the_size_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Path, Limits], Any]
) -> None:
    """The pages of a process, /proc/PID/pagemap, say that they are empty and do not end for hours."""
    endless = tmp_path / "a.txt"
    endless.touch()
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, *how: opened("/dev/zero" if Path(path) == endless else path, *how))
    with pytest.raises(ReadError) as error:
        read(endless, Limits())
    assert error.value.status is Status.UNREADABLE


@pytest.mark.parametrize("read", [content_of, digest_of])
def test_what_never_comes_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Path, Limits], Any]
) -> None:
    """The messages of a kernel, /proc/kmsg, are a file by its kind, and come when there are some."""
    silent, pipe = tmp_path / "a.txt", tmp_path / "pipe"
    silent.touch()
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, *how: opened(pipe if Path(path) == silent else path, *how))
    with pytest.raises(ReadError) as error:
        read(silent, Limits())
    os.close(writer)
    assert (error.value.status, error.value.en.split(" (")[0]) == (Status.UNREADABLE, "it cannot be opened")
