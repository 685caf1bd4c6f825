"""XML parts are parsed within bounds, and nothing they declare is believed."""

import pytest

from parsers.formats.trees import declares_doctype, parse
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


def refusal(content: bytes, limits: Limits | None = None) -> Status:
    """The status that a part ends with."""
    with pytest.raises(ReadError) as refused:
        parse(content, limits or Limits(), "word/document.xml")
    assert "word/document.xml" in refused.value.zh
    assert "word/document.xml" in refused.value.en
    return refused.value.status


BOMB = b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&c;</a>'


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        b"\xef\xbb\xbf" + BOMB,
        b"<?xml version='1.0'?>\n<!-- <a> -->\n" + BOMB,
        b"<?one?><?two?>" + BOMB,
        ('<?xml version="1.0" encoding="UTF-16"?>' + BOMB.decode()).encode("utf-16"),
        BOMB.decode().encode("utf-16-be"),
    ],
)
def test_a_doctype_is_refused_before_anything_is_parsed(content: bytes) -> None:
    assert declares_doctype(content)
    assert refusal(content) is Status.UNSAFE


def test_a_doctype_in_a_rare_encoding_is_refused_too() -> None:
    content = ('<?xml version="1.0" encoding="UTF-32"?>' + BOMB.decode()).encode("utf-32")
    assert refusal(content) in {Status.UNSAFE, Status.CORRUPT}


def test_words_about_a_doctype_are_text() -> None:
    assert parse(b"<a><![CDATA[<!DOCTYPE html>]]></a>", Limits(), "a.xml").text == "<!DOCTYPE html>"


@pytest.mark.parametrize(("bound", "inside", "outside"), [(256, 256, 257), (5, 5, 6), (300, 300, 301)])
def test_depth_is_bounded(bound: int, inside: int, outside: int) -> None:
    limits = Limits(xml_depth=bound)
    assert parse(b"<a>" * inside + b"</a>" * inside, limits, "a.xml").tag == "a"
    assert refusal(b"<a>" * outside + b"</a>" * outside, limits) is Status.LIMIT


def test_a_text_past_ten_million_bytes_is_past_the_limit() -> None:
    assert refusal(b"<a>" + b"x" * 10_000_001 + b"</a>") is Status.LIMIT


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a>\xff</a>", b"<w:a/>", b"<a>&b;</a>", b"\x00", b"<a/><a/>"])
def test_what_is_not_well_formed_is_corrupt(content: bytes) -> None:
    assert refusal(content) is Status.CORRUPT
