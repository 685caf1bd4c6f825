"""Names of members."""

import pytest

from parsers.formats.archive.names import decoded, is_noise, shown
from tests.parsers.formats.archive.packed import document, form, zipped


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_are_read_whatever_wrote_them(encoding: str) -> None:
    found = document(zipped({"附件2绩效.txt": form("甲")}, encoding))
    assert (found.grids[0].member or "").startswith("附件2绩效.txt")


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("../../etc/表.xls", "etc/表.xls"),
        ("C:\\表.xls", "C:/表.xls"),
        ("./a//b", "a/b"),
        ("a\x00\u202eb", "ab"),
        ("..", ""),
    ],
)
def test_a_name_is_a_label_and_never_a_path(name: str, seen: str) -> None:
    assert shown(name) == seen


def test_bytes_of_no_encoding_are_what_zip_says() -> None:
    assert decoded(b"\x82.txt") == "é.txt"


@pytest.mark.parametrize("name", ["a/~$b.docx", "Thumbs.db", "x/desktop.ini", "._a", "a/b.docx.aria2", "b.docx~"])
def test_noise(name: str) -> None:
    assert is_noise(name)
    assert not is_noise(f"{name}/表.txt")
