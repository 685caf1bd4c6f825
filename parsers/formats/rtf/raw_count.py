r"""How many characters the body of an RTF file holds at least, counted over its bytes; the check on the walk over it.

Characters are written as `\u20135` with a stand-in behind, or as pairs of bytes in hexadecimal, `\'d6\'d0`; which of
the two a stand-in is, takes a walk. So the more frequent of the two is counted, and ASCII is not.
"""

import re

from parsers.formats.conservation import Count

# Groups that are no words of the body, or may be none; a group in one of them is gone with it.
_ASIDE = re.compile(
    rb"\{\\(?:\*|(?:fonttbl|colortbl|stylesheet|info|pict|headerl|headerr|headerf|header|footerl|footerr|footerf|footer"
    rb"|footnote|annotation|fldinst|listtable|listoverridetable|revtbl|objdata|object|upr|listtext|pntext|xe|tc)"
    rb"(?![A-Za-z]))"
)
_BRACE = re.compile(rb"\\[{}\\]|[{}]")
_CHANGED = re.compile(rb"\\(?:v|deleted|webhidden|bin)(?![A-Za-z])(?!0)")
_UNICODE = re.compile(rb"\\u(-?[0-9]{1,6})")
_PAIR = re.compile(rb"\\'[89a-fA-F][0-9a-fA-F][ \r\n]*\\'[0-9a-fA-F]{2}")
_BLANK = frozenset(["\u3000", "\xa0", "\u200b", "\ufeff", "\u2002", "\u2003", "\u2060"])


def raw_count(content: bytes) -> Count:
    r"""The characters of a body, none where it hides or deletes words.

    >>> raw_count(b"{\\rtf1{\\*\\generator \\u20135?}\\u20135?\\u25991?\\par}").characters
    2
    """
    if _CHANGED.search(content):
        return Count()
    body = _body(content)
    codes = [int(code) % 65_536 for code in _UNICODE.findall(body)]
    unicode = sum(0x2E80 <= code < 0xE000 and chr(code) not in _BLANK for code in codes)
    return Count(characters=max(unicode, len(_PAIR.findall(body)) if not codes else 0))


def _body(content: bytes) -> bytes:
    """The content without the groups that stand aside."""
    kept: list[bytes] = []
    at = 0
    while aside := _ASIDE.search(content, at):
        kept.append(content[at : aside.start()])
        at = _end_of_group(content, aside.start())
    return b"".join((*kept, content[at:]))


def _end_of_group(content: bytes, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(content, start):
        depth += (brace[0] == b"{") - (brace[0] == b"}")
        if depth == 0:
            return brace.end()
    return len(content)
