"""Word 97-2003 files as they come, checked against another reader and against the .docx of the same content."""

from pathlib import Path

import office_oxide
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.formats import Request, read
from parsers.formats.doc import DOC
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.doc.binary import doc

FILES = Path(__file__).parent / "files"
FORM = (FILES / "form-libreoffice.doc").read_bytes()


def status(content: bytes, limits: Limits | None = None) -> Status:
    """The status that a file ends with."""
    with pytest.raises(ReadError) as refused:
        read(content, "a.doc", Request(limits or Limits()))
    return refused.value.status


def lines(name: str) -> list[str]:
    """What a file reads as, drawn."""
    return drawn(read((FILES / name).read_bytes(), name, Request()))


def test_the_same_content_gives_the_same_tables_as_docx() -> None:
    # LibreOffice does not keep that a number is to be shown in digits.
    assert [line.replace("一.1", "1.1") for line in lines("form-libreoffice.doc")] == lines("form.docx")


@pytest.mark.parametrize("name", ["innertable.doc", "table-merges.doc", "61586.doc", "form-libreoffice.doc"])
def test_no_words_that_another_reader_finds_are_lost(name: str) -> None:
    theirs = office_oxide.Document.from_bytes((FILES / name).read_bytes(), "doc").plain_text()
    ours = "".join(lines(name))
    missing = {word for word in theirs.split() if word.isalnum() and word not in ours}
    assert missing <= {"10m2"}


def test_tables_of_word_itself() -> None:
    assert lines("table-merges.doc") == [
        "[table 1]", "1: A | A | A | B | B", "2: C | D | E | E | F", "3:  | G | H | H | I⏎J", "4: K | K | K | K | K",
    ]  # fmt: skip
    assert lines("innertable.doc") == [
        "[table 1]", "1: A | B | C", "2: D | E⏎F | G", "3: H | I | J",
        "[table 1 › row 2 column 2 › table 1]", "1: 1 | 2", "2: 3 | 4",
    ]  # fmt: skip
    assert lines("61586.doc")[:2] == ["paragraph 1 TEST®", "paragraph 2 111\xa0μg.h/mL (AUC) and 15 μg/mL (Cmax)."]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PasswordProtected.doc", Status.ENCRYPTED),
        ("bug53475-password-is-pass.docx", Status.ENCRYPTED),
        ("Word6.doc", Status.UNSUPPORTED),
        ("ExternalEntityInText.docx", Status.UNSAFE),
    ],
)
def test_what_cannot_be_read_is_named(name: str, expected: Status) -> None:
    assert status((FILES / name).read_bytes()) is expected


def test_the_content_is_a_word_file_whatever_its_name() -> None:
    assert read(FORM, "a.txt", Request()).source == DOC.name == "doc"


def test_a_file_cut_off_anywhere_is_truncated() -> None:
    assert {status(FORM[:cut]) for cut in range(512, len(FORM) - 512, 331)} == {Status.TRUNCATED}


def test_a_file_that_shows_nothing() -> None:
    assert status(doc("\r\r")) is Status.CORRUPT
    assert status(doc("\x01\r")) is Status.IMAGE_ONLY
    assert status(doc("甲乙丙\r"), Limits(characters=2)) is Status.LIMIT


@settings(deadline=None, max_examples=60)
@given(flips=st.lists(st.tuples(st.integers(0, len(FORM) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes_are_read_or_refused(flips: list[tuple[int, int]]) -> None:
    content = bytearray(FORM)
    for place, byte in flips:
        content[place] = byte
    try:
        read(bytes(content), "a.doc", Request())
    except ReadError:
        return
