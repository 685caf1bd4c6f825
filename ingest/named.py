"""The paths a command names: as they are, by patterns, or as a list on standard input."""

import glob
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_LIST = "-"


def named(paths: Iterable[Path], listed: BinaryIO) -> Iterator[Path]:
    """Every path that is meant; `-` stands for the list, a path a line, or with NUL between (find -print0)."""
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
    between = b"\0" if b"\0" in content else b"\n"
    for line in content.removeprefix(BOM_UTF8).split(between):
        name = line.removesuffix(b"\r")
        if name:
            yield Path(os.fsdecode(name))
