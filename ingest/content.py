"""The bytes of a file, whole, or the reason why they cannot be had."""

import os
import stat
from pathlib import Path

from ingest.held import Stamp
from schema.limits import MIB, Limits
from schema.read_error import ReadError
from schema.source import Status

_ATTEMPTS = 3


def content_of(location: Path, limits: Limits) -> tuple[bytes, Stamp]:
    """A file's bytes with the stamp they had; raises `ReadError`.

    A file that grows or changes while it is read is read again, and is `unreadable` if it does not come to rest.
    """
    try:
        for _ in range(_ATTEMPTS):
            before = _stamp(location, limits)
            content = location.read_bytes()
            if Stamp.of(location.stat()) == before and len(content) == before.size:
                return content, before
    except FileNotFoundError:
        raise missing(location) from None
    except OSError as error:
        raise ReadError(
            Status.UNREADABLE, zh=f"无法打开（{error.strerror}）", en=f"it cannot be opened ({error.strerror})"
        ) from error
    raise ReadError(Status.UNREADABLE, zh="文件正在被写入", en="the file is still being written")


def _stamp(location: Path, limits: Limits) -> Stamp:
    found = location.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(
            Status.UNREADABLE,
            zh="这是文件夹；parse 读取文件，import 导入文件夹",
            en="this is a folder; parse takes files, import takes folders",
        )
    if not stat.S_ISREG(found.st_mode):  # a pipe or a device would never end
        raise ReadError(Status.UNSUPPORTED, zh="不是普通文件", en="this is no regular file")
    if found.st_size > limits.file_bytes:
        raise too_large(limits)
    return Stamp.of(found)


def too_large(limits: Limits) -> ReadError:
    """The end of a file that has more bytes than the limit."""
    limit = limits.file_bytes / MIB
    return ReadError(
        Status.LIMIT, zh=f"文件超过 {limit:g} MiB 的上限", en=f"the file exceeds the limit of {limit:g} MiB"
    )


def missing(location: Path) -> ReadError:
    """Why there is nothing at a path."""
    if os.path.lexists(location):
        return ReadError(Status.UNREADABLE, zh="链接指向不存在的文件", en="the link leads to no file")
    return ReadError(Status.UNREADABLE, zh="没有这个文件或文件夹", en="there is no such file or folder")
