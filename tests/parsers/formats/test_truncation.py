"""Downloads that broke off: whatever byte they end at, they end in words that say so."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from schema.catalogue import Code
from schema.document import Document
from schema.read_error import ReadError
from schema.source import Status

SAMPLE = Path(__file__).parents[3] / "samples" / "formats" / "guangzhou-development-district-ip-projects"
WHOLE_OR_NOTHING = (
    "python-docx.docx",
    "xlsxwriter.xlsx",
    "libreoffice-docx.doc",
    "libreoffice-docx.odt",
    "libreoffice-docx.rtf",
    "libreoffice-xlsx.xls",
    "libreoffice-xlsx.ods",
    "gbk-names.zip",
)
READ_AS_FAR_AS_THEY_GO = ("merged.html", "saved.mht", "plain.csv", "plain.md")
PLACES = 200


def ends_in(content: bytes, name: str) -> Document | Status:
    """What became of a file."""
    try:
        return read(content, name, Request())
    except ReadError as error:
        return error.status


@pytest.mark.parametrize("name", WHOLE_OR_NOTHING)
def test_a_file_with_an_end_is_truncated_without_it(name: str) -> None:
    content = (SAMPLE / name).read_bytes()
    places = {1, 2, 3, 7, 8, 30, 300, *range(1, len(content) - 512, len(content) // PLACES), len(content) - 30}
    # The last bytes of a .doc only fill its sector up.
    allowed = (Status.TRUNCATED, ends_in(content, name)) if name.endswith(".doc") else (Status.TRUNCATED,)
    assert all(ends_in(content[:place], name) in allowed for place in sorted(places))


@pytest.mark.parametrize("name", READ_AS_FAR_AS_THEY_GO)
def test_text_is_read_as_far_as_it_goes_and_pages_say_where_they_end(name: str) -> None:
    content = (SAMPLE / name).read_bytes()
    for place in range(1, len(content), len(content) // PLACES):
        found = ends_in(content[:place], name)
        if isinstance(found, Status):
            assert found in {Status.TRUNCATED, Status.CORRUPT, Status.NO_TABLES}
        elif name.startswith(("merged", "saved")) and found.source != "text" and found.grids:
            assert Code.CUT_OFF in {said.code for said in found.diagnostics} or b"</table" in content[:place].lower()


@pytest.mark.parametrize("name", [*WHOLE_OR_NOTHING[:2], *WHOLE_OR_NOTHING[3:]])
def test_zeros_to_the_end_are_a_download_that_broke_off(name: str) -> None:
    content = (SAMPLE / name).read_bytes()
    step = len(content) // 40
    for place in range(0, len(content) - 2048, step):
        found = ends_in(content[:place] + bytes(len(content) - place), name)
        assert found is Status.TRUNCATED or (place > 0 and name.endswith(".xls") and isinstance(found, Document))


@pytest.mark.parametrize("name", ["表.docx", "表.xlsx", "表.doc", "表.csv", "表", "表.html"])
def test_nothing_but_zeros_is_a_download_that_broke_off(name: str) -> None:
    assert ends_in(bytes(5000), name) is Status.TRUNCATED


@pytest.mark.parametrize("name", ["表.docx", "表.xlsx", "表.doc", "表.xls", "表.pdf", "表.zip"])
def test_random_bytes_are_not_what_the_name_says(name: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(bytes(range(256)) * 8, name, Request())
    assert refused.value.status is Status.UNSUPPORTED
    assert Path(name).suffix in refused.value.zh


def test_a_page_without_its_first_word_is_truncated() -> None:
    assert ends_in(b"<html><head><title></title><body><table><tr><td", "表.html") is Status.TRUNCATED
    part = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<html>"
    assert ends_in(part, "表.mht") is Status.TRUNCATED
