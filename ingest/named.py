"""The paths a command names: as they are, by patterns, or as a list on standard input."""

import glob
import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.exits import CommandError, Exit

_LIST = "-"


def named(paths: Iterable[Path], listed: BinaryIO) -> Iterator[Path]:
    """Every path that is meant; `-` stands for the list, a path a line, or with NUL between (find -print0).

    Raises `CommandError` where the list is no text.
    """
    for path in paths:
        if str(path) == _LIST:
            yield from _lines(listed.read())
        elif not os.path.lexists(path) and glob.has_magic(str(path)):
            # The shell left the pattern alone: it was quoted, or too long for a command line.
            found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - absolute patterns too
            yield from (Path(name) for name in found) if found else [path]
        else:
            yield path


def _lines(content: bytes) -> Iterator[Path]:
    content = _in_utf8(content)
    between = b"\0" if b"\0" in content else b"\n"
    for line in content.removeprefix(BOM_UTF8).split(between):
        name = line.removesuffix(b"\r")
        if name:
            yield Path(os.fsdecode(name))


def _in_utf8(content: bytes) -> bytes:
    """A list as some shells of Windows write it, in UTF-16: its NULs stand between no paths, and "/" alone is none."""
    if not content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content
    try:
        return content.decode("utf-16").encode()
    except UnicodeError as error:
        raise CommandError(
            Exit.USAGE,
            zh="标准输入的路径清单以 UTF-16 的标记开头，却不是 UTF-16 文本；请另存为 UTF-8",
            en="the list of paths on standard input begins with the mark of UTF-16 and is none; save it as UTF-8",
        ) from error
