"""The one way from bytes to a Document."""

import subprocess
import sys

import pytest

from parsers.formats import READERS, Request, read
from parsers.formats.text import TEXT
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.compounds import compound


def test_each_reader_has_a_name_and_suffixes_of_its_own() -> None:
    names = [reader.name for reader in READERS]
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize("name", ["表.txt", "表.TXT", "表.docx", "表", ""])
def test_the_content_decides_whatever_the_name(name: str) -> None:
    assert read("项目\t绩效\n".encode(), name, Request()).source == "text"


@pytest.mark.parametrize(
    ("content", "name", "status", "words"),
    [
        (b"", "表.txt", Status.CORRUPT, "文件为空"),
        (b"%PDF-1.7", "表.txt", Status.TRUNCATED, "PDF"),
        (b"<html></html>", "表.txt", Status.NO_TABLES, "网页"),
        (bytes(range(256)), "表.bin", Status.UNSUPPORTED, "不是文本文件"),
        (b"12345", "表.txt", Status.LIMIT, "4"),
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), "表.docx", Status.ENCRYPTED, "密码"),
    ],
)
def test_what_no_reader_reads_is_named(content: bytes, name: str, status: Status, words: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(content, name, Request(Limits(file_bytes=4) if status is Status.LIMIT else Limits()))
    assert refused.value.status is status
    assert words in refused.value.zh


def test_readers_are_loaded_as_they_are_come_to() -> None:
    asked = "import sys; from parsers.formats import READERS; next(iter(READERS)); print('parsers.formats.html' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
    assert (len(READERS), TEXT in READERS) == (len(list(READERS)), True)
