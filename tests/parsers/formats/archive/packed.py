"""Archives for tests."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

from parsers.formats import Request, read
from schema.document import Document
from schema.limits import Limits

FORM = "项目名称\t{}\n数量指标\t≥5件\n"


def form(name: str) -> bytes:
    """A small file that reads as a table."""
    return FORM.format(name).encode()


def zipped(members: Mapping[str, bytes], encoding: str = "utf-8") -> bytes:
    """A zip archive; names in another encoding than UTF-8 are written as Chinese Windows does, without a flag."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    packed = buffer.getvalue()
    if encoding == "utf-8":
        return packed
    for name in members:
        raw, other = name.encode(), name.encode(encoding)
        assert len(other) <= len(raw)
        packed = packed.replace(raw, other.ljust(len(raw), b"_"))
    return packed.replace(b"\x00\x00\x00\x08\x08\x00", b"\x00\x00\x00\x00\x08\x00").replace(
        b"\x14\x00\x00\x08", b"\x14\x00\x00\x00"
    )


def tarred(members: Mapping[str, bytes]) -> bytes:
    """A tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def gzipped(content: bytes) -> bytes:
    """A gzip file without a name."""
    return gzip.compress(content, mtime=0)


def document(content: bytes, limits: Limits | None = None) -> Document:
    """What is read of an archive."""
    return read(content, "a.zip", Request(limits or Limits()))


def places(found: Document) -> list[str]:
    """The place of each block, `*` where something starts."""
    return [f"{'*' * block.form_boundary}{block.place}" for block in found.blocks]
