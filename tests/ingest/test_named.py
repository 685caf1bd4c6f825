"""What the paths of a command stand for."""

import codecs
import io
import os
from pathlib import Path

import pytest

from ingest.exits import CommandError, Exit
from ingest.named import named


def test_patterns_lists_and_paths(tmp_path: Path) -> None:
    for name in ("2023/a.txt", "2024/b.txt", "2024/c.docx", "[x].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    listed = io.BytesIO(b"one.txt\r\n\n" + os.fsencode(os.fsdecode(b"\xff.txt")) + b"\n")
    paths = [tmp_path / "**" / "*.txt", tmp_path / "[x].txt", tmp_path / "*.pdf", Path("-")]
    assert list(named(paths, listed)) == [
        *(tmp_path / name for name in ("2023/a.txt", "2024/b.txt", "[x].txt", "[x].txt", "*.pdf")),
        Path("one.txt"),
        Path(os.fsdecode(b"\xff.txt")),
    ]


def test_names_with_line_breaks_come_with_nul_between() -> None:
    assert list(named([Path("-")], io.BytesIO(b"a\nb.txt\0c.txt\0"))) == [Path("a\nb.txt"), Path("c.txt")]


def test_a_list_may_begin_with_the_mark_of_its_encoding() -> None:
    for mark in (b"", codecs.BOM_UTF8):
        assert list(named([Path("-")], io.BytesIO(mark + "甲.txt\r\n乙.txt\r\n".encode()))) == [
            Path("甲.txt"),
            Path("乙.txt"),
        ]


def test_a_list_in_utf_16_is_no_list_with_nul_between() -> None:
    """Read with NUL between, its slash alone would be a path: the whole file system."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        listed = io.BytesIO(mark + "files/甲.txt\r\n乙.txt\r\n".encode(encoding))
        assert list(named([Path("-")], listed)) == [Path("files/甲.txt"), Path("乙.txt")]
    with pytest.raises(CommandError) as error:
        list(named([Path("-")], io.BytesIO(codecs.BOM_UTF16_LE + b"a")))
    assert error.value.code is Exit.USAGE
