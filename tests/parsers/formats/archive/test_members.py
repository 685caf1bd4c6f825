"""Members of archives, unpacked under the limits."""

import gzip
import io
import tarfile

import pytest

from parsers.formats.archive.members import gzip_members, tar_members, unpacked_size, unzipped, zip_members
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.archive.packed import gzipped, tarred, zipped


def test_files_only_are_members() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for kind in (tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            entry = tarfile.TarInfo(f"a{kind!r}")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    assert list(tar_members(buffer.getvalue(), Limits())) == []
    assert [member.name for member in zip_members(zipped({"a/": b"", "b": b"1"}), Limits())] == ["b"]


def test_a_gzip_file_says_its_name_or_has_none() -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile("表.txt", "wb", fileobj=buffer) as file:
        file.write(b"1")
    (named,), (bare,) = gzip_members(buffer.getvalue(), Limits()), gzip_members(gzipped(b"2"), Limits())
    assert (named.content(), bare.name, bare.content()) == (b"1", "1", b"2")


def test_gzip_files_one_after_the_other_are_one() -> None:
    assert unzipped(gzipped(b"1") + gzipped(b"2"), Limits()) == b"12"


@pytest.mark.parametrize(
    ("content", "limits", "status"),
    [
        (gzipped(bytes(3_000_000)), Limits(), Status.UNSAFE),
        (gzipped(bytes(range(256))), Limits(part_bytes=255), Status.LIMIT),
        (gzipped(b"123456789")[:-4], Limits(), Status.TRUNCATED),
        (gzipped(b"123456789")[:10] + b"\xff" * 30, Limits(), Status.CORRUPT),
    ],
)
def test_gzip_files_are_unpacked_under_the_limits(content: bytes, limits: Limits, status: Status) -> None:
    with pytest.raises(ReadError) as refused:
        unzipped(content, limits)
    assert refused.value.status is status


def test_a_tar_archive_that_ends_early_or_holds_too_much_is_refused() -> None:
    packed = tarred({"a": bytes(2000), "b": b"1"})
    with pytest.raises(ReadError) as limit:
        list(tar_members(packed, Limits(zip_entries=1)))
    with pytest.raises(ReadError):
        [member.content() for member in tar_members(packed[:1000], Limits())]
    assert limit.value.status is Status.LIMIT
    assert len(list(tar_members(packed, Limits(zip_entries=2)))) == 2


def test_what_a_member_unpacks_to_is_counted() -> None:
    packed = zipped({"a": bytes(1000)})
    assert unpacked_size(packed, Limits()) == len(packed) + 1000
    assert unpacked_size(b"PK\x03\x04", Limits()) == 4
    assert unpacked_size(b"123", Limits()) == 3
