"""PDF files: pages that were drawn, read back into tables with merged cells and boxes."""

import re

from parsers.formats.reader import Reader, read_by

_HEAD = re.compile(rb"%PDF-\d")


def matches(content: bytes, _name: str) -> bool:
    """Whether the content is a PDF; its mark stands at the start, or not far from it.

    >>> matches(b"%PDF-1.7", "a.txt"), matches(b"PK", "a.pdf")
    (True, False)
    """
    return _HEAD.search(content[:1024]) is not None and not content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


PDF = Reader(name="pdf", suffixes=(".pdf",), matches=matches, read=read_by("parsers.formats.pdf.book"))

__all__ = ["PDF"]
