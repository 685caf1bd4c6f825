"""What a page's source holds, counted over its tags without building a tree; the check on the reader that does."""

import html
import re

from parsers.formats.conservation import Count


def _any_case(names: str) -> str:
    """A pattern of names in letters of either case; classes of two letters are tried faster than a flag is heeded."""
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", names)


# Comments, and elements that show nothing, are taken out whole; every alternative stops at the next "<", or takes all.
_UNSEEN = re.compile(
    rf"""
    <(?:
      !---?> | !--.*?(?:--!?>|\Z)
    | (?P<unseen>{_any_case("head|script|style|template|noscript|noframes|select|iframe|object|svg|xml")})\b[^<>]*
      (?:(?<=/)>|>.*?(?:</(?i:(?P=unseen))\s*>|\Z))
    )
    """,
    re.DOTALL | re.VERBOSE,
)
_INSIDE = r"[^<>\"'\4]*+(?:\"[^\"<]*+\"[^<>\"'\4]*+|'[^'<]*+'[^<>\"'\4]*+|[\"'])*+(?:>|\Z)"
_TABLE_BEGINS, _ROW, _CELL, _ENDS = "\1\2\3\4"
# In the order in which they are put in place of the tags; what stands for a tag holds no character of a text.
_TAGS = tuple(
    (re.compile(pattern + _INSIDE), mark)
    for pattern, mark in (
        (rf"<{_any_case('t(?:d|h)')}(?=[\s/>])", _CELL),
        (rf"<{_any_case('tr')}\b", _ROW),
        (rf"<{_any_case('table')}\b", _TABLE_BEGINS),
        (rf"<(?:/{_any_case('t(?:d|h|r|able|body|head|foot)')}|{_any_case('tbody|thead|tfoot|caption')})\b", _ENDS),
        (r"<[a-zA-Z/][^\s/<>\"'\4]*+", " "),
    )
)
# Most tags stand without attributes, and to put one string in place of another is many times as fast.
_BARE = (
    *(("<td>", _CELL), ("</td>", _ENDS), ("<tr>", _ROW), ("</tr>", _ENDS), ("</p>", _ENDS)),
    *(("<p>", " "), ("<br>", " "), ("</span>", _ENDS), ("</font>", _ENDS)),
)
# Where none of these stands, the head of a page is all that shows nothing.
_MAY_BE_UNSEEN = re.compile(rb"<(?:!-|s[ctev]|te|no|if|ob|xm|head)")
_HEAD = re.compile(r"<head\b[^<>]*(?<!/)>.*?</head\s*>", re.IGNORECASE | re.DOTALL)
_OTHER = re.compile(r"<[!?/][^<>]*>")
_MARKS = (_TABLE_BEGINS, _ROW, _CELL, _ENDS)
# A cell that shows something; the row, and the table, that such a cell stands in.
_FILLED = re.compile("\3[^\1-\4]")
_FILLED_ROW = re.compile("\2[^\1-\3]*(?:\3(?![^\1-\4])[^\1-\3]*)*\3[^\1-\4]")
_FILLED_TABLE = re.compile("\1[^\1\3]*(?:\3(?![^\1-\4])[^\1\3]*)*\3[^\1-\4]")


def raw_count(source: str, folded: bytes | None = None) -> Count:
    """Tables, rows and cells with text, and all characters outside scripts and comments.

    `folded` is the source in small letters, where that is at hand. Of a page with tables in tables only the characters
    are counted: which of them lay out is for the reader to say.

    >>> raw_count("<p>附件</p><table><tr><td>数量<td>≥5<tr><td>&nbsp;</table><!-- 旧 -->")
    Count(tables=1, rows=1, cells=2, characters=6)
    """
    seen, small = _without_unseen(source, _small(source) if folded is None else folded)
    nests = _nests(small)
    for bare, mark in _BARE:
        seen = seen.replace(bare, mark)
    for tag, mark in _TAGS:
        seen = tag.sub(mark, seen)
    seen = _OTHER.sub(" ", seen)
    if "&" in seen:
        seen = html.unescape(seen.replace("&nbsp;", " "))
    seen = "".join(seen.split())
    size = len(seen) - sum(map(seen.count, _MARKS))
    if nests:
        return Count(characters=size)
    inside = seen[seen.find(_TABLE_BEGINS) :].replace(_TABLE_BEGINS + _CELL, _TABLE_BEGINS + _ROW + _CELL)
    tables, rows, cells = (len(filled.findall(inside)) for filled in (_FILLED_TABLE, _FILLED_ROW, _FILLED))
    return Count(tables, rows, cells, size)


def _small(source: str) -> bytes:
    """A source in small letters: bytes are folded and searched several times as fast as text."""
    return source.encode("utf-8", "replace").lower()


def _without_unseen(source: str, folded: bytes) -> tuple[str, bytes]:
    """The source without what shows nothing, and that in small letters to look for tags in."""
    rest = _HEAD.sub("", source, count=1) if b"<!-" not in folded else source
    if len(rest) < len(source):
        folded = folded[folded.find(b"</head") + len(b"</head") :]
    if _MAY_BE_UNSEEN.search(folded):
        rest = _UNSEEN.sub("", rest)
        folded = _small(rest)
    return rest, folded


def _nests(folded: bytes) -> bool:
    """Whether a table stands in another."""
    depth = 0
    for inside in folded.split(b"<table")[1:]:
        depth += 1
        if depth > 1:
            return True
        depth -= inside.count(b"</table")
    return False
