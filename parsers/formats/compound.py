"""An OLE compound file opened safely: the streams of Office 97-2003 files, and the wrapper of encrypted ones."""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msoffcrypto
import olefile

from parsers.formats.package import locked
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

MAGIC = olefile.MAGIC
_CHAINED = 0xFFFFFFFA
"""Numbers below are sectors; those above say that a chain ends, or what a sector is for."""
# Besides its own error olefile lets pass what damaged structures make Python raise.
_DAMAGE = (OSError, ValueError, TypeError, LookupError, AttributeError, struct.error, OverflowError, RecursionError)


def is_compound(content: bytes) -> bool:
    """Whether the content begins as an OLE file does."""
    return content.startswith(MAGIC)


def stream_names(content: bytes) -> frozenset[str]:
    """The names of the streams at the root of an OLE file, in small letters; none where it cannot be read."""
    if not is_compound(content):
        return frozenset()
    try:
        return Compound(content, Limits()).names
    except ReadError:
        return frozenset()


def refuse_encrypted(content: bytes) -> None:
    """Raise `encrypted` for an Office file behind a password: .docx or .xlsx in its wrapper, .doc or .xls as it is."""
    if not is_compound(content):
        return
    secret = bool({"encryptedpackage", "encryptioninfo"} & stream_names(content))
    # It raises all sorts of errors for what it does not know; such a file shows no encryption.
    with suppress(Exception):
        secret = secret or msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted()
    if secret:
        raise locked()


class Compound:
    """The streams of an OLE file.

    Raises `ReadError`: `truncated` where the sectors in use end past the file, `corrupt` where nothing fits together.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        with _damage(content):
            self._ole = olefile.OleFileIO(io.BytesIO(content))
            self.names = frozenset(path[0].lower() for path in self._ole.listdir())
        if _ends_before(content, self._ole):
            raise _cut_off()
        self._content = content

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.names

    def stream(self, name: str) -> bytes:
        """The bytes of a stream at the root."""
        with _damage(self._content):
            size = self._ole.get_size(name)
            if size > self._limits.part_bytes:
                raise ReadError(
                    Status.LIMIT,
                    zh=f"其中一个数据流超过 {self._limits.part_bytes:,} 字节；请拆分文件或调高上限",
                    en=f"a stream has more than {self._limits.part_bytes:,} bytes; split the file or raise the limit",
                )
            data: bytes = self._ole.openstream(name).read()
        if len(data) < size:
            raise _cut_off()
        return data


@contextmanager
def _damage(content: bytes) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise (_cut_off() if _shorter_than_its_header_says(content) else _damaged()) from error


def _shorter_than_its_header_says(content: bytes) -> bool:
    """Whether the file ends before a sector that its header names: of the directory, of the allocation table."""
    if len(content) < 512:
        return True
    size = 1 << min(content[30], 16)
    named = [number for number in struct.unpack_from("<I8xI4xI109I", content, 48) if number < _CHAINED]
    return any((number + 2) * size > len(content) for number in named)


def _ends_before(content: bytes, ole: olefile.OleFileIO) -> bool:
    """Whether a sector that another leads to begins past the end of the file."""
    last = max((number for number in ole.fat if number < _CHAINED), default=0)
    return (last + 1) * ole.sector_size >= len(content)


def _cut_off() -> ReadError:
    return ReadError(
        Status.TRUNCATED,
        zh="文件不完整，结尾缺失；请重新下载",
        en="the file is cut off, its end is missing; download it again",
    )


def _damaged() -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh="文件已损坏，内部结构无法读取；请重新获取原文件",
        en="the file is damaged inside and cannot be read; fetch it again from where it was published",
    )
