"""What a program leaves behind is told by its name, and a document never is."""

import pytest

from parsers.formats.left_behind import left_behind


@pytest.mark.parametrize(
    ("name", "why"),
    [
        *((name, "office_lock") for name in ("~$附件2.docx", ".~lock.附件2.odt#")),
        *(
            (f"附件2.docx{end}", "partial")
            for end in (".crdownload", ".PART", ".bc!", ".aria2", ".downloading", ".xltd")
        ),
        ("~WRL0001.tmp", "partial"),
        *((name, "backup") for name in ("附件2.md~", "附件2.tmp~", "附件2.docx.~1~", "#附件2.txt#")),
    ],
)
def test_what_is_left_behind(name: str, why: str) -> None:
    assert left_behind(name) == why


@pytest.mark.parametrize(
    "name", ["附件2.docx", "a~b.xls", "~附件.xls", "#1机组.doc", "part.doc", "x.part1.zip", "td", ""]
)
def test_what_is_a_document(name: str) -> None:
    assert left_behind(name) is None
