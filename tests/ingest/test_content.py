"""The bytes of a file, or why not."""

import os
from pathlib import Path

import pytest

from ingest.content import content_of, missing
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
    assert missing(tmp_path / "nowhere").zh == "没有这个文件或文件夹"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    growing = [2]
    read_bytes = Path.read_bytes

    def slow(self: Path) -> bytes:
        content = read_bytes(self)
        if growing[0] > 0:
            growing[0] -= 1
            with self.open("ab") as file:
                file.write(b" more")
        return content

    monkeypatch.setattr(Path, "read_bytes", slow)
    assert content_of(path, Limits())[0] == b"one more more"
    growing[0] = 99
    with pytest.raises(ReadError) as error:
        content_of(path, Limits())
    assert (error.value.status, error.value.en) == (Status.UNREADABLE, "the file is still being written")
