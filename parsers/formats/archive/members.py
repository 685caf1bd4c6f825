"""The members of an archive, unpacked one by one under the limits, each byte counted."""

import io
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from parsers.formats.archive.names import decoded, shown, zip_name
from parsers.formats.package import Package, is_zip
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_CHUNK = 1 << 20
_DAMAGE = (tarfile.TarError, zlib.error, EOFError, ValueError, OSError, OverflowError, IndexError)
_GZIP_NAME = 0x08


class Member(NamedTuple):
    """A file in an archive: its name, and how its bytes are had; that raises `ReadError`."""

    name: str
    content: Callable[[], bytes]


def is_tar(content: bytes) -> bool:
    """Whether the content is a tar archive."""
    return content[257:262] == b"ustar"


def is_gzip(content: bytes) -> bool:
    """Whether the content is compressed by gzip."""
    return content.startswith(b"\x1f\x8b\x08")


def zip_members(content: bytes, limits: Limits) -> Iterator[Member]:
    """The files of a zip archive in its order."""
    package = Package(content, limits)
    for entry in package.entries:
        if not entry.is_dir():
            yield Member(zip_name(entry), partial(package.inflated, entry))


def tar_members(content: bytes, limits: Limits) -> Iterator[Member]:
    """The files of a tar archive in its order; links, devices and files with holes are no members."""
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for number, entry in enumerate(archive, start=1):
                if number > limits.zip_entries:
                    raise _past(f"{limits.zip_entries:,} 个文件", f"{limits.zip_entries:,} files")
                if entry.isreg() and not entry.issparse():
                    start, end = entry.offset_data, entry.offset_data + entry.size
                    name = shown(decoded(entry.name.encode("utf-8", "surrogateescape")))
                    yield Member(name, partial(_slice, content, start, end))
    except _DAMAGE as error:
        raise _damaged() from error


def _slice(content: bytes, start: int, end: int) -> bytes:
    if end > len(content):
        raise _cut_off()
    return content[start:end]


def gzip_members(content: bytes, limits: Limits) -> Iterator[Member]:
    """The one file of a gzip file, or the files of the tar archive that it is."""
    unpacked = unzipped(content, limits)
    if is_tar(unpacked):
        yield from tar_members(unpacked, limits)
    else:
        yield Member(_gzip_name(content), lambda: unpacked)


def _gzip_name(content: bytes) -> str:
    """The name that the header gives; only there without an extra field before it, as every program writes it."""
    if content[3:4] == bytes([_GZIP_NAME]) and (end := content.find(b"\0", 10, 10 + 512)) > 0:
        return shown(decoded(content[10:end])) or "1"
    return "1"


def unzipped(content: bytes, limits: Limits) -> bytes:
    """The bytes inside a gzip file.

    Raises `ReadError`: `limit` past the bytes, `unsafe` past the ratio, `truncated`, `corrupt`.
    """
    chunks: list[bytes] = []
    size, rest = 0, content
    while is_gzip(rest):
        machine = zlib.decompressobj(wbits=31)
        pending = rest
        try:
            while pending and not machine.eof:
                chunks.append(machine.decompress(pending, _CHUNK))
                pending = machine.unconsumed_tail
                size += len(chunks[-1])
                _check(size, len(content), limits)
        except zlib.error as error:
            raise _damaged() from error
        if not machine.eof:
            raise _cut_off()
        rest = machine.unused_data
    return b"".join(chunks)


def _check(size: int, compressed: int, limits: Limits) -> None:
    if size > limits.inflation_ratio_from_bytes and size > limits.inflation_ratio * compressed:
        raise ReadError(
            Status.UNSAFE,
            zh=f"压缩比超过 {limits.inflation_ratio} 倍，疑似压缩炸弹，未读取；请向发布单位核实",
            en=f"the file inflates more than {limits.inflation_ratio} times, as a bomb does; ask its publisher",
        )
    if size > min(limits.part_bytes, limits.inflated_bytes):
        raise _past(f"{limits.part_bytes:,} 字节", f"{limits.part_bytes:,} bytes")


def unpacked_size(content: bytes, limits: Limits) -> int:
    """How many bytes a member takes once a reader has unpacked it in turn, as its directory says."""
    if not is_zip(content):
        return len(content)
    try:
        return len(content) + sum(entry.file_size for entry in Package(content, limits).entries)
    except ReadError:
        return len(content)


def _past(zh: str, en: str) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"压缩包解压后超过上限 {zh}；请拆分文件或调高上限",
        en=f"the archive unpacks past the limit of {en}; split it or raise the limit",
    )


def _cut_off() -> ReadError:
    return ReadError(
        Status.TRUNCATED,
        zh="压缩包不完整，结尾缺失；请重新下载",
        en="the archive is cut off, its end is missing; download it again",
    )


def _damaged() -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh="压缩包已损坏，无法解压；请重新获取原文件",
        en="the archive is damaged and cannot be unpacked; fetch it again from where it was published",
    )
