"""RTF under any suffix: what Word and WPS Office write, broken files, deep nests."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.rtf import RTF
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn

SAMPLES = Path(__file__).parents[3] / "samples" / "formats"
FORM = rb"{\rtf1\ansi\ansicpg936 \pard \'bc\'a8\'d0\'a7\par\trowd\cellx100\cellx200\pard\intbl a\cell b\cell\row}"


def test_the_content_decides_not_the_suffix() -> None:
    found = read(FORM, "表.doc", Request())
    assert found.source == "rtf"
    assert drawn(found) == ["paragraph 1 绩效", "[table 1]", "1: a | b"]


def test_a_file_says_what_the_word_file_says() -> None:
    for path in sorted(SAMPLES.glob("*/*.rtf")):
        rtf = RTF.read(path.read_bytes(), Request())
        doc = read(path.with_suffix(".doc").read_bytes(), "a.doc", Request())
        assert drawn(rtf) == drawn(doc)


@pytest.mark.parametrize("end", range(6, len(FORM)))
def test_a_file_cut_anywhere_says_so(end: int) -> None:
    with pytest.raises(ReadError) as caught:
        RTF.read(FORM[:end], Request())
    assert caught.value.status == Status.TRUNCATED


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (rb"{\rtf1 " + b"{" * 100_000, Status.LIMIT),
        (rb"{\rtf1 }", Status.CORRUPT),
        (rb"{\rtf1 {\pict 00}}", Status.IMAGE_ONLY),
        (rb"{\rtf1 \bin999999999 a}", Status.TRUNCATED),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, status: Status) -> None:
    with pytest.raises(ReadError) as caught:
        RTF.read(content, Request())
    assert caught.value.status == status


def test_cells_are_bounded() -> None:
    row = rb"\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row"
    with pytest.raises(ReadError) as caught:
        RTF.read(rb"{\rtf1 " + row * 3 + b"}", Request(limits=Limits(cells=5)))
    assert caught.value.status == Status.LIMIT
