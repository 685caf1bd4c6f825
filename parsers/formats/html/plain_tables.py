"""Tables of plain cells, cut out of the source of a page before it is parsed: several times as fast, and the same.

A table is plain where every row and cell is closed and holds nothing but text, paragraphs and dress, none of it hidden.
What is declined here the parser reads; where both read, they read the same.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from parsers.formats.html.plain_rows import shown
from parsers.formats.html.spans import TALLEST, WIDEST, span
from parsers.formats.html.visibility import hides
from parsers.formats.html.written import BREAK, PlainCell, Row

PLACE = "jixiao-plain-table"
"""The attribute that holds the number of the table which stood in a place."""
_TABLE = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_CELL_ENDS = re.compile(r"</[tT][dDhH]\s*>")
_TAG = re.compile(r"<(/?[a-z]+)(?=[\s/>])([^<>]*)>")
_NAMED = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9:]*)(.*)", re.DOTALL)
# The tags before the first cell, between two rows, and behind the last cell, by their names.
_FIRST = re.compile(r"(?:<colgroup)?(?:<col)*(?:</colgroup)?(?:<tbody)?(?:<tr</tr)*<tr")
_NEXT = re.compile(r"</tr(?:<tr</tr)*<tr")
_LAST = re.compile(r"</tr(?:<tr</tr)*(?:</tbody)?")
_ATTRIBUTES = re.compile(r"""(?:\s+[a-zA-Z][\w:-]*(?:\s*=\s*(?:"[^"&]*"|'[^'&]*'|[^\s"'=&/]+))?)*+\s*/?""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=&/]+)))?""")
_INLINE = frozenset(["span", "font", "b", "strong", "i", "em", "u", "o:p"])
_BLOCKS = frozenset(["p", "div"])
_ENTITY = re.compile(r"&(?!(?:nbsp|lt|gt|amp|quot|ge|le|times|middot|ldquo|rdquo|mdash|hellip);)")
_ODD = ("\v", "\f", "\ufffe", "\uffff", PLACE)
_EMPTY = PlainCell(1, 1, "")


class Cut(NamedTuple):
    """The source of a page with empty tables in place of plain ones, and the rows of these."""

    source: str
    tables: list[list[Row]]


def cut_out(source: str) -> Cut:
    """The plain tables of a page.

    >>> cut = cut_out("甲<table border=1><tr><td rowspan=2>产出</td><td><p>≥5<br>件</p></td></tr><tr></tr></table>乙")
    >>> cut.source, [[(cell.rows, cell.text) for cell in row] for row in cut.tables[0]]
    ('甲<table jixiao-plain-table="0" border=1></table>乙', [[(2, '产出'), (1, '≥5\\n件')], []])
    """
    folded = source.lower()
    if "<pre" in folded or any(odd in source for odd in _ODD) or not _encodes(source):
        return Cut(source, [])
    plain = _Plain(sheeted="<style" in folded and ("display" in folded or "visibility" in folded))
    pieces: list[str] = []
    tables: list[list[Row]] = []
    done = 0
    for start in _TABLE.finditer(source):
        end = folded.find("</table", start.end())
        if end < 0 or start.start() < done or folded.find("<table", start.end(), end) >= 0:
            continue
        rows = plain.rows(source[start.end() : end])
        if rows is not None:
            name = start.start() + len("<table")
            pieces += (source[done:name], f' {PLACE}="{len(tables)}"', source[name : start.end()])
            tables.append(rows)
            done = end
    return Cut("".join((*pieces, source[done:])), tables) if tables else Cut(source, [])


def _encodes(source: str) -> bool:
    try:
        source.encode()
    except UnicodeEncodeError:
        return False
    return True


def _heading(part: str) -> str:
    """How the tag begins of a cell that is a heading, or of one in capitals."""
    return next((tag for tag in ("<th", "<TD", "<TH") if tag in part), "<td")


class _Plain:
    """Reads plain tables; `sheeted` where a style sheet may hide what has a class or a name. Each tag is read once."""

    def __init__(self, *, sheeted: bool) -> None:
        self._sheeted = sheeted
        self._spans: dict[str, tuple[int, int] | None] = {}
        self._tags: dict[str, tuple[str, bool, bool] | None] = {}
        self._around: dict[tuple[str, str], bool] = {}
        self._between: dict[tuple[str, bool], int] = {}

    def rows(self, inside: str) -> list[Row] | None:
        """The rows of a table, None where it is not plain."""
        *cells, behind = _CELL_ENDS.split(inside)
        rows: list[Row] = []
        for part in cells:
            if part == "<td>" and rows:
                rows[-1].append(_EMPTY)
                continue
            outside, begins, inside = part.rpartition("<td")
            if not begins:
                outside, _, inside = part.rpartition(_heading(part))
            stated, ends, text = inside.partition(">")
            if not ends or (stated and not stated[0].isspace()):
                return None
            if not rows or (outside and not outside.isspace()):
                self._end_row(rows)
                count = self._rows_begun(outside, first=not rows)
                if not count:
                    return None
                rows += [[] for _ in range(count)]
            if stated or "<" in text or not text.isprintable() or "&" in text:
                cell = self._cell(stated, text)
                if cell is None:
                    return None
                rows[-1].append(cell)
            else:
                rows[-1].append(PlainCell(1, 1, shown(text)))
        self._end_row(rows)
        ended = self._ended(behind) if rows else None
        return rows + [[] for _ in range(ended)] if ended is not None else None

    @staticmethod
    def _end_row(rows: list[Row]) -> None:
        """Leave out the empty cells at the end of a row: pages from Excel have hundreds."""
        while rows and rows[-1] and rows[-1][-1] is _EMPTY:
            rows[-1].pop()

    def _rows_begun(self, tags: str, *, first: bool) -> int:
        """How many rows begin before a cell, the empty ones before its own counted; 0 where other things happen."""
        key = (tags, first)
        if key not in self._between:
            names = self._names(tags)
            fits = names is not None and (_FIRST if first else _NEXT).fullmatch(names)
            bare = not _TAG.sub("", tags.lower()).strip()
            self._between[key] = names.count("<tr") if bare and names and fits else 0
        return self._between[key]

    def _ended(self, behind: str) -> int | None:
        """How many rows without cells stand behind the last cell; None where other things do."""
        names = self._names(behind) if not _TAG.sub("", behind.lower()).strip() else None
        return names.count("<tr") if names is not None and _LAST.fullmatch(names) else None

    def _names(self, tags: str) -> str | None:
        """The names of tags; None where one of them hides."""
        found = _TAG.findall(tags.lower())
        return "".join("<" + name for name, _ in found) if all(self._span(stated) for _, stated in found) else None

    def _cell(self, stated: str, text: str) -> PlainCell | None:
        extent = self._span(stated) if stated else (1, 1)
        words = self._dressed(text) if "<" in text else text
        if extent is None or words is None:
            return None
        if "&" in words:
            if _ENTITY.search(words):
                return None
            words = unescape(words)
        if "\r" in words and "\r" in words.replace("\r\n", ""):
            return None
        return PlainCell(*extent, shown(words))

    def _span(self, stated: str) -> tuple[int, int] | None:
        """The rows and columns that attributes ask for; None for attributes that hide, or that are no plain ones."""
        if stated not in self._spans:
            self._spans[stated] = self._asked(stated) if _ATTRIBUTES.fullmatch(stated) else None
        return self._spans[stated]

    def _asked(self, stated: str) -> tuple[int, int] | None:
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(stated):
            found.setdefault(name.lower(), double or single or bare)
        if "hidden" in found or hides(found.get("style", "")) or (self._sheeted and {"class", "id"} & found.keys()):
            return None
        return span(found.get("rowspan"), TALLEST), span(found.get("colspan"), WIDEST)

    def _dressed(self, text: str) -> str | None:
        """The text among the tags in a cell; most have one before it and one behind."""
        begins, ends = text.find(">") + 1, text.rfind("<")
        between = text[begins:ends]
        if text[0] != "<" or "<" in between or ends < begins:
            return self._words(text)
        around = (text[:begins], text[ends:])
        if around not in self._around:
            self._around[around] = self._words("x".join(around)) in {"x", f"{BREAK}x{BREAK}"}
        return between if self._around[around] else self._words(text)

    def _words(self, text: str) -> str | None:
        """The text among the tags in a cell, with breaks where blocks begin and end."""
        first, *others = text.split("<")
        pieces = [first]
        opened: list[str] = []
        closed = True
        for part in others:
            tag, ends, words = part.partition(">")
            found = self._tag(tag)
            # Whether blanks alone between two tags within a line are seen is for the parser to say.
            if found is None or not ends or (not closed and pieces[-1].isspace()):
                return None
            name, closes, breaks = found
            if closes:
                if not opened or opened.pop() != name:
                    return None
            elif name != "br":
                if breaks and "p" in opened:
                    return None
                opened.append(name)
            if breaks:
                pieces.append(BREAK)
            closed = breaks
            pieces.append(words)
        return "".join(pieces) if not opened else None

    def _tag(self, tag: str) -> tuple[str, bool, bool] | None:
        """The name of a tag, whether it closes, whether it breaks the line; None for one that is not plain."""
        if tag not in self._tags:
            self._tags[tag] = self._read_tag(tag, self._span)
        return self._tags[tag]

    @staticmethod
    def _read_tag(tag: str, harmless: Callable[[str], object]) -> tuple[str, bool, bool] | None:
        found = _NAMED.fullmatch(tag)
        if found is None:
            return None
        name, closes = found[2].lower(), bool(found[1])
        known = name in _INLINE or name in _BLOCKS or (name == "br" and not closes)
        plain = harmless(found[3]) is not None and (name == "br" or not found[3].endswith("/"))
        return (name, closes, name not in _INLINE) if known and plain else None
