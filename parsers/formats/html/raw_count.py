"""What a page's source holds, counted over its tags without building a tree; the check on the reader that does."""

import html
import re
from dataclasses import dataclass, field

from parsers.formats.conservation import Count, characters

# Comments, and elements that show nothing, are one token each; every alternative stops at the next "<", or takes all.
_TOKEN = re.compile(
    r"""
      <!---?> | <!--.*?(?:--!?>|\Z)
    | <(?P<unseen>head|script|style|template|noscript|noframes|select|iframe|object|svg|xml)\b[^<>]*
      (?:(?<=/)>|>.*?(?:</(?P=unseen)\s*>|\Z))
    | <(?P<end>/?)(?P<name>[a-z][^\s/<>]*)(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>
    | <[!?/][^<>]*> | </?[a-z][^<>]*\Z
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_CELLS = frozenset(["td", "th"])


@dataclass(slots=True)
class _Table:
    """A table in the source, the characters of each cell of each row; `outer` where another one stands inside it."""

    rows: list[list[int]] = field(default_factory=list)
    outer: bool = False
    inside: bool = False

    def tag(self, name: str, *, end: bool) -> None:
        """Take in a tag between those of the table itself."""
        if name == "tr":
            self.inside = False
            if not end:
                self.rows.append([])
        elif name in _CELLS:
            self.inside = not end
            if not end:
                self.rows = self.rows or [[]]
                self.rows[-1].append(0)


class _Scan:
    """The tables met so far, those that are still open, and the characters seen."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self.characters = 0
        self._open: list[_Table] = []

    def text(self, text: str) -> None:
        """Take in what stands between two tags."""
        size = characters(html.unescape(text) if "&" in text else text)
        self.characters += size
        if size and self._open and self._open[-1].inside:
            self._open[-1].rows[-1][-1] += size

    def tag(self, name: str, *, end: bool) -> None:
        """Take in a tag."""
        if name != "table":
            if self._open:
                self._open[-1].tag(name, end=end)
        elif not end:
            for table in self._open:
                table.outer = True
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open:
            self._open.pop()


def raw_count(source: str) -> Count:
    """Tables that hold no other, their rows and cells with text, and all characters outside scripts and comments.

    >>> raw_count("<p>附件</p><table><tr><td>数量<td>≥5<tr><td>&nbsp;</table><!-- 旧 -->")
    Count(tables=1, rows=1, cells=2, characters=6)
    """
    scan = _Scan()
    last = 0
    for token in _TOKEN.finditer(source):
        start, end = token.span()
        if start > last:
            scan.text(source[last:start])
        last = end
        if token["name"] is not None:
            scan.tag(token["name"].lower(), end=token["end"] == "/")
    scan.text(source[last:])
    tables = [[row for row in table.rows if any(row)] for table in scan.tables if not table.outer]
    rows = [row for table in tables for row in table]
    return Count(sum(map(bool, tables)), len(rows), sum(size > 0 for row in rows for size in row), scan.characters)
