"""The bytes of a file, whole, or the reason why they cannot be had."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from ingest.stamp import Stamp
from schema.limits import MIB, Limits
from schema.read_error import ReadError
from schema.source import Status

_ATTEMPTS = 3
_PIECE = 1 << 18


_Had = TypeVar("_Had")


def content_of(location: Path, limits: Limits) -> tuple[bytes, Stamp]:
    """A file's bytes with the stamp they had; raises `ReadError`.

    A file that grows or changes while it is read is read again, and is `unreadable` if it does not come to rest.
    """

    def whole(size: int) -> tuple[bytes, int]:
        content = b"".join(pieces(location, size + 1))
        return content, len(content)

    return _at_rest(location, limits, whole)


def digest_of(location: Path, limits: Limits) -> tuple[str, Stamp]:
    """A file's SHA-256 with the stamp it had, read piece by piece; raises `ReadError` as `content_of` does."""

    def hashed(size: int) -> tuple[str, int]:
        digest, met = hashlib.sha256(), 0
        for piece in pieces(location, size + 1):
            digest.update(piece)
            met += len(piece)
        return digest.hexdigest(), met

    return _at_rest(location, limits, hashed)


def pieces(location: Path, most: int) -> Iterator[bytes]:
    """The bytes of a file, at most so many; raises `OSError`.

    A file may hold more than its size says, without end (those of /proc do), or never give what is asked of it.
    """
    descriptor = os.open(location, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        while most > 0:
            piece = file.read(min(most, _PIECE))
            if piece is None:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            if not piece:
                return
            most -= len(piece)
            yield piece


def _at_rest(location: Path, limits: Limits, had: Callable[[int], tuple[_Had, int]]) -> tuple[_Had, Stamp]:
    """What was had of a file of some size together with the size met, while nobody wrote to it."""
    try:
        for _ in range(_ATTEMPTS):
            before = _stamp(location, limits)
            found, size = had(before.size)
            if Stamp.of(location.stat()) == before and size == before.size:
                return found, before
    except FileNotFoundError:
        raise missing(location) from None
    except OSError as error:
        raise closed(error) from error
    raise growing()


def closed(error: OSError) -> ReadError:
    """The end of a file that the system does not open."""
    if error.errno == errno.ELOOP:
        return ReadError(
            Status.UNREADABLE,
            zh="链接绕回自身，不指向任何文件；请修复链接",
            en="the link leads back to itself; mend it",
        )
    return ReadError(
        Status.UNREADABLE,
        zh=f"无法打开（{error.strerror or error}）；请检查权限后再试",
        en=f"it cannot be opened ({error.strerror or error}); check its permissions, then try again",
    )


def growing() -> ReadError:
    """The end of a file that somebody is writing to."""
    return ReadError(
        Status.UNREADABLE, zh="文件正在被写入；请稍后再试", en="the file is still being written; try again later"
    )


def _stamp(location: Path, limits: Limits) -> Stamp:
    found = location.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(
            Status.UNREADABLE,
            zh="这是文件夹；parse 读取文件，import 导入文件夹",
            en="this is a folder; parse takes files, import takes folders",
        )
    if not stat.S_ISREG(found.st_mode):  # a pipe or a device would never end
        raise ReadError(
            Status.UNSUPPORTED, zh="不是普通文件；请指明普通文件", en="this is no regular file; name one that is"
        )
    if found.st_size > limits.file_bytes:
        raise too_large(limits)
    return Stamp.of(found)


def too_large(limits: Limits) -> ReadError:
    """The end of a file that has more bytes than the limit."""
    limit = limits.file_bytes / MIB
    return ReadError(
        Status.LIMIT,
        zh=f"文件超过 {limit:g} MiB 的上限；请拆分后再试",
        en=f"the file exceeds the limit of {limit:g} MiB; split it",
    )


def missing(location: Path) -> ReadError:
    """Why there is nothing at a path."""
    if os.path.lexists(location):
        return ReadError(
            Status.UNREADABLE, zh="链接指向不存在的文件；请修复链接", en="the link leads to no file; mend it"
        )
    return ReadError(
        Status.UNREADABLE, zh="没有这个文件或文件夹；请检查路径", en="there is no such file or folder; check the path"
    )
