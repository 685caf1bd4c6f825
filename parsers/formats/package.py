"""A zip file opened safely: Office packages and archives alike, their entries counted and inflated under the limits."""

import io
import re
import struct
import zipfile
import zlib
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from parsers.formats import trees
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

LOCAL = b"PK\x03\x04"
_CENTRAL = b"PK\x01\x02"
_END = b"PK\x05\x06"
_START = re.compile(rb"PK\x03\x04|PK\x05\x06")
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(.)(.)..", re.DOTALL)
_ENTRY = struct.Struct("<4s24xHHH12x")
_CHUNK = 1 << 20
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, OverflowError)
_SENTRY = 0xFFFFFFFF
"""What a 32-bit field holds where the number stands elsewhere, in the records of a large (zip64) file."""


class _End(NamedTuple):
    """The record at the end of a zip file: where it stands, and the directory before it."""

    position: int
    size: int
    offset: int


def is_zip(content: bytes) -> bool:
    """Whether the content begins as a zip file does."""
    return _START.match(content) is not None


def entry_names(content: bytes) -> tuple[str, ...]:
    """The names in the directory of a zip file, as they tell its kind; in a truncated one, those before its entries.

    Slashes are forward and letters small, whatever the program that wrote them. No data are inflated, nothing raises.
    """
    if not is_zip(content):
        return ()
    end = _end(content)
    names = _directory(content, end) if end else []
    if not names:
        for found in _LOCAL_NAME.finditer(content):
            length = found[1][0] + 256 * found[2][0]
            names.append(content[found.end() : found.end() + length])
    return tuple(_folded(name.decode("utf-8", "replace")) for name in names)


def _directory(content: bytes, end: _End) -> list[bytes]:
    names: list[bytes] = []
    at = max(0, end.position - end.size)
    while at + _ENTRY.size <= end.position:
        mark, name, extra, comment = _ENTRY.unpack_from(content, at)
        if mark != _CENTRAL:
            break
        at += _ENTRY.size
        names.append(content[at : at + name])
        at += name + extra + comment
    return names


def _end(content: bytes) -> _End | None:
    at = content.rfind(_END, max(0, len(content) - 65_557))
    if at < 0 or at + 22 > len(content):
        return None
    size, offset = struct.unpack_from("<II", content, at + 12)
    return _End(at, size, offset)


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


class Package:
    """A zip file whose entries are inflated one by one, each byte counted while it is.

    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as archive:
    ...     archive.writestr("word/document.xml", "<甲/>")
    >>> package = Package(buffer.getvalue(), Limits())
    >>> "Word/document.xml" in package, package.part("word/document.xml").decode()
    (True, '<甲/>')

    Raises `ReadError`: `truncated` or `corrupt` where the directory cannot be read, `limit` past the entries.
    """

    def __init__(self, content: bytes, limits: Limits, name_encoding: str | None = None) -> None:
        self._limits = limits
        self._inflated = 0
        end = _end(content)
        if end is None:
            raise _cut_off() if content.startswith(LOCAL) else _damaged()
        start = 0 if end.size == _SENTRY else max(0, end.position - end.size)
        if content.count(_CENTRAL, start, end.position) > limits.zip_entries:
            raise _past(
                f"压缩包条目超过上限 {limits.zip_entries:,}", f"it has more than {limits.zip_entries:,} entries"
            )
        # Bytes in front of a file that begins as a zip does: the end found belongs to an archive inside it.
        if content.startswith(LOCAL) and _SENTRY not in end and end.position - end.size - end.offset > 0:
            raise _cut_off()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content), metadata_encoding=name_encoding)
        except (*_DAMAGE, NotImplementedError) as error:
            raise _damaged() from error

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """Every entry in the order of the directory, folders too."""
        return self._archive.infolist()

    @cached_property
    def _by_name(self) -> dict[str, zipfile.ZipInfo]:
        return {_folded(entry.filename): entry for entry in self.entries}

    def __contains__(self, name: str) -> bool:
        return _folded(name) in self._by_name

    def part(self, name: str) -> bytes:
        """The inflated bytes of a part, found whatever its case and slashes; `corrupt` where it is missing."""
        entry = self._by_name.get(_folded(name))
        if entry is None:
            raise missing(name)
        return self.inflated(entry)

    def tree(self, name: str) -> etree._Element:
        """The root element of an XML part."""
        return trees.parse(self.part(name), self._limits, name)

    def inflated(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of one entry.

        Raises `ReadError`: `encrypted`; `limit` past the bytes of a part or of all parts; `unsafe` for a bomb, one that
        inflates past the ratio; `unsupported` for an unknown way of compression; `corrupt`.
        """
        if entry.flag_bits & 0x1:
            raise locked()
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._inflated += len(chunk)
                    self._check(size, entry.compress_size)
                    chunks.append(chunk)
        except NotImplementedError as error:
            raise _unknown_compression() from error
        except (*_DAMAGE, RuntimeError) as error:
            raise _damaged() from error
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _check(self, size: int, compressed: int) -> None:
        limits = self._limits
        if size > limits.inflation_ratio_from_bytes and size > limits.inflation_ratio * max(compressed, 1):
            raise _bomb(limits)
        if size > limits.part_bytes:
            raise _past(
                f"其中一个部件解压后超过 {limits.part_bytes:,} 字节",
                f"a part inflates past {limits.part_bytes:,} bytes",
            )
        if self._inflated > limits.inflated_bytes:
            raise _past(
                f"解压后超过 {limits.inflated_bytes:,} 字节", f"it inflates past {limits.inflated_bytes:,} bytes"
            )


def _cut_off() -> ReadError:
    return ReadError(
        Status.TRUNCATED,
        zh="文件不完整，结尾缺失；请重新下载",
        en="the file is cut off, its end is missing; download it again",
    )


def _damaged() -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh="文件已损坏，无法解压；请重新获取原文件",
        en="the file is damaged and cannot be unpacked; fetch it again from where it was published",
    )


def missing(name: str) -> ReadError:
    """The error of a package that lacks a part it cannot be read without."""
    return ReadError(
        Status.CORRUPT,
        zh=f"文件缺少必需的部件“{name}”；请重新获取原文件",
        en=f"the file lacks the part '{name}'; fetch it again from where it was published",
    )


def locked() -> ReadError:
    """The error of a file that asks for a password."""
    return ReadError(
        Status.ENCRYPTED,
        zh="文件已加密；请去除密码后再导入",
        en="the file is encrypted; remove its password and import it again",
    )


def _bomb(limits: Limits) -> ReadError:
    return ReadError(
        Status.UNSAFE,
        zh=f"压缩比超过 {limits.inflation_ratio} 倍，疑似压缩炸弹，未读取；请向发布单位核实",
        en=f"a part inflates more than {limits.inflation_ratio} times, as a zip bomb does; ask its publisher",
    )


def _past(zh: str, en: str) -> ReadError:
    return ReadError(Status.LIMIT, zh=f"{zh}；请拆分文件或调高上限", en=f"{en}; split the file or raise the limit")


def _unknown_compression() -> ReadError:
    return ReadError(
        Status.UNSUPPORTED,
        zh="文件的压缩方式不受支持；请另存后再导入",
        en="the file is compressed in a way not known here; save it anew and import that",
    )
