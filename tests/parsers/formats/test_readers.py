"""The contract of every reader in the registry."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats import READERS, Request, read
from parsers.formats.reader import Reader
from schema.document import Document, Text
from schema.read_error import ReadError

SAMPLES = sorted((Path(__file__).parents[3] / "samples" / "documents").iterdir())
EACH = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
# Bytes that look like the beginnings of what readers read.
MARKS = [b"\t", b"\n", b" ", b"\r", b"\f", b"|", b"---", b'"', b",", b"##", b"<p>", b"</p>", b"&lt;", b"[bookmark: a]"]
WORDS = [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "绩效".encode(), "绩效".encode("gb18030"), "≥".encode("utf-16-le")]
PIECES = st.sampled_from(MARKS + WORDS)
NOISE = st.one_of(st.binary(max_size=200), st.lists(st.one_of(PIECES, st.binary(max_size=2))).map(b"".join))


def attempt(reader: Reader, content: bytes) -> Document | None:
    """The Document, or None where the reader refuses; another exception fails the test."""
    try:
        return reader.read(content, Request())
    except ReadError:
        return None


def assert_sound(document: Document, lines: int) -> None:
    """Cells in bounds, texts as people see them, places told apart, lines that exist."""
    places = [block.place for block in document.grids]
    assert len(set(places)) == len(places)
    for block in document.blocks:
        if isinstance(block, Text):
            assert block.text == block.text.strip() != ""
            assert block.line is None or 1 <= block.line <= lines
            continue
        assert block.cells
        for cell in block.cells:
            assert cell.text == cell.text.strip() != ""
            row = block.span(cell).row
            assert row is not None
            assert row <= lines or document.source != "text"


@EACH
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_reader_reads_a_sample_always_alike(reader: Reader, sample: Path) -> None:
    content = sample.read_bytes()
    if not reader.matches(content, sample.name):
        pytest.skip("another format's sample")
    document = reader.read(content, Request())
    assert document == reader.read(content, Request())
    assert document.source == reader.name
    assert document.grids
    assert_sound(document, content.count(b"\n") + 1)


@EACH
@given(content=NOISE)
def test_noise_is_read_or_refused(reader: Reader, content: bytes) -> None:
    reader.matches(content, "a.bin")
    document = attempt(reader, content)
    if document is not None:
        assert document == attempt(reader, content)
        breaks = len(re.findall(rb"\r\n|\n|\r", content))
        assert_sound(document, breaks + 1)


@given(content=NOISE, name=st.text(max_size=8))
def test_the_one_way_in_raises_nothing_but_read_errors(content: bytes, name: str) -> None:
    try:
        document = read(content, name, Request())
    except ReadError:
        return
    assert document.source in {reader.name for reader in READERS}


@EACH
@given(
    sample=st.sampled_from(SAMPLES),
    cut=st.integers(0, 4000),
    flips=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=4),
)
def test_damaged_samples_are_read_or_refused(
    reader: Reader, sample: Path, cut: int, flips: list[tuple[int, int]]
) -> None:
    content = bytearray(sample.read_bytes()[:4000])
    for place, byte in flips:
        content[place % len(content)] = byte
    attempt(reader, bytes(content[:cut]))
