"""Saved pages, as browsers, Word and Excel write them."""

import base64
import quopri

import pytest

from parsers.formats import Request, read
from parsers.formats.html.saved import MHTML
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.html.conftest import lines

HEAD = b"From: <Saved>\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"


def part(html: str, charset: str, *, quoted: bool = True) -> bytes:
    """A page as a part."""
    content = html.encode(charset)
    body = quopri.encodestring(content) if quoted else base64.encodebytes(content)
    encoding = b"quoted-printable" if quoted else b"base64"
    header = b"Content-Type: text/html; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n" % (
        charset.encode(),
        encoding,
    )
    return b"--B\r\n" + header + body + b"\r\n"


def test_pages_are_read_in_order_each_in_its_encoding() -> None:
    sheets = [
        part("<html><table><tr><td>甲</table>", "gb2312"),
        part("<html>乙<table><tr><td>≥5", "utf-8", quoted=False),
    ]
    content = HEAD + b"".join(sheets) + b"--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B--\r\n"
    document = read(content, "a.mht", Request())
    assert document.source == "mhtml"
    assert lines(document) == ["[table 1]", "1,1 甲", "乙", "[table 2]", "1,1 ≥5"]


def test_a_page_that_is_the_whole_message_is_read() -> None:
    content = b"MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\n" + "<p>绩效</p>".encode("gbk")
    assert lines(read(content, "a.mht", Request())) == ["绩效"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (HEAD + b"--B--", Status.NO_TABLES),
        (HEAD + b"--B\r\nContent-Type: multipart/mixed; boundary=C\r\n\r\n" * 40, Status.LIMIT),
    ],
)
def test_what_holds_no_page_is_refused(content: bytes, status: Status) -> None:
    with pytest.raises(ReadError) as refused:
        read(content, "a.mht", Request())
    assert refused.value.status is status


@pytest.mark.parametrize(
    "content", [b"", b"MIME", b"a: b\n\nMIME-Version: 1.0", b"MIME-Version: 1.0\nContent-Type: text/plain\n\n<html>"]
)
def test_other_messages_are_none(content: bytes) -> None:
    assert not MHTML.matches(content, "a.mht")
