"""Whether the bytes of a WordprocessingML part can be cut at its tags: UTF-8, the usual prefix, nothing in disguise.

Neither attributes nor texts hold a "<", so that each one begins a tag once comments, CDATA and instructions are out.
"""

import io
import re
from xml.parsers import expat

from parsers.formats.docx.names import MAIN

_UTF_8 = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml\s+version=["']1\.0["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["']\w+["'])?\s*\?>)?""",
    re.IGNORECASE,
)
_ROOT = re.compile(rb"""<w:\w+(?=\s)[^<>]*?\sxmlns:w\s*=\s*["']""" + re.escape(MAIN.encode()) + rb"""["'][^<>]*>""")
_NAMESPACE = MAIN.encode()
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def root_of(part: bytes) -> re.Match[bytes] | None:
    """The start tag of the root of a part that may be cut at its tags, None for any other part.

    >>> root_of(f'<w:styles xmlns:w="{MAIN}"/>'.encode()) is None, root_of(b"<styles/>")
    (False, None)
    """
    start, root = _UTF_8.match(part), _ROOT.search(part, 0, 8192)
    if (
        start is not None
        and root is not None
        and not part[start.end() : root.start()].strip()
        and part.count(_NAMESPACE) == part.count(b"xmlns:w=") == 1
        and not _holds(part, b"<!")
        and not _holds(part, b"<?", start.end())
    ):
        return root
    return None


def well_formed(part: bytes) -> bool:
    """Whether the tags and references of a part are those of XML, so that cutting it at its tags loses nothing.

    >>> well_formed(b"<a><b/>x</a>"), well_formed(b"<a><b>x</a>"), well_formed(b"<a>x</a></b>")
    (True, False, False)
    """
    try:
        expat.ParserCreate().ParseFile(io.BytesIO(part))
    except expat.ExpatError:
        return False
    return True


def _holds(part: bytes, mark: bytes, start: int = 0) -> bool:
    """Whether a part holds a mark; to look for its rarer second byte alone is many times as fast."""
    return part.find(mark[1:], start) >= 0 and part.find(mark, start) >= 0


def attributes_of(tag: bytes) -> dict[bytes, bytes]:
    """The attributes inside a tag as they are written; what a text behind it looks like changes none of them.

    >>> attributes_of(b''' w:val="1" w:id='a' ''')
    {b'w:val': b'1', b'w:id': b'a'}
    """
    found: dict[bytes, bytes] = {}
    for key, double, single in _ATTRIBUTE.findall(tag):
        found.setdefault(key, double or single)
    return found
