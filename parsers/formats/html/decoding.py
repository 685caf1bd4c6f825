"""The bytes of a page → its text: as any text file, but a page with a few damaged characters is read all the same."""

from typing import NamedTuple

from parsers.formats.encodings import declared, decode
from schema.read_error import ReadError

_REPLACEMENT = "\ufffd"
_TOLERATED = 200
"""One damaged character among so many, and the page is damaged as a whole."""


class PageText(NamedTuple):
    """The text of a page, its encoding, whether that was guessed, and how many characters of it are damaged."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0


def decode_page(content: bytes, stated: str | None = None) -> PageText:
    r"""The text of a page; systems that cut a title after so many bytes cut characters, and browsers bear with it.

    >>> page = "<meta charset=gbk>" + "绩效目标" * 100
    >>> decode_page(page.encode("gbk") + b"\xbc<br>" + "附件".encode("gbk"))[1:]
    ('gb18030', False, 1)

    Raises `ReadError` where too much of it is damaged.
    """
    try:
        decoded = decode(content, stated)
    except ReadError:
        lenient = _lenient(content)
        if lenient is None:
            raise
        return lenient
    return PageText(decoded.text, decoded.encoding, decoded.guessed)


def _lenient(content: bytes) -> PageText | None:
    """The reading with the fewest damaged characters, where they are few."""
    encodings = dict.fromkeys(filter(None, (declared(content), "utf-8", "gb18030")))
    texts = [(content.decode(encoding, "replace"), encoding) for encoding in encodings]
    text, encoding = min(texts, key=lambda found: found[0].count(_REPLACEMENT))
    damaged = text.count(_REPLACEMENT)
    others = sum(character > "\x7f" for character in text)
    return PageText(text, encoding, damaged=damaged) if damaged * _TOLERATED <= others else None
